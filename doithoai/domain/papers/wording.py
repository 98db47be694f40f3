"""Dates, times and lists in the words official papers use. Nothing for the ear: see `spoken.py`.

Decree 30/2020/NĐ-CP, Annex I: days below 10 and the months 1 and 2 are written with a leading zero.
"""

from collections.abc import Sequence
from datetime import date, time

_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_GAP = "\u00a0" * 5
_NAMES = frozenset(["Nhân", "Ủy", "Uỷ", "Đảng", "Hội", "Thường", "Mặt", "Ban", "Trung", "Nghị", "Luật"])


def weekday(on: date) -> str:
    """'thứ Năm', 'Chủ nhật'."""
    return _WEEKDAYS[on.weekday()]


def day_words(on: date) -> str:
    """'ngày 07 tháng 10 năm 2021'."""
    return f"ngày {on.day:02d} tháng {_month(on)} năm {on.year}"


def day_figures(on: date) -> str:
    """'07/10/2021', for tables."""
    return f"{on.day:02d}/{on.month:02d}/{on.year}"


def weekday_and_day(on: date) -> str:
    """'thứ Năm, ngày 28 tháng 10 năm 2021'."""
    return f"{weekday(on)}, {day_words(on)}"


def clock(at: time) -> str:
    """'07 giờ 30 phút'."""
    return f"{at.hour:02d} giờ {at.minute:02d} phút"


def place_and_date(place: str, on: date | None, *, year: int) -> str:
    """'Bình Lãng, ngày 07 tháng 10 năm 2021'; a draft leaves day and month open."""
    if on is None:
        return f"{place}, ngày{_GAP}tháng{_GAP}năm {year}"
    return f"{place}, {day_words(on)}"


def joined(parts: Sequence[str]) -> str:
    """'a', 'a và b', 'a, b và c'; with 'và' inside a part the last comma becomes a semicolon list."""
    parts = [part for part in parts if part]
    if len(parts) < 2:
        return "".join(parts)
    if any(" và " in part or "," in part for part in parts):
        return "; ".join(parts)
    return f"{', '.join(parts[:-1])} và {parts[-1]}"


def counted(number: int) -> str:
    """A count as papers write it: '07', '12', '0'."""
    return f"{number:02d}" if 0 < number < 10 else str(number)


def ended(sentence: str, end: str) -> str:
    """The sentence with exactly one end mark."""
    return sentence.rstrip(" .;,:/") + end


def listed(names: Sequence[str]) -> list[str]:
    """The lines of a list: each ends with a semicolon, the last with a full stop."""
    last = len(names) - 1
    return [ended(name, "." if at == last else ";") for at, name in enumerate(names)]


def lower_first(words: str) -> str:
    """First letter small unless the word is a name or an abbreviation."""
    first = words.split(" ", 1)[0]
    keep = first.isupper() or first in _NAMES
    return words if keep or not words else words[0].lower() + words[1:]


def upper_first(words: str) -> str:
    """First letter large, the rest untouched."""
    return words[:1].upper() + words[1:]


def _month(on: date) -> str:
    return f"{on.month:02d}" if on.month < 3 else str(on.month)
