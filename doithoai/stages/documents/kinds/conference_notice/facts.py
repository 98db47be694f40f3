"""Facts of the notice of a conference. No wording here."""

from dataclasses import dataclass

from doithoai.domain.papers.letterhead import Issuing
from doithoai.stages.documents.facts import ConferenceFacts, Contact, DueDate, PrivateRule


@dataclass(frozen=True, slots=True)
class ConferenceNoticeFacts:
    """What Law 72/2025/QH15 Art. 43 asks to announce: time, place, contents and the way of attending. Day and place are needed.

    `plan` refers to the plan ('Kế hoạch số 48/KH-UBND ngày …'); `send_until` closes the sending of opinions beforehand.
    """

    issuing: Issuing
    conference: ConferenceFacts
    contact: Contact
    topics: tuple[str, ...]
    plan: str = ""
    attendees: tuple[str, ...] = ()
    how_to_attend: str = ""
    send_until: DueDate | None = None
    private_rule: PrivateRule = PrivateRule.TAKEN
    answer: DueDate | None = None
    publication: DueDate | None = None
