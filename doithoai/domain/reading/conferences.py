"""The conferences a plan foresees: when, how long, where, for which villages, and what it leaves to a later notice.

A month, quarter or year stands for itself: its first and last day. Nothing is guessed beyond the words.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from doithoai.domain.reading.characters import fold, tidy
from doithoai.domain.reading.dates import Stretch, find_stretches
from doithoai.domain.reading.outline import Section
from doithoai.domain.reading.places import village_names
from doithoai.domain.reading.record import Conference, Span
from doithoai.domain.reading.tables import conference_rows, table_rows
from doithoai.domain.reading.venues import LATER, open_fields, open_in, place_in, place_of, villages_of

_WHEN = re.compile(r"to chuc|dien ra|du kien|doi thoai|tiep xuc|hoi nghi|thoi gian|khai mac|thuc hien|vao|tien hanh")
_COUNT = re.compile(
    r"(?<![\d/.])(?P<n>\d{1,2}|hai|ba|bon)(?:\s*\(\w+\))?\s*(?:cuoc|hoi nghi|buoi doi thoai|lan|dot|buoi tiep xuc)(?!\s*(?:thu|so))(?P<per>\s*/\s*(?:nam|quy|thang)| (?:trong |moi |mot )+(?:nam|quy))?"
)
_EACH = re.compile(
    r"(?:moi|hang|1|mot) quy(?: to chuc)?(?: it nhat)? (?:0?1|mot) (?:lan|cuoc|hoi nghi)|(?:0?1|mot) (?:lan|cuoc)\s*/\s*quy|dinh ky hang quy"
)
_EACH_HALF = re.compile(
    r"(?:moi|dinh ky) (?:0?6|sau) thang|(?:0?6|sau) thang\s*(?:mot|0?1|/)\s*lan|(?:0?1|mot) lan\s*/\s*(?:0?6|sau) thang"
)
_HALF_DAYS = (
    (re.compile(r"1\s*/\s*2 ngay|nua ngay|½ ngay|(?:0?1|mot)(?:\s*\(\w+\))? buoi|trong buoi (?:sang|chieu|toi)"), 1),
    (re.compile(r"(?<![/\d])(?:0?1|mot)(?:\s*\(\w+\))? ngay(?! lam viec)(?!\s*(?:truoc|sau|ke|tinh))"), 2),
)
_HELD = re.compile(r"(?:to chuc|dinh ky|tien hanh|dien ra|khai mac|du kien|thoi gian|duoc to chuc)\b[^.;]{0,160}")
_NUMBERS = {"mot": 1, "hai": 2, "ba": 3, "bon": 4, "nam": 5, "sau": 6}
_MOST = 40
_FEWEST_APART = 2


@dataclass(frozen=True, slots=True)
class Found:
    """One stretch with what stood beside it, before the document's common facts are added."""

    stretch: Stretch | None
    place: str | None
    villages: tuple[str, ...]
    half_days: int | None
    lines: Span
    open: tuple[str, ...] = ()


def read_conferences(root: Section, title: str | None, year: int | None) -> list[tuple[Conference, Span]]:
    """Conferences in the order of the text; when no time is named, one for the whole year, its date open if so said."""
    times = _time_sections(root)
    found = _tabled(root, year) or _from_sections(times, year)
    if not found:
        found = _from_sentences(root, year)
    openness = open_fields(
        root, {one.lines for one in found} if len(found) > 1 and len({one.lines for one in found}) > 1 else set()
    )
    half_days = next((one.half_days for one in found if one.half_days), None) or _half_days(
        " ".join(section.text for section in times)
    )
    place, place_lines = place_of(root)
    common = villages_of(root, title)
    repeated = _repeated(found, times, root, year)
    repeated = _placed(repeated, root, year)
    out = []
    for one in repeated[:_MOST]:
        stretch = one.stretch
        from_place = len(repeated) == 1 and one.place and set(one.villages) <= set(village_names(one.place))
        villages = (() if from_place else one.villages) or (
            common if len(repeated) == 1 or not any(other.villages for other in repeated) else ()
        )
        opened = _opened(openness | set(one.open), one, villages)
        out.append(
            (
                Conference(
                    stretch.earliest.isoformat() if stretch else None,
                    stretch.latest.isoformat() if stretch else None,
                    one.half_days or half_days,
                    one.place or place,
                    villages,
                    opened,
                ),
                one.lines if one.lines != (0, 0) else place_lines,
            )
        )
    return out


