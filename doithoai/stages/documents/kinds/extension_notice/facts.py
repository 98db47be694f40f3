"""Facts of the extension notice. No wording here."""

from dataclasses import dataclass
from datetime import date

from doithoai.domain.papers.letterhead import Issuing
from doithoai.stages.documents.facts import ConferenceFacts, Contact, Petitioner


@dataclass(frozen=True, slots=True)
class ExtensionNoticeFacts:
    """A letter to one citizen. `code` is the number in the register, `unit` whoever goes on with the answer."""

    issuing: Issuing
    conference: ConferenceFacts
    contact: Contact
    code: str
    petitioner: Petitioner
    words: str
    unit: str
    reason: str
    old_due: date | None
    new_due: date | None
