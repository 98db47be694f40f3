"""Decisions in the hall and the four lists."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doithoai.domain.answers import Incomplete
from doithoai.domain.conference import (
    Bounds,
    Decision,
    Outcome,
    Raised,
    check_decision,
    four_lists,
    missing_before_conclusion,
    state_after,
    what_is_missing,
)
from doithoai.domain.lifecycle import NotPossible
from doithoai.domain.opinions import FollowUp, Nature, OpinionState

TODAY = date(2026, 10, 28)
RULE = date(2026, 11, 18)
REASON = "Đường tỉnh do Sở quản lý, xã không được sửa."
WRITTEN_APART = FollowUp(apart=True, written_reply=True, reason="Ngoài nội dung.")
REFUSED_APART = FollowUp(apart=True, written_reply=False, reason="Việc riêng.")


def raised(number="1", outcome=None, *, before=False, unit="", due_on=None, body=""):
    return Raised(int(number), number, "Đường hỏng", "Đoài", before, outcome, "", unit, due_on, body)


GOOD = {
    Outcome.ANSWERED_NOW: Decision(
        Outcome.ANSWERED_NOW, said="Xã đã đổ đá lại đoạn này hôm 20/10.", answered_by="Phó Chủ tịch"
    ),
    Outcome.IN_WRITING: Decision(Outcome.IN_WRITING, unit_id=1),
    Outcome.PASSED_UP: Decision(
        Outcome.PASSED_UP, body="Sở Xây dựng", reason=REASON, unit_id=1, due_on=date(2026, 12, 1)
    ),
    Outcome.TAKEN_APART: Decision(Outcome.TAKEN_APART, nature=Nature.PRIVATE_MATTER),
}


@pytest.mark.parametrize("outcome", list(Outcome))
def test_decision_passes_when_it_says_what_its_outcome_needs(outcome):
    check_decision(GOOD[outcome], Bounds(TODAY, RULE, REFUSED_APART))


@pytest.mark.parametrize(
    ("decision", "field"),
    [
        (Decision(Outcome.ANSWERED_NOW, said="Xã đã đổ đá lại đoạn này."), "answered_by"),
        (Decision(Outcome.ANSWERED_NOW, said="Xin tiếp thu, ghi nhận.", answered_by="Chủ tịch"), "said"),
        (Decision(Outcome.IN_WRITING), "unit"),
        (Decision(Outcome.IN_WRITING, unit_id=1, due_on=date(2026, 11, 19)), "due_on"),
        (Decision(Outcome.IN_WRITING, unit_id=1, due_on=date(2026, 10, 27)), "due_on"),
        (Decision(Outcome.PASSED_UP, reason=REASON, unit_id=1, due_on=RULE), "body"),
        (Decision(Outcome.PASSED_UP, body="Sở", unit_id=1, due_on=RULE), "reason"),
        (Decision(Outcome.PASSED_UP, body="Sở", reason=REASON, due_on=RULE), "unit"),
        (Decision(Outcome.PASSED_UP, body="Sở", reason=REASON, unit_id=1), "due_on"),
        (Decision(Outcome.PASSED_UP, body="Sở", reason=REASON, unit_id=1, due_on=date(2026, 10, 1)), "due_on"),
        (Decision(Outcome.TAKEN_APART), "nature"),
    ],
)
def test_decision_is_refused_at_the_field_that_is_missing(decision, field):
    with pytest.raises(Incomplete) as refusal:
        check_decision(decision, Bounds(TODAY, RULE, REFUSED_APART))

    assert refusal.value.field == field


def test_decision_in_writing_needs_the_chairs_day_when_no_rule_sets_one():
    with pytest.raises(Incomplete) as refusal:
        check_decision(Decision(Outcome.IN_WRITING, unit_id=1), Bounds(TODAY))

    assert refusal.value.field == "due_on"
    check_decision(Decision(Outcome.IN_WRITING, unit_id=1, due_on=date(2026, 12, 31)), Bounds(TODAY))


def test_decision_in_writing_stands_when_the_rules_own_day_has_passed_already():
    check_decision(Decision(Outcome.IN_WRITING, unit_id=1), Bounds(date(2026, 12, 1), RULE))


def test_taking_apart_is_refused_when_the_rules_let_the_matter_be_dialogued():
    with pytest.raises(Incomplete) as refusal:
        check_decision(Decision(Outcome.TAKEN_APART, nature=Nature.OFF_TOPIC), Bounds(TODAY, RULE))

    assert refusal.value.field == "nature"


def test_taking_apart_needs_a_unit_when_the_rules_owe_a_written_reply():
    decision = Decision(Outcome.TAKEN_APART, nature=Nature.OFF_TOPIC)

    with pytest.raises(Incomplete) as refusal:
        check_decision(decision, Bounds(TODAY, RULE, WRITTEN_APART))

    assert refusal.value.field == "unit"


def test_passing_up_to_an_ended_body_names_its_successor():
    with pytest.raises(Incomplete) as refusal:
        check_decision(GOOD[Outcome.PASSED_UP], Bounds(TODAY, RULE, successor="UBND tỉnh"))

    assert (refusal.value.field, "UBND tỉnh" in refusal.value.words) == ("body", True)


@pytest.mark.parametrize(
    ("state", "outcome", "after"),
    [
        (OpinionState.RECEIVED, Outcome.ANSWERED_NOW, OpinionState.ANSWERED),
        (OpinionState.ASSIGNED, Outcome.IN_WRITING, OpinionState.AWAITING_ANSWER),
        (OpinionState.SORTED, Outcome.PASSED_UP, OpinionState.TRANSFERRED),
        (OpinionState.SORTED, Outcome.TAKEN_APART, OpinionState.TAKEN_APART),
        (OpinionState.ANSWERED, Outcome.IN_WRITING, OpinionState.AWAITING_ANSWER),
        (OpinionState.TRANSFERRED, Outcome.PASSED_UP, OpinionState.TRANSFERRED),
        (OpinionState.TRANSFERRED, Outcome.ANSWERED_NOW, OpinionState.ANSWERED),
        (OpinionState.AWAITING_ANSWER, Outcome.ANSWERED_NOW, OpinionState.ANSWERED),
        (OpinionState.TAKEN_APART, Outcome.TAKEN_APART, OpinionState.TAKEN_APART),
        (OpinionState.TAKEN_APART, Outcome.ANSWERED_NOW, OpinionState.ANSWERED),
    ],
)
def test_state_after_goes_through_the_opinions_own_table(state, outcome, after):
    assert state_after(state, outcome) is after


def test_state_after_refuses_to_take_apart_what_is_promised_in_writing():
    with pytest.raises(NotPossible):
        state_after(OpinionState.AWAITING_ANSWER, Outcome.TAKEN_APART)


def test_four_lists_put_each_opinion_where_it_belongs():
    answered = raised("1", Outcome.ANSWERED_NOW)
    before = raised("2", before=True)
    written = raised("3", Outcome.IN_WRITING, unit="Phòng Kinh tế", due_on=RULE)
    apart = raised("4", Outcome.TAKEN_APART)

    lists = four_lists([answered, before, written, apart])

    assert lists.discussed == (answered, before, written)
    assert lists.settled == (answered, before)
    assert lists.unsettled == (written,)
    assert lists.assigned == (written,)


def test_reopened_opinion_is_unsettled_when_it_was_answered_before_but_taken_for_writing():
    again = raised("1", Outcome.IN_WRITING, before=True, unit="Phòng Kinh tế", due_on=RULE)

    assert four_lists([again]).unsettled == (again,)


@pytest.mark.parametrize(
    ("one", "missing"),
    [
        (raised(), "chưa có quyết định của chủ trì"),
        (raised(before=True), ""),
        (raised(outcome=Outcome.ANSWERED_NOW), ""),
        (raised(outcome=Outcome.IN_WRITING, due_on=RULE), "chưa giao đơn vị nào"),
        (raised(outcome=Outcome.IN_WRITING, unit="Phòng"), "chưa có hạn"),
        (raised(outcome=Outcome.PASSED_UP, unit="Phòng", due_on=RULE), "chưa ghi cơ quan cấp trên"),
        (raised(outcome=Outcome.PASSED_UP, unit="Phòng", due_on=RULE, body="Sở"), ""),
        (raised(outcome=Outcome.TAKEN_APART), ""),
    ],
)
def test_what_is_missing_names_what_holds_the_conclusion_up(one, missing):
    assert what_is_missing(one) == missing
    assert missing_before_conclusion([one]) == ((one,) if missing else ())


ANY_RAISED = st.builds(
    raised,
    st.integers(1, 999).map(str),
    st.sampled_from([None, *Outcome]),
    before=st.booleans(),
    unit=st.sampled_from(["", "Phòng Kinh tế"]),
    due_on=st.sampled_from([None, RULE]),
    body=st.sampled_from(["", "Sở Xây dựng"]),
)


@given(st.lists(ANY_RAISED, max_size=30))
def test_four_lists_reconcile_whatever_was_decided(everything):
    lists = four_lists(everything)

    assert len(lists.settled) + len(lists.unsettled) == len(lists.discussed)
    assert len(lists.discussed) == sum(r.outcome is not Outcome.TAKEN_APART for r in everything)
    if not missing_before_conclusion(everything):
        assert lists.assigned == lists.unsettled
