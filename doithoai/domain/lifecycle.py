"""What a transition is, and the one function that applies a transition table.

The tables themselves live beside their stage (`plans.py`, `opinions.py`, …). Nothing here stores anything:
what time alone changes (soon, overdue) is computed from dates and never a state.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

S = TypeVar("S", bound=StrEnum)
M = TypeVar("M", bound=StrEnum)


class NotPossible(Exception):
    """A move that the table does not allow from this state. `words` is one plain Vietnamese sentence.

    What differs from case to case stands in `values`, so that the sentence can be told in another language.
    """

    def __init__(
        self,
        template: str,
        *,
        table: str = "",
        state: str = "",
        move: str = "",
        values: Mapping[str, object] | None = None,
    ) -> None:
        self.template = template
        self.values = values
        self.words = self.told(str)
        super().__init__(self.words)
        self.table = table
        self.state = state
        self.move = move

    def told(self, translate: Callable[[str], str]) -> str:
        """The sentence in the language of `translate`."""
        sentence = translate(self.template)
        return sentence % self.values if self.values else sentence


@dataclass(frozen=True)
class Transition(Generic[S, M]):
    """`move` leads from any of `sources` to `target`."""

    move: M
    sources: frozenset[S]
    target: S


class Lifecycle(Generic[S, M]):
    """A table of named transitions; `refusal` is what a person reads when a move is not in it."""

    def __init__(self, name: str, transitions: Iterable[Transition[S, M]], *, refusal: str) -> None:
        self.name = name
        self.refusal = refusal
        self.transitions = tuple(transitions)
        self._targets = {(source, t.move): t.target for t in self.transitions for source in t.sources}

    def step(self, state: S, move: M) -> S:
        """The state that `move` leads to; raises NotPossible when the table has no such step."""
        target = self._targets.get((state, move))
        if target is None:
            raise NotPossible(self.refusal, table=self.name, state=state.value, move=move.value)
        return target

    def may_step(self, state: S, move: M) -> bool:
        """Whether `move` is in the table for `state`."""
        return (state, move) in self._targets

    def moves_from(self, state: S) -> tuple[M, ...]:
        """Every move open from `state`, in the table's order."""
        return tuple(t.move for t in self.transitions if state in t.sources)


def steps(move: M, sources: Iterable[S], target: S) -> Transition[S, M]:
    """Short form for writing tables."""
    return Transition(move=move, sources=frozenset(sources), target=target)
