"""Facts that several kinds of document share: the conference, its people, dates with their basis, opinions and outcomes.

Frozen records with no Django in them; `queries.py` builds them from the database, tests by hand.
"""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from doithoai.domain.deadlines import Direction, Unit


class PrivateRule(StrEnum):
    """What the commune's rules do with matters of one person alone."""

    REFUSED = "refused"
    TAKEN = "taken"


class Outcome(StrEnum):
    """What became of an opinion by the end of the conference."""

    ANSWERED_BEFORE = "answered_before"
    ANSWERED = "answered"
    IN_WRITING = "in_writing"
    PASSED_UP = "passed_up"
    GUIDED = "guided"


@dataclass(frozen=True, slots=True)
class Officer:
    """A post and, where known, its holder."""

    post: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class DueDate:
    """A duty with its day and where it comes from. `on` is None while the anchor day is open; `amount` None: no number set."""

    duty: str
    actor: str = ""
    on: date | None = None
    amount: int | None = None
    unit: Unit = Unit.DAY
    direction: Direction = Direction.AFTER
    anchor: str = "ngày tổ chức hội nghị"
    basis: str = ""


@dataclass(frozen=True, slots=True)
class ConferenceFacts:
    """One conference as papers tell it. `event` is its name in mid-sentence, `villages` carry their kind ('thôn Đông Phong').

    `period` is told while the day is open ('tháng 11 năm 2019'); `commune` carries its kind ('xã Song An').
    `village_open`: one village, named by a later notice.
    """

    event: str
    commune: str
    year: int
    on: date | None = None
    starts: time | None = None
    period: str = ""
    half_days: int | None = None
    place: str = ""
    villages: tuple[str, ...] = ()
    chairs: tuple[Officer, ...] = ()
    co_chair: Officer | None = None
    secretaries: tuple[Officer, ...] = ()
    online_address: str = ""
    village_open: bool = False


@dataclass(frozen=True, slots=True)
class Contact:
    """Where people turn to: the receiving office, its place and telephone, and where denunciations are received."""

    office: str
    place: str = ""
    phone: str = ""
    reception_place: str = ""


@dataclass(frozen=True, slots=True)
class Petitioner:
    """Who is written to. `salutation` is 'Ông', 'Bà', 'Ông (Bà)' or empty for an organisation; an empty name: not given."""

    name: str
    salutation: str = "Ông (Bà)"
    village: str = ""


@dataclass(frozen=True, slots=True)
class OpinionFact:
    """One opinion as a paper tells it. `words` are already the text fit for the paper's readers.

    `speaker` is empty in papers that leave the office. `unit` and `due` say who answers or acts, and when.
    """

    words: str
    topic: str
    outcome: Outcome
    speaker: str = ""
    answer: str = ""
    answered_by: str = ""
    unit: str = ""
    due: DueDate | None = None
    reason: str = ""
    answered_on: date | None = None
    extended_to: date | None = None