def _placed(found: list[Found], root: Section, year: int | None) -> list[Found]:
    """Place and villages of a day from where the part on places names that day: "Ngày 15/10: Nhà văn hóa thôn…"."""
    if len(found) < _FEWEST_APART:
        return found
    sections = [section for section in root.walk() if section.is_about("place") and not section.within("tasks")]
    named = {
        one.stretch.earliest: one
        for section in sections
        for one in _stretches(section, section.text, year)
        if one.stretch and one.stretch.grain == "day"
    }
    out = []
    for one in found:
        also = named.get(one.stretch.earliest) if one.stretch and one.stretch.grain == "day" else None
        out.append(replace(one, place=one.place or also.place, villages=one.villages or also.villages) if also else one)
    return out


def _time_sections(root: Section) -> list[Section]:
    """Paragraphs that speak of when, outside the tasks."""
    found = []
    for section in root.walk():
        if section.within("tasks") or section.within("purpose") or "|" in section.text:
            continue
        if "time" in section.about() and not set(section.about()) & {"prepare", "after"}:
            if len(section.about()) > 1 and section.is_heading:
                continue
            found.append(section)
    return found


def _from_sections(sections: Sequence[Section], year: int | None) -> list[Found]:
    found: list[Found] = []
    for section in sections:
        if _is_duty(section.paragraph.folded):
            continue
        found.extend(_stretches(section, section.text, year))
    return _distinct(found)


def _is_duty(folded: str) -> bool:
    return bool(
        re.search(
            r"\b(?:truoc ngay|cham nhat|muon nhat|hoan thanh|nhan y kien|gui y kien|dang ky|tong hop|ban hanh ke hoach|gui ve|thu thap|niem yet|thong bao (?:cong khai|rong rai))\b",
            folded,
        )
    )


def _stretches(section: Section, text: str, year: int | None) -> list[Found]:
    stretches = [stretch for stretch in find_stretches(text, year) if stretch.grain != "year"]
    folded = fold(text)
    stretches = [
        stretch
        for stretch in stretches
        if not re.search(
            r"(?:\bso|quyet dinh|cong van|luat|nghi dinh|nghi quyet|chi thi|thong tu)\b[^;.]{0,40}$",
            folded[max(0, stretch.start - 40) : stretch.start],
        )
    ]
    found = []
    for at, stretch in enumerate(stretches):
        later = [other.start for other in stretches[at + 1 :] if other.start > stretch.start]
        earlier = [other.end for other in stretches[:at] if other.start < stretch.start]
        alone = len({other.start for other in stretches}) == 1
        begin, end = (0, len(text)) if alone else (stretch.start if earlier else 0, min(later, default=len(text)))
        around = text[begin:end]
        line = section.paragraph.line_at(stretch.start)
        opened = tuple(open_in(fold(around), ())) if not alone or section.paragraph.kind != "plain" else ()
        found.append(
            Found(
                stretch, place_in(around), tuple(village_names(around)), _half_days(fold(around)), (line, line), opened
            )
        )
    return found


def _distinct(found: Iterable[Found]) -> list[Found]:
    out: list[Found] = []
    for one in found:
        if one.stretch is None:
            continue
        same = [
            other
            for other in out
            if other.stretch
            and (other.stretch.earliest, other.stretch.latest) == (one.stretch.earliest, one.stretch.latest)
        ]
        if same and (not one.villages or any(other.villages in ((), one.villages) for other in same)):
            continue
        beside = [other for other in out if other.lines == one.lines and _encloses(other.stretch, one.stretch)]
        if beside:
            out.remove(beside[0])
            out.append(one)
            continue
        if any(_encloses(other.stretch, one.stretch) for other in out if other.stretch) and not one.villages:
            wide = next(other for other in out if other.stretch and _encloses(other.stretch, one.stretch))
            if (
                wide.stretch
                and wide.stretch.grain in {"month", "quarter", "half"}
                and one.stretch.grain in {"day", "range"}
            ):
                out.remove(wide)
                out.append(one)
            continue
        out.append(one)
    return out


def _encloses(wide: Stretch | None, narrow: Stretch) -> bool:
    return (
        wide is not None
        and wide.earliest <= narrow.earliest
        and narrow.latest <= wide.latest
        and (wide.latest - wide.earliest) > (narrow.latest - narrow.earliest)
    )


