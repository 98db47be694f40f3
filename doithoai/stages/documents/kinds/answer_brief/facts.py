"""Facts of the answer brief. No wording here."""

from dataclasses import dataclass

from doithoai.domain.papers.letterhead import Issuing
from doithoai.stages.documents.facts import ConferenceFacts, DueDate


@dataclass(frozen=True, slots=True)
class Asked:
    """One opinion given to a unit, and what the unit has written so far. `words` tell nothing of who spoke."""

    code: str
    words: str
    topic: str
    unit: str
    found: str = ""
    law: str = ""
    proposed: str = ""
    answerer: str = ""
    due: DueDate | None = None


@dataclass(frozen=True, slots=True)
class AnswerBriefFacts:
    """One sheet for each opinion given to a unit; a blank one while none is."""

    issuing: Issuing
    conference: ConferenceFacts
    asked: tuple[Asked, ...] = ()
