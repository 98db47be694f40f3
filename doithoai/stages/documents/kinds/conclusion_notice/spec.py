"""The notice of the conclusion: what was discussed, what is solved, what is not yet, who does what by when.

The four lists are asked for by the plans themselves (002-30); every item of the third list appears in the fourth with one
unit and one day.
"""

from collections import Counter

from doithoai.domain.papers.blocks import Align, Block, Column, Heading, Paper, Table, Title, item, para
from doithoai.domain.papers.letterhead import closing_of, header_of
from doithoai.domain.papers.wording import counted, day_figures, day_words, ended, upper_first
from doithoai.stages.documents.facts import DueDate, OpinionFact, Outcome
from doithoai.stages.documents.kind import DocumentKind, MissingFacts
from doithoai.stages.documents.kinds.conclusion_notice.facts import ConclusionNoticeFacts
from doithoai.stages.documents.wording import chair_posts, chairs_words, due_words, officer_words, term_words

_SOLVED = frozenset({Outcome.ANSWERED, Outcome.ANSWERED_BEFORE})
_OPEN = frozenset({Outcome.IN_WRITING, Outcome.PASSED_UP})
_NUMBER = Column("TT", 1, Align.CENTRE)


def compose(facts: ConclusionNoticeFacts) -> Paper:
    """The whole notice; MissingFacts while an open opinion lacks a unit or the conference a day."""
    conference = facts.conference
    if conference.on is None:
        raise MissingFacts("Thông báo kết luận cần có ngày tổ chức. Chọn ngày của hội nghị rồi soạn lại.")
    _require_units(facts.opinions)
    told = f"{upper_first(chair_posts(conference))}" if conference.chairs else "Chủ trì"
    blocks = (
        Title("THÔNG BÁO", f"Kết luận của {told} tại {conference.event}"),
        para(_opening(facts)),
        *_discussed(facts),
        *_solved(facts),
        *_unsolved(facts),
        *_assigned(facts),
        *_carrying_out(facts),
        para(
            f"{facts.issuing.issuer.name} thông báo để các cơ quan, đơn vị và Nhân dân biết, thực hiện và giám sát./."
        ),
        closing_of(facts.issuing),
    )
    name = f"Thông báo kết luận {conference.event}"
    return Paper(name, facts.issuing.layout, header_of(facts.issuing, type_code="TB"), blocks)


def _require_units(opinions: tuple[OpinionFact, ...]) -> None:
    without = [one for one in opinions if one.outcome in _OPEN and not one.unit]
    if without:
        raise MissingFacts(
            f"Còn {counted(len(without))} ý kiến chưa giải quyết mà chưa giao đơn vị. Giao đơn vị và hạn trả lời rồi soạn lại."
        )


def _opening(facts: ConclusionNoticeFacts) -> str:
    conference = facts.conference
    day = day_words(conference.on) if conference.on else ""
    co_chair = f", {officer_words(conference.co_chair)} đồng chủ trì" if conference.co_chair else ""
    people = f"Dự hội nghị có {counted(facts.people_count)} người. " if facts.people_count is not None else ""
    spoken = f"Hội nghị đã tiếp nhận {counted(len(facts.opinions))} ý kiến. " if facts.opinions else ""
    return (
        f"{upper_first(day)}, tại {conference.place}, {facts.issuing.issuer.name} tổ chức {conference.event}, do "
        f"{chairs_words(conference)} chủ trì{co_chair}. {people}{spoken}Sau khi nghe ý kiến của Nhân dân và trả lời của các đơn vị, "
        "chủ trì hội nghị kết luận như sau:"
    )


def _discussed(facts: ConclusionNoticeFacts) -> list[Block]:
    topics = Counter(one.topic for one in facts.opinions if one.outcome is not Outcome.GUIDED)
    return [
        Heading(1, "I. NHỮNG NỘI DUNG ĐÃ ĐỐI THOẠI"),
        *(item(f"{upper_first(topic)}: {counted(number)} ý kiến.") for topic, number in topics.items()),
        *([] if topics else [para("Hội nghị không có ý kiến.")]),
    ]


def _solved(facts: ConclusionNoticeFacts) -> list[Block]:
    solved = [one for one in facts.opinions if one.outcome in _SOLVED]
    heading = Heading(1, "II. NHỮNG NỘI DUNG ĐÃ ĐƯỢC TRẢ LỜI, GIẢI QUYẾT")
    if not solved:
        return [heading, para("Không có.")]
    columns = (
        _NUMBER,
        Column("Nội dung ý kiến", 6),
        Column("Kết quả trả lời, giải quyết", 6),
        Column("Đơn vị trả lời", 3),
    )
    rows = tuple(
        (f"{at}", one.words, _result(one), upper_first(one.answered_by)) for at, one in enumerate(solved, start=1)
    )
    return [heading, Table(columns, rows)]


