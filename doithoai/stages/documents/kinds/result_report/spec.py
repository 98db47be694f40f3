"""The result report: what was prepared, what was said, what became of each opinion. Every figure is counted from the lists."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import count

from doithoai.domain.papers.blocks import (
    Address,
    Align,
    Block,
    Closing,
    Column,
    Heading,
    Paper,
    Table,
    Title,
    item,
    para,
)
from doithoai.domain.papers.letterhead import closing_of, header_of
from doithoai.domain.papers.wording import counted, day_figures, day_words, ended, upper_first
from doithoai.stages.documents.facts import OpinionFact, Outcome
from doithoai.stages.documents.kind import DocumentKind, MissingFacts
from doithoai.stages.documents.kinds.result_report.facts import ResultReportFacts
from doithoai.stages.documents.kinds.result_report.figures import AnswerState, Figures, figures_of, state_of
from doithoai.stages.documents.wording import chairs_words, citizens_words, officer_words, roman, when_words

_HEADS = (
    "Lĩnh vực",
    "Tổng số",
    "Trả lời trước",
    "Trả lời tại hội nghị",
    "Trả lời bằng văn bản",
    "Chuyển cấp trên",
    "Hướng dẫn",
)
_SHARES = (6, 2, 2, 3, 3, 3, 3)
_OUTCOME_WORDS = {
    Outcome.ANSWERED_BEFORE: "Đã trả lời trước hội nghị",
    Outcome.ANSWERED: "Đã trả lời tại hội nghị",
    Outcome.IN_WRITING: "Trả lời bằng văn bản",
    Outcome.PASSED_UP: "Chuyển cấp có thẩm quyền",
    Outcome.GUIDED: "Đã hướng dẫn nơi giải quyết",
}


def compose(facts: ResultReportFacts) -> Paper:
    """The whole report; MissingFacts while the conference has no day."""
    conference = facts.conference
    if conference.on is None:
        raise MissingFacts("Báo cáo cần có ngày tổ chức. Chọn ngày của hội nghị rồi soạn lại.")
    sections = (_organising(facts), _results(facts), _after(facts), _judgement(facts), _proposals(facts))
    numbers = count(1)
    blocks: list[Block] = [Title("BÁO CÁO", f"Kết quả tổ chức {conference.event}")]
    if facts.addressees:
        blocks.append(Address(facts.addressees))
    blocks.append(para(f"{facts.issuing.issuer.name} báo cáo kết quả tổ chức {conference.event} như sau:"))
    for heading, body in sections:
        if body:
            blocks += [Heading(1, f"{roman(next(numbers))}. {heading}"), *body]
    last = f"Trên đây là Báo cáo kết quả tổ chức {conference.event} của {facts.issuing.issuer.name}./."
    blocks += [para(last), _closing(facts)]
    name = f"Báo cáo kết quả {conference.event}"
    return Paper(name, facts.issuing.layout, header_of(facts.issuing, type_code="BC"), tuple(blocks))


def _closing(facts: ResultReportFacts) -> Closing:
    """Bodies addressed above are not named again among the recipients."""
    others = tuple(
        one for one in facts.issuing.recipients if not any(body.startswith(one.name) for body in facts.addressees)
    )
    return closing_of(replace(facts.issuing, recipients=others), first=("Như trên",) if facts.addressees else ())


def _organising(facts: ResultReportFacts) -> tuple[str, list[Block]]:
    conference = facts.conference
    co_chair = f"; đồng chủ trì: {officer_words(conference.co_chair)}" if conference.co_chair else ""
    blocks: list[Block] = []
    if facts.preparations:
        blocks.append(para("Công tác chuẩn bị đã thực hiện:"))
        blocks += [item(f"{one.what}{', ' + day_words(one.on) if one.on else ''}.") for one in facts.preparations]
    blocks += [
        para(f"Hội nghị được tổ chức vào {when_words(conference)}, tại {conference.place}."),
        para(f"Chủ trì: {chairs_words(conference)}{co_chair}. Đối tượng đối thoại: {citizens_words(conference)}."),
    ]
    if facts.delegate_count is not None and facts.citizen_count is not None:
        total = facts.delegate_count + facts.citizen_count
        blocks.append(
            para(
                f"Số người dự: {counted(total)} người, gồm {counted(facts.delegate_count)} đại biểu và "
                f"{counted(facts.citizen_count)} người dân."
            )
        )
    return "CÔNG TÁC TỔ CHỨC", blocks


def _results(facts: ResultReportFacts) -> tuple[str, list[Block]]:
    if not facts.opinions:
        return "KẾT QUẢ ĐỐI THOẠI", [para("Hội nghị không có ý kiến.")]
    figures = figures_of(facts.opinions, facts.as_of)
    columns = tuple(
        Column(head, share, Align.LEFT if at == 0 else Align.CENTRE)
        for at, (head, share) in enumerate(zip(_HEADS, _SHARES, strict=True))
    )
    rows = [(upper_first(topic), *_cells(row)) for topic, row in figures.by_topic.items()]
    rows.append(("Cộng", *_cells(figures.all_topics)))
    return "KẾT QUẢ ĐỐI THOẠI", [
        para(f"Hội nghị tiếp nhận {counted(figures.total)} ý kiến, phân theo lĩnh vực và cách xử lý như sau:"),
        Table(columns, tuple(rows)),
        para("Danh sách ý kiến và kết quả:"),
        _list(facts.opinions, facts),
    ]


def _cells(row: Sequence[int]) -> tuple[str, ...]:
    return (str(sum(row)), *(str(number) for number in row))


def _list(opinions: tuple[OpinionFact, ...], facts: ResultReportFacts) -> Table:
    columns = (
        Column("TT", 1, Align.CENTRE),
        Column("Nội dung ý kiến", 6),
        Column("Cách xử lý", 4),
        Column("Đơn vị; thời hạn; tình trạng", 5),
    )
    rows = tuple(
        (f"{at}", one.words, _OUTCOME_WORDS[one.outcome], _standing(one, facts))
        for at, one in enumerate(opinions, start=1)
    )
    return Table(columns, rows)


def _standing(opinion: OpinionFact, facts: ResultReportFacts) -> str:
    parts = [opinion.unit or upper_first(opinion.answered_by)]
    limit = opinion.extended_to or (opinion.due.on if opinion.due else None)
    if limit and opinion.outcome in (Outcome.IN_WRITING, Outcome.PASSED_UP):
        parts.append(f"hạn {day_figures(limit)}{' (đã gia hạn)' if opinion.extended_to else ''}")
    if (state := state_of(opinion, facts.as_of)) is not AnswerState.DONE:
        parts.append(state.words)
    return "; ".join(part for part in parts if part)


def _after(facts: ResultReportFacts) -> tuple[str, list[Block]]:
    figures = figures_of(facts.opinions, facts.as_of)
    if figures.to_answer == 0:
        return "", []
    return "TRẢ LỜI SAU HỘI NGHỊ", [
        para(
            f"Tính đến {day_words(facts.as_of)}, trong {counted(figures.to_answer)} ý kiến phải trả lời sau hội nghị:"
        ),
        *(item(f"{line}.") for line in _after_lines(figures)),
    ]


def _after_lines(figures: Figures) -> list[str]:
    return [
        f"Đã trả lời đúng hạn: {counted(figures.on_time)} ý kiến",
        f"Đã trả lời quá hạn: {counted(figures.answered_late)} ý kiến",
        f"Chưa trả lời, còn trong hạn: {counted(figures.open_in_time)} ý kiến",
        f"Chưa trả lời, đã quá hạn: {counted(figures.open_late)} ý kiến",
        f"Số ý kiến đã gia hạn (có báo lý do cho người có ý kiến): {counted(figures.extended)}",
    ]


def _judgement(facts: ResultReportFacts) -> tuple[str, list[Block]]:
    return "ĐÁNH GIÁ, RÚT KINH NGHIỆM", [item(ended(upper_first(one), ".")) for one in facts.remarks]


def _proposals(facts: ResultReportFacts) -> tuple[str, list[Block]]:
    return "KIẾN NGHỊ, ĐỀ XUẤT", [item(ended(upper_first(one), ".")) for one in facts.proposals]


KIND = DocumentKind(
    code="result_report",
    type_code="BC",
    name="Báo cáo kết quả",
    of="conference",
    serves=("001-22", "002-22", "004-22", "004-29", "004-32", "000-50"),
    facts=ResultReportFacts,
    compose=compose,
    proves="report",
)
