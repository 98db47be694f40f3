"""The cost estimate of a conference: a table that adds up what is known and leaves dots for what is not (004-24).

No rate of spending is written here: each province sets its own, the accountant fills it in.
"""

from doithoai.domain.papers.blocks import Align, Block, Column, Dotted, Paper, Table, Title, Voice, para
from doithoai.domain.papers.letterhead import dated_header_of
from doithoai.domain.papers.wording import ended
from doithoai.stages.documents.kind import DocumentKind
from doithoai.stages.documents.kinds.cost_estimate.facts import CostEstimateFacts, CostLine
from doithoai.stages.documents.kinds.cost_estimate.money import in_dong, signers, total_of
from doithoai.stages.documents.wording import when_words, where_words

_COLUMNS = (
    Column("TT", 2, Align.CENTRE),
    Column("Nội dung chi", 9),
    Column("Đơn vị tính", 3, Align.CENTRE),
    Column("Số lượng", 3, Align.RIGHT),
    Column("Đơn giá (đồng)", 4, Align.RIGHT),
    Column("Thành tiền (đồng)", 4, Align.RIGHT),
)


def compose(facts: CostEstimateFacts) -> Paper:
    """The whole estimate."""
    rows = [
        (f"{at}", one.what, one.unit, "" if one.quantity is None else str(one.quantity), *_money(one))
        for at, one in enumerate(facts.lines, start=1)
    ]
    rows += [("", "", "", "", "", "")] * facts.empty_lines
    rows.append(("", "Tổng cộng", "", "", "", in_dong(total_of([one.amount for one in facts.lines]))))
    blocks: tuple[Block, ...] = (
        Title("DỰ TOÁN KINH PHÍ", f"Tổ chức {facts.conference.event}"),
        *(para(f"Căn cứ {ended(one, ';')}", voice=Voice.BASIS) for one in facts.bases),
        *([] if facts.bases else [Dotted("Căn cứ mức chi quy định tại:", height_mm=9)]),
        para(f"Thời gian: {when_words(facts.conference)}.", voice=Voice.PLAIN),
        para(f"Địa điểm: {where_words(facts.conference)}.", voice=Voice.PLAIN),
        Table(_COLUMNS, tuple(rows), row_mm=9),
        Dotted("Bằng chữ:", height_mm=10),
        Dotted("Nguồn kinh phí:", height_mm=10),
        para("Chi tiết kiệm, đúng mức quy định, không phô trương, hình thức.", voice=Voice.NOTE),
        signers(),
    )
    return Paper(
        f"Dự toán kinh phí {facts.conference.event}", facts.issuing.layout, dated_header_of(facts.issuing), blocks
    )


def _money(line: CostLine) -> tuple[str, str]:
    return in_dong(line.price), in_dong(line.amount)


KIND = DocumentKind(
    code="cost_estimate",
    type_code=None,
    name="Dự toán kinh phí",
    of="conference",
    serves=("003-08", "004-24"),
    facts=CostEstimateFacts,
    compose=compose,
)
