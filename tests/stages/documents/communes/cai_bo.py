"""Cai Bộ: two conferences, an organising board, an abolished recipient, an evening. Invented people."""

from datetime import date, time

from doithoai.domain.deadlines import Direction
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
from doithoai.stages.documents.kinds.plan.facts import Task
from tests.stages.documents.communes.case import Case, opinions_of

common = {
    "event": "Hội nghị tiếp xúc, đối thoại với Nhân dân",
    "commune": "xã Cai Bộ",
    "year": 2025,
    "place": "Hội trường Ủy ban nhân dân xã Cai Bộ",
    "chairs": (Officer("Chủ tịch Ủy ban nhân dân xã", "Nông Văn Mẫu"),),
    "secretaries": (
        Officer("công chức Văn phòng - Thống kê", "Hoàng Thị Thí"),
        Officer("công chức Tư pháp - Hộ tịch", "Bế Văn Giả"),
    ),
}
law = "Điều 43 Luật Tổ chức chính quyền địa phương số 72/2025/QH15"
own = "Kế hoạch năm 2025 của Ủy ban nhân dân xã"
CASE = Case(
    slug="cai-bo",
    issuer=people_committee("Cai Bộ"),
    signer=Signer("Chủ tịch", "Nông Văn Mẫu"),
    year=2025,
    plan=own,
    bases=("Điều 43 Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16 tháng 6 năm 2025",),
    event=common["event"],
    conferences=(
        ConferenceFacts(**common, on=date(2025, 9, 18), starts=time(19, 0), half_days=1),
        ConferenceFacts(**common, period="quý III năm 2025"),
        ConferenceFacts(**common, period="quý IV năm 2025"),
    ),
    contact=Contact("Văn phòng HĐND và UBND xã", phone="0206 300 0000"),
    topics=(
        "Kinh tế - xã hội, an ninh trật tự",
        "Giải quyết thủ tục hành chính",
        "Phẩm chất, lề lối làm việc của cán bộ, công chức",
    ),
    subjects=("kinh tế", "an ninh trật tự", "thủ tục hành chính"),
    tasks=(
        Task(
            "Văn phòng HĐND và UBND xã",
            ("ra giấy mời, tổng hợp ý kiến", "tham mưu họp rút kinh nghiệm, báo cáo kết quả"),
        ),
        Task("Công an xã, Ban Chỉ huy Quân sự xã", ("xây dựng phương án bảo đảm an ninh, trật tự",)),
    ),
    recipients=(
        Recipient("Sở Nội vụ", Purpose.REPORT, instead_of="Phòng Nội vụ huyện"),
        Recipient("Thường trực Đảng ủy, HĐND xã", Purpose.REPORT),
        Recipient("Ủy ban MTTQ, các đoàn thể xã", Purpose.COORDINATE),
        Recipient("Trang thông tin điện tử xã"),
    ),
    plan_due=(
        DueDate("Thông báo hội nghị", "Ủy ban nhân dân xã", None, 7, direction=Direction.BEFORE, basis=law),
        DueDate("Báo cáo kết quả", "Văn phòng HĐND và UBND xã", None, 10, basis=own),
    ),
    publication=DueDate("Công khai kết quả", "Ủy ban nhân dân xã", date(2025, 9, 29), 10, basis=law),
    board=(
        "Chủ tịch Ủy ban nhân dân xã, Trưởng ban",
        "Phó Chủ tịch Ủy ban nhân dân xã, Phó Trưởng ban",
        "Trưởng các đoàn thể xã, thành viên",
    ),
    addressees=("Sở Nội vụ tỉnh Cao Bằng",),
    opinions=opinions_of(None, "xóm Thượng"),
)
