"""A due date counted day by day, to be followed with a finger. The counting rule itself is `domain/deadlines.py`."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from doithoai.domain.deadlines import Direction, Unit, reached_on
from doithoai.domain.explanation import Explanation
from doithoai.domain.workdays import WEEKDAY_NAMES, Calendar

LONGEST: Final = 120


@dataclass(frozen=True)
class Counted:
    """One day of the count: its number (0 for the first day and for days passed over), and why it is off or worked."""

    on: date
    number: int
    why: str = ""
    source: str = ""
    is_due: bool = False

    @property
    def weekday(self) -> str:
        """`thứ Hai` … `Chủ nhật`."""
        return WEEKDAY_NAMES[self.on.weekday()]


def day_by_day(told: Explanation, calendar: Calendar) -> list[Counted]:
    """Every day from the start to the due day; empty for a count too long to follow, or one in months."""
    term = told.term
    if term is None or told.start is None or term.unit is Unit.MONTH or abs((told.due - told.start).days) > LONGEST:
        return []
    step = timedelta(days=1 if term.direction is Direction.AFTER else -1)
    reached = reached_on(term, told.start, calendar)
    days, day, number = [Counted(told.start, 0, is_due=told.start == told.due)], told.start, 0
    while day != told.due:
        day += step
        off, made_up = calendar.why_off(day), calendar.made_up(day)
        past_the_count = (day - reached).days * step.days > 0
        counts = not past_the_count and (term.unit is Unit.DAY or off is None)
        number += counts
        mark = off or made_up
        days.append(
            Counted(
                day, number if counts else 0, mark.name if mark else "", mark.source if mark else "", day == told.due
            )
        )
    return days
