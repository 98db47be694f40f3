"""Agenda, speakers, running order, opening and ending: services and their refusals."""

from datetime import timedelta

import pytest

from doithoai.base.audit import faults
from doithoai.base.errors import BadInput, NotAllowed, NotFound
from doithoai.domain.conference import SpeakerState
from doithoai.domain.duties import Duty
from doithoai.domain.lifecycle import NotPossible
from doithoai.domain.programme import RESULTS_OF_LAST_TIME, Step
from doithoai.domain.roles import Role
from doithoai.stages.conference.models import AgendaItem, Disposition, Speaker
from doithoai.stages.conference.queries import agenda_of, sitting_of, speakers_of, warnings_for_opening
from doithoai.stages.conference.services.count_people import count_people
from doithoai.stages.conference.services.end_sitting import end_sitting
from doithoai.stages.conference.services.end_speech import end_speech
from doithoai.stages.conference.services.give_floor import give_floor
from doithoai.stages.conference.services.open_sitting import Presence, open_sitting
from doithoai.stages.conference.services.prepare_running_order import prepare_running_order
from doithoai.stages.conference.services.register_speaker import SpeakerWanted, register_speaker
from doithoai.stages.conference.services.reorder_speaker import reorder_speaker
from doithoai.stages.conference.services.set_agenda import set_agenda
from doithoai.stages.conference.services.withdraw_speaker import withdraw_speaker
from doithoai.stages.duties.models import DutyEntry
from tests.factories.conference import HALL_DAY, make_hall, make_speaker
from tests.factories.opinions import make_group, make_opinion
from tests.factories.people import actor_as, make_village
from tests.factories.plans import make_conference

pytestmark = pytest.mark.django_db

MAY_RUN = {Role.CLERK, Role.CHAIR, Role.COUNCIL_CHAIR}


@pytest.fixture
def ready():
    return make_hall("announced")


def test_agenda_is_customary_when_nothing_is_given(ready):
    set_agenda(conference_id=ready.conference.pk, actor=ready.clerk, at=ready.at)

    lines = agenda_of(ready.conference.pk)
    assert [line.order for line in lines] == [1, 2, 3, 4, 5, 6]
    assert lines[1].who == "Nguyễn Văn Trì"
    assert list(faults()) == []


def test_agenda_begins_with_the_results_of_last_time_when_there_was_one(ready):
    make_conference(ready.commune, state="closed")
    ready.conference.plan.reading = {"programme": ["Khai mạc", "Nhân dân phát biểu"]}
    ready.conference.plan.save()

    set_agenda(conference_id=ready.conference.pk, actor=ready.clerk, at=ready.at)

    assert [line.title for line in agenda_of(ready.conference.pk)] == [
        "Khai mạc",
        RESULTS_OF_LAST_TIME.title,
        "Nhân dân phát biểu",
    ]


def test_agenda_is_replaced_whole_when_set_again(ready):
    set_agenda(conference_id=ready.conference.pk, actor=ready.clerk, at=ready.at)

    set_agenda(
        conference_id=ready.conference.pk,
        steps=[Step(" Khai mạc ", "MC", 5), Step(" ")],
        actor=ready.clerk,
        at=ready.at,
    )

    assert list(AgendaItem.objects.values_list("order", "title", "who", "minutes")) == [(1, "Khai mạc", "MC", 5)]


@pytest.mark.parametrize("steps", [[], [Step("")], [Step("Khai mạc", "", 0)], [Step("Khai mạc", "", 601)]])
def test_agenda_is_refused_when_empty_or_of_no_length(ready, steps):
    with pytest.raises(BadInput):
        set_agenda(conference_id=ready.conference.pk, steps=steps, actor=ready.clerk, at=ready.at)


def test_agenda_is_refused_when_the_sitting_has_ended():
    hall = make_hall("held")

    with pytest.raises(NotPossible):
        set_agenda(conference_id=hall.conference.pk, actor=hall.clerk, at=hall.at)


def test_unknown_conference_is_not_found(ready):
    with pytest.raises(NotFound):
        set_agenda(conference_id=ready.conference.pk + 999, actor=ready.clerk, at=ready.at)


def test_running_order_takes_only_what_is_on_the_agenda_and_keeps_groups_together(ready):
    group = make_group(ready.commune)
    fields = {"conference": ready.conference, "topic": "roads"}
    plain = make_opinion(ready.commune, **fields)
    first = make_opinion(ready.commune, group=group, **fields)
    urgent = make_opinion(ready.commune, group=group, necessity="urgent", **fields)
    make_opinion(ready.commune, state="taken_apart", apart_reason="Việc riêng", **fields)
    make_opinion(ready.commune, state="awaiting_answer", apart_reason="Ngoài nội dung", **fields)
    make_opinion(ready.commune, topic="roads")

    order = prepare_running_order(conference_id=ready.conference.pk, actor=ready.clerk, at=ready.at)

    assert order == [urgent.pk, first.pk, plain.pk]
    assert list(Disposition.objects.values_list("opinion_id", flat=True)) == order


