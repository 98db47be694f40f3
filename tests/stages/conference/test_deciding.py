"""Decisions on opinions: each outcome, each refusal, taking a decision again, and what pages are handed."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from doithoai.base.audit import faults
from doithoai.base.errors import BadInput, NotAllowed, NotFound, Stale
from doithoai.base.models import AuditLine
from doithoai.domain.answers import Incomplete
from doithoai.domain.conference import Decision, Outcome
from doithoai.domain.lifecycle import NotPossible
from doithoai.domain.opinions import Nature
from doithoai.domain.roles import Role
from doithoai.stages.conference.models import Disposition
from doithoai.stages.conference.queries import four_lists_of, rule_due_for, running_order_of
from doithoai.stages.conference.services.check_public_words import check_public_words
from doithoai.stages.conference.services.decide_group import decide_group
from doithoai.stages.conference.services.decide_opinion import decide_opinion
from doithoai.stages.opinions.models import AnswerBrief
from tests.factories.conference import HALL_DAY, RULE_DUE, Hall, make_hall
from tests.factories.opinions import make_group, make_opinion
from tests.factories.people import actor_as, make_unit

pytestmark = pytest.mark.django_db

SAID = "Xã đã đổ đá lại đoạn này hôm 20/10, tháng sau trải nhựa."
REASON = "Đường tỉnh do Sở quản lý, xã không được sửa."


def answered(**fields: Any) -> Decision:
    return Decision(Outcome.ANSWERED_NOW, **{"said": SAID, "answered_by": "Phó Chủ tịch UBND", **fields})


def in_writing(hall: Hall, **fields: Any) -> Decision:
    return Decision(Outcome.IN_WRITING, **{"unit_id": hall.unit.pk, **fields})


def passed_up(hall: Hall, **fields: Any) -> Decision:
    values = {"unit_id": hall.unit.pk, "body": "Sở Xây dựng", "reason": REASON, "due_on": date(2026, 12, 15), **fields}
    return Decision(Outcome.PASSED_UP, **values)


def decide(hall: Hall, opinion: Any, decision: Decision, **more: Any) -> Disposition:
    return decide_opinion(opinion_id=opinion.pk, decision=decision, **{"actor": hall.chair, "at": hall.at, **more})


@pytest.fixture
def opinion(hall):
    return make_opinion(hall.commune, conference=hall.conference, village=hall.village)


def test_opinion_is_answered_now_with_what_was_said(hall, opinion):
    row = decide(hall, opinion, answered())

    opinion.refresh_from_db()
    assert (row.outcome, row.said, row.answered_by, row.unit_id) == ("answered_now", SAID, "Phó Chủ tịch UBND", None)
    assert (opinion.state, row.decided_by) == ("answered", "Nguyễn Văn Trì")
    assert list(faults()) == []


def test_opinion_taken_for_writing_gets_the_rules_day_and_why(hall, opinion):
    row = decide(hall, opinion, in_writing(hall))

    opinion.refresh_from_db()
    assert (opinion.state, row.due_on) == ("awaiting_answer", RULE_DUE)
    assert row.why_due == {
        "on": "2026-11-18",
        "rule": "Kế hoạch của xã",
        "article": "phần 3.2",
        "why": "Hạn: 18/11/2026 (thứ Tư).",
        "set_by": "rule",
    }


def test_chair_may_set_an_earlier_day_but_never_a_later_one(hall, opinion):
    row = decide(hall, opinion, in_writing(hall, due_on=date(2026, 11, 10)))

    assert (row.due_on, row.why_due["set_by"], row.why_due["on"]) == (date(2026, 11, 10), "chair", "2026-11-18")
    with pytest.raises(Incomplete) as refusal:
        decide(hall, opinion, in_writing(hall, due_on=date(2026, 11, 19)))
    assert refusal.value.field == "due_on"


def test_opinion_raised_after_the_conference_day_has_no_less_time(hall):
    late = make_opinion(hall.commune, conference=hall.conference, received_at=datetime(2026, 10, 30, 3, 0, tzinfo=UTC))

    assert rule_due_for(hall.conference, HALL_DAY).on == RULE_DUE
    assert decide(hall, late, in_writing(hall)).due_on == date(2026, 11, 20)


def test_chair_sets_the_day_where_no_rule_does():
    hall = make_hall(with_rule=False)
    opinion = make_opinion(hall.commune, conference=hall.conference)

    with pytest.raises(Incomplete) as refusal:
        decide(hall, opinion, in_writing(hall))
    row = decide(hall, opinion, in_writing(hall, due_on=date(2026, 12, 1)))

    assert refusal.value.field == "due_on"
    assert (row.due_on, row.why_due) == (date(2026, 12, 1), {"set_by": "chair"})


def test_opinion_is_passed_up_with_body_reason_and_day(hall, opinion):
    row = decide(hall, opinion, passed_up(hall))

    opinion.refresh_from_db()
    assert (opinion.state, row.body, row.reason, row.due_on) == (
        "transferred",
        "Sở Xây dựng",
        REASON,
        date(2026, 12, 15),
    )


def test_passing_up_to_the_district_is_refused_with_its_successor_named(hall, opinion):
    with pytest.raises(Incomplete) as refusal:
        decide(hall, opinion, passed_up(hall, body="UBND huyện Tứ Kỳ"))

    opinion.refresh_from_db()
    assert (refusal.value.field, opinion.state) == ("body", "received")


def test_private_matter_is_taken_apart_with_the_rules_own_words(hall, opinion):
    row = decide(hall, opinion, Decision(Outcome.TAKEN_APART, nature=Nature.PRIVATE_MATTER))

    opinion.refresh_from_db()
    assert (opinion.state, opinion.nature, opinion.owes_written_reply) == ("taken_apart", "private_matter", False)
    assert row.reason == opinion.apart_reason != ""
    assert four_lists_of(hall.clerk, hall.conference.pk).discussed == ()


def test_off_topic_question_is_received_and_owes_a_written_reply(hall, opinion):
    decision = Decision(Outcome.TAKEN_APART, nature=Nature.OFF_TOPIC, unit_id=hall.unit.pk)

    row = decide(hall, opinion, decision)

    opinion.refresh_from_db()
    assert (opinion.owes_written_reply, row.due_on, row.unit_id) == (True, RULE_DUE, hall.unit.pk)


def test_taking_apart_is_refused_when_the_communes_rules_dialogue_it():
    hall = make_hall(private_matters="dialogue", off_topic="dialogue")
    opinion = make_opinion(hall.commune, conference=hall.conference)

    with pytest.raises(Incomplete):
        decide(hall, opinion, Decision(Outcome.TAKEN_APART, nature=Nature.PRIVATE_MATTER))


def test_decision_is_taken_again_from_where_the_opinion_stood(hall):
    opinion = make_opinion(hall.commune, conference=hall.conference, state="assigned")
    seen = []
    for decision in (
        answered(),
        Decision(Outcome.TAKEN_APART, nature=Nature.PRIVATE_MATTER),
        passed_up(hall),
        in_writing(hall),
        answered(said="Xã đã sửa xong ngày 25/10, mời bà con xem lại."),
    ):
        decide(hall, opinion, decision)
        opinion.refresh_from_db()
        seen.append((opinion.state, opinion.nature, opinion.apart_reason != ""))

    assert seen == [
        ("answered", "common", False),
        ("taken_apart", "private_matter", True),
        ("transferred", "common", False),
        ("awaiting_answer", "common", False),
        ("answered", "common", False),
    ]
    assert Disposition.objects.get().state_before == "assigned"


def test_group_is_decided_at_once_but_for_what_was_decided_alone(hall):
    group = make_group(hall.commune)
    alone, *others = (make_opinion(hall.commune, conference=hall.conference, group=group) for _ in range(3))
    apart = make_opinion(hall.commune, conference=hall.conference, group=group, apart_reason="Việc riêng")
    decide(hall, alone, answered())

    rows = decide_group(
        conference_id=hall.conference.pk, group_id=group.pk, decision=in_writing(hall), actor=hall.chair, at=hall.at
    )

    assert [row.opinion_id for row in rows] == [one.pk for one in others]
    assert Disposition.objects.get(opinion=alone).outcome == "answered_now"
    assert not Disposition.objects.filter(opinion=apart).exists()


def test_group_decision_is_refused_whole_when_incomplete_or_of_nobody(hall, opinion):
    group = make_group(hall.commune)
    make_opinion(hall.commune, conference=hall.conference, group=group)
    where = {"conference_id": hall.conference.pk, "actor": hall.chair, "at": hall.at}

    with pytest.raises(Incomplete):
        decide_group(group_id=group.pk, decision=Decision(Outcome.IN_WRITING), **where)
    with pytest.raises(NotFound):
        decide_group(group_id=make_group(hall.commune).pk, decision=answered(), **where)
    assert not Disposition.objects.exists()


def test_opinion_answered_before_is_reported_settled_without_a_decision(hall):
    opinion = make_opinion(hall.commune, conference=hall.conference, state="answered", answered_before="Đã sửa loa.")

    [item] = running_order_of(hall.clerk, hall.conference.pk)

    assert (item.answered_before, item.answered_before_words) == (True, "Đã sửa loa.")
    assert [r.opinion_id for r in four_lists_of(hall.clerk, hall.conference.pk).settled] == [opinion.pk]


@pytest.mark.parametrize("state", ["planned", "announced", "concluded", "closed", "cancelled"])
def test_decision_is_refused_before_the_sitting_and_after_the_conclusion(state):
    hall = make_hall(state)
    opinion = make_opinion(hall.commune, conference=hall.conference)

    with pytest.raises(NotPossible):
        decide(hall, opinion, answered())


def test_decision_is_refused_for_another_communes_unit_and_for_no_conference(hall, opinion):
    elsewhere = make_unit(make_hall().commune)

    with pytest.raises(BadInput):
        decide(hall, opinion, in_writing(hall, unit_id=elsewhere.pk))
    with pytest.raises(NotPossible):
        decide(hall, make_opinion(hall.commune), answered())
    with pytest.raises(NotFound):
        decide_opinion(opinion_id=opinion.pk + 999, decision=answered(), actor=hall.chair, at=hall.at)


def test_second_of_two_decisions_sees_the_first_when_made_at_once(hall, opinion):
    first = decide(hall, opinion, answered(), version=1)

    with pytest.raises(Stale) as refusal:
        decide(hall, opinion, answered(said="Xã sẽ sửa đường này trong tháng 12 tới."), version=1)

    assert (refusal.value.theirs, refusal.value.version) == (SAID, first.version)
    assert Disposition.objects.get().said == SAID


@pytest.mark.parametrize("role", list(Role))
def test_only_those_who_run_the_conference_decide(hall, opinion, role):
    actor = actor_as(role, None if role is Role.SYSTEM_ADMIN else hall.commune, unit=hall.unit, village=hall.village)

    if role in {Role.CLERK, Role.CHAIR, Role.COUNCIL_CHAIR}:
        assert decide(hall, opinion, answered(), actor=actor).outcome == "answered_now"
    else:
        with pytest.raises(NotAllowed):
            decide(hall, opinion, answered(), actor=actor)


def test_audit_lines_of_a_decision_hold_no_words_of_anybody(hall, opinion):
    decide(hall, opinion, passed_up(hall, said="Bà Hoàng Thị Thử hỏi đúng."))

    kept = " ".join(AuditLine.objects.values_list("detail", flat=True))
    assert "opinion.decided" in set(AuditLine.objects.values_list("act", flat=True))
    assert "Hoàng Thị Thử" not in kept


def test_public_words_are_kept_until_the_decision_says_something_else(hall, opinion):
    decide(hall, opinion, answered())
    row = check_public_words(opinion_id=opinion.pk, text="Xã đã đổ đá lại.", actor=hall.clerk, at=hall.at)
    assert (row.public_text, row.public_checked_by) == ("Xã đã đổ đá lại.", "Trần Thị Sổ")

    same = decide(hall, opinion, answered())
    assert same.public_text == "Xã đã đổ đá lại."
    other = decide(hall, opinion, answered(said="Xã đã trải nhựa xong đoạn này."))
    assert (other.public_text, other.public_checked_at) == ("", None)


def test_public_words_are_refused_when_empty_undecided_or_by_an_officer(hall, opinion):
    with pytest.raises(NotFound):
        check_public_words(opinion_id=opinion.pk, text="Đã sửa.", actor=hall.clerk, at=hall.at)
    decide(hall, opinion, answered())
    with pytest.raises(BadInput):
        check_public_words(opinion_id=opinion.pk, text=" ", actor=hall.clerk, at=hall.at)
    officer = actor_as(Role.UNIT_OFFICER, hall.commune, unit=hall.unit)
    with pytest.raises(NotAllowed):
        check_public_words(opinion_id=opinion.pk, text="Đã sửa.", actor=officer, at=hall.at)


def test_running_order_hands_over_brief_group_and_decision(hall):
    group = make_group(hall.commune, "Đường xóm Đoài")
    one = make_opinion(hall.commune, conference=hall.conference, group=group, unit=hall.unit)
    make_opinion(hall.commune, conference=hall.conference, group=group)
    AnswerBrief.objects.create(
        opinion=one, unit=hall.unit, facts="Dài 120 m.", proposed_answer="Đổ đá.", written_by="Phạm Văn Môn",
        written_at=hall.at,
    )  # fmt: skip
    decide(hall, one, in_writing(hall))

    item = next(i for i in running_order_of(hall.clerk, hall.conference.pk) if i.opinion_id == one.pk)

    assert (item.voices, item.group_title, item.brief.facts) == (2, "Đường xóm Đoài", "Dài 120 m.")
    assert (item.outcome, item.assigned_unit, item.due_on) == (Outcome.IN_WRITING, hall.unit.name, RULE_DUE)


@pytest.mark.parametrize(
    ("role", "named"),
    [(Role.CLERK, "Hoàng Thị Thử"), (Role.CHAIR, "Hoàng Thị Thử"), (Role.COUNCIL_CHAIR, ""), (Role.FRONT, "")],
)
def test_running_order_names_the_citizen_only_to_those_who_may_know(hall, opinion, role, named):
    [item] = running_order_of(actor_as(role, hall.commune), hall.conference.pk)

    assert item.speaker == named


@pytest.mark.parametrize("role", [Role.POLICE, Role.VILLAGE_HEAD, Role.UNIT_OFFICER, Role.UPPER_LEVEL])
def test_running_order_is_closed_to_the_rest(hall, opinion, role):
    actor = actor_as(role, hall.commune, unit=hall.unit, village=hall.village)

    with pytest.raises(NotAllowed):
        running_order_of(actor, hall.conference.pk)


@pytest.mark.parametrize("query", [running_order_of, four_lists_of])
def test_number_of_queries_is_the_same_for_one_and_three_opinions(hall, query):
    def add() -> None:
        opinion = make_opinion(
            hall.commune,
            conference=hall.conference,
            village=hall.village,
            group=make_group(hall.commune),
            unit=hall.unit,
        )
        AnswerBrief.objects.create(opinion=opinion, unit=hall.unit, written_by="Phạm Văn Môn", written_at=hall.at)
        decide(hall, opinion, in_writing(hall))

    counts = []
    for more in (1, 2):
        for _ in range(more):
            add()
        with CaptureQueriesContext(connection) as captured:
            query(hall.clerk, hall.conference.pk)
        counts.append(len(captured))

    assert counts[0] == counts[1]
