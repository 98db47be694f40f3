"""The sign-in sheet: delegates known beforehand, then empty lines, then the count that goes into the minutes."""

from doithoai.domain.papers.blocks import Align, Column, Dotted, Paper, Signature, Signatures, Table, Title, Voice, para
from doithoai.domain.papers.letterhead import bare_header_of
from doithoai.stages.documents.kind import DocumentKind
from doithoai.stages.documents.kinds.sign_in_sheet.facts import SignInSheetFacts
from doithoai.stages.documents.wording import when_words, where_words

_LINE_MM = 9.5
_COLUMNS = (
    Column("TT", 2, Align.CENTRE),
    Column("Họ và tên", 8),
    Column("Chức vụ, đơn vị hoặc thôn", 8),
    Column("Ký tên", 5),
)


def compose(facts: SignInSheetFacts) -> Paper:
    """The whole list."""
    people = ("Nhân dân",)
    invited = [(f"{at}", one.name, one.post, "") for at, one in enumerate(facts.invited, start=1)]
    empty = [(f"{at}", "", "", "") for at in range(1, facts.empty_lines + 1)]
    rows = (("Đại biểu",), *invited, people, *empty) if invited else tuple(empty)
    blocks = (
        Title("DANH SÁCH", f"Người dự {facts.conference.event}"),
        para(f"Thời gian: {when_words(facts.conference)}.", voice=Voice.PLAIN),
        para(f"Địa điểm: {where_words(facts.conference)}.", voice=Voice.PLAIN),
        Table(_COLUMNS, rows, row_mm=_LINE_MM),
        Dotted("Tổng số người dự:", height_mm=10),
        Dotted("trong đó đại biểu:", height_mm=10),
        para("Danh sách chỉ dùng để ghi số người dự và lập biên bản, không đưa ra công khai.", voice=Voice.NOTE),
        Signatures(
            (Signature(("THƯ KÝ",), "", "(Ký, ghi rõ họ tên)"), Signature(("CHỦ TRÌ",), "", "(Ký, ghi rõ họ tên)"))
        ),
    )
    return Paper("Danh sách người dự hội nghị", facts.issuing.layout, bare_header_of(facts.issuing), blocks)


KIND = DocumentKind(
    code="sign_in_sheet",
    type_code=None,
    name="Danh sách người dự",
    of="conference",
    serves=("000-32", "003-22"),
    facts=SignInSheetFacts,
    compose=compose,
)