def _tabled(root: Section, year: int | None) -> list[Found]:
    found = []
    for section in root.walk():
        for row in conference_rows(section):
            stretches = [stretch for stretch in find_stretches(row.time, year) if stretch.grain != "year"] or [
                stretch for stretch in find_stretches(row.text, year) if stretch.grain != "year"
            ]
            villages = tuple(
                village_names(row.village)
                or _bare_villages(row.village)
                or village_names(row.place)
                or village_names(row.text)
            )
            stretch = stretches[0] if stretches else None
            if stretch or LATER.search(fold(row.time)):
                cells = (("date", row.time), ("place", row.place), ("village", row.village))
                opened = tuple(name for name, cell in cells if LATER.search(fold(cell)))
                place = row.place if row.place and "place" not in opened else None
                villages = () if "village" in opened else villages
                found.append(
                    Found(
                        stretch or _whole_year(year),
                        place,
                        villages,
                        _half_days(fold(row.text)),
                        (row.line, row.line),
                        opened,
                    )
                )
    return found


def _bare_villages(cell: str) -> list[str]:
    return [
        tidy(part)
        for part in re.split(r",|;|\bvà\b", cell)
        if tidy(part) and tidy(part)[0].isupper() and len(part) < 30
    ]


def _whole_year(year: int | None) -> Stretch | None:
    return Stretch(date(year, 1, 1), date(year, 12, 31), "year", 0, 0) if year else None


def _from_sentences(root: Section, year: int | None) -> list[Found]:
    """Without a part on time: a sentence that says the conference is held on or in some time; last, a timetable."""
    found: list[Found] = []
    for section in root.walk():
        folded = section.paragraph.folded
        if section.within("purpose") or not folded or "|" in section.text:
            continue
        for match in re.finditer(r"[^.;]+", folded):
            words = match.group()
            for holding in _HELD.finditer(words):
                if _is_duty(holding.group()) or not re.search(r"hoi nghi|doi thoai|tiep xuc|thoi gian|dinh ky", words):
                    continue
                text = (
                    " " * (match.start() + holding.start())
                    + section.text[match.start() + holding.start() : match.end()]
                )
                found.extend(_stretches(section, text, year))
    if found:
        return _distinct(found)
    for section in root.walk():
        for row in table_rows(section):
            if re.search(r"(?:to chuc|tien hanh) (?:\w+ ){0,2}(?:hoi nghi|doi thoai|tiep xuc)", fold(row.work)):
                stretches = [stretch for stretch in find_stretches(row.time, year) if stretch.grain != "year"]
                found.extend(Found(stretch, None, (), None, (row.line, row.line)) for stretch in stretches[-1:])
    return _distinct(found)


def _repeated(found: list[Found], times: Sequence[Section], root: Section, year: int | None) -> list[Found]:
    """A stated number of conferences without a time for each becomes that many, over the same stretch."""
    text = " ; ".join(section.paragraph.folded for section in times) or " ; ".join(
        section.paragraph.folded
        for section in root.walk()
        if _WHEN.search(section.paragraph.folded) and not section.within("purpose")
    )
    if not found:
        lines = next(((section.paragraph.first_line, section.paragraph.last_line) for section in times), (0, 0))
        if year and _EACH.search(text):
            return [
                Found(Stretch(date(year, 3 * q - 2, 1), _quarter_end(year, q), "quarter", 0, 0), None, (), None, lines)
                for q in range(1, 5)
            ]
        if year and _EACH_HALF.search(text):
            halves = ((date(year, 1, 1), date(year, 6, 30)), (date(year, 7, 1), date(year, 12, 31)))
            return [Found(Stretch(first, last, "half", 0, 0), None, (), None, lines) for first, last in halves]
        found = [Found(_whole_year(year), None, (), None, lines)]
    counted = _COUNT.search(text)
    many = 1
    if counted:
        many = int(counted["n"]) if counted["n"].isdigit() else _NUMBERS[counted["n"]]
    if len(found) == 1 and 1 < many <= 12 and found[0].stretch and found[0].stretch.grain != "day":
        return [found[0]] * many
    return found


def _quarter_end(year: int, quarter: int) -> date:
    return date(year, 3 * quarter, {1: 31, 2: 30, 3: 30, 4: 31}[quarter])


def _opened(fields: set[str], one: Found, villages: tuple[str, ...]) -> tuple[str, ...]:
    fixed = set()
    if one.stretch and one.stretch.grain == "day" and "date" not in one.open:
        fixed.add("date")
    if villages:
        fixed.add("village")
    return tuple(name for name in ("date", "place", "village") if name in fields and name not in fixed)


def _half_days(folded: str) -> int | None:
    folded = fold(folded)
    return next((count for pattern, count in _HALF_DAYS if pattern.search(folded)), None)
