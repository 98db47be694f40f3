"""Facts of the transfer notice. No wording here."""

from dataclasses import dataclass
from datetime import date

from doithoai.domain.papers.letterhead import Issuing
from doithoai.stages.documents.facts import ConferenceFacts, Contact, Petitioner


@dataclass(frozen=True, slots=True)
class TransferNoticeFacts:
    """A letter to one citizen: where his opinion went, why, by when, and who in the commune follows it up."""

    issuing: Issuing
    contact: Contact
    code: str
    petitioner: Petitioner
    commune: str
    words: str
    body: str
    reason: str
    conference: ConferenceFacts | None = None
    transferred_on: date | None = None
    expected_on: date | None = None
    unit: str = ""
