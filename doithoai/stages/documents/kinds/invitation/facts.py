"""Facts of an invitation. No wording here."""

from dataclasses import dataclass

from doithoai.domain.papers.letterhead import Issuing
from doithoai.stages.documents.facts import ConferenceFacts, Contact


@dataclass(frozen=True, slots=True)
class InvitationFacts:
    """One letter for each of `invitees`, in one paper; a slot (`blocks.slot`) makes a form to fill. None: a dotted line."""

    issuing: Issuing
    conference: ConferenceFacts
    contact: Contact
    invitees: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    plan: str = ""
    request: str = ""
