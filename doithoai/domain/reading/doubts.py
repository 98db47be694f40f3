"""What a careful clerk would query in a plan: repealed bases, ended recipients, names spelt two ways, missing terms.

Every query is judged at the time of the plan, never today. Sources of the law: `validity.py`.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from doithoai.domain.reading.characters import fold, is_bare
from doithoai.domain.reading.dates import find_stretches
from doithoai.domain.reading.paragraphs import Paragraph
from doithoai.domain.reading.people import has_council_chair
from doithoai.domain.reading.places import commune_names
from doithoai.domain.reading.record import Deadline, Doubt, Reading, Span
from doithoai.domain.reading.validity import LAW_NOTICE_DAYS, PUBLICATION_SINCE, EndedBody, RepealedLaw

_NOTICES = {"issue_notice", "broadcast"}
_ALL_NOTICES = _NOTICES | {"send_invitations"}
_ENOUGH = 300
_RESULT = re.compile(r"(?:thong bao|cong khai|niem yet|cong bo|dang tai)[^.;]{0,60}(?:ket qua|ket luan)")
_EVENT_LONG = re.compile(r"tiep xuc,? ?(?:va )?doi thoai|doi thoai,? ?tiep xuc")
_EVENT_SHORT = re.compile(r"(?<!tiep xuc )(?<!tiep xuc, )(?<!tiep xuc va )(?:hoi nghi )?doi thoai(?! ?,? ?tiep xuc)")


@dataclass(frozen=True, slots=True)
class Source:
    """What the warnings look at besides the reading: the body, the lines a scan damaged, and the tables of validity."""

    paragraphs: Sequence[Paragraph]
    damaged: Sequence[int]
    repealed: Sequence[RepealedLaw]
    ended: Sequence[EndedBody]
    last_line: int


def find_doubts(reading: Reading, source: Source) -> list[Doubt]:
    """Warnings of a plan, one for each code at most; other kinds of document are only queried for number and damage."""
    checks: Iterable[Callable[[Reading, Source], Doubt | None]] = (
        _CHECKS if reading.type == "plan" else (_number, _damage)
    )
    return [warning for check in checks if (warning := check(reading, source)) is not None]


def _line(reading: Reading, field: str, default: int = 1) -> int:
    spans: tuple[Span, ...] = reading.marks.get(field, ())
    return spans[0][0] if spans else default


def _moment(reading: Reading) -> date | None:
    """The day a plan is judged at: its own, or the last of its year when it has none."""
    if reading.issued_on:
        return date.fromisoformat(reading.issued_on)
    return date(reading.year, 12, 31) if reading.year else None


def _end(reading: Reading) -> date | None:
    """The last day the plan still speaks of."""
    days = [date.fromisoformat(one.latest) for one in reading.conferences if one.latest]
    moment = _moment(reading)
    return max([*days, moment]) if moment else (max(days) if days else None)


def _number(reading: Reading, _source: Source) -> Doubt | None:
    if reading.number:
        return None
    dated = "" if reading.issued_on else " và ngày ban hành"
    return Doubt("missing_number", _line(reading, "title"), f"Bản này không có số, ký hiệu{dated}.")


def _repealed(reading: Reading, source: Source) -> Doubt | None:
    moment = _moment(reading)
    if moment is None:
        return None
    spans = reading.marks.get("legal_bases", ())
    for at, basis in enumerate(reading.legal_bases):
        folded = fold(basis.text)
        for law in source.repealed:
            named = law.words in folded and bool(law.year) and str(law.year) in folded and not basis.citation
            if moment >= law.since and (fold(basis.citation or "") == fold(law.citation) or named):
                said = f"{basis.text} đã hết hiệu lực từ {law.since:%d/%m/%Y}; nay là {law.replaced_by}."
                return Doubt("repealed_basis", spans[at][0] if at < len(spans) else 1, said)
    return None


def _ended(reading: Reading, source: Source) -> Doubt | None:
    end = _end(reading)
    if end is None:
        return None
    named = list(
        zip(
            (one.name for one in reading.recipients),
            (span[0] for span in reading.marks.get("recipients", ())),
            strict=False,
        )
    )
    named += [(match, paragraph.first_line) for paragraph in source.paragraphs for match in _reported_to(paragraph)]
    for name, line in named:
        for body in source.ended:
            if end >= body.since and re.search(body.pattern, fold(name)):
                return Doubt(
                    "abolished_recipient",
                    line,
                    f"“{name}”: {body.said_as} kết thúc hoạt động từ {body.since:%d/%m/%Y}; cần đổi nơi nhận.",
                )
    return None


def _reported_to(paragraph: Paragraph) -> list[str]:
    return [
        paragraph.text[match.start() : match.end()]
        for match in re.finditer(
            r"bao cao[^.;]{0,60}?(?:huyen uy|ubnd huyen|uy ban nhan dan huyen|huyen\b)", paragraph.folded
        )
    ]


def _newer(reading: Reading, _source: Source) -> Doubt | None:
    spans = reading.marks.get("legal_bases", ())
    for at, basis in enumerate(reading.legal_bases):
        written = re.search(r"/(20\d\d)/", basis.citation or "")
        late = bool(basis.issued_on and reading.issued_on and basis.issued_on > reading.issued_on)
        later_year = bool(
            reading.year and not reading.issued_on and basis.issued_on and int(basis.issued_on[:4]) > reading.year
        )
        by_number = bool(reading.year and written and int(written[1]) > reading.year)
        if late or later_year or by_number:
            return Doubt(
                "basis_newer_than_plan",
                spans[at][0] if at < len(spans) else 1,
                f"Căn cứ “{basis.text[:120]}” ban hành sau ngày của kế hoạch.",
            )
    return None


def _names(reading: Reading, source: Source) -> Doubt | None:
    spelt = Counter(name for paragraph in source.paragraphs for name in commune_names(paragraph.text))
    for name in commune_names(reading.title or ""):
        spelt[name] += 1
    own = reading.commune
    if own:
        spelt[own] += 1
        for paragraph in source.paragraphs:
            for name in commune_names(paragraph.text):
                if name != own and _nearly(name, own):
                    line = next(p.first_line for p in source.paragraphs if name in commune_names(p.text))
                    return Doubt("inconsistent_name", line, f"Tên xã viết hai cách: {own}, {name}.")
    return _event_names(reading, source)


def _nearly(one: str, other: str) -> bool:
    """Whether two names differ by marks or by one letter only."""
    first, second = fold(one), fold(other)
    if first == second:
        return one.lower() != other.lower()
    if abs(len(first) - len(second)) > 1 or min(len(first), len(second)) < 5:
        return False
    same = 0
    while same < min(len(first), len(second)) and first[same] == second[same]:
        same += 1
    return (
        first[same + 1 :] == second[same + 1 :]
        or first[same:] == second[same + 1 :]
        or first[same + 1 :] == second[same:]
    )


def _event_names(reading: Reading, source: Source) -> Doubt | None:
    title = fold(reading.title or "")
    title_long = bool(_EVENT_LONG.search(title))
    if not title_long and not _EVENT_SHORT.search(title):
        return None
    for paragraph in source.paragraphs:
        formal = re.search(r"xay dung ke hoach|tren day la|ban hanh ke hoach", paragraph.folded)
        if not formal or re.search(r"quy che|quyet dinh so|can cu", paragraph.folded[: formal.start()]):
            continue
        words = paragraph.folded[formal.start() :]
        if _EVENT_LONG.search(words) and not title_long and "hoi nghi tiep xuc" in words:
            return Doubt(
                "inconsistent_name",
                paragraph.first_line,
                "Tên sự kiện không thống nhất: “đối thoại” ở tiêu đề, “tiếp xúc, đối thoại” trong nội dung.",
            )
        if title_long and not _EVENT_LONG.search(words) and re.search(r"hoi nghi doi thoai", words):
            return Doubt(
                "inconsistent_name",
                paragraph.first_line,
                "Tên sự kiện không thống nhất: “tiếp xúc, đối thoại” ở tiêu đề, “đối thoại” trong nội dung.",
            )
    return None


def _council(reading: Reading, _source: Source) -> Doubt | None:
    moment = _moment(reading)
    if reading.form != "state" or not re.search(r"uy ban nhan dan|ubnd|^$", fold(reading.issuer or "")):
        return None
    if moment is None or moment < PUBLICATION_SINCE or has_council_chair(list(reading.chairs)):
        return None
    return Doubt(
        "no_co_chair",
        _line(reading, "chairs"),
        "Luật quy định UBND cùng đại diện Thường trực HĐND chủ trì; kế hoạch không nêu.",
    )


def _open(reading: Reading, _source: Source) -> Doubt | None:
    said = {"date": "thời gian", "place": "địa điểm", "village": "thôn"}
    fields = [name for name in said if any(name in one.open for one in reading.conferences)]
    if not fields:
        return None
    return Doubt(
        "open_field",
        _line(reading, "conferences"),
        f"Còn để thông báo sau: {', '.join(said[name] for name in fields)}.",
    )


def _missing(reading: Reading, source: Source) -> Doubt | None:
    dated = {one.duty for one in reading.deadlines if one.amount is not None or one.on}
    lacking = [] if dated & _ALL_NOTICES else ["thông báo hội nghị"]
    lacking += [] if "answer" in dated else ["trả lời kiến nghị"]
    if not lacking:
        return None
    return Doubt(
        "missing_deadline", _line(reading, "tasks", source.last_line), f"Không có thời hạn: {', '.join(lacking)}."
    )


def _short_notice(reading: Reading, _source: Source) -> Doubt | None:
    fixed = [
        date.fromisoformat(one.earliest) for one in reading.conferences if one.earliest and one.earliest == one.latest
    ]
    for one in reading.deadlines:
        if one.duty not in _NOTICES:
            continue
        short = (
            one.amount is not None and one.unit == "day" and one.direction == "before" and one.amount < LAW_NOTICE_DAYS
        )
        short = short or (
            one.amount is not None
            and one.unit == "working_day"
            and one.direction == "before"
            and one.amount < LAW_NOTICE_DAYS - 2
        )
        if (
            one.on
            and len(fixed) == 1
            and timedelta(0) < fixed[0] - _begun(one, reading.year) < timedelta(days=LAW_NOTICE_DAYS)
        ):
            short = True
        if short:
            return Doubt(
                "notice_shorter_than_law", one.line, "Thông báo trước ít ngày hơn luật định (ít nhất 07 ngày)."
            )
    return None


def _begun(one: Deadline, year: int | None) -> date:
    """The first day of what a dated notice runs over ("từ ngày 05/6 đến ngày 12/6")."""
    last = date.fromisoformat(one.on or "")
    spans = [
        stretch for stretch in find_stretches(one.text, year) if stretch.latest == last and stretch.grain == "range"
    ]
    return spans[0].earliest if spans else last


def _publication(reading: Reading, source: Source) -> Doubt | None:
    moment = _moment(reading)
    if moment is None or moment < PUBLICATION_SINCE or any(one.duty == "publish_result" for one in reading.deadlines):
        return None
    if any(_RESULT.search(paragraph.folded) for paragraph in source.paragraphs):
        return None
    return Doubt(
        "no_result_publication",
        _line(reading, "tasks", source.last_line),
        "Không phân công thông báo kết quả hội nghị đến Nhân dân (chậm nhất 10 ngày).",
    )


def _damage(reading: Reading, source: Source) -> Doubt | None:
    words = " ".join(paragraph.text for paragraph in source.paragraphs[:40])
    if is_bare(words) and len(words) > _ENOUGH:
        return Doubt(
            "damaged_text", _line(reading, "title"), "Bản này mất hết dấu tiếng Việt; cần đối chiếu với bản gốc."
        )
    if not source.damaged:
        return None
    return Doubt(
        "damaged_text",
        source.damaged[0],
        f"Bản quét mất chữ ở {len(source.damaged)} dòng; phần mềm đã điền lại, cần soát.",
    )


_CHECKS = (_number, _repealed, _ended, _newer, _names, _council, _open, _missing, _short_notice, _publication, _damage)
