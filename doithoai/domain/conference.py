"""The sitting: what becomes of each opinion in the hall, the speaker list, and the conclusion's four lists.

The four lists are those of the real plans: what was dialogued, what was settled, what was raised but not settled,
and who must settle and answer by when. Nothing unsettled leaves without exactly one unit and one date.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Outcome(StrEnum):
    """What the chair decides on an opinion in the hall."""

    ANSWERED_NOW = "answered_now"
    IN_WRITING = "in_writing"
    PASSED_UP = "passed_up"
    TAKEN_APART = "taken_apart"


class SpeakerState(StrEnum):
    WAITING = "waiting"
    SPEAKING = "speaking"
    DONE = "done"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class Raised:
    """One opinion as the conclusion sees it. `outcome` is None while the chair has not decided."""

    opinion_id: int
    number: str
    summary: str
    village: str
    answered_before: bool
    outcome: Outcome | None
    said: str
    unit: str
    due_on: date | None
    body: str


@dataclass(frozen=True)
class FourLists:
    """The conclusion's lists; an opinion stands in `discussed` and in exactly one of settled/unsettled."""

    discussed: tuple[Raised, ...]
    settled: tuple[Raised, ...]
    unsettled: tuple[Raised, ...]
    assigned: tuple[Raised, ...]


def four_lists(raised: Iterable[Raised]) -> FourLists:
    """Compute the lists. Things taken apart (private, complaint) are in none: they are not dialogued."""
    heard = tuple(r for r in raised if r.outcome is not Outcome.TAKEN_APART)
    settled = tuple(r for r in heard if r.outcome is Outcome.ANSWERED_NOW or (r.outcome is None and r.answered_before))
    unsettled = tuple(r for r in heard if r not in settled)
    assigned = tuple(r for r in unsettled if r.unit and r.due_on)
    return FourLists(discussed=heard, settled=settled, unsettled=unsettled, assigned=assigned)


def missing_before_conclusion(raised: Iterable[Raised]) -> tuple[Raised, ...]:
    """Opinions that hold the conclusion up: undecided, or unsettled without a unit and a date."""
    return tuple(
        r
        for r in raised
        if (r.outcome is None and not r.answered_before)
        or (r.outcome in (Outcome.IN_WRITING, Outcome.PASSED_UP) and not (r.unit and r.due_on))
    )
