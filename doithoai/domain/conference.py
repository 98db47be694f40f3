"""The sitting: what the chair decides on each opinion in the hall, and the conclusion's four lists.

The four lists are those of the real plans: what was dialogued, what was settled, what was raised but not settled,
and who must settle and answer by when. Nothing unsettled leaves without exactly one unit and one date.
Not here: the programme and the speaker list (`programme.py`), the words of the minutes (`minutes.py`).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from doithoai.domain.answers import MIN_REASON, Incomplete, ended, substance_of
from doithoai.domain.lifecycle import NotPossible
from doithoai.domain.opinions import OPINION, FollowUp, Nature, OpinionMove, OpinionState

MIN_SAID = 3


class Outcome(StrEnum):
    """What the chair decides on an opinion in the hall."""

    ANSWERED_NOW = "answered_now"
    IN_WRITING = "in_writing"
    PASSED_UP = "passed_up"
    TAKEN_APART = "taken_apart"


OUTCOME_NAMES: dict[Outcome, str] = {
    Outcome.ANSWERED_NOW: "Trả lời ngay",
    Outcome.IN_WRITING: "Trả lời bằng văn bản",
    Outcome.PASSED_UP: "Chuyển cấp trên",
    Outcome.TAKEN_APART: "Tách riêng",
}

MOVE_OF: dict[Outcome, OpinionMove] = {
    Outcome.ANSWERED_NOW: OpinionMove.ANSWER_IN_HALL,
    Outcome.IN_WRITING: OpinionMove.TAKE_FOR_WRITING,
    Outcome.PASSED_UP: OpinionMove.TRANSFER,
    Outcome.TAKEN_APART: OpinionMove.TAKE_APART,
}


class SpeakerState(StrEnum):
    WAITING = "waiting"
    SPEAKING = "speaking"
    DONE = "done"
    WITHDRAWN = "withdrawn"


ON_AGENDA = FollowUp(apart=False, written_reply=False)


@dataclass(frozen=True)
class Decision:
    """What the chair says on one opinion; which fields are needed depends on the outcome (`check_decision`).

    `due_on`: day of the written answer, or the day on which the higher body's answer is expected. None takes the
    rule's own day. `nature` says why something is taken apart; without a `reason` the rule's own words stand.
    """

    outcome: Outcome
    said: str = ""
    answered_by: str = ""
    unit_id: int | None = None
    due_on: date | None = None
    body: str = ""
    reason: str = ""
    nature: Nature = Nature.COMMON


@dataclass(frozen=True)
class Bounds:
    """What the commune's rules say of one decision. `rule_due_on` is None where no rule sets a day; `apart` is what the
    rules make of an opinion of the nature that the decision names; `successor` took over from the body named, if that
    body has ceased.
    """

    today: date
    rule_due_on: date | None = None
    apart: FollowUp = ON_AGENDA
    successor: str | None = None


def check_decision(decision: Decision, bounds: Bounds) -> None:
    """Raises Incomplete when the outcome lacks what it needs or the rules forbid it."""
    _CHECKS[decision.outcome](decision, bounds)


def _check_answered_now(decision: Decision, _bounds: Bounds) -> None:
    if not decision.answered_by.strip():
        raise Incomplete("Ghi tên và chức vụ người đã trả lời.", field="answered_by")
    if substance_of(decision.said) < MIN_SAID:
        raise Incomplete(
            "“Tiếp thu, ghi nhận” chưa phải là trả lời. Ghi điều đã nói, hoặc chọn “Trả lời bằng văn bản”.",
            field="said",
        )


def _check_in_writing(decision: Decision, bounds: Bounds) -> None:
    _check_unit(decision)
    due_on, rule_due_on = decision.due_on or bounds.rule_due_on, bounds.rule_due_on
    if due_on is None:
        raise Incomplete("Chưa có quy định về hạn trả lời, nên chủ trì phải định ngày.", field="due_on")
    if rule_due_on and due_on > rule_due_on:
        raise Incomplete(
            "Quy định buộc trả lời chậm nhất ngày %(day)s. Chọn ngày đó hoặc sớm hơn; "
            "cần thêm thời gian thì gia hạn có lý do sau hội nghị.",
            field="due_on",
            values={"day": f"{rule_due_on:%d/%m/%Y}"},
        )
    if due_on != rule_due_on:
        _check_day_to_come(due_on, bounds.today)


def _check_passed_up(decision: Decision, bounds: Bounds) -> None:
    if not decision.body.strip():
        raise Incomplete("Ghi tên cơ quan có thẩm quyền mà xã chuyển đến.", field="body")
    if bounds.successor:
        raise ended(decision.body, bounds.successor)
    if len(decision.reason.strip()) < MIN_REASON:
        raise Incomplete("Nêu vì sao việc này vượt thẩm quyền của xã (ít nhất một câu).", field="reason")
    _check_unit(decision)
    if decision.due_on is None:
        raise Incomplete("Điền ngày dự kiến có trả lời của cơ quan đó để báo cho người dân.", field="due_on")
    _check_day_to_come(decision.due_on, bounds.today)


def _check_taken_apart(decision: Decision, bounds: Bounds) -> None:
    if decision.nature is Nature.COMMON:
        raise Incomplete("Chọn vì sao tách riêng: việc riêng, ngoài nội dung, hay khiếu nại.", field="nature")
    if not bounds.apart.apart:
        raise Incomplete("Quy định của xã cho đối thoại việc này, nên không tách riêng được.", field="nature")
    if bounds.apart.written_reply:
        _check_in_writing(decision, bounds)


def _check_unit(decision: Decision) -> None:
    if decision.unit_id is None:
        raise Incomplete("Giao cho đúng một đơn vị chịu trách nhiệm.", field="unit")


def _check_day_to_come(due_on: date, today: date) -> None:
    if due_on < today:
        raise Incomplete(
            "Ngày %(day)s đã qua. Chọn ngày từ hôm nay trở đi.", field="due_on", values={"day": f"{due_on:%d/%m/%Y}"}
        )


_CHECKS = {
    Outcome.ANSWERED_NOW: _check_answered_now,
    Outcome.IN_WRITING: _check_in_writing,
    Outcome.PASSED_UP: _check_passed_up,
    Outcome.TAKEN_APART: _check_taken_apart,
}


def state_after(current: OpinionState, outcome: Outcome) -> OpinionState:
    """The opinion's state after the decision, through the opinions' own table.

    What was answered or transferred before the conference is reopened first; what already stands there stays.
    Raises NotPossible when the table leads nowhere.
    """
    move = MOVE_OF[outcome]
    if OPINION.may_step(current, move):
        return OPINION.step(current, move)
    for first in (OpinionMove.REOPEN, OpinionMove.SORT):
        if OPINION.may_step(current, first):
            between = OPINION.step(current, first)
            if OPINION.may_step(between, move):
                return OPINION.step(between, move)
    if current in {t.target for t in OPINION.transitions if t.move is move}:
        return current
    raise NotPossible(OPINION.refusal, table="opinion", state=current.value, move=move.value)


@dataclass(frozen=True)
class Raised:
    """One opinion as the conclusion sees it. `outcome` is None while the chair has not decided."""

    opinion_id: int
    number: str
    summary: str
    village: str
    answered_before: bool
    outcome: Outcome | None
    said: str
    unit: str
    due_on: date | None
    body: str


@dataclass(frozen=True)
class FourLists:
    """The conclusion's lists; an opinion stands in `discussed` and in exactly one of settled/unsettled."""

    discussed: tuple[Raised, ...]
    settled: tuple[Raised, ...]
    unsettled: tuple[Raised, ...]
    assigned: tuple[Raised, ...]


