"""The minutes: who was there, each opinion with its answer or what was decided about it, the conclusion, the signatures."""

import re
from itertools import count

from doithoai.domain.papers.blocks import Block, Heading, Paper, Signature, Signatures, Title, bold, item, para
from doithoai.domain.papers.letterhead import header_of
from doithoai.domain.papers.wording import clock, counted, day_words, ended, joined, upper_first
from doithoai.stages.documents.facts import OpinionFact, Outcome
from doithoai.stages.documents.kind import DocumentKind, MissingFacts
from doithoai.stages.documents.kinds.minutes.facts import MinutesFacts
from doithoai.stages.documents.wording import chairs_words, citizens_words, due_words, officer_words, point

_DOTS = "........."
_UNKNOWN_HOUR = f"{_DOTS} giờ {_DOTS} phút"
_SECTION = re.compile(r"[IVX]+\. ")
_OPENING = (
    "Đại diện bộ phận tổ chức tuyên bố lý do, giới thiệu đại biểu, thông qua chương trình và nội quy hội nghị.",
    "Người chủ trì thông báo mục đích, nội dung đối thoại.",
)


def compose(facts: MinutesFacts) -> Paper:
    """The whole minutes; MissingFacts while the conference has no day."""
    conference = facts.conference
    if conference.on is None:
        raise MissingFacts("Biên bản cần có ngày tổ chức. Chọn ngày của hội nghị rồi soạn lại.")
    written = _written(facts.text) if facts.text.strip() else _composed(facts)
    blocks: tuple[Block, ...] = (Title("BIÊN BẢN", upper_first(conference.event)), *written, _signatures(facts))
    header = header_of(facts.issuing, type_code="BB")
    return Paper(f"Biên bản {conference.event}", facts.issuing.layout, header, blocks)


def _written(words: str) -> list[Block]:
    """The secretary's own text: headings by their numerals, list lines by their dash."""
    blocks: list[Block] = []
    for line in (line.strip() for line in words.splitlines()):
        if _SECTION.match(line):
            blocks.append(Heading(1, line))
        elif line.startswith("- "):
            blocks.append(item(line.removeprefix("- ")))
        elif line:
            blocks.append(para(line))
    return blocks


def _composed(facts: MinutesFacts) -> list[Block]:
    conference = facts.conference
    hour = clock(facts.opened or conference.starts) if facts.opened or conference.starts else _UNKNOWN_HOUR
    end = clock(facts.ended) if facts.ended else _UNKNOWN_HOUR
    day = day_words(conference.on) if conference.on else _DOTS
    place = conference.place or _DOTS
    return [
        para(f"Vào hồi {hour}, {day}, tại {place}, {facts.issuing.issuer.name} tổ chức {conference.event}."),
        Heading(1, "I. THÀNH PHẦN THAM DỰ"),
        *_present(facts),
        Heading(1, "II. DIỄN BIẾN HỘI NGHỊ"),
        *_course(facts),
        Heading(1, "III. KẾT LUẬN CỦA CHỦ TRÌ"),
        *(item(ended(line, ".")) for line in facts.conclusion or _conclusion(facts.opinions)),
        para(
            f"Hội nghị kết thúc vào hồi {end} cùng ngày. Biên bản được lập thành {counted(facts.copies)} bản, đã đọc lại cho những "
            "người dự hội nghị cùng nghe và thống nhất./."
        ),
    ]


def _present(facts: MinutesFacts) -> list[Block]:
    numbers = count(1)
    conference = facts.conference
    blocks: list[Block] = [point(next(numbers), "Chủ trì", f"{chairs_words(conference)}.")]
    if conference.co_chair:
        blocks.append(point(next(numbers), "Đồng chủ trì", f"{officer_words(conference.co_chair)}."))
    secretaries = joined([officer_words(one) for one in conference.secretaries]) or _DOTS
    blocks.append(point(next(numbers), "Thư ký", f"{secretaries}."))
    bodies = f": {'; '.join(facts.delegates)}" if facts.delegates else ""
    blocks.append(point(next(numbers), "Đại biểu", f"{_people(facts.delegate_count)}{bodies}."))
    blocks.append(point(next(numbers), citizens_words(conference), f"{_people(facts.citizen_count)}."))
    if facts.delegate_count is not None and facts.citizen_count is not None:
        blocks.append(para(f"Tổng số người dự: {_people(facts.delegate_count + facts.citizen_count)}."))
    return blocks


