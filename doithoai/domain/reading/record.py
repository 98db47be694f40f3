"""What reading a document yields: frozen records and their form as one plain dictionary.

The keys and codes are those of the reading contract; `marks` (where each field stands in the source) stays outside it.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

Span = tuple[int, int]
"""First and last line of a passage in the source, counted from 1."""

Marks = Mapping[str, tuple[Span, ...]]
"""Field name -> one span for a single field, one span an item, in order, for a list."""


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """A document the plan rests on; `citation` is null where only a law's title and date are given."""

    citation: str | None
    issued_on: str | None
    issuer: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Conference:
    """One event foreseen; `earliest` and `latest` are ISO dates, equal when the day is fixed."""

    earliest: str | None
    latest: str | None
    half_days: int | None
    place: str | None
    villages: tuple[str, ...]
    open: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Attendee:
    """Who is to come; side is commune, village, upper or citizens."""

    side: str
    text: str


@dataclass(frozen=True, slots=True)
class Deadline:
    """One duty bound to a moment, as the words stand."""

    duty: str
    amount: int | None
    unit: str | None
    direction: str | None
    anchor: str | None
    on: str | None
    actor: str | None
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Task:
    """What one body is told to do."""

    actor: str
    line: int
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Recipient:
    """A line of "Nơi nhận"; purpose is report, inform, coordinate, archive or null."""

    name: str
    purpose: str | None


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs, in what capacity; a part the copy lost is null."""

    capacity: str | None
    post: str | None
    name: str | None


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something a careful clerk would query; never fatal."""

    code: str
    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Reading:
    """The whole reading of one document."""

    type: str
    form: str
    issuer: str | None = None
    commune: str | None = None
    province: str | None = None
    number: str | None = None
    issued_on: str | None = None
    title: str | None = None
    year: int | None = None
    legal_bases: tuple[LegalBasis, ...] = ()
    conferences: tuple[Conference, ...] = ()
    chairs: tuple[str, ...] = ()
    secretaries: tuple[str, ...] = ()
    attendees: tuple[Attendee, ...] = ()
    topics: tuple[str, ...] = ()
    exclusions: tuple[str, ...] = ()
    programme: tuple[str, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    tasks: tuple[Task, ...] = ()
    recipients: tuple[Recipient, ...] = ()
    signatory: Signatory | None = None
    warnings: tuple[Doubt, ...] = ()
    marks: Marks = field(default_factory=dict)

    def to_dict(self) -> dict[str, object]:
        """The reading as the contract prints it: plain dictionaries and lists, without `marks`."""
        whole = asdict(self)
        del whole["marks"]
        return {key: _plain(value) for key, value in whole.items()}


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return value
