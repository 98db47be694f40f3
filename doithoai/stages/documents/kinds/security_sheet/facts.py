"""Facts of the plan for security and logistics. No wording here."""

from dataclasses import dataclass

from doithoai.domain.papers.letterhead import Issuing
from doithoai.stages.documents.facts import ConferenceFacts, Contact, DueDate


@dataclass(frozen=True, slots=True)
class Force:
    """Who keeps order or gets the hall ready, and what the plan gave him to do."""

    actor: str
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SecuritySheetFacts:
    """Place, time and numbers alone: nothing of what people asked, nobody's name."""

    issuing: Issuing
    conference: ConferenceFacts
    contact: Contact
    forces: tuple[Force, ...] = ()
    expected_people: int | None = None
    due: DueDate | None = None
