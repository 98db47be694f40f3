"""Facts of the settlement. No wording here."""

from dataclasses import dataclass

from doithoai.domain.papers.letterhead import Issuing
from doithoai.stages.documents.facts import ConferenceFacts
from doithoai.stages.documents.kinds.cost_estimate.facts import CostLine


@dataclass(frozen=True, slots=True)
class SettlementFacts:
    """The lines of the estimate with what was spent on each, where somebody wrote it down."""

    issuing: Issuing
    conference: ConferenceFacts
    lines: tuple[CostLine, ...]
    empty_lines: int = 3
