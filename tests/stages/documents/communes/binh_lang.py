"""Bình Lãng: one named village, half a day, 15 working days, no publication duty (law of 2015). Invented people."""

from datetime import date, time

from doithoai.domain.deadlines import Direction, Unit
from doithoai.domain.papers.letterhead import (
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
from doithoai.stages.documents.kinds.plan.facts import Attendees, Task
from tests.stages.documents.communes.case import Case, answer_due, opinions_of

regulation = "Quy chế 03-QC/TU ngày 18/3/2021 của Ban Thường vụ Tỉnh ủy Hải Dương"
conference = ConferenceFacts(
    event="Hội nghị tiếp xúc, đối thoại trực tiếp giữa Chủ tịch Ủy ban nhân dân xã với Nhân dân thôn Đông Phong",
    commune="xã Bình Lãng",
    year=2021,
    on=date(2021, 10, 28),
    starts=time(7, 30),
    half_days=1,
    place="Nhà văn hóa thôn Đông Phong",
    villages=("thôn Đông Phong",),
    chairs=(Officer("Chủ tịch Ủy ban nhân dân xã", "Nguyễn Văn Mẫu"),),
    secretaries=(Officer("công chức Văn phòng - Thống kê", "Đỗ Thị Thí"),),
)
answer = answer_due(date(2021, 11, 18), 15, Unit.WORKING_DAY, regulation)
notice = DueDate(
    "Thông báo công khai và gửi giấy mời",
    "Ủy ban nhân dân xã",
    date(2021, 10, 21),
    7,
    direction=Direction.BEFORE,
    basis=regulation,
)
CASE = Case(
    slug="binh-lang",
    issuer=people_committee("Bình Lãng"),
    signer=Signer("Chủ tịch", "Nguyễn Văn Mẫu"),
    year=2021,
    plan="Kế hoạch số 48/KH-UBND ngày 07 tháng 10 năm 2021",
    bases=(f"Thực hiện {regulation}", "Công văn số 115-CV/BDVHU ngày 20/8/2020 của Ban Dân vận Huyện ủy"),
    event=conference.event,
    conferences=(conference,),
    contact=Contact(
        "Bộ phận Văn phòng - Thống kê xã",
        "trụ sở Ủy ban nhân dân xã",
        "0220 300 0000",
        "phòng tiếp công dân, trụ sở xã",
    ),
    topics=(
        "Tình hình kinh tế - xã hội và những việc Nhân dân quan tâm",
        "Việc thực hiện chính sách, quy định của xã",
    ),
    subjects=("đường thôn", "đất đai", "chế độ chính sách"),
    tasks=(
        Task(
            "Công chức Văn phòng - Thống kê",
            ("tổng hợp ý kiến, gửi giấy mời, ghi biên bản", "thông báo kết luận, lưu hồ sơ"),
        ),
        Task("Công an xã", ("xây dựng kế hoạch bảo đảm an ninh, trật tự",)),
        Task("Trưởng thôn Đông Phong", ("chuẩn bị nhà văn hóa, mời Nhân dân dự",)),
    ),
    recipients=(
        Recipient("Ban Dân vận Huyện ủy", Purpose.REPORT),
        Recipient("Thường trực Đảng ủy", Purpose.REPORT),
        Recipient("Ủy ban MTTQ, các đoàn thể xã", Purpose.COORDINATE),
        Recipient("Trưởng thôn Đông Phong", Purpose.EXECUTE),
    ),
    plan_due=(
        notice,
        DueDate(
            "Đánh giá, rút kinh nghiệm, phân loại ý kiến",
            "Chủ tịch Ủy ban nhân dân xã",
            date(2021, 11, 2),
            5,
            basis=regulation,
        ),
        answer,
    ),
    answer=answer,
    broadcast=notice,
    attendees=(
        Attendees("Cấp huyện", ("các ban Đảng Huyện ủy", "Ủy ban MTTQ huyện")),
        Attendees("Cấp xã", ("Thường trực Đảng ủy", "Thường trực HĐND", "lãnh đạo UBND", "trưởng các đoàn thể")),
        Attendees("Ở thôn", ("cán bộ, đảng viên và Nhân dân thôn Đông Phong",)),
    ),
    opinions=opinions_of(answer, "thôn Đông Phong"),
)