def four_lists(raised: Iterable[Raised]) -> FourLists:
    """Compute the lists. Things taken apart (private, complaint) are in none: they are not dialogued."""
    heard = tuple(r for r in raised if r.outcome is not Outcome.TAKEN_APART)
    settled = tuple(r for r in heard if _is_settled(r))
    unsettled = tuple(r for r in heard if not _is_settled(r))
    assigned = tuple(r for r in unsettled if r.unit and r.due_on)
    return FourLists(discussed=heard, settled=settled, unsettled=unsettled, assigned=assigned)


def _is_settled(raised: Raised) -> bool:
    return raised.outcome is Outcome.ANSWERED_NOW or (raised.outcome is None and raised.answered_before)


def missing_before_conclusion(raised: Iterable[Raised]) -> tuple[Raised, ...]:
    """Opinions that hold the conclusion up: undecided, or unsettled without a unit and a date."""
    return tuple(r for r in raised if what_is_missing(r))


def what_is_missing(raised: Raised) -> str:
    """What an opinion still lacks before the conclusion, in plain words; empty when nothing."""
    if raised.outcome is None:
        return "" if raised.answered_before else "chưa có quyết định của chủ trì"
    if raised.outcome in (Outcome.IN_WRITING, Outcome.PASSED_UP):
        if not raised.unit:
            return "chưa giao đơn vị nào"
        if raised.due_on is None:
            return "chưa có hạn"
    if raised.outcome is Outcome.PASSED_UP and not raised.body:
        return "chưa ghi cơ quan cấp trên"
    return ""
