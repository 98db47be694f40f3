"""Facts of the cost estimate, and the lines of cost that it shares with the settlement. No wording of papers here."""

from dataclasses import dataclass

from doithoai.domain.papers.letterhead import Issuing
from doithoai.stages.documents.facts import ConferenceFacts


@dataclass(frozen=True, slots=True)
class CostLine:
    """One thing to pay for. `quantity` and `price` (đồng) stay None until somebody knows them; `spent` is for the settlement."""

    what: str
    unit: str
    quantity: int | None = None
    price: int | None = None
    spent: int | None = None

    @property
    def amount(self) -> int | None:
        """Quantity times price, or None while either is open."""
        return None if self.quantity is None or self.price is None else self.quantity * self.price


@dataclass(frozen=True, slots=True)
class CostEstimateFacts:
    """`bases` are the decisions that set what may be spent; none known leaves a line to write one on."""

    issuing: Issuing
    conference: ConferenceFacts
    lines: tuple[CostLine, ...]
    bases: tuple[str, ...] = ()
    empty_lines: int = 3
