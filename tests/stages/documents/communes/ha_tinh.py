"""A commune of Hà Tĩnh: Party form, three conferences, private matters refused, an abolished recipient. Invented people."""

from datetime import date, time

from doithoai.domain.deadlines import Direction
from doithoai.domain.papers.letterhead import (
    Purpose,
    Recipient,
    Signer,
    party_committee,
)
from doithoai.stages.documents.facts import (
    ConferenceFacts,
    Contact,
    DueDate,
    Officer,
    PrivateRule,
)
from doithoai.stages.documents.kinds.plan.facts import Task
from tests.stages.documents.communes.case import Case, opinions_of

regulation = "Quy chế kèm theo Quyết định 657-QĐ/TU ngày 04/4/2018 của Ban Thường vụ Tỉnh ủy Hà Tĩnh"
common = {
    "event": "Hội nghị đối thoại trực tiếp giữa người đứng đầu cấp ủy đảng, chính quyền với Nhân dân",
    "commune": "xã Hương Lĩnh",
    "year": 2025,
    "half_days": 1,
    "chairs": (Officer("Bí thư Đảng ủy xã", "Hồ Văn Giả"), Officer("Chủ tịch Ủy ban nhân dân xã", "Lê Văn Đặt")),
    "secretaries": (Officer("Văn phòng Đảng ủy", "Bùi Thị Thí"),),
}
opened = tuple(
    ConferenceFacts(**common, period=f"tháng {month} năm 2025", place="nhà văn hóa thôn của khu vực")
    for month in (4, 7, 10)
)
conference = ConferenceFacts(
    **common,
    on=date(2025, 4, 24),
    starts=time(8, 0),
    place="Nhà văn hóa thôn Trung",
    villages=("thôn Trung", "thôn Đoài", "thôn Đông"),
)
broadcast = DueDate(
    "Thông báo trên loa", "Bộ phận truyền thanh", date(2025, 4, 18), 5, direction=Direction.BEFORE, basis=regulation
)
CASE = Case(
    slug="ha-tinh",
    issuer=party_committee("Hương Lĩnh", province="tỉnh Hà Tĩnh"),
    signer=Signer("Phó Bí thư", "Ngô Thị Dụ"),
    year=2025,
    plan="Kế hoạch đối thoại năm 2025 của Ban Thường vụ Đảng ủy",
    bases=("Quyết định số 657-QĐ/TU ngày 04/4/2018 của Ban Thường vụ Tỉnh ủy Hà Tĩnh",),
    event=conference.event,
    conferences=(conference, *opened),
    contact=Contact("Văn phòng Đảng ủy xã", "trụ sở Đảng ủy xã", "0239 300 0000"),
    topics=(
        "Việc thực hiện chủ trương, nghị quyết của Đảng, pháp luật của Nhà nước",
        "Phát triển kinh tế - xã hội, nông thôn mới",
    ),
    subjects=("kinh tế", "nông thôn mới", "xây dựng Đảng"),
    tasks=(
        Task("Ủy ban MTTQ Việt Nam xã", ("chủ trì tổng hợp ý kiến của Nhân dân, gửi Văn phòng Đảng ủy",)),
        Task("Bộ phận truyền thanh", ("thông báo nội dung, thời gian, địa điểm đến Nhân dân",)),
    ),
    recipients=(
        Recipient("Ban Tuyên giáo và Dân vận Tỉnh ủy", Purpose.REPORT, instead_of="Ban Dân vận Huyện ủy"),
        Recipient("Thường trực Đảng ủy"),
        Recipient("Thường trực HĐND, lãnh đạo UBND xã"),
        Recipient("Các chi bộ"),
    ),
    plan_due=(
        DueDate("Thông báo trên loa", "Bộ phận truyền thanh", None, 5, direction=Direction.BEFORE, basis=regulation),
        DueDate("Báo cáo sau mỗi hội nghị", "Văn phòng Đảng ủy", basis=regulation),
    ),
    broadcast=broadcast,
    broadcaster="Bộ phận truyền thanh xã",
    private_rule=PrivateRule.REFUSED,
    exclusions=("Những nội dung liên quan đến ý kiến riêng lẻ của từng cá nhân",),
    addressees=("Ban Thường vụ Tỉnh ủy",),
    opinions=opinions_of(None, "thôn Trung"),
)
