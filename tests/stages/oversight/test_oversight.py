"""Figures that reconcile, faults, notes, and the little that the police may know."""

import dataclasses
from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from doithoai.base.audit import faults
from doithoai.base.errors import BadInput, NotAllowed, NotFound
from doithoai.base.models import AuditLine
from doithoai.domain.figures import Count, Fate, Promises, Punctuality
from doithoai.domain.roles import Role
from doithoai.domain.supervision import FAULT_NAMES, Finding
from doithoai.stages.answers.queries import answers_of_conference
from doithoai.stages.oversight.models import SupervisionNote
from doithoai.stages.oversight.queries import (
    faults_of,
    figures_of_commune,
    notes_of,
    overdue_list,
    place_and_time_of,
    promised_not_done,
    result_figures_of,
)
from doithoai.stages.oversight.services.add_supervision_note import NoteWanted, add_supervision_note
from tests.factories.answers import make_answer, make_extension, make_signed_answer, make_transfer
from tests.factories.conference import make_disposition, make_hall
from tests.factories.opinions import make_group, make_opinion
from tests.factories.people import actor_as, front_of
from tests.factories.plans import make_conference

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)


@pytest.fixture
def hall():
    return make_hall("concluded")


def opinion(hall, **fields):
    values = {"conference": hall.conference, "village": hall.village, "topic": "roads", **fields}
    return make_opinion(hall.commune, **values)


@pytest.fixture
def full(hall):
    opinion(hall, state="answered", channel="web")
    make_disposition(opinion(hall, state="answered", village=None), "answered_now")
    make_signed_answer(opinion(hall), hall.unit, result="promised", promised_on=date(2026, 11, 15))
    make_signed_answer(opinion(hall), hall.unit, due_on=date(2026, 11, 5))
    make_answer(opinion(hall, topic="land"), hall.unit)
    make_answer(opinion(hall, topic=""), hall.unit, date(2026, 12, 1))
    extended = make_answer(opinion(hall), hall.unit)
    make_extension(extended, date(2026, 12, 20))
    make_transfer(opinion(hall), expected_on=date(2026, 11, 10))
    opinion(hall, state="taken_apart", nature="private_matter", apart_reason="Việc riêng")
    opinion(hall)
    return hall


def test_figures_say_what_became_of_every_opinion(full):
    figures = result_figures_of(full.clerk, full.conference.pk, TODAY)

    assert figures.received == 10
    assert {fate: figures.fate(fate) for fate in Fate} == {
        Fate.ANSWERED_BEFORE: 1,
        Fate.ANSWERED_IN_HALL: 1,
        Fate.ANSWERED_IN_WRITING: 2,
        Fate.AWAITING_ANSWER: 3,
        Fate.TRANSFERRED: 1,
        Fate.TAKEN_APART: 1,
        Fate.UNDECIDED: 1,
    }
    assert {kind: figures.punctual(kind) for kind in Punctuality} == {
        Punctuality.ON_TIME: 1,
        Punctuality.EXTENDED: 0,
        Punctuality.LATE: 1,
        Punctuality.OPEN: 1,
        Punctuality.OVERDUE: 2,
    }
    assert figures.promises == Promises(made=1, kept=0, to_come=0, broken=1)
    assert (figures.extensions_untold, figures.answered) == (1, 4)
    assert figures.by_topic == (Count("roads", 8), Count("land", 1), Count("other", 1))
    assert (Count("", 1), Count("web", 1)) == (figures.by_village[-1], figures.by_channel[-1])


def test_figures_agree_with_the_list_of_answers_on_the_screen(full):
    figures = result_figures_of(full.clerk, full.conference.pk, TODAY)
    cards = answers_of_conference(full.clerk, full.conference.pk, TODAY)

    assert figures.written == len(cards)
    assert {kind: figures.punctual(kind) for kind in Punctuality} == {
        kind: sum(card.punctuality is kind for card in cards) for kind in Punctuality
    }


