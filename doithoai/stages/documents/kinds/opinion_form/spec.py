"""The paper form for an opinion: one A4 sheet, 14 pt, lines 12 mm apart, with a slip to tear off.

The warning on denunciations comes first: they are secret by the Law on Denunciations and never enter the dialogue.
"""

from doithoai.domain.papers.blocks import Block, Boxed, Code, Cut, Dotted, Paper, Ticks, Title, Voice, bold, para, text
from doithoai.domain.papers.letterhead import bare_header_of
from doithoai.domain.papers.wording import weekday_and_day
from doithoai.stages.documents.facts import ConferenceFacts
from doithoai.stages.documents.kind import DocumentKind
from doithoai.stages.documents.kinds.opinion_form.facts import OpinionFormFacts
from doithoai.stages.documents.wording import contact_words, due_words

_ROOM = "." * 24
_LINE_MM = 12.0


def compose(facts: OpinionFormFacts) -> Paper:
    """The whole sheet."""
    code = facts.code or _ROOM
    return Paper(
        "Phiếu ghi ý kiến",
        facts.issuing.layout,
        bare_header_of(facts.issuing),
        (Title("PHIẾU GHI Ý KIẾN", _summary(facts.conference)), *_questions(facts, code), *_slip(facts, code)),
        body_pt=14,
    )


def _summary(conference: ConferenceFacts) -> str:
    day = f", {weekday_and_day(conference.on)}" if conference.on else ""
    return f"gửi đến {conference.event}{day}"


def _questions(facts: OpinionFormFacts, code: str) -> tuple[Block, ...]:
    place = facts.contact.reception_place or "nơi tiếp công dân của xã"
    return (
        Boxed(
            (
                text(
                    bold("Phiếu này không dùng để tố cáo."),
                    " Muốn tố cáo việc làm sai của một người, xin đừng viết vào đây.",
                ),
                text(f"Xin gặp cán bộ tại {place}; tên của ông, bà sẽ được giữ kín."),
            )
        ),
        Dotted("Điều tôi muốn hỏi, muốn nói:", lines=7, height_mm=_LINE_MM),
        Dotted("Việc này ở thôn, khu vực nào:", height_mm=_LINE_MM),
        Ticks("Tôi muốn được trả lời:", ("tại hội nghị", "bằng văn bản", "không cần")),
        Dotted("Họ và tên (không ghi cũng được):", height_mm=_LINE_MM),
        Dotted("Số điện thoại, thôn (ghi nếu muốn được báo tin):", height_mm=_LINE_MM),
        para(
            "Tên và số điện thoại chỉ để trả lời ông, bà, không đưa ra công khai. Không biết viết thì nhờ trưởng thôn hoặc cán bộ "
            f"ghi giúp. Nộp phiếu cho trưởng thôn, thư ký hội nghị hoặc {facts.contact.office}. Mã phiếu: {code}",
            voice=Voice.NOTE,
        ),
    )


def _slip(facts: OpinionFormFacts, code: str) -> tuple[Block, ...]:
    look_up = f" hoặc xem tại {facts.look_up}" if facts.look_up else ""
    term = (
        f"Ý kiến cần trả lời sau hội nghị được trả lời {due_words(facts.answer, with_basis=False)}. "
        if facts.answer
        else ""
    )
    return (
        Cut("Cắt theo đường này. Người gửi ý kiến giữ phần dưới."),
        Code("Mã phiếu:", code),
        para(
            f"{term}Muốn biết ý kiến đã được trả lời chưa, xin đọc mã này khi hỏi {contact_words(facts.contact)}{look_up}.",
            voice=Voice.NOTE,
        ),
    )


KIND = DocumentKind(
    code="opinion_form",
    type_code=None,
    name="Phiếu ghi ý kiến",
    of="conference",
    serves=("002-20", "003-25"),
    facts=OpinionFormFacts,
    compose=compose,
)
