"""Working days: which days count, and why a day does not. The table of days comes in as an argument.

Not here: due dates (`deadlines.py`), the table itself (`rulebooks/calendar/`), switches per commune (stages/rulebook).
Labour Code 2019 Art. 111 and 112 (public holidays, days off in lieu); Decision 188/1999/QĐ-TTg (weekends off).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

SATURDAY, SUNDAY = 5, 6
WEEKDAY_NAMES = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
WEEKLY_OFF_SOURCE = "Quyết định 188/1999/QĐ-TTg: nghỉ hằng tuần thứ Bảy, Chủ nhật"
_MARGIN = 400


@dataclass(frozen=True)
class DayMark:
    """One day that differs from its weekday: a holiday (`working` false) or a made-up working day (true).

    `switch` names the switch that must be on for the mark to count; empty means always.
    """

    on: date
    working: bool
    name: str
    source: str
    confirmed: bool = True
    switch: str = ""


@dataclass(frozen=True)
class WhyOff:
    """Why a day is off: its name in Vietnamese and where that is written."""

    name: str
    source: str
    confirmed: bool = True


class Calendar:
    """Working days of one place. A later mark of a day replaces an earlier one, so a commune's own rows come last.

    Outside the years of the table only the weekly days off are known: `covers` says so.
    """

    def __init__(self, marks: Iterable[DayMark] = (), *, weekly_off: Iterable[int] = (SATURDAY, SUNDAY)) -> None:
        self.marks: dict[date, DayMark] = {mark.on: mark for mark in marks}
        self.weekly_off = frozenset(weekly_off)
        if len(self.weekly_off) >= len(WEEKDAY_NAMES):
            raise ValueError("a week needs at least one working day")
        years = sorted(day.year for day in self.marks) or [2000]
        # A make-up day of the previous December belongs to the table of the next year: it does not widen the cover.
        self.first_year = years[0] if len(years) < 2 or years.count(years[0]) > 1 else years[1]
        self.last_year = years[-1]
        self._base = max(date(years[0], 1, 1).toordinal() - _MARGIN, 1)
        self._end = min(date(self.last_year, 12, 31).toordinal() + _MARGIN, date.max.toordinal())
        self._worked = [n for n in range(self._base, self._end + 1) if self._is_working(date.fromordinal(n))]

    def _is_working(self, day: date) -> bool:
        mark = self.marks.get(day)
        return mark.working if mark is not None else day.weekday() not in self.weekly_off

    def covers(self, day: date) -> bool:
        """Whether the table has the holidays of that year."""
        return bool(self.marks) and self.first_year <= day.year <= self.last_year

    def is_working(self, day: date) -> bool:
        """Whether offices work that day."""
        return self._is_working(day)

    def why_off(self, day: date) -> WhyOff | None:
        """Why the day is off, or None when it is worked."""
        mark = self.marks.get(day)
        if mark is not None:
            return None if mark.working else WhyOff(mark.name, mark.source, mark.confirmed)
        if day.weekday() in self.weekly_off:
            return WhyOff(WEEKDAY_NAMES[day.weekday()], WEEKLY_OFF_SOURCE)
        return None

    def made_up(self, day: date) -> DayMark | None:
        """The mark that makes a weekly day off a working day, or None."""
        mark = self.marks.get(day)
        return mark if mark is not None and mark.working and day.weekday() in self.weekly_off else None

    def next_working(self, day: date) -> date:
        """The day itself when worked, else the first working day after it."""
        while not self._is_working(day):
            day += timedelta(days=1)
        return day

    def previous_working(self, day: date) -> date:
        """The day itself when worked, else the last working day before it."""
        while not self._is_working(day):
            day -= timedelta(days=1)
        return day

    def add_working_days(self, day: date, amount: int) -> date:
        """The `amount`-th working day after `day`, before it when negative; `day` itself never counts. 0 gives `day`."""
        if amount == 0:
            return day
        ordinal = day.toordinal()
        at = bisect_right(self._worked, ordinal) - 1 if amount > 0 else bisect_left(self._worked, ordinal)
        place = at + amount
        if self._base <= ordinal <= self._end and 0 <= place < len(self._worked):
            return date.fromordinal(self._worked[place])
        return self._walk(day, amount)

    def _walk(self, day: date, amount: int) -> date:
        step = timedelta(days=1 if amount > 0 else -1)
        left = abs(amount)
        while left:
            day += step
            left -= self._is_working(day)
        return day
