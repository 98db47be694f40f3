"""The answer brief: what a unit prepares on one opinion before the conference; a sheet for each, for the chair's folder.

Whoever is asked to answer says what was found, on what law it rests, and what he proposes (002-43). Nobody who asked is named.
"""

from doithoai.domain.papers.blocks import (
    Block,
    Dotted,
    Heading,
    PageBreak,
    Paper,
    Signature,
    Signatures,
    Ticks,
    Title,
    Voice,
    bold,
    para,
)
from doithoai.domain.papers.letterhead import bare_header_of
from doithoai.domain.papers.wording import ended, upper_first
from doithoai.stages.documents.kind import DocumentKind
from doithoai.stages.documents.kinds.answer_brief.facts import AnswerBriefFacts, Asked
from doithoai.stages.documents.wording import DOTS, due_words, held_words

_LINE_MM = 9


def compose(facts: AnswerBriefFacts) -> Paper:
    """All sheets in one file."""
    header = bare_header_of(facts.issuing)
    first, *others = facts.asked or (Asked("", "", "", ""),)
    blocks = _sheet(facts, first)
    for asked in others:
        blocks += [PageBreak(), header, *_sheet(facts, asked)]
    return Paper(
        f"Phiếu chuẩn bị trả lời {facts.conference.event}", facts.issuing.layout, header, tuple(blocks), body_pt=13
    )


def _sheet(facts: AnswerBriefFacts, asked: Asked) -> list[Block]:
    due = upper_first(due_words(asked.due)) if asked.due else DOTS
    topic = f" ({asked.topic})" if asked.topic else ""
    return [
        Title("PHIẾU CHUẨN BỊ TRẢ LỜI", f"tại {held_words(facts.conference)}"),
        para(bold("Đơn vị chuẩn bị: "), asked.unit or DOTS, voice=Voice.PLAIN),
        para(bold("Nộp văn phòng: "), ended(due, ".") if asked.due else due, voice=Voice.PLAIN),
        Heading(2, f"1. Ý kiến số {asked.code or '………'}{topic}"),
        *_written(asked.words, lines=3),
        Heading(2, "2. Sự việc, số liệu đã kiểm tra"),
        *_written(asked.found, lines=4),
        Heading(2, "3. Căn cứ: văn bản nào, điều, khoản nào"),
        *_written(asked.law, lines=2),
        Heading(2, "4. Đề xuất trả lời: làm gì, ai làm, ngày nào xong; chưa làm được vì sao"),
        *_written(asked.proposed, lines=5),
        Heading(2, "5. Người trả lời tại hội nghị"),
        *_written(asked.answerer, lines=1),
        Ticks("6. Thẩm quyền:", ("của xã", "của cấp trên, đề nghị chuyển")),
        Signatures(
            (
                Signature(("NGƯỜI CHUẨN BỊ",), "", "(Ký, ghi rõ họ tên)"),
                Signature(("LÃNH ĐẠO ĐƠN VỊ",), "", "(Ký, ghi rõ họ tên)"),
            )
        ),
    ]


def _written(words: str, *, lines: int) -> list[Block]:
    """What is there, else lines to write on."""
    told = [line.strip() for line in words.splitlines() if line.strip()]
    return [para(line) for line in told] if told else [Dotted("", lines=lines, height_mm=_LINE_MM)]


KIND = DocumentKind(
    code="answer_brief",
    type_code=None,
    name="Phiếu chuẩn bị trả lời",
    of="conference",
    serves=("002-18", "002-21", "002-43", "003-11", "003-25"),
    facts=AnswerBriefFacts,
    compose=compose,
)
