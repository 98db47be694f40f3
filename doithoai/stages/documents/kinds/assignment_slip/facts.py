"""Facts of the assignment slip. No wording here."""

from dataclasses import dataclass
from enum import StrEnum

from doithoai.domain.papers.letterhead import Issuing
from doithoai.stages.documents.facts import ConferenceFacts, DueDate


class Work(StrEnum):
    """What the unit has to do with an opinion."""

    PREPARE = "prepare"
    ANSWER = "answer"
    FOLLOW = "follow"


@dataclass(frozen=True, slots=True)
class Given:
    """One opinion given to a unit; `words` tell nothing of who spoke, the unit finds the rest under its number."""

    code: str
    words: str
    work: Work
    due: DueDate | None = None


@dataclass(frozen=True, slots=True)
class UnitWork:
    """Everything one unit was given."""

    unit: str
    given: tuple[Given, ...]


@dataclass(frozen=True, slots=True)
class AssignmentSlipFacts:
    """One slip a unit. `office` follows the work up."""

    issuing: Issuing
    conference: ConferenceFacts
    units: tuple[UnitWork, ...]
    office: str = ""
