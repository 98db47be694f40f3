"""Facts of an invitation. No wording here."""

from dataclasses import dataclass

from doithoai.domain.papers.letterhead import Issuing
from doithoai.stages.documents.facts import ConferenceFacts, Contact


@dataclass(frozen=True, slots=True)
class InvitationFacts:
    """One invitation. `invitee` may be a slot (`blocks.slot`) that a compiled form fills for each person."""

    issuing: Issuing
    conference: ConferenceFacts
    contact: Contact
    invitee: str
    topics: tuple[str, ...] = ()
    plan: str = ""
    request: str = ""