def _people(number: int | None) -> str:
    return f"{_DOTS} người" if number is None else f"{counted(number)} người"


def _course(facts: MinutesFacts) -> list[Block]:
    numbers = count(1)
    blocks: list[Block] = [Heading(2, f"{next(numbers)}. Khai mạc")]
    blocks += [item(ended(line, ".")) for line in facts.opening or _OPENING]
    if facts.earlier_results:
        blocks.append(point(next(numbers), "Kết quả giải quyết ý kiến của kỳ trước", ended(facts.earlier_results, ".")))
    blocks.append(Heading(2, f"{next(numbers)}. Ý kiến của Nhân dân và nội dung trả lời"))
    if not facts.opinions:
        blocks.append(para("Hội nghị không có ý kiến phát biểu."))
    for at, opinion in enumerate(facts.opinions, start=1):
        blocks += _opinion(at, opinion)
    return blocks


def _opinion(at: int, opinion: OpinionFact) -> list[Block]:
    speaker = f" ({opinion.speaker})" if opinion.speaker else ""
    blocks: list[Block] = [para(bold(f"Ý kiến {at}"), f"{speaker}: {ended(opinion.words, '.')}")]
    if opinion.answer:
        who = f"{upper_first(opinion.answered_by)} trả lời" if opinion.answered_by else "Trả lời"
        blocks.append(item(f"{who}: {ended(opinion.answer, '.')}"))
    if decided := _decided(opinion):
        blocks.append(item(decided))
    return blocks


def _decided(opinion: OpinionFact) -> str:
    due = due_words(opinion.due, with_basis=False) if opinion.due else ""
    unit = opinion.unit or "đơn vị được phân công"
    match opinion.outcome:
        case Outcome.ANSWERED_BEFORE:
            return "Đã trả lời bằng văn bản trước hội nghị; thông báo lại tại hội nghị."
        case Outcome.IN_WRITING:
            return f"Chủ trì giao {unit} trả lời bằng văn bản{' ' + due if due else ''}."
        case Outcome.PASSED_UP:
            return f"Nội dung vượt thẩm quyền của xã; chuyển {unit} xem xét, giải quyết và báo cho người có ý kiến."
        case Outcome.GUIDED:
            return f"Không thuộc nội dung đối thoại{': ' + opinion.reason if opinion.reason else ''}; đã hướng dẫn nơi giải quyết."
        case Outcome.ANSWERED:
            return "" if opinion.answer else "Đã trả lời tại hội nghị."


def _conclusion(opinions: tuple[OpinionFact, ...]) -> list[str]:
    answered = sum(one.outcome in (Outcome.ANSWERED, Outcome.ANSWERED_BEFORE) for one in opinions)
    written = sum(one.outcome is Outcome.IN_WRITING for one in opinions)
    passed = sum(one.outcome is Outcome.PASSED_UP for one in opinions)
    guided = sum(one.outcome is Outcome.GUIDED for one in opinions)
    lines = [
        f"Hội nghị đã đối thoại {counted(len(opinions) - guided)} ý kiến, trong đó {counted(answered)} ý kiến đã được trả lời, giải quyết",
        f"{counted(written)} ý kiến được giao đơn vị trả lời bằng văn bản; {counted(passed)} ý kiến chuyển cấp có thẩm quyền",
    ]
    return lines + ([f"{counted(guided)} ý kiến đã được hướng dẫn đến nơi giải quyết"] if guided else [])


def _signatures(facts: MinutesFacts) -> Signatures:
    conference = facts.conference
    secretary = conference.secretaries[0].name if conference.secretaries else ""
    chair = conference.chairs[0].name if conference.chairs else facts.issuing.signer.name
    signatures = [Signature(("THƯ KÝ",), secretary)]
    if conference.co_chair:
        signatures.append(Signature(("ĐỒNG CHỦ TRÌ",), conference.co_chair.name))
    return Signatures((*signatures, Signature(("CHỦ TRÌ",), chair)))


KIND = DocumentKind(
    code="minutes",
    type_code="BB",
    name="Biên bản hội nghị",
    of="conference",
    serves=("000-32", "000-39", "002-25", "003-22", "004-15", "004-29"),
    facts=MinutesFacts,
    compose=compose,
)
