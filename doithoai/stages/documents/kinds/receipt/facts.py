"""Facts of the receipt. No wording here."""

from dataclasses import dataclass
from datetime import datetime

from doithoai.domain.papers.letterhead import Issuing
from doithoai.stages.documents.facts import ConferenceFacts, Contact, DueDate


@dataclass(frozen=True, slots=True)
class ReceiptFacts:
    """What a citizen takes home: the receipt code, when the opinion came in (local time), when it is answered.

    Neither the speaker nor a word of what was said is here, so that a lost receipt tells nothing. `conference` is None for an
    opinion that belongs to none, `answer` None where no rule sets a day or none is owed.
    """

    issuing: Issuing
    contact: Contact
    code: str
    number: str
    received_at: datetime
    conference: ConferenceFacts | None = None
    answer: DueDate | None = None