def test_running_order_moves_one_by_hand_and_takes_in_newcomers(ready):
    one, two = (make_opinion(ready.commune, conference=ready.conference) for _ in range(2))
    prepare_running_order(conference_id=ready.conference.pk, actor=ready.clerk, at=ready.at)
    late = make_opinion(ready.commune, conference=ready.conference)

    order = prepare_running_order(conference_id=ready.conference.pk, actor=ready.clerk, at=ready.at, put=(two.pk, 1))

    assert order == [two.pk, one.pk, late.pk]


@pytest.mark.parametrize("role", list(Role))
def test_only_those_who_run_the_conference_change_the_order_and_the_list(ready, role):
    actor = actor_as(role, None if role is Role.SYSTEM_ADMIN else ready.commune, unit=ready.unit, village=ready.village)
    calls = [
        lambda: prepare_running_order(conference_id=ready.conference.pk, actor=actor, at=ready.at),
        lambda: register_speaker(
            conference_id=ready.conference.pk, wanted=SpeakerWanted("Bùi Thị Nói"), actor=actor, at=ready.at
        ),
        lambda: open_sitting(conference_id=ready.conference.pk, presence=Presence(), actor=actor, at=ready.at),
        lambda: give_floor(speaker_id=Speaker.objects.first().pk, actor=actor, at=ready.at),
        lambda: end_sitting(conference_id=ready.conference.pk, actor=actor, at=ready.at),
    ]
    make_speaker(ready.conference)

    done = 0
    for call in calls:
        try:
            call()
            done += 1
        except NotAllowed:
            continue

    assert done == (len(calls) if role in MAY_RUN else 0)


def test_nobody_of_another_commune_runs_it(ready):
    stranger = make_hall("announced")

    with pytest.raises(NotAllowed):
        open_sitting(conference_id=ready.conference.pk, presence=Presence(), actor=stranger.clerk, at=ready.at)


@pytest.mark.parametrize(
    ("wanted", "field"),
    [
        (SpeakerWanted(" "), "name"),
        (SpeakerWanted("Bùi Thị Nói", minutes=0), "minutes"),
        (SpeakerWanted("Bùi Thị Nói", minutes=61), "minutes"),
        (SpeakerWanted("Bùi Thị Nói", village_id=987654), "village"),
        (SpeakerWanted("Bùi Thị Nói", opinion_id=987654), "opinion"),
    ],
)
def test_speaker_is_refused_at_the_field_that_is_wrong(hall, wanted, field):
    with pytest.raises(BadInput) as refusal:
        register_speaker(conference_id=hall.conference.pk, wanted=wanted, actor=hall.clerk, at=hall.at)

    assert refusal.value.field == field


def test_speaker_of_another_communes_village_is_refused(hall):
    elsewhere = make_village(make_hall().commune)

    with pytest.raises(BadInput):
        register_speaker(
            conference_id=hall.conference.pk,
            wanted=SpeakerWanted("Bùi Thị Nói", village_id=elsewhere.pk),
            actor=hall.clerk,
            at=hall.at,
        )


def test_floor_passes_from_one_speaker_to_the_next_with_their_times(hall):
    first, second = make_speaker(hall.conference, minutes=1), make_speaker(hall.conference, "Lò Văn Hỏi")
    give_floor(speaker_id=first.pk, actor=hall.clerk, at=hall.at)

    give_floor(speaker_id=second.pk, actor=hall.clerk, at=hall.at + timedelta(seconds=75))
    end_speech(speaker_id=second.pk, actor=hall.clerk, at=hall.at + timedelta(seconds=100))
    end_speech(speaker_id=second.pk, actor=hall.clerk, at=hall.at + timedelta(seconds=999))

    lines = speakers_of(hall.conference.pk, hall.at + timedelta(hours=1))
    assert [(line.seconds, line.over, line.state) for line in lines] == [
        (75, True, SpeakerState.DONE),
        (25, False, SpeakerState.DONE),
    ]


def test_floor_is_refused_before_the_sitting_and_to_whoever_spoke_or_withdrew(hall, ready):
    early, spoke, gone = (
        make_speaker(ready.conference),
        make_speaker(hall.conference, state="done"),
        make_speaker(hall.conference, state="withdrawn"),
    )
    for speaker, actor in ((early, ready.clerk), (spoke, hall.clerk), (gone, hall.clerk)):
        with pytest.raises(NotPossible):
            give_floor(speaker_id=speaker.pk, actor=actor, at=hall.at)


