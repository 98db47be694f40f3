"""Due dates, forwards and backwards, counted the official way. What they mean for a duty is in `ledger.py`.

Civil Code 2015 Art. 147 and 148: the first day is not counted; a term of months ends on the same day of the last month
(or its last day); a term that ends on a day off ends at the end of the next working day. No statute settles a term
counted backwards whose day is off: the safe reading moves it earlier.
"""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from doithoai.domain.workdays import Calendar


class Unit(StrEnum):
    """`day` is "ngày" with no more said: calendar days. A working day is only what the text calls so."""

    DAY = "day"
    WORKING_DAY = "working_day"
    MONTH = "month"


class Direction(StrEnum):
    BEFORE = "before"
    AFTER = "after"


class Anchor(StrEnum):
    """The event a term is counted from."""

    CONFERENCE_DAY = "conference_day"
    CONFERENCE_END = "conference_end"
    RECEIPT = "receipt"
    CONCLUSION = "conclusion"
    ANSWER_DUE = "answer_due"
    FIXED = "fixed"


LONGEST: Final[Mapping[Unit, int]] = {Unit.DAY: 1100, Unit.WORKING_DAY: 750, Unit.MONTH: 36}


# Unit and direction as one small number, for a column that a batch can read without parsing.
MANNERS: Final = tuple((unit, direction) for unit in Unit for direction in Direction)


class UnreasonableTerm(ValueError):
    """An amount no office could mean: negative, not a whole number, or longer than three years."""


@dataclass(frozen=True)
class Term:
    """`amount` units `direction` an anchor. Raises UnreasonableTerm for an amount that cannot be meant."""

    amount: int
    unit: Unit
    direction: Direction
    anchor: Anchor = Anchor.CONFERENCE_DAY

    def __post_init__(self) -> None:
        if isinstance(self.amount, bool) or not isinstance(self.amount, int):
            raise UnreasonableTerm(f"amount must be a whole number, not {self.amount!r}")
        if not 0 <= self.amount <= LONGEST[self.unit]:
            raise UnreasonableTerm(f"{self.amount} {self.unit} is not between 0 and {LONGEST[self.unit]}")


def manner_of(term: Term) -> int:
    """The place of the term's unit and direction in MANNERS."""
    return MANNERS.index((term.unit, term.direction))


def months_from(start: date, amount: int) -> date:
    """The same day `amount` months later (earlier when negative), or that month's last day when it has no such day."""
    place = start.year * 12 + start.month - 1 + amount
    year, month = divmod(place, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def reached_on(term: Term, start: date, calendar: Calendar) -> date:
    """Where the count itself ends, before any move off a day off."""
    amount = term.amount if term.direction is Direction.AFTER else -term.amount
    if term.unit is Unit.WORKING_DAY:
        return calendar.add_working_days(start, amount)
    if term.unit is Unit.MONTH:
        return months_from(start, amount)
    return start + timedelta(days=amount)


def due_on(term: Term, start: date, calendar: Calendar) -> date:
    """The last day on which the duty is in time. Raises UnreasonableTerm when the count leaves the calendar."""
    try:
        reached = reached_on(term, start, calendar)
        if term.direction is Direction.AFTER:
            return calendar.next_working(reached)
        return calendar.previous_working(reached)
    except (OverflowError, ValueError) as error:
        raise UnreasonableTerm(f"{term.amount} {term.unit} from {start} leaves the calendar") from error


def rough_days(term: Term) -> float:
    """Length in calendar days for comparing terms while no day is set; never used for a date."""
    return term.amount * {Unit.DAY: 1.0, Unit.WORKING_DAY: 1.4, Unit.MONTH: 30.4}[term.unit]
