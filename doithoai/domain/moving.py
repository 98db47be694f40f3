"""What moving a conference does to its duties: what is already late on the new day, what must be announced again.

Laying the duties out anew is `ledger.py`; storing the new dates is stages/duties. Nothing done is undone here.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from doithoai.domain.duties import Duty
from doithoai.domain.ledger import DutyLine

ANNOUNCING: Final = frozenset({Duty.ISSUE_NOTICE, Duty.BROADCAST, Duty.SEND_INVITATIONS})


@dataclass(frozen=True)
class Standing:
    """A duty as it stands before the move; `role` and `duty` name the row."""

    duty: Duty
    role: str
    actor: str
    due_on: date | None
    done_on: date | None = None
    part: str = ""


@dataclass(frozen=True)
class AlreadyLate:
    """A duty whose day has passed on the day of the move."""

    duty: Duty
    actor: str
    was_due_on: date | None
    due_on: date
    days_late: int


@dataclass(frozen=True)
class Conflicts:
    """`late`: not done and past its new day. `announce_again`: done for the old day, so people know the wrong one."""

    late: tuple[AlreadyLate, ...] = ()
    announce_again: tuple[Standing, ...] = ()


def conflicts_when_moved(
    old: Iterable[Standing], new: Sequence[DutyLine], *, today: date, day_changed: bool
) -> Conflicts:
    """Compare what stood with what is laid out now. `day_changed` is false when an open day is merely closed."""
    before = {(standing.duty.value, standing.role, standing.part): standing for standing in old}
    late = []
    for line in new:
        stood = before.get(line.key)
        if line.due_on is None or line.due_on >= today or (stood and stood.done_on):
            continue
        was = stood.due_on if stood else None
        late.append(AlreadyLate(line.duty, line.actor, was, line.due_on, (today - line.due_on).days))
    again = tuple(s for s in before.values() if day_changed and s.done_on and s.duty in ANNOUNCING)
    return Conflicts(tuple(late), again)
