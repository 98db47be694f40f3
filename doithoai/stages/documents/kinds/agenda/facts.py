"""Facts of the programme and the house rules. No wording here."""

from dataclasses import dataclass

from doithoai.domain.papers.letterhead import Issuing
from doithoai.domain.programme import Step
from doithoai.stages.documents.facts import ConferenceFacts, Contact, PrivateRule


@dataclass(frozen=True, slots=True)
class AgendaFacts:
    """Steps in order. `minutes_each` is how long one person speaks by custom; None leaves the length to the chair."""

    issuing: Issuing
    conference: ConferenceFacts
    contact: Contact
    steps: tuple[Step, ...]
    private_rule: PrivateRule = PrivateRule.TAKEN
    minutes_each: int | None = None
