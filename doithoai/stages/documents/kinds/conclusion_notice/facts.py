"""Facts of the notice of the conclusion. No wording here."""

from dataclasses import dataclass

from doithoai.domain.papers.letterhead import Issuing
from doithoai.stages.documents.facts import ConferenceFacts, DueDate, OpinionFact


@dataclass(frozen=True, slots=True)
class ConclusionNoticeFacts:
    """Opinions in their public text, without speakers; never a denunciation. The four lists are computed from them."""

    issuing: Issuing
    conference: ConferenceFacts
    opinions: tuple[OpinionFact, ...]
    people_count: int | None = None
    office: str = ""
    supervisor: str = ""
    publication: DueDate | None = None
    remarks: tuple[str, ...] = ()
