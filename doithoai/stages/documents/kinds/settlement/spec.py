"""The settlement of costs after a conference: allowed, spent, left, by which voucher (004-24)."""

from doithoai.domain.papers.blocks import Align, Block, Column, Dotted, Paper, Table, Title, Voice, para
from doithoai.domain.papers.letterhead import dated_header_of
from doithoai.stages.documents.kind import DocumentKind
from doithoai.stages.documents.kinds.cost_estimate.facts import CostLine
from doithoai.stages.documents.kinds.cost_estimate.money import in_dong, signers, total_of
from doithoai.stages.documents.kinds.settlement.facts import SettlementFacts
from doithoai.stages.documents.wording import when_words, where_words

_COLUMNS = (
    Column("TT", 2, Align.CENTRE),
    Column("Nội dung chi", 8),
    Column("Dự toán (đồng)", 4, Align.RIGHT),
    Column("Thực chi (đồng)", 4, Align.RIGHT),
    Column("Còn lại (đồng)", 4, Align.RIGHT),
    Column("Chứng từ số, ngày", 4),
)


def compose(facts: SettlementFacts) -> Paper:
    """The whole table."""
    rows = [(f"{at}", one.what, *_money(one), "") for at, one in enumerate(facts.lines, start=1)]
    rows += [("", "", "", "", "", "")] * facts.empty_lines
    amounts, spent = [one.amount for one in facts.lines], [one.spent for one in facts.lines]
    allowed, paid = total_of(amounts), total_of(spent)
    rows.append(("", "Tổng cộng", in_dong(allowed), in_dong(paid), in_dong(_left(allowed, paid)), ""))
    blocks: tuple[Block, ...] = (
        Title("QUYẾT TOÁN KINH PHÍ", f"Tổ chức {facts.conference.event}"),
        para(f"Thời gian: {when_words(facts.conference)}.", voice=Voice.PLAIN),
        para(f"Địa điểm: {where_words(facts.conference)}.", voice=Voice.PLAIN),
        Dotted("Dự toán đã duyệt theo văn bản số, ngày:", height_mm=9),
        Table(_COLUMNS, tuple(rows), row_mm=9),
        Dotted("Số đề nghị quyết toán, bằng chữ:", height_mm=10),
        Dotted("Lý do tăng, giảm so với dự toán:", height_mm=10),
        para("Kèm theo: hóa đơn, danh sách ký nhận, giấy mời, danh sách người dự.", voice=Voice.NOTE),
        signers(),
    )
    return Paper(
        f"Quyết toán kinh phí {facts.conference.event}", facts.issuing.layout, dated_header_of(facts.issuing), blocks
    )


def _money(line: CostLine) -> tuple[str, str, str]:
    return in_dong(line.amount), in_dong(line.spent), in_dong(_left(line.amount, line.spent))


def _left(allowed: int | None, spent: int | None) -> int | None:
    return None if allowed is None or spent is None else allowed - spent


KIND = DocumentKind(
    code="settlement",
    type_code=None,
    name="Quyết toán kinh phí",
    of="conference",
    serves=("004-24",),
    facts=SettlementFacts,
    compose=compose,
)
