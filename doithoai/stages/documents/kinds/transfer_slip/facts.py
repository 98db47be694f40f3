"""Facts of the transfer slip. No wording here."""

from dataclasses import dataclass
from datetime import date

from doithoai.domain.papers.letterhead import Issuing
from doithoai.stages.documents.facts import ConferenceFacts, Contact


@dataclass(frozen=True, slots=True)
class TransferSlipFacts:
    """To the competent body: the opinion in its public words, why it goes up, when an answer is expected.

    `conference` is None for an opinion outside of one; `unit` is the commune's own, which follows it up.
    """

    issuing: Issuing
    contact: Contact
    code: str
    words: str
    body: str
    reason: str
    conference: ConferenceFacts | None = None
    expected_on: date | None = None
    unit: str = ""
