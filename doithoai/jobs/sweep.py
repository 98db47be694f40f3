"""The nightly look at the ledger: what is due, and which dates a changed calendar makes wrong.

With an unchanged calendar only today's slice is read, by an index. After a change every waiting date is counted again
in one batch (numpy, loaded only then): rows that count alike are read once, through an index, and the conferences whose
dates moved are laid out anew by the ledger's own service.
The counting rules are those of `domain/deadlines.py`; a test holds both equal on every row.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from django.db import connection

from doithoai.domain.deadlines import LONGEST, MANNERS, Direction, Term, Unit, due_on
from doithoai.domain.duties import SOON_DAYS
from doithoai.domain.roles import SYSTEM
from doithoai.domain.workdays import Calendar
from doithoai.stages.duties.models import DutyEntry
from doithoai.stages.duties.queries import due_slice
from doithoai.stages.duties.services.lay_out_duties import lay_out_duties
from doithoai.stages.rulebook.queries import calendar_for, communes_with_own_days

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from numpy import ndarray

    Days = ndarray[Any, Any]

PIECE: Final = 20_000
EPOCH: Final = date(1970, 1, 1)
# Two calendar days per working day cover any run of holidays; a month is at most 31 days.
REACH: Final = max(LONGEST[Unit.DAY], 2 * LONGEST[Unit.WORKING_DAY], 31 * LONGEST[Unit.MONTH]) + 60


class Lookup:
    """One table per calendar: for each day how many were worked up to it, and the worked days in order.

    Days are int32 counted from 1 January 1970. Starts must lie between `first` and `last`.
    """

    def __init__(self, calendar: Calendar, first: date, last: date) -> None:
        import numpy as np

        self.calendar, self.first, self.last = calendar, first, last
        self.base = (first - EPOCH).days - REACH
        length = (last - EPOCH).days + REACH - self.base + 1
        weekdays = (np.arange(length) + self.base + EPOCH.weekday()) % 7
        worked = ~np.isin(weekdays, sorted(calendar.weekly_off))
        for day, mark in calendar.marks.items():
            place = (day - EPOCH).days - self.base
            if 0 <= place < length:
                worked[place] = mark.working
        self.worked = np.flatnonzero(worked).astype(np.int32) + np.int32(self.base)
        # up_to[i]: worked days up to and with day i; before[i]: worked days strictly before it.
        self.up_to = np.cumsum(worked, dtype=np.int32)
        self.before = self.up_to - worked
        self.next = self.worked[np.minimum(self.before, len(self.worked) - 1)]
        self.previous = self.worked[np.maximum(self.up_to - 1, 0)]

    def count(self, starts: "Days", amounts: "Days | int", manner: int) -> "Days":
        """Due days of starts that all count in one manner. One subtraction and two gathers for working days."""
        unit, direction = MANNERS[manner]
        after = direction is Direction.AFTER
        if unit is Unit.WORKING_DAY:
            return self._count_working(starts, amounts, after=after)
        if unit is Unit.MONTH:
            reached = _months_from(starts, amounts if after else -amounts)
        else:
            reached = starts + amounts if after else starts - amounts
        return (self.next if after else self.previous).take(reached - self.base)

    def _count_working(self, starts: "Days", amounts: "Days | int", *, after: bool) -> "Days":
        import numpy as np

        place = starts - self.base
        if after:
            # up_to counts the start when worked, so its n-th follower stands at up_to + n - 1; with n = 0 the day
            # itself, or the next worked one, stands at before.
            at = self.up_to.take(place)
            at += amounts
            at -= 1
            due = self.worked.take(at)
        else:
            at = self.before.take(place)
            at -= amounts
            due = self.worked.take(at)
        if np.any(np.equal(amounts, 0)):
            same = (self.next if after else self.previous).take(place)
            due = np.where(np.equal(amounts, 0), same, due)
        return due


def due_of_many(lookup: Lookup, starts: "Days", amounts: "Days", manners: "Days") -> "Days":
    """Due days of rows that count in different manners, in their order. Starts outside the table are counted singly."""
    import numpy as np

    due = np.empty(len(starts), dtype=np.int32)
    low, high = (lookup.first - EPOCH).days, (lookup.last - EPOCH).days
    inside = (starts >= low) & (starts <= high)
    for manner in range(len(MANNERS)):
        rows = np.flatnonzero((manners == manner) & inside)
        if len(rows):
            due[rows] = lookup.count(starts[rows], amounts[rows], manner)
    for row in np.flatnonzero(~inside):
        unit, direction = MANNERS[int(manners[row])]
        start = EPOCH + timedelta(days=int(starts[row]))
        due[row] = (due_on(Term(int(amounts[row]), unit, direction), start, lookup.calendar) - EPOCH).days
    return due


def _months_from(starts: "Days", amounts: "Days | int") -> "Days":
    import numpy as np

    days = starts.astype("datetime64[D]")
    months = days.astype("datetime64[M]")
    of_month = (days - months.astype("datetime64[D]")).astype(np.int32)
    target = months + np.asarray(amounts).astype("timedelta64[M]")
    first = target.astype("datetime64[D]").astype(np.int32)
    last = (target + np.timedelta64(1, "M")).astype("datetime64[D]").astype(np.int32) - first - 1
    reached: Days = first + np.minimum(of_month, last)
    return reached


@dataclass(frozen=True)
class Waiting:
    """Waiting dates as columns, one row for all entries that count alike: starts, amounts, manners, due days stored."""

    starts: "Days"
    amounts: "Days"
    manners: "Days"
    due: "Days"


def read_waiting(cursor: Any) -> Waiting:
    """Columns of a cursor of (start, amount * 8 + manner, due), dates as ISO text; read in pieces to spare memory."""
    import numpy as np

    days = _DayNumbers()
    pieces: list[list[Days]] = [[np.empty(0, np.int32)] for _column in range(3)]
    while rows := cursor.fetchmany(PIECE):
        starts, terms, due = zip(*rows, strict=True)
        columns = (map(days.__getitem__, starts), terms, map(days.__getitem__, due))
        for piece, column in zip(pieces, columns, strict=True):
            piece.append(np.fromiter(column, np.int32, len(rows)))
    found_starts, found_terms, found_due = (np.concatenate(piece) for piece in pieces)
    return Waiting(found_starts, found_terms >> 3, (found_terms & 7).astype(np.int8), found_due)


class _DayNumbers(dict[str, int]):
    """Days since the epoch of ISO dates; few dates repeat over many rows, so each is parsed once."""

    def __missing__(self, text: str) -> int:
        number = self[text] = (date.fromisoformat(text) - EPOCH).days
        return number


@dataclass(frozen=True)
class Stale:
    """Entries that count alike and whose stored day is no longer what the calendar gives."""

    start: date
    amount: int
    manner: int
    was: date
    due: date


def stale_in(waiting: Waiting, calendar: Calendar) -> list[Stale]:
    """Which waiting dates the calendar now puts elsewhere."""
    import numpy as np

    if not len(waiting.starts):
        return []
    first, last = (EPOCH + timedelta(days=int(day)) for day in (waiting.starts.min(), waiting.starts.max()))
    due = due_of_many(Lookup(calendar, first, last), waiting.starts, waiting.amounts, waiting.manners)
    return [
        Stale(
            EPOCH + timedelta(days=int(waiting.starts[place])), int(waiting.amounts[place]),
            int(waiting.manners[place]), EPOCH + timedelta(days=int(waiting.due[place])),
            EPOCH + timedelta(days=int(due[place])),
        )
        for place in np.flatnonzero(due != waiting.due)
    ]  # fmt: skip


WAITING_SQL: Final = (
    "SELECT CAST(counted_from AS TEXT), counted_amount * 8 + counted_manner, CAST(due_on AS TEXT) "
    "FROM duties_dutyentry WHERE done_on IS NULL AND counted_manner IS NOT NULL "
    "GROUP BY counted_from, counted_amount, counted_manner, due_on"
)


def stale_conferences() -> list[int]:
    """Running conferences with a waiting date that their commune's calendar now puts elsewhere."""
    with connection.cursor() as cursor:
        cursor.execute(WAITING_SQL)
        waiting = read_waiting(cursor)
    own = communes_with_own_days()
    entries = DutyEntry.objects.filter(done_on=None).exclude(conference__state__in=("closed", "cancelled"))
    moved = _conferences_of(entries.exclude(commune__in=own), stale_in(waiting, calendar_for(None)))
    for commune in own:
        moved |= _conferences_of(entries.filter(commune=commune), stale_in(waiting, calendar_for(commune)))
    return sorted(moved)


def _conferences_of(entries: "QuerySet[DutyEntry]", stale: list[Stale]) -> set[int]:
    found: set[int] = set()
    for alike in stale:
        same = entries.filter(
            counted_from=alike.start, counted_amount=alike.amount, counted_manner=alike.manner, due_on=alike.was
        )
        found.update(same.values_list("conference_id", flat=True))
    return found


@dataclass(frozen=True)
class Swept:
    """What one night found: entries late or soon, and conferences whose dates were put right."""

    late: int
    soon: int
    recounted: tuple[int, ...]


def sweep(*, at: datetime, today: date, calendar_changed: bool = False) -> Swept:
    """One night. Without a change of calendar only the slice is read. Repeating it changes nothing."""
    recounted = stale_conferences() if calendar_changed else []
    for conference_id in recounted:
        lay_out_duties(conference_id=conference_id, why="lịch làm việc thay đổi", actor=SYSTEM, at=at)
    days = due_slice(today + timedelta(days=SOON_DAYS)).values_list("due_on", flat=True)
    late = sum(1 for day in days if day is not None and day < today)
    return Swept(late, len(days) - late, tuple(recounted))
