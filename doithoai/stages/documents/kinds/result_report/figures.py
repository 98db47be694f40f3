"""Counts of a result report, all from the one list of opinions, so that tables and lists cannot disagree. Pure."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from doithoai.stages.documents.facts import OpinionFact, Outcome

_AFTER = frozenset({Outcome.IN_WRITING, Outcome.PASSED_UP})
_ORDER = (Outcome.ANSWERED_BEFORE, Outcome.ANSWERED, Outcome.IN_WRITING, Outcome.PASSED_UP, Outcome.GUIDED)


class AnswerState(Enum):
    """Where an opinion stands on a day."""

    DONE = "đã xong"
    ON_TIME = "đã trả lời đúng hạn"
    ANSWERED_LATE = "đã trả lời quá hạn"
    OPEN = "chưa trả lời, còn trong hạn"
    LATE = "chưa trả lời, đã quá hạn"

    @property
    def words(self) -> str:
        """The state as the report writes it."""
        return self.value


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts by topic (in the order of `_ORDER`) and of what remained after the conference."""

    by_topic: dict[str, tuple[int, ...]]
    all_topics: tuple[int, ...]
    to_answer: int
    on_time: int
    answered_late: int
    open_in_time: int
    open_late: int
    extended: int

    @property
    def total(self) -> int:
        """All opinions."""
        return sum(self.all_topics)


def state_of(opinion: OpinionFact, as_of: date) -> AnswerState:
    """The state on a day; an answer on the last day of the term, or with no term set, is on time."""
    if opinion.outcome not in _AFTER:
        return AnswerState.DONE
    limit = opinion.extended_to or (opinion.due.on if opinion.due else None)
    answered = opinion.answered_on if opinion.answered_on and opinion.answered_on <= as_of else None
    late = limit is not None and (answered or as_of) > limit
    if answered:
        return AnswerState.ANSWERED_LATE if late else AnswerState.ON_TIME
    return AnswerState.LATE if late else AnswerState.OPEN


def figures_of(opinions: tuple[OpinionFact, ...], as_of: date) -> Figures:
    """All counts of a report speaking of a day."""
    topics = dict.fromkeys(one.topic for one in opinions)
    states = [state_of(one, as_of) for one in opinions]
    return Figures(
        by_topic={topic: _row([one for one in opinions if one.topic == topic]) for topic in topics},
        all_topics=_row(list(opinions)),
        to_answer=sum(one.outcome in _AFTER for one in opinions),
        on_time=states.count(AnswerState.ON_TIME),
        answered_late=states.count(AnswerState.ANSWERED_LATE),
        open_in_time=states.count(AnswerState.OPEN),
        open_late=states.count(AnswerState.LATE),
        extended=sum(one.outcome in _AFTER and one.extended_to is not None for one in opinions),
    )


def _row(opinions: list[OpinionFact]) -> tuple[int, ...]:
    return tuple(sum(one.outcome is outcome for one in opinions) for outcome in _ORDER)