def test_ending_a_speech_that_never_began_is_refused(hall):
    with pytest.raises(NotPossible):
        end_speech(speaker_id=make_speaker(hall.conference).pk, actor=hall.clerk, at=hall.at)


def test_speaker_moves_up_and_withdraws(hall):
    one, two, three = (make_speaker(hall.conference, f"Người {n}") for n in range(3))

    reorder_speaker(speaker_id=three.pk, place=1, actor=hall.clerk, at=hall.at)
    withdraw_speaker(speaker_id=one.pk, actor=hall.clerk, at=hall.at)

    sitting = sitting_of(hall.clerk, hall.conference.pk, hall.at)
    assert [s.speaker_id for s in sitting.speakers] == [three.pk, one.pk, two.pk]
    assert sitting.next_speaker.speaker_id == three.pk
    with pytest.raises(NotPossible):
        withdraw_speaker(speaker_id=one.pk, actor=hall.clerk, at=hall.at)


def test_sitting_opens_with_the_names_of_the_notice_and_ends(ready):
    presence = Presence(co_chair_name="Phó Chủ tịch HĐND", people_present=63, citizens_present=48)

    sitting = open_sitting(conference_id=ready.conference.pk, presence=presence, actor=ready.clerk, at=ready.at)
    speaker = make_speaker(ready.conference)
    give_floor(speaker_id=speaker.pk, actor=ready.clerk, at=ready.at)
    end_sitting(conference_id=ready.conference.pk, actor=ready.chair, at=ready.at + timedelta(hours=2))

    ready.conference.refresh_from_db()
    speaker.refresh_from_db()
    assert (sitting.chair_name, sitting.secretary_name, sitting.people_present) == ("Nguyễn Văn Trì", "Trần Thị Sổ", 63)
    assert (ready.conference.state, speaker.state) == ("held", "done")
    assert list(faults()) == []


def test_ending_the_sitting_ticks_off_the_ledgers_duty(hall):
    DutyEntry.objects.create(
        commune=hall.commune, conference=hall.conference, duty=Duty.CONFERENCE.value, role="people_committee",
        actor="UBND xã", due_on=HALL_DAY,
    )  # fmt: skip

    end_sitting(conference_id=hall.conference.pk, actor=hall.clerk, at=hall.at)

    assert DutyEntry.objects.get(duty="conference").done_on == HALL_DAY


@pytest.mark.parametrize("state", ["running", "held", "concluded", "closed", "cancelled"])
def test_opening_is_refused_when_the_conference_is_past_it(state):
    hall = make_hall(state)

    with pytest.raises(NotPossible):
        open_sitting(conference_id=hall.conference.pk, presence=Presence(), actor=hall.clerk, at=hall.at)


@pytest.mark.parametrize(
    "presence",
    [Presence(people_present=-1), Presence(people_present=3, citizens_present=4), Presence(citizens_present=-2)],
)
def test_opening_is_refused_when_the_head_count_cannot_be(ready, presence):
    with pytest.raises(BadInput):
        open_sitting(conference_id=ready.conference.pk, presence=presence, actor=ready.clerk, at=ready.at)

    ready.conference.refresh_from_db()
    assert ready.conference.state == "announced"


def test_head_count_is_corrected_while_the_sitting_runs(hall):
    sitting = count_people(
        conference_id=hall.conference.pk, presence=Presence(people_present=70), actor=hall.clerk, at=hall.at
    )

    assert (sitting.people_present, sitting.citizens_present, sitting.chair_name) == (70, 48, "Nguyễn Văn Trì")


def test_opening_sets_the_day_when_none_was_ever_set_and_the_duties_follow():
    hall = make_hall("planned", with_rule=False)
    open_day = make_conference(hall.commune, None, plan=hall.conference.plan, chair="Nguyễn Văn Trì")

    open_sitting(conference_id=open_day.pk, presence=Presence(), actor=hall.clerk, at=hall.at)

    open_day.refresh_from_db()
    assert (open_day.on, open_day.state) == (HALL_DAY, "running")
    assert DutyEntry.objects.get(conference=open_day, duty="conference").due_on == HALL_DAY


def test_opening_on_another_day_is_possible_but_warned_of(ready):
    other_day = HALL_DAY + timedelta(days=1)

    warnings = warnings_for_opening(ready.conference, other_day)
    open_sitting(
        conference_id=ready.conference.pk, presence=Presence(), actor=ready.clerk, at=ready.at + timedelta(days=1)
    )

    assert "Hôm nay là 29/10/2026, không phải ngày đã thông báo (28/10/2026)." in warnings
    ready.conference.refresh_from_db()
    assert warnings_for_opening(ready.conference, other_day) == ()
