"""Long Phụng: village and day left open, a deputy signs, the council co-chairs, two terms of notice. Invented people."""

from datetime import date, time

from doithoai.domain.deadlines import Direction, Unit
from doithoai.domain.papers.letterhead import (
    Capacity,
    Purpose,
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
from doithoai.stages.documents.kinds.plan.facts import Task
from tests.stages.documents.communes.case import Case, answer_due, opinions_of

regulation = "Quyết định 29/2022/QĐ-UBND ngày 04/8/2022 của UBND tỉnh Quảng Ngãi"
law = "Điều 43 Luật Tổ chức chính quyền địa phương số 72/2025/QH15"
common = {
    "event": "Hội nghị đối thoại trực tiếp giữa người đứng đầu cơ quan hành chính với Nhân dân",
    "commune": "xã Long Phụng",
    "year": 2025,
    "chairs": (Officer("Chủ tịch Ủy ban nhân dân xã", "Phạm Văn Ví"),),
    "secretaries": (Officer("Chánh Văn phòng HĐND và UBND xã", "Lê Thị Thử"),),
}
opened = ConferenceFacts(**common, period="năm 2025", place="Nhà văn hóa thôn được chọn", village_open=True)
conference = ConferenceFacts(
    **common,
    on=date(2025, 11, 20),
    starts=time(14, 0),
    half_days=1,
    place="Nhà văn hóa thôn Mẫu",
    villages=("thôn Mẫu",),
    co_chair=Officer("Phó Chủ tịch Hội đồng nhân dân xã", "Võ Thị Dụ"),
)
answer = answer_due(date(2025, 12, 22), 30, Unit.DAY, regulation)
before = {"direction": Direction.BEFORE}
CASE = Case(
    slug="long-phung",
    issuer=people_committee("Long Phụng"),
    signer=Signer("Phó Chủ tịch", "Trần Văn Phó", Capacity.FOR_HEAD),
    year=2025,
    plan="Kế hoạch tổ chức hội nghị đối thoại năm 2025 của Ủy ban nhân dân xã",
    bases=("Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16 tháng 6 năm 2025", f"Căn cứ {regulation}"),
    event=conference.event,
    conferences=(conference, opened),
    contact=Contact(
        "Văn phòng HĐND và UBND xã", "trụ sở Ủy ban nhân dân xã", "0255 300 0000", "Trụ sở tiếp công dân xã"
    ),
    topics=(
        "Kinh tế, đất đai, xây dựng cơ bản",
        "Cải cách hành chính, dân chủ ở cơ sở",
        "Phòng, chống tham nhũng, lãng phí",
    ),
    subjects=("đất đai", "xây dựng", "thủ tục hành chính"),
    tasks=(
        Task("Văn phòng HĐND và UBND xã", ("ban hành thông báo, chuẩn bị nội dung", "tổng hợp ý kiến sau đối thoại")),
        Task(
            "Trung tâm Cung ứng dịch vụ công xã",
            ("thông báo trên loa truyền thanh, chuẩn bị âm thanh, hội trường",),
        ),
    ),
    recipients=(
        Recipient("Sở Nội vụ", Purpose.REPORT),
        Recipient("Thanh tra tỉnh", Purpose.REPORT),
        Recipient("Thường trực Đảng ủy, Thường trực HĐND xã", Purpose.REPORT),
        Recipient("Ban Thường trực Ủy ban MTTQ Việt Nam xã"),
        Recipient("Bí thư chi bộ, Trưởng các thôn", Purpose.EXECUTE),
    ),
    plan_due=(
        DueDate("Thông báo hội nghị", "Văn phòng HĐND và UBND xã", None, 7, basis=regulation, **before),
        DueDate("Thông báo trên loa", "Trung tâm Cung ứng dịch vụ công xã", None, 3, basis=regulation, **before),
        DueDate("Trả lời bằng văn bản", "Đơn vị được giao", None, 30, basis=regulation),
        DueDate("Công khai kết quả", "Ủy ban nhân dân xã", None, 10, basis=law),
    ),
    answer=answer,
    publication=DueDate("Công khai kết quả", "Ủy ban nhân dân xã", date(2025, 12, 1), 10, basis=law),
    broadcast=DueDate("Thông báo trên loa", "", date(2025, 11, 17), 3, basis=regulation, **before),
    broadcaster="Trung tâm Cung ứng dịch vụ công xã",
    addressees=("Sở Nội vụ tỉnh Quảng Ngãi", "Thanh tra tỉnh Quảng Ngãi"),
    opinions=opinions_of(answer, "thôn Mẫu"),
)