def test_figures_of_the_commune_add_up_over_its_conferences(full):
    other = make_conference(full.commune, date(2026, 6, 1))
    make_opinion(full.commune, conference=other)
    make_opinion(make_hall().commune)

    whole = figures_of_commune(full.clerk, full.commune.pk, TODAY, year=2026)
    parts = [result_figures_of(full.clerk, pk, TODAY).received for pk in (full.conference.pk, other.pk)]

    assert whole.received == sum(parts) == 11
    assert figures_of_commune(full.clerk, full.commune.pk, TODAY, year=2025).received == 0


def test_opinion_counts_as_repeated_when_an_earlier_dialogue_heard_the_same_problem(hall):
    group = make_group(hall.commune)
    earlier = make_conference(hall.commune, date(2026, 3, 1))
    make_opinion(hall.commune, conference=earlier, group=group, received_at=datetime(2026, 2, 1, tzinfo=UTC))
    opinion(hall, group=group)
    opinion(hall, group=make_group(hall.commune))

    assert result_figures_of(hall.clerk, hall.conference.pk, TODAY).repeated == 1
    assert result_figures_of(hall.clerk, earlier.pk, TODAY).repeated == 0


def test_answer_counts_as_written_no_more_when_its_opinion_was_passed_up(hall):
    asked = opinion(hall)
    make_answer(asked, hall.unit)
    assert result_figures_of(hall.clerk, hall.conference.pk, TODAY).punctual(Punctuality.OVERDUE) == 1

    make_transfer(asked)

    figures = result_figures_of(hall.clerk, hall.conference.pk, TODAY)
    assert (figures.written, figures.fate(Fate.TRANSFERRED)) == (0, 1)


def test_answer_before_its_time_leaves_no_fault_of_an_untold_extension(hall):
    signed_at = datetime(2026, 11, 10, 2, 0, tzinfo=UTC)
    answer = make_signed_answer(opinion(hall), hall.unit, signed_at=signed_at)
    make_extension(answer, date(2026, 12, 20), decided_at=signed_at - timedelta(days=1))

    assert result_figures_of(hall.clerk, hall.conference.pk, date(2026, 12, 30)).extensions_untold == 0


@pytest.mark.parametrize("role", list(Role))
def test_figures_are_shown_by_role(full, role):
    actor = actor_as(role, None if role is Role.SYSTEM_ADMIN else full.commune, unit=full.unit, village=full.village)
    allowed = {Role.CLERK, Role.CHAIR, Role.COUNCIL_CHAIR, Role.FRONT, Role.UPPER_LEVEL}

    if role in allowed:
        assert result_figures_of(actor, full.conference.pk, TODAY).received == 10
    else:
        with pytest.raises(NotAllowed):
            result_figures_of(actor, full.conference.pk, TODAY)


def test_front_sees_what_is_overdue_and_promised_but_not_done(full):
    front = front_of(full.commune)

    assert [card.days_late for card in overdue_list(front, full.commune.pk, TODAY)] == [2, 2]
    assert [p.promised_on for p in promised_not_done(front, full.commune.pk, TODAY)] == [date(2026, 11, 15)]


def test_faults_name_everything_to_ask_about_the_oldest_first(full):
    found = faults_of(front_of(full.commune), full.commune.pk, TODAY)

    assert [(fault.kind, fault.days) for fault in found] == [
        ("transfer_untold", 22),
        ("transfer_overdue", 10),
        ("promise_broken", 5),
        ("answer_overdue", 2),
        ("answer_overdue", 2),
        ("extension_untold", 2),
    ]
    assert {fault.kind for fault in found} == set(FAULT_NAMES)


@pytest.mark.parametrize("query", [overdue_list, promised_not_done, faults_of, notes_of])
@pytest.mark.parametrize("role", [Role.POLICE, Role.VILLAGE_HEAD, Role.UNIT_OFFICER, Role.UPPER_LEVEL])
def test_lists_of_faults_are_closed_to_those_who_do_not_oversee(full, query, role):
    actor = actor_as(role, full.commune, unit=full.unit, village=full.village)

    with pytest.raises(NotAllowed):
        query(actor, full.commune.pk, *([] if query is notes_of else [TODAY]))


