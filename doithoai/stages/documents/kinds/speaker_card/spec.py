"""The speaker card, three on a sheet to cut apart: who wants to speak, on what, for how long (002-27)."""

from doithoai.domain.papers.blocks import Block, Cut, Dotted, Paper, Ticks, Voice, bold, para
from doithoai.domain.papers.letterhead import bare_header_of
from doithoai.stages.documents.kind import DocumentKind
from doithoai.stages.documents.kinds.speaker_card.facts import SpeakerCardFacts
from doithoai.stages.documents.wording import held_words

_LINE_MM = 10.5


def compose(facts: SpeakerCardFacts) -> Paper:
    """One sheet; the office prints as many as it wants."""
    blocks: list[Block] = []
    for at in range(facts.cards):
        if at:
            blocks.append(Cut("Cắt theo đường này"))
        blocks += _card(facts)
    return Paper(
        "Phiếu đăng ký phát biểu", facts.issuing.layout, bare_header_of(facts.issuing), tuple(blocks), body_pt=12
    )


def _card(facts: SpeakerCardFacts) -> list[Block]:
    return [
        para(bold("PHIẾU ĐĂNG KÝ PHÁT BIỂU"), voice=Voice.CENTRE),
        para(f"tại {held_words(facts.conference)}", voice=Voice.NOTE),
        Dotted("Họ và tên:", height_mm=_LINE_MM),
        Dotted("Thôn hoặc đơn vị:", height_mm=_LINE_MM),
        Dotted("Tôi muốn nói về:", lines=2, height_mm=_LINE_MM),
        Ticks("Tôi cần:", ("3 phút", "5 phút", "nhờ thư ký đọc giúp")),
        para(
            "Nộp cho thư ký. Phiếu chỉ dùng để mời phát biểu theo thứ tự. Không ghi lời tố cáo vào phiếu này. "
            "Thứ tự (thư ký ghi): ………",
            voice=Voice.NOTE,
        ),
    ]


KIND = DocumentKind(
    code="speaker_card",
    type_code=None,
    name="Phiếu đăng ký phát biểu",
    of="conference",
    serves=("000-34", "001-11", "002-25", "002-27", "003-23"),
    facts=SpeakerCardFacts,
    compose=compose,
)
