"""Facts of the speaker card. No wording here."""

from dataclasses import dataclass

from doithoai.domain.papers.letterhead import Issuing
from doithoai.stages.documents.facts import ConferenceFacts


@dataclass(frozen=True, slots=True)
class SpeakerCardFacts:
    """One sheet of cards to cut apart; nobody is filled in beforehand."""

    issuing: Issuing
    conference: ConferenceFacts
    cards: int = 3
