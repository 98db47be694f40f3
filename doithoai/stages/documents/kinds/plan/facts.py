"""Facts of a yearly plan. No wording here."""

from dataclasses import dataclass

from doithoai.domain.papers.letterhead import Issuing
from doithoai.stages.documents.facts import ConferenceFacts, DueDate


@dataclass(frozen=True, slots=True)
class Task:
    """What one body does, item by item."""

    actor: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Attendees:
    """One side of the hall: 'Cấp xã', 'Ở thôn', 'Nhân dân', 'Cấp trên'."""

    side: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """A plan for one year with one or more conferences. Empty `aims`, `demands` or `programme` get the usual wording."""

    issuing: Issuing
    event: str
    commune: str
    year: int
    bases: tuple[str, ...]
    conferences: tuple[ConferenceFacts, ...]
    topics: tuple[str, ...]
    tasks: tuple[Task, ...]
    office: str
    aims: tuple[str, ...] = ()
    demands: tuple[str, ...] = ()
    exclusions: tuple[str, ...] = ()
    attendees: tuple[Attendees, ...] = ()
    programme: tuple[str, ...] = ()
    due: tuple[DueDate, ...] = ()
    board: tuple[str, ...] = ()
