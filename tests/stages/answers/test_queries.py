"""Lists of answers, promises and cards for the hall: what each reader gets, and at what cost."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from doithoai.base.errors import NotAllowed, NotFound
from doithoai.domain.figures import Punctuality
from doithoai.domain.roles import Role
from doithoai.stages.answers.queries import (
    answer_for,
    answers_due,
    answers_of_conference,
    hall_cards_of,
    lateness_by_unit,
    overdue_answers,
    promises_before,
    promises_of,
    transfers_of,
    waiting_for_signature,
    work_of_unit,
)
from tests.factories.answers import make_answer, make_extension, make_signed_answer, make_transfer
from tests.factories.conference import make_hall
from tests.factories.opinions import make_group, make_opinion
from tests.factories.people import actor_as, front_of, make_unit, make_village, officer_of
from tests.factories.plans import make_conference

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 20)


def promise_of(hall, promised_on, conference=None, **fields):
    kept = {name: fields.pop(name) for name in ("promise_kept_on",) if name in fields}
    opinion = make_opinion(hall.commune, conference=conference or hall.conference, village=hall.village, **fields)
    return make_signed_answer(opinion, hall.unit, result="promised", promised_on=promised_on, **kept)


def test_answers_due_are_sorted_by_the_date_in_force(hall, answer):
    second = make_answer(make_opinion(hall.commune), hall.unit, date(2026, 11, 10))
    make_extension(second, date(2026, 12, 20), told_on=date(2026, 11, 9), told_how="Gọi điện")
    make_signed_answer(make_opinion(hall.commune), hall.unit)
    make_answer(make_opinion(make_hall().commune), make_unit(make_hall().commune))

    cards = answers_due(hall.clerk, hall.commune.pk, TODAY)

    assert [(c.answer_id, c.due_on, c.days_late) for c in cards] == [
        (answer.pk, date(2026, 11, 18), 2),
        (second.pk, date(2026, 12, 20), 0),
    ]
    assert [c.answer_id for c in overdue_answers(hall.clerk, hall.commune.pk, TODAY)] == [answer.pk]


def test_officer_sees_only_his_own_units_answers(hall, answer):
    make_answer(make_opinion(hall.commune), make_unit(hall.commune))

    assert [c.answer_id for c in answers_due(officer_of(hall.unit), hall.commune.pk, TODAY)] == [answer.pk]
    assert len(answers_due(front_of(hall.commune), hall.commune.pk, TODAY)) == 2


@pytest.mark.parametrize("role", [Role.POLICE, Role.VILLAGE_HEAD, Role.UPPER_LEVEL, Role.SYSTEM_ADMIN])
def test_answers_are_closed_to_the_rest(hall, answer, role):
    actor = actor_as(role, None if role is Role.SYSTEM_ADMIN else hall.commune, village=hall.village)

    for call in (
        lambda: answers_due(actor, hall.commune.pk, TODAY),
        lambda: answer_for(actor, answer.pk, TODAY),
        lambda: transfers_of(actor, hall.commune.pk, TODAY),
    ):
        with pytest.raises(NotAllowed):
            call()


def test_one_answer_names_the_citizen_only_to_those_who_may_know(hall, answer):
    named = {
        role: answer_for(actor_as(role, hall.commune, unit=hall.unit), answer.pk, TODAY).speaker
        for role in (Role.CLERK, Role.UNIT_OFFICER, Role.FRONT, Role.COUNCIL_CHAIR)
    }

    assert named == {
        Role.CLERK: "Hoàng Thị Thử",
        Role.UNIT_OFFICER: "Hoàng Thị Thử",
        Role.FRONT: "",
        Role.COUNCIL_CHAIR: "",
    }


def test_one_answer_is_refused_to_another_units_officer_and_not_found_when_there_is_none(hall, answer):
    with pytest.raises(NotAllowed):
        answer_for(officer_of(make_unit(hall.commune)), answer.pk, TODAY)
    with pytest.raises(NotFound):
        answer_for(hall.clerk, answer.pk + 999, TODAY)


def test_work_of_a_unit_is_what_it_must_write_and_hand_over(hall, answer):
    to_deliver = make_signed_answer(make_opinion(hall.commune), hall.unit)
    make_signed_answer(make_opinion(hall.commune), hall.unit, state="delivered")
    back = make_answer(make_opinion(hall.commune), hall.unit, state="drafted", returned_words="Ghi rõ ai làm.")

    cards = work_of_unit(officer_of(hall.unit), hall.commune.pk, hall.unit.pk, TODAY)

    assert {c.answer_id for c in cards} == {answer.pk, to_deliver.pk, back.pk}
    assert "Ghi rõ ai làm." in [c.returned_words for c in cards]


def test_chair_is_shown_what_waits_for_his_signature(hall, answer):
    waiting = make_answer(make_opinion(hall.commune), hall.unit, state="submitted", text="Đã xong.")

    assert [c.answer_id for c in waiting_for_signature(hall.chair, hall.commune.pk, TODAY)] == [waiting.pk]
    with pytest.raises(NotAllowed):
        waiting_for_signature(hall.clerk, hall.commune.pk, TODAY)


def test_lateness_of_units_is_a_distribution(hall, answer):
    make_signed_answer(make_opinion(hall.commune), hall.unit)
    make_signed_answer(make_opinion(hall.commune), hall.unit, due_on=date(2026, 11, 5))
    other = make_unit(hall.commune, "A1")
    make_answer(make_opinion(hall.commune), other, date(2026, 12, 1))

    first, second = lateness_by_unit(hall.clerk, hall.commune.pk, TODAY)

    assert (first.unit, first.owed, first.late_days) == ("A1", 1, ())
    assert (second.owed, second.on_time, second.late, second.overdue, second.late_days) == (1, 1, 1, 1, (2, 5))
    with pytest.raises(NotAllowed):
        lateness_by_unit(officer_of(hall.unit), hall.commune.pk, TODAY)


def test_promises_open_from_earlier_dialogues_come_first_at_the_next(hall):
    broken = promise_of(hall, date(2026, 11, 15))
    to_come = promise_of(hall, date(2026, 12, 15))
    promise_of(hall, date(2026, 11, 1), promise_kept_on=date(2026, 10, 30))
    following = make_conference(hall.commune, date(2027, 3, 1))
    promise_of(hall, date(2027, 3, 20), conference=following)

    lines = promises_before(following.pk, TODAY)

    assert [(p.answer_id, p.broken) for p in lines] == [(broken.pk, True), (to_come.pk, False)]
    assert len(promises_of(hall.commune.pk, TODAY, only_open=False)) == 4


def test_chairs_card_shows_past_promises_on_the_same_matter(hall):
    group = make_group(hall.commune)
    following = make_conference(hall.commune, date(2027, 3, 1))
    same_group = promise_of(hall, date(2026, 12, 1), group=group)
    same_topic = promise_of(hall, date(2026, 12, 2), topic="roads")
    promise_of(hall, date(2026, 12, 3), topic="land")
    elsewhere = make_opinion(
        hall.commune, conference=hall.conference, village=make_village(hall.commune), topic="roads"
    )
    make_signed_answer(elsewhere, hall.unit, result="promised", promised_on=date(2026, 12, 4))
    make_opinion(hall.commune, conference=following, village=hall.village, topic="roads", group=group)

    [card] = hall_cards_of(hall.chair, following.pk, TODAY)

    assert [p.answer_id for p in card.promises] == [same_group.pk, same_topic.pk]


def test_answers_of_a_conference_tell_how_each_stands_to_its_date(hall, answer):
    make_signed_answer(make_opinion(hall.commune, conference=hall.conference), hall.unit)
    make_answer(make_opinion(hall.commune), hall.unit, conference=None)

    cards = answers_of_conference(hall.clerk, hall.conference.pk, TODAY)

    assert sorted(c.punctuality for c in cards) == [Punctuality.ON_TIME, Punctuality.OVERDUE]


@pytest.mark.parametrize(
    "query",
    [
        lambda hall: answers_due(hall.clerk, hall.commune.pk, TODAY),
        lambda hall: answers_of_conference(hall.clerk, hall.conference.pk, TODAY),
        lambda hall: work_of_unit(hall.clerk, hall.commune.pk, hall.unit.pk, TODAY),
        lambda hall: lateness_by_unit(hall.clerk, hall.commune.pk, TODAY),
        lambda hall: promises_of(hall.commune.pk, TODAY),
        lambda hall: hall_cards_of(hall.clerk, hall.conference.pk, TODAY),
        lambda hall: transfers_of(hall.clerk, hall.commune.pk, TODAY),
    ],
    ids=["due", "conference", "unit", "lateness", "promises", "hall", "transfers"],
)
def test_number_of_queries_is_the_same_for_one_and_three_rows(hall, query):
    def add() -> None:
        fields = {"conference": hall.conference, "village": hall.village, "topic": "roads"}
        late = make_answer(make_opinion(hall.commune, **fields), hall.unit)
        make_extension(late, date(2026, 12, 20))
        promise_of(hall, date(2026, 12, 1))
        make_transfer(make_opinion(hall.commune, **fields), unit=hall.unit)

    counts = []
    for more in (1, 2):
        for _ in range(more):
            add()
        with CaptureQueriesContext(connection) as captured:
            rows = query(hall)
        counts.append(len(captured))
        assert len(rows) > 0

    assert counts[0] == counts[1]
