"""Facts of the paper form for an opinion. No wording here."""

from dataclasses import dataclass

from doithoai.domain.papers.letterhead import Issuing
from doithoai.stages.documents.facts import ConferenceFacts, Contact, DueDate


@dataclass(frozen=True, slots=True)
class OpinionFormFacts:
    """One sheet. `code` is printed on the form and its slip; empty leaves room to write it, a slot is filled in mass printing."""

    issuing: Issuing
    conference: ConferenceFacts
    contact: Contact
    code: str = ""
    look_up: str = ""
    answer: DueDate | None = None
