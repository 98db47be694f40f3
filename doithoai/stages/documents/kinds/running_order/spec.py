"""The running order for the chair: minute by minute, who speaks, what may be said; each matter with its prepared answer.

It lies open on a table in the hall, so nobody who asked is named in it: speakers are called from their cards.
"""

from doithoai.domain.papers.blocks import Align, Block, Column, Heading, Paper, Table, Title, Voice, item, para
from doithoai.domain.papers.letterhead import bare_header_of
from doithoai.domain.papers.wording import ended
from doithoai.stages.documents.kind import DocumentKind
from doithoai.stages.documents.kinds.running_order.facts import Matter, RunningOrderFacts
from doithoai.stages.documents.kinds.running_order.lines import said_at, said_when
from doithoai.stages.documents.timetable import hours_of
from doithoai.stages.documents.wording import when_words, where_words

_LONGEST_ANSWER = 60
_STEPS = (
    Column("Giờ", 3, Align.CENTRE),
    Column("Phút", 2, Align.CENTRE),
    Column("Việc, người thực hiện", 8),
    Column("Lời nói gợi ý", 13),
)
_MATTERS = (
    Column("Số", 3, Align.CENTRE),
    Column("Nhân dân hỏi", 9),
    Column("Đơn vị trả lời", 5),
    Column("Ý chính đã chuẩn bị", 9),
)
_CASES = (Column("Khi", 7), Column("Chủ trì có thể nói", 19))
_EMPTY = 6


def compose(facts: RunningOrderFacts) -> Paper:
    """The whole running order; what is not known yet has room to be written in."""
    conference = facts.conference
    blocks: tuple[Block, ...] = (
        Title("KỊCH BẢN ĐIỀU HÀNH", conference.event),
        para(f"Thời gian: {when_words(conference, ask_hour=True)}.", voice=Voice.PLAIN),
        para(f"Địa điểm: {where_words(conference)}.", voice=Voice.PLAIN),
        para("Dùng cho chủ trì, dẫn chương trình và thư ký; không phát cho người dự.", voice=Voice.NOTE),
        Heading(1, "I. TỪNG BƯỚC"),
        Table(_STEPS, _steps(facts), row_mm=9),
        Heading(1, "II. NHỮNG VIỆC NHÂN DÂN HỎI"),
        Table(_MATTERS, tuple(_matter(one) for one in facts.matters) or (("", "", "", ""),) * _EMPTY, row_mm=9),
        para("Người phát biểu mời theo phiếu đăng ký ở bàn thư ký.", voice=Voice.NOTE),
        Heading(1, "III. CÂU NÓI KHI CẦN"),
        Table(_CASES, tuple(said_when(facts))),
        Heading(1, "IV. TRƯỚC KHI KẾT THÚC"),
        *(item(ended(line, ".")) for line in _CHECKS),
    )
    return Paper(f"Kịch bản điều hành {conference.event}", facts.issuing.layout, bare_header_of(facts.issuing), blocks)


_CHECKS = (
    "Ý kiến nào cũng đã có kết quả: đã trả lời; giao đơn vị và ngày; chuyển cấp trên; hoặc hướng dẫn nơi giải quyết",
    "Đã đọc to từng việc giao, đơn vị nào làm, ngày nào trả lời",
    "Thư ký đã đọc lại biên bản; chủ trì, thư ký đã ký",
    "Đã báo bà con nơi xem kết quả và nơi hỏi tiếp",
)


def _steps(facts: RunningOrderFacts) -> tuple[tuple[str, ...], ...]:
    hours = hours_of(facts.steps, facts.conference.starts)
    rows = tuple(
        (hour, str(step.minutes or ""), f"{step.title}\n({step.who})" if step.who else step.title, said_at(step, facts))
        for hour, step in zip(hours, facts.steps, strict=True)
    )
    return rows or (("", "", "", ""),) * _EMPTY


def _matter(matter: Matter) -> tuple[str, ...]:
    answer = _short(matter.answer)
    if matter.answered_before:
        answer = f"Đã trả lời trước hội nghị. {answer}".strip()
    return (matter.code, matter.words, matter.unit, answer)


def _short(words: str) -> str:
    told = words.split()
    return " ".join(told) if len(told) <= _LONGEST_ANSWER else " ".join(told[:_LONGEST_ANSWER]) + "…"


KIND = DocumentKind(
    code="running_order",
    type_code=None,
    name="Kịch bản điều hành",
    of="conference",
    serves=(
        "000-28",
        "000-29",
        "000-30",
        "000-31",
        "000-35",
        "000-37",
        "002-25",
        "002-26",
        "002-28",
        "002-29",
        "002-30",
    ),
    facts=RunningOrderFacts,
    compose=compose,
)
