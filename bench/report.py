"""What a benchmark hands back, how rounds are taken in turn, and how a row is printed. Measures nothing itself."""

import statistics
from collections.abc import Callable, Mapping
from dataclasses import dataclass

Measure = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the report. Figures are medians in `unit`; smaller is better unless `more_is_better`."""

    name: str
    unit: str
    limit: float
    ours: float
    peers: Mapping[str, float]
    goal: str = ""
    more_is_better: bool = False

    def lines(self) -> list[str]:
        """The row in words: figures, ours against the limit, ours against each peer."""
        first = f"{self.name}: limit {self.limit:,.4g} {self.unit}, ours {self.ours:,.4g} {self.unit}"
        first += f", {self._times(self.limit, self.ours)} of the limit" + (f"; goal: {self.goal}" if self.goal else "")
        return [first] + [
            f"    against {peer}: {figure:,.4g} {self.unit}, ours is {self._better(figure)}"
            for peer, figure in self.peers.items()
        ]

    def _times(self, limit: float, ours: float) -> str:
        return f"{ours / limit:.2f}x" if limit else "-"

    def _better(self, peer: float) -> str:
        ratio = (self.ours / peer) if self.more_is_better else (peer / self.ours)
        return f"{ratio:.2f}x as good" if ratio else "-"


def in_turn(measures: Mapping[str, Measure], rounds: int) -> dict[str, float]:
    """Median of each measure, all taken in turn A-B-C-A-B-C, so that a busy moment hits all alike."""
    taken: dict[str, list[float]] = {name: [] for name in measures}
    for _ in range(rounds):
        for name, measure in measures.items():
            taken[name].append(measure())
    return {name: statistics.median(figures) for name, figures in taken.items()}
