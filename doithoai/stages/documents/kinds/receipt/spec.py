"""The receipt for an opinion: its code, when it came in, when it is answered, where to ask.

It is made to be lost: it names neither the speaker nor the matter (practice: papers lie about in the house).
"""

from doithoai.domain.papers.blocks import (
    Block,
    Code,
    Dotted,
    Paper,
    Signature,
    Signatures,
    Title,
    Voice,
    bold,
    item,
    para,
)
from doithoai.domain.papers.letterhead import dated_header_of
from doithoai.domain.papers.wording import clock, day_words, ended
from doithoai.stages.documents.kind import DocumentKind
from doithoai.stages.documents.kinds.receipt.facts import ReceiptFacts
from doithoai.stages.documents.wording import contact_words, due_words, held_words


def compose(facts: ReceiptFacts) -> Paper:
    """Half a page."""
    received = f"{clock(facts.received_at.time())}, {day_words(facts.received_at.date())}"
    blocks: tuple[Block, ...] = (
        Title("GIẤY BIÊN NHẬN Ý KIẾN", _summary(facts)),
        Code("Mã phiếu:", facts.code),
        para(f"{facts.contact.office} đã nhận 01 ý kiến lúc {received}; số trong sổ: {facts.number}."),
        *_due(facts),
        para(bold("Muốn biết đã trả lời chưa, xin đọc mã phiếu này khi hỏi:")),
        item(ended(contact_words(facts.contact), ".")),
        Dotted("Tài liệu nộp kèm (nếu có):", height_mm=10),
        para(
            "Giấy này không ghi tên và không ghi nội dung ý kiến. Ai có mã phiếu thì xem được ý kiến đã giải quyết đến đâu, "
            "xin giữ kín. Mất giấy, xin đến nơi nhận để được tìm giúp.",
            voice=Voice.NOTE,
        ),
        Signatures((Signature((), ""), Signature(("NGƯỜI NHẬN",), "", "(Ký, ghi rõ họ tên)"))),
    )
    return Paper(f"Giấy biên nhận ý kiến {facts.number}", facts.issuing.layout, dated_header_of(facts.issuing), blocks)


def _summary(facts: ReceiptFacts) -> str:
    return f"gửi đến {held_words(facts.conference)}" if facts.conference else ""


def _due(facts: ReceiptFacts) -> list[Block]:
    if facts.answer is None:
        return []
    return [para(f"Nếu chưa được trả lời tại hội nghị, ý kiến được trả lời {due_words(facts.answer)}.")]


KIND = DocumentKind(
    code="receipt",
    type_code=None,
    name="Giấy biên nhận ý kiến",
    of="opinion",
    serves=("000-26", "000-34", "003-23", "004-29"),
    facts=ReceiptFacts,
    compose=compose,
    is_personal=True,
)
