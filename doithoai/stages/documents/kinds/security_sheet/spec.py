"""The plan for security and logistics (PA): place, time, who stands where, what to bring, what to do when something happens.

The police know where and when, not what was asked or by whom: chairs are told by their posts, opinions not at all.
"""

from dataclasses import replace

from doithoai.domain.papers.blocks import Align, Block, Column, Heading, Paper, Table, Title, item, para
from doithoai.domain.papers.letterhead import Purpose, Recipient, closing_of, header_of
from doithoai.domain.papers.wording import counted, ended, upper_first
from doithoai.stages.documents.kind import DocumentKind, MissingFacts
from doithoai.stages.documents.kinds.security_sheet.facts import Force, SecuritySheetFacts
from doithoai.stages.documents.wording import chairs_by_post, contact_words, due_words, point, when_words

_USUAL = (
    Force("Công an xã", ("bố trí lực lượng bảo đảm an ninh, trật tự, hướng dẫn để xe trong và ngoài nơi họp",)),
    Force("Ban Chỉ huy Quân sự xã", ("phối hợp với Công an xã trước, trong và sau hội nghị",)),
    Force("Trưởng thôn nơi tổ chức", ("mở cửa, chuẩn bị nơi họp, bàn ghế, điện, nước",)),
)
_PLACES = (
    ("Cổng, nơi để xe", "Hướng dẫn để xe, đón người già, người khuyết tật"),
    ("Cửa vào, bàn thư ký", "Hướng dẫn ghi tên, phát phiếu; không khám xét, không hỏi nội dung ý kiến"),
    ("Trong nơi họp", "Giữ trật tự theo yêu cầu của chủ trì; không ghi hình người phát biểu"),
    ("Khu vực xung quanh", "Thông đường, sẵn sàng xử lý cháy nổ, tai nạn"),
)
_EVENTS = (
    ("Người đến đông hơn chỗ ngồi", "Mở thêm chỗ có loa ngoài sân; ưu tiên ghế cho người già, phụ nữ có thai"),
    ("Mất điện, hỏng loa", "Dùng loa cầm tay, đèn dự phòng; chủ trì tạm nghỉ tối đa 15 phút"),
    ("Có người ngất, tai nạn", "Gọi cấp cứu 115, báo Trạm Y tế; giữ lối ra thông thoáng"),
    ("Cháy", "Cắt điện, đưa người ra theo lối thoát, gọi 114"),
    (
        "Có người gây rối, say rượu",
        "Nhắc nhở, mời ra ngoài theo yêu cầu của chủ trì; chỉ dùng biện pháp pháp luật cho phép",
    ),
    ("Có người nộp đơn khiếu nại, tố cáo", "Hướng dẫn đến nơi tiếp công dân; không nhận, không đọc đơn tại nơi họp"),
    ("Mưa bão, ngập đường", "Báo văn phòng để chủ trì quyết định lùi giờ hoặc dời ngày và báo Nhân dân"),
)
_HALL = (
    "Nơi họp, bàn ghế, lối đi cho người già, người khuyết tật",
    "Âm thanh, micro cho người dự, loa ngoài sân",
    "Ánh sáng, điện, máy phát dự phòng",
    "Ma két, khánh tiết, nội quy treo tường",
    "Bàn thư ký, danh sách ký tên, phiếu ghi ý kiến, phiếu đăng ký phát biểu, bút",
    "Máy tính, máy in, máy chiếu, mạng",
    "Nước uống, quạt, tủ thuốc, bình chữa cháy",
)


def compose(facts: SecuritySheetFacts) -> Paper:
    """The whole plan; MissingFacts while day or place is open, since nobody can be posted anywhere."""
    conference = facts.conference
    if conference.on is None or not conference.place:
        raise MissingFacts("Phương án cần có ngày và địa điểm. Chốt ngày, địa điểm của hội nghị rồi soạn lại.")
    forces = facts.forces or _USUAL
    people = f"khoảng {counted(facts.expected_people)} người" if facts.expected_people else "……… người"
    issuing = replace(
        facts.issuing, recipients=tuple(Recipient(upper_first(one.actor), Purpose.EXECUTE) for one in forces)
    )
    blocks: tuple[Block, ...] = (
        Title("PHƯƠNG ÁN", f"Bảo đảm an ninh, trật tự và hậu cần phục vụ {conference.event}"),
        Heading(1, "I. THỜI GIAN, ĐỊA ĐIỂM"),
        point(1, "Thời gian", f"{when_words(conference, ask_hour=True)}."),
        point(2, "Địa điểm", f"{conference.place}."),
        point(3, "Chủ trì", f"{chairs_by_post(conference)}."),
        point(4, "Số người dự", f"{people}."),
        point(5, "Đầu mối", f"{contact_words(facts.contact)}."),
        Heading(1, "II. LỰC LƯỢNG, NHIỆM VỤ"),
        *_forces(forces),
        *([para(f"Hoàn thành việc chuẩn bị {due_words(facts.due)}.")] if facts.due else []),
        Heading(1, "III. VỊ TRÍ"),
        _table(("Vị trí", "Nhiệm vụ", "Người phụ trách, số người"), (6, 12, 7), tuple((a, b, "") for a, b in _PLACES)),
        Heading(1, "IV. TÌNH HUỐNG"),
        _table(("Tình huống", "Cách xử lý"), (8, 17), _EVENTS),
        Heading(1, "V. HẬU CẦN"),
        para("Xong trước giờ họp ít nhất 60 phút."),
        _table(("Việc", "Người phụ trách", "Đã xong"), (15, 7, 3), tuple((one, "", "") for one in _HALL)),
        closing_of(issuing),
    )
    header = header_of(issuing, type_code="PA")
    return Paper(f"Phương án an ninh, hậu cần {conference.event}", issuing.layout, header, blocks)


def _forces(forces: tuple[Force, ...]) -> list[Block]:
    blocks: list[Block] = []
    for at, force in enumerate(forces, start=1):
        blocks.append(Heading(2, f"{at}. {upper_first(force.actor)}"))
        blocks += [item(ended(upper_first(line), ".")) for line in force.items]
    return blocks


def _table(heads: tuple[str, ...], shares: tuple[int, ...], rows: tuple[tuple[str, ...], ...]) -> Table:
    columns = tuple(Column(head, share, Align.LEFT) for head, share in zip(heads, shares, strict=True))
    return Table(columns, rows, row_mm=8)


KIND = DocumentKind(
    code="security_sheet",
    type_code="PA",
    name="Phương án an ninh, hậu cần",
    of="conference",
    serves=("000-39", "000-47", "002-11", "002-45", "002-49", "002-50", "002-51", "004-23", "004-25"),
    facts=SecuritySheetFacts,
    compose=compose,
)
