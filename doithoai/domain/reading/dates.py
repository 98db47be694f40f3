"""Days, months, quarters and other stretches of time as they are written in official Vietnamese.

A stretch is read as the words stand; whether it is a deadline or a conference is decided elsewhere.
"""

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from doithoai.domain.reading.characters import fold

_COUNTED = {
    "mot": 1, "nhat": 1, "dau": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8,
    "chin": 9, "muoi": 10, "muoi mot": 11, "muoi hai": 12, "gieng": 1, "chap": 12,
    "i": 1, "ii": 2, "iii": 3, "iv": 4,
}  # fmt: skip
_YEAR = r"(?:\s*(?:/|-|\.|,?\s*nam\s+)\s*(?P<{0}>20\d\d|19\d\d))?"
_SEP = r"\s*[/.\-]\s*"
_LINK = r"\s*(?:,|;|va|\+|&|hoac|-)\s*"
_MONTH = r"(?:1[0-2]|0?[1-9]|muoi mot|muoi hai|mot|hai|ba|tu|bon|nam|sau|bay|tam|chin|muoi)"
_QUARTER = r"(?:iv|i{1,3}|[1-4]|mot|hai|ba|bon|tu)(?!\w)"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of days found in a text: both ends included; `grain` is day, range, month, quarter, half or year."""

    earliest: date
    latest: date
    grain: str
    start: int
    end: int


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def number_in_words(words: str) -> int | None:
    """A small ordinal or cardinal, in digits, Roman figures or words."""
    words = " ".join(words.split())
    return int(words) if words.isdigit() else _COUNTED.get(words)


_FULL = re.compile(
    rf"(?<![\d/])(?:(?<=ngay )|(?<=ngay))?(?P<d>\d{{1,2}}){_SEP}(?P<m>\d{{1,2}}){_SEP}(?P<y>\d{{4}})(?![\d/])"
    rf"|ngay\s+(?P<d2>\d{{1,2}})\s*,?\s*thang\s+(?P<m2>\d{{1,2}}){_YEAR.format('y2')}"
    rf"|(?:ngay|sang|chieu|toi|truoc|den het|thu (?:hai|ba|tu|nam|sau|bay)|chu nhat),?\s*(?:\(\w+ \w+\)\s*)?(?P<d3>\d{{1,2}}){_SEP}(?P<m3>1[0-2]|0?[1-9])(?![\d/]|\.\d| (?:tong|so|dai bieu|thanh vien))"
)
_RANGE = re.compile(
    rf"(?:tu\s+)?(?:ngay\s+)?(?P<a>\d{{1,2}})(?:(?:{_SEP}|\s*thang\s+)(?P<am>\d{{1,2}})(?:{_SEP}(?P<ay>\d{{4}}))?)?"
    rf"\s*(?:den het|den|toi|-)\s*(?:het\s+)?(?:ngay\s+)?(?P<b>\d{{1,2}})(?:{_SEP}|\s*thang\s+)(?P<bm>1[0-2]|0?[1-9])(?![\d])"
    rf"(?:(?:{_SEP}|\s*nam\s+)(?P<by>\d{{4}}))?"
)
_DAYS = re.compile(
    rf"ngay\s+(?P<first>\d{{1,2}})(?P<more>(?:\s*(?:,|va|&)\s*(?:ngay\s+)?\d{{1,2}}){{1,12}})(?:{_SEP}|\s*thang\s+)(?P<m>1[0-2]|0?[1-9])(?!\d){_YEAR.format('y')}"
)
_MONTH_RANGE = re.compile(
    rf"tu\s+(?:dau\s+)?thang\s+(?P<a>{_MONTH})\s*(?:den|toi|-)\s*(?:het\s+|cuoi\s+)?thang\s+(?P<b>{_MONTH}){_YEAR.format('y')}"
)
_WEEK = re.compile(
    rf"tuan\s+(?:le\s+)?(?:thu\s+)?(?P<w>\d|nhat|mot|hai|ba|tu|bon|nam|dau(?: tien)?|cuoi(?: cung)?|ii|iii|iv|i)\s*,?\s*(?:cua\s+)?thang\s+(?P<m>{_MONTH}){_YEAR.format('y')}"
)
_TENS = re.compile(rf"(?P<t>thuong|trung|ha)\s+tuan\s*,?\s*(?:cua\s+)?thang\s+(?P<m>{_MONTH}){_YEAR.format('y')}")
_MONTHS = re.compile(
    rf"thang\s+(?P<first>{_MONTH})(?!\w)(?! ?(?:lan|cuoc)\b)(?P<more>(?:{_LINK}(?:(?:vao|cac|den)\s+)?(?:thang\s+)?(?:1[0-2]|0?[1-9])(?![\d]|\s*(?:cuoc|buoi|ngay|hoi|lan|gio|thon))){{0,12}})"
    rf"{_YEAR.format('y')}"
)
_BARE_MONTH = re.compile(r"(?<![\d/.])(?P<m>1[0-2]|0?[1-9])/(?P<y>20\d\d)(?!\d)")
_QUARTERS = re.compile(
    rf"(?<!moi )(?<!hang )\bquy\s+(?P<first>{_QUARTER})(?P<more>(?:{_LINK}(?:quy\s+)?{_QUARTER}){{0,8}})(?!\s*(?:lan|cuoc|hoi)){_YEAR.format('y')}"
)
_HALF = re.compile(
    r"(?:0?6|sau) thang (?P<h>dau|cuoi) nam(?:\s*(?P<y>20\d\d))?|(?P<e>cuoi|dau|giua) nam(?:\s+(?P<y2>20\d\d))?(?!\s*hoc)"
)
_WHOLE = re.compile(r"(?:trong|ca|cua)\s+nam\s+(?P<y>20\d\d)")


_ANY = re.compile(r"\d|thang|quy|nam")


def find_stretches(text: str, year: int | None) -> list[Stretch]:
    """Every stretch of time the text names, in order, none overlapping; a missing year is taken to be `year`.

    Impossible days (31/02) are left out. Without any year to go by, a stretch without one is left out too.
    """
    folded = fold(text)
    found: list[Stretch] = []
    if not _ANY.search(folded):
        return found
    taken = bytearray(len(folded))
    for pattern, reader in _READERS:
        for match in pattern.finditer(folded):
            start, end = match.span()
            if 1 in taken[start:end]:
                continue
            stretches = reader(match, year)
            if stretches:
                taken[start:end] = b"\x01" * (end - start)
            found.extend(stretches)
    return sorted(found, key=lambda stretch: (stretch.start, stretch.earliest))


def _read_range(match: re.Match[str], year: int | None) -> list[Stretch]:
    last_year = int(match["by"] or 0) or year
    if not last_year or ("tu" not in match.group()[:3] and not re.search(r"den|toi|\d{4}|[/]", match.group())):
        return []
    month = int(match["am"] or match["bm"])
    first_year = int(match["ay"] or 0) or (last_year - 1 if month > int(match["bm"]) else last_year)
    first, last = _day(first_year, month, int(match["a"])), _day(last_year, int(match["bm"]), int(match["b"]))
    if not first or not last or first > last:
        return []
    return [Stretch(first, last, "range", *match.span())]


def _read_days(match: re.Match[str], year: int | None) -> list[Stretch]:
    in_year = int(match["y"] or 0) or year
    days = [match["first"], *re.findall(r"\d{1,2}", match["more"])]
    found = [_day(in_year, int(match["m"]), int(day)) for day in days] if in_year else []
    return [Stretch(day, day, "day", *match.span()) for day in found if day]


def _read_day(match: re.Match[str], year: int | None) -> list[Stretch]:
    day, month = (next(match[key] for key in keys if match[key]) for keys in (("d", "d2", "d3"), ("m", "m2", "m3")))
    written = match["y"] or match["y2"]
    if not written and not year:
        return []
    found = _day(int(written or year or 0), int(month), int(day))
    return [Stretch(found, found, "day", *match.span())] if found else []


def _read_month_range(match: re.Match[str], year: int | None) -> list[Stretch]:
    first, last = number_in_words(match["a"]), number_in_words(match["b"])
    in_year = int(match["y"] or 0) or year
    if not first or not last or not in_year or first > last:
        return []
    return [Stretch(_month(in_year, first)[0], _month(in_year, last)[1], "range", *match.span())]


def _read_week(match: re.Match[str], year: int | None) -> list[Stretch]:
    in_year, month = int(match["y"] or 0) or year, number_in_words(match["m"])
    if not in_year or not month:
        return []
    first, last = _month(in_year, month)
    if match["w"].startswith("cuoi"):
        return [Stretch(last - timedelta(days=6), last, "range", *match.span())]
    week = number_in_words(match["w"].split()[0]) or 1
    start = first + timedelta(days=7 * (week - 1))
    if start > last:
        return []
    return [Stretch(start, min(start + timedelta(days=6), last), "range", *match.span())]


def _read_tens(match: re.Match[str], year: int | None) -> list[Stretch]:
    in_year, month = int(match["y"] or 0) or year, number_in_words(match["m"])
    if not in_year or not month:
        return []
    first, last = _month(in_year, month)
    ends = {"thuong": (first, first.replace(day=10)), "trung": (first.replace(day=11), first.replace(day=20))}
    return [Stretch(*ends.get(match["t"], (first.replace(day=21), last)), "range", *match.span())]


def _read_months(match: re.Match[str], year: int | None) -> list[Stretch]:
    in_year = int(match["y"] or 0) or year
    first = number_in_words(match["first"])
    if not in_year or not first:
        return []
    months = [first, *(int(more) for more in re.findall(r"\d{1,2}", match["more"] or ""))]
    return [Stretch(*_month(in_year, month), "month", *match.span()) for month in dict.fromkeys(months)]


def _read_bare_month(match: re.Match[str], _year: int | None) -> list[Stretch]:
    return [Stretch(*_month(int(match["y"]), int(match["m"])), "month", *match.span())]


def _read_quarters(match: re.Match[str], year: int | None) -> list[Stretch]:
    in_year = int(match["y"] or 0) or year
    if not in_year:
        return []
    names = [match["first"], *re.findall(rf"(?<!\w){_QUARTER}", match["more"] or "")]
    found = []
    for quarter in dict.fromkeys(number_in_words(name) for name in names):
        if quarter:
            first, last = _month(in_year, 3 * quarter - 2)[0], _month(in_year, 3 * quarter)[1]
            found.append(Stretch(first, last, "quarter", *match.span()))
    return found


def _read_half(match: re.Match[str], year: int | None) -> list[Stretch]:
    in_year = int(match["y"] or match["y2"] or 0) or year
    if not in_year:
        return []
    months = (
        {"dau": (1, 6), "cuoi": (7, 12)}[match["h"]]
        if match["h"]
        else {"cuoi": (10, 12), "dau": (1, 3), "giua": (4, 9)}[match["e"]]
    )
    return [Stretch(_month(in_year, months[0])[0], _month(in_year, months[1])[1], "half", *match.span())]


def _read_whole(match: re.Match[str], _year: int | None) -> list[Stretch]:
    in_year = int(match["y"])
    return [Stretch(date(in_year, 1, 1), date(in_year, 12, 31), "year", *match.span())]


_Reader = Callable[[re.Match[str], int | None], list[Stretch]]
_READERS: tuple[tuple[re.Pattern[str], _Reader], ...] = (
    (_RANGE, _read_range),
    (_DAYS, _read_days),
    (_FULL, _read_day),
    (_WEEK, _read_week),
    (_TENS, _read_tens),
    (_MONTH_RANGE, _read_month_range),
    (_HALF, _read_half),
    (_QUARTERS, _read_quarters),
    (_MONTHS, _read_months),
    (_BARE_MONTH, _read_bare_month),
    (_WHOLE, _read_whole),
)
