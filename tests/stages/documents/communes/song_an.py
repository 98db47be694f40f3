"""Song An: the whole commune, two chairs, two secretaries, no term of its own. Invented people."""

from datetime import date, time

from doithoai.domain.deadlines import Direction
from doithoai.domain.papers.letterhead import (
    Recipient,
    Signer,
    people_committee,
)
from doithoai.stages.documents.facts import (
    ConferenceFacts,
    Contact,
    DueDate,
    Officer,
)
from doithoai.stages.documents.kinds.plan.facts import Attendees, Task
from tests.stages.documents.communes.case import Case, opinions_of

common = {
    "event": "Hội nghị đối thoại với Nhân dân",
    "commune": "xã Song An",
    "year": 2019,
    "place": "Hội trường Ủy ban nhân dân xã Song An",
    "chairs": (
        Officer("Chủ tịch Ủy ban nhân dân xã", "Vũ Văn Ví"),
        Officer("Phó Chủ tịch Ủy ban nhân dân xã", "Đào Thị Thử"),
    ),
    "secretaries": (
        Officer("công chức Văn phòng - Thống kê", "Lý Văn Mẫu"),
        Officer("công chức Tư pháp - Hộ tịch", "Tạ Thị Đặt"),
    ),
}
law = "Điều 125 Luật Tổ chức chính quyền địa phương số 77/2015/QH13"
CASE = Case(
    slug="song-an",
    issuer=people_committee("Song An"),
    signer=Signer("Chủ tịch", "Vũ Văn Ví"),
    year=2019,
    plan="Kế hoạch số 27/KH-UBND ngày 21 tháng 6 năm 2019",
    bases=("Luật Tổ chức chính quyền địa phương năm 2015",),
    event=common["event"],
    conferences=(
        ConferenceFacts(**common, on=date(2019, 11, 14), starts=time(8, 0)),
        ConferenceFacts(**common, period="tháng 11 năm 2019"),
    ),
    contact=Contact("Văn phòng - Thống kê Ủy ban nhân dân xã"),
    topics=(
        "Kinh tế, văn hóa - xã hội, quốc phòng - an ninh",
        "Tinh thần, thái độ, trách nhiệm của cán bộ, công chức",
    ),
    subjects=("kinh tế", "văn hóa xã hội", "nông thôn mới"),
    tasks=(
        Task(
            "Công chức Văn phòng - Thống kê, Tư pháp - Hộ tịch",
            ("gửi giấy mời, chuẩn bị hội trường, làm thư ký hội nghị",),
        ),
        Task("Trưởng các thôn, làng", ("thông báo rộng rãi để Nhân dân đến dự",)),
    ),
    recipients=(
        Recipient("Đảng ủy xã"),
        Recipient("Thường trực HĐND xã"),
        Recipient("Ủy ban MTTQ Việt Nam xã"),
        Recipient("Các thôn, làng"),
    ),
    plan_due=(DueDate("Thông báo hội nghị", "Ủy ban nhân dân xã", None, 7, direction=Direction.BEFORE, basis=law),),
    attendees=(Attendees("Cấp xã", ("đại diện lãnh đạo Đảng ủy", "Thường trực HĐND", "các đoàn thể")),),
    opinions=opinions_of(None, "thôn Thượng"),
)
