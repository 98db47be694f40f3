"""What overseers are handed: frozen records. None holds a citizen's name or words."""

from dataclasses import dataclass
from datetime import date, datetime, time


@dataclass(frozen=True)
class PlaceAndTime:
    """All that the police may know of a conference: where, when, how many. Counts are None when not known."""

    conference_id: int
    title: str
    state: str
    on: date | None
    starts: time | None
    half_days: int | None
    place: str
    villages: tuple[str, ...]
    expected_people: int | None
    people_present: int | None


@dataclass(frozen=True)
class Fault:
    """One thing that is not as it should be. `kind` is a key of `domain/supervision.py` FAULT_NAMES; `since` its date."""

    kind: str
    opinion_id: int
    number: str
    summary: str
    unit: str
    since: date
    days: int


@dataclass(frozen=True)
class NoteLine:
    """One note of an overseer."""

    note_id: int
    conference_id: int | None
    opinion_id: int | None
    number: str
    finding: str
    words: str
    written_by: str
    written_at: datetime