def _result(opinion: OpinionFact) -> str:
    before = "Đã trả lời bằng văn bản trước hội nghị. " if opinion.outcome is Outcome.ANSWERED_BEFORE else ""
    return before + (opinion.answer or "Đã trả lời tại hội nghị")


def _unsolved(facts: ConclusionNoticeFacts) -> list[Block]:
    heading = Heading(1, "III. NHỮNG NỘI DUNG CHƯA ĐƯỢC GIẢI QUYẾT TẠI HỘI NGHỊ")
    still = [one for one in facts.opinions if one.outcome in _OPEN]
    guided = sum(one.outcome is Outcome.GUIDED for one in facts.opinions)
    blocks: list[Block] = [heading]
    if still:
        columns = (_NUMBER, Column("Nội dung ý kiến", 9), Column("Lý do chưa giải quyết", 6))
        blocks.append(
            Table(columns, tuple((f"{at}", one.words, _reason(one)) for at, one in enumerate(still, start=1)))
        )
    else:
        blocks.append(para("Không có."))
    if guided:
        blocks.append(
            para(
                f"Ngoài ra, có {counted(guided)} ý kiến không thuộc nội dung đối thoại đã được hướng dẫn nơi giải quyết."
            )
        )
    return blocks


def _reason(opinion: OpinionFact) -> str:
    usual = "Vượt thẩm quyền của xã" if opinion.outcome is Outcome.PASSED_UP else "Cần kiểm tra, xác minh thêm"
    return opinion.reason or usual


def _assigned(facts: ConclusionNoticeFacts) -> list[Block]:
    heading = Heading(1, "IV. GIAO TRÁCH NHIỆM GIẢI QUYẾT, TRẢ LỜI")
    still = [one for one in facts.opinions if one.outcome in _OPEN]
    if not still:
        return [heading, para("Không có nội dung phải giao.")]
    columns = (_NUMBER, Column("Việc phải làm", 7), Column("Đơn vị thực hiện", 4), Column("Chậm nhất", 4))
    rows = tuple((f"{at}", _work(at, one), one.unit, _day(one.due)) for at, one in enumerate(still, start=1))
    return [heading, Table(columns, rows)]


def _work(at: int, opinion: OpinionFact) -> str:
    if opinion.outcome is Outcome.PASSED_UP:
        return f"Nội dung {at} mục III: đề nghị xem xét, giải quyết; xã theo dõi và báo cho người có ý kiến"
    return f"Nội dung {at} mục III: xem xét, giải quyết và trả lời người có ý kiến bằng văn bản"


def _day(due: DueDate | None) -> str:
    if due is None:
        return "Trong thời gian sớm nhất"
    term = term_words(due)
    return (
        f"{day_figures(due.on)}\n({term})" if due.on and term else day_figures(due.on) if due.on else upper_first(term)
    )


def _carrying_out(facts: ConclusionNoticeFacts) -> list[Block]:
    lines = [ended(upper_first(remark), ".") for remark in facts.remarks]
    lines.append(
        "Các đơn vị được giao thực hiện đúng thời hạn; cần thêm thời gian phải báo trước cho người có ý kiến và nêu rõ lý do."
    )
    if facts.office:
        lines.append(f"{facts.office} theo dõi, đôn đốc và tổng hợp kết quả thực hiện.")
    if facts.supervisor:
        lines.append(f"Đề nghị {facts.supervisor} giám sát việc thực hiện kết luận này.")
    if facts.publication:
        lines.append(
            "Kết quả hội nghị được thông tin trên phương tiện thông tin đại chúng, niêm yết tại trụ sở và gửi đến trưởng các thôn "
            f"{due_words(facts.publication)}."
        )
    return [Heading(1, "V. TỔ CHỨC THỰC HIỆN"), *(para(f"{at}. {line}") for at, line in enumerate(lines, start=1))]


KIND = DocumentKind(
    code="conclusion_notice",
    type_code="TB",
    name="Thông báo kết luận",
    of="conference",
    serves=("002-30", "002-46", "000-36", "LAW-43"),
    facts=ConclusionNoticeFacts,
    compose=compose,
    proves="conclusion_notice",
)
