"""The index of a conference's file: every issued paper with number, day and author, room for the sheets (002-47).

Columns are those an index of papers in a file customarily has; Decree 30/2020/NĐ-CP has a form that was not yet read.
"""

from doithoai.domain.papers.blocks import (
    Align,
    Block,
    Column,
    Dotted,
    Paper,
    Signature,
    Signatures,
    Table,
    Title,
    Voice,
    para,
)
from doithoai.domain.papers.letterhead import dated_header_of
from doithoai.domain.papers.wording import counted, day_figures
from doithoai.stages.documents.kind import DocumentKind
from doithoai.stages.documents.kinds.archive_index.facts import ArchiveIndexFacts, Filed

_COLUMNS = (
    Column("TT", 2, Align.CENTRE),
    Column("Số, ký hiệu", 5),
    Column("Ngày, tháng", 5, Align.CENTRE),
    Column("Tên loại, trích yếu nội dung", 10),
    Column("Tác giả", 5),
    Column("Tờ số", 2, Align.CENTRE),
    Column("Ghi chú", 3),
)


def compose(facts: ArchiveIndexFacts) -> Paper:
    """The whole index."""
    rows = [_row(at, one) for at, one in enumerate(facts.filed, start=1)]
    rows += [("", "", "", "", "", "", "")] * facts.empty_lines
    blocks: tuple[Block, ...] = (
        Title("MỤC LỤC VĂN BẢN TRONG HỒ SƠ", facts.conference.event),
        Dotted("Hồ sơ số, thời hạn bảo quản:", height_mm=10),
        Table(_COLUMNS, tuple(rows), row_mm=9),
        para(
            f"Mục lục có {counted(len(facts.filed))} văn bản do máy ghi từ sổ; dòng trống để ghi tài liệu chỉ có trên giấy: phiếu ý "
            "kiến, danh sách ký tên, ảnh, ghi âm.",
            voice=Voice.NOTE,
        ),
        para("Phiếu ý kiến và danh sách có tên người dân để trong bì riêng, ghi “hạn chế sử dụng”.", voice=Voice.NOTE),
        Dotted("Tổng số tờ:", height_mm=10),
        Signatures(
            (
                Signature(("NGƯỜI LẬP HỒ SƠ",), "", "(Ký, ghi rõ họ tên)"),
                Signature(("NGƯỜI NHẬN LƯU TRỮ",), "", "(Ký, ghi rõ họ tên)"),
            )
        ),
    )
    return Paper(
        f"Mục lục hồ sơ {facts.conference.event}", facts.issuing.layout, dated_header_of(facts.issuing), blocks
    )


def _row(at: int, filed: Filed) -> tuple[str, ...]:
    pages = "" if filed.pages is None else str(filed.pages)
    return (f"{at}", filed.symbol, day_figures(filed.on) if filed.on else "", filed.title, filed.author, pages, "")


KIND = DocumentKind(
    code="archive_index",
    type_code=None,
    name="Mục lục hồ sơ lưu",
    of="conference",
    serves=("002-47",),
    facts=ArchiveIndexFacts,
    compose=compose,
    proves="archive",
)
