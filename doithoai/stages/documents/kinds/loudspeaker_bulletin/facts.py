"""Facts of the loudspeaker bulletin. No wording here."""

from dataclasses import dataclass

from doithoai.domain.papers.letterhead import Issuing
from doithoai.stages.documents.facts import ConferenceFacts, Contact, DueDate


@dataclass(frozen=True, slots=True)
class LoudspeakerBulletinFacts:
    """What is read out. `subjects` are two to five words each ('đất đai', 'đường thôn'); `reader` is the broadcasting body."""

    issuing: Issuing
    conference: ConferenceFacts
    contact: Contact
    reader: str
    subjects: tuple[str, ...] = ()
    broadcast: DueDate | None = None
    times_a_day: int = 2