def test_police_are_told_place_time_and_head_count_and_nothing_else(hall):
    hall.conference.starts = time(8, 0)
    hall.conference.expected_people = 60
    hall.conference.save()
    hall.conference.villages.add(hall.village)
    make_opinion(hall.commune, "Nhà ông Kín lấn đường.", conference=hall.conference, summary="Lấn đường")

    known = place_and_time_of(actor_as(Role.POLICE, hall.commune), hall.conference.pk)

    assert dataclasses.asdict(known) == {
        "conference_id": hall.conference.pk,
        "title": "Hội nghị đối thoại năm 2026",
        "state": "concluded",
        "on": date(2026, 10, 28),
        "starts": time(8, 0),
        "half_days": None,
        "place": "Nhà văn hóa thôn",
        "villages": (hall.village.name,),
        "expected_people": 60,
        "people_present": 63,
    }


def test_police_of_another_commune_are_told_nothing(hall):
    with pytest.raises(NotAllowed):
        place_and_time_of(actor_as(Role.POLICE, make_hall().commune), hall.conference.pk)


def test_note_stands_beside_the_opinion_it_is_about(hall):
    about = opinion(hall)
    wanted = NoteWanted(hall.commune.pk, "Đã đến xem: đường chưa làm.", Finding.NOT_DONE, opinion_id=about.pk)

    add_supervision_note(wanted=wanted, actor=front_of(hall.commune), at=NOW)

    [line] = notes_of(hall.clerk, hall.commune.pk, conference_id=hall.conference.pk)
    assert (line.opinion_id, line.number, line.finding, line.words) == (
        about.pk,
        "1",
        "not_done",
        "Đã đến xem: đường chưa làm.",
    )
    assert "đường chưa làm" not in AuditLine.objects.get(act="supervision.noted").detail
    assert list(faults()) == []


def test_note_is_refused_when_empty_or_about_another_communes_things(hall):
    front = front_of(hall.commune)
    elsewhere = make_hall()
    strange = make_opinion(elsewhere.commune)

    with pytest.raises(BadInput):
        add_supervision_note(wanted=NoteWanted(hall.commune.pk, " "), actor=front, at=NOW)
    for change in ({"opinion_id": strange.pk}, {"conference_id": elsewhere.conference.pk}, {"commune_id": 987654}):
        wanted = NoteWanted(**{"commune_id": hall.commune.pk, "words": "Đã xem.", **change})
        with pytest.raises(NotFound):
            add_supervision_note(wanted=wanted, actor=front, at=NOW)
    assert not SupervisionNote.objects.exists()


@pytest.mark.parametrize("role", list(Role))
def test_only_front_and_council_write_notes(hall, role):
    actor = actor_as(role, None if role is Role.SYSTEM_ADMIN else hall.commune, unit=hall.unit, village=hall.village)
    wanted = NoteWanted(hall.commune.pk, "Đã xem sổ.")

    if role in {Role.FRONT, Role.COUNCIL_CHAIR}:
        assert add_supervision_note(wanted=wanted, actor=actor, at=NOW).finding == "note"
    else:
        with pytest.raises(NotAllowed):
            add_supervision_note(wanted=wanted, actor=actor, at=NOW)


@pytest.mark.parametrize(
    "query",
    [
        lambda hall: result_figures_of(hall.clerk, hall.conference.pk, TODAY),
        lambda hall: faults_of(hall.clerk, hall.commune.pk, TODAY),
        lambda hall: notes_of(hall.clerk, hall.commune.pk),
    ],
    ids=["figures", "faults", "notes"],
)
def test_number_of_queries_is_the_same_for_one_and_three_rows(hall, query):
    def add() -> None:
        make_disposition(opinion(hall, state="answered", group=make_group(hall.commune)), "answered_now")
        make_extension(make_answer(opinion(hall), hall.unit), date(2026, 12, 20))
        make_signed_answer(opinion(hall), hall.unit, result="promised", promised_on=date(2026, 11, 15))
        make_transfer(opinion(hall), unit=hall.unit)
        add_supervision_note(
            wanted=NoteWanted(hall.commune.pk, "Đã xem.", opinion_id=opinion(hall).pk),
            actor=front_of(hall.commune),
            at=NOW,
        )

    counts = []
    for more in (1, 2):
        for _ in range(more):
            add()
        with CaptureQueriesContext(connection) as captured:
            query(hall)
        counts.append(len(captured))

    assert counts[0] == counts[1]
