"""Minutes: written from the record, saved by two at once, signed and sealed; the review."""

from datetime import date, timedelta

import pytest

from doithoai.base.audit import faults
from doithoai.base.errors import BadInput, NotAllowed, Stale
from doithoai.domain.conference import Decision, Outcome
from doithoai.domain.duties import Duty
from doithoai.domain.lifecycle import NotPossible
from doithoai.domain.minutes import both_texts
from doithoai.domain.roles import Role
from doithoai.stages.conference.models import Sitting
from doithoai.stages.conference.services.decide_opinion import decide_opinion
from doithoai.stages.conference.services.draft_minutes import draft_minutes
from doithoai.stages.conference.services.record_review import ReviewHeld, record_review
from doithoai.stages.conference.services.save_minutes import save_minutes
from doithoai.stages.conference.services.sign_minutes import sign_minutes
from doithoai.stages.duties.models import DutyEntry
from tests.factories.conference import HALL_DAY, make_hall, make_speaker
from tests.factories.opinions import make_opinion
from tests.factories.people import actor_as

pytestmark = pytest.mark.django_db


@pytest.fixture
def held():
    return make_hall("held")


def save(hall, text, version, **more):
    return save_minutes(
        conference_id=hall.conference.pk, text=text, version=version, **{"actor": hall.clerk, "at": hall.at, **more}
    )


def test_minutes_write_themselves_from_the_record(hall):
    opinion = make_opinion(hall.commune, conference=hall.conference, village=hall.village, summary="Đường hỏng")
    make_speaker(
        hall.conference, opinion=opinion, started_at=hall.at, ended_at=hall.at + timedelta(minutes=4), state="done"
    )
    decision = Decision(Outcome.IN_WRITING, unit_id=hall.unit.pk)
    decide_opinion(opinion_id=opinion.pk, decision=decision, actor=hall.chair, at=hall.at)

    sitting = draft_minutes(conference_id=hall.conference.pk, version=1, actor=hall.clerk, at=hall.at)

    assert f"1. Ý kiến số 1, {hall.village.name}: Đường hỏng." in sitting.minutes_text
    assert "Phát biểu: Bùi Thị Nói, 09 giờ 30 đến 09 giờ 34." in sitting.minutes_text
    assert f"Giao {hall.unit.name} trả lời bằng văn bản, chậm nhất ngày 18/11/2026." in sitting.minutes_text
    assert "Hoàng Thị Thử" not in sitting.minutes_text


def test_minutes_already_begun_are_not_written_over_unless_asked(hall):
    save(hall, "Thư ký đã ghi.", 1)

    with pytest.raises(NotPossible):
        draft_minutes(conference_id=hall.conference.pk, version=2, actor=hall.clerk, at=hall.at)
    again = draft_minutes(conference_id=hall.conference.pk, version=2, actor=hall.clerk, at=hall.at, replace=True)

    assert again.minutes_text.startswith("I. THỜI GIAN, ĐỊA ĐIỂM")


def test_minutes_are_refused_before_the_sitting_opened():
    hall = make_hall("announced")

    with pytest.raises(NotPossible):
        draft_minutes(conference_id=hall.conference.pk, version=1, actor=hall.clerk, at=hall.at)


def test_second_writer_sees_both_texts_and_loses_neither(hall):
    first = save(hall, "Mở đầu.\n\nBà Nói hỏi về đường.", 1)

    with pytest.raises(Stale) as refusal:
        save(hall, "Mở đầu.\n\nÔng Hỏi hỏi về mương.", 1)
    joined = save(hall, both_texts("Mở đầu.\n\nÔng Hỏi hỏi về mương.", refusal.value.theirs), refusal.value.version)

    assert refusal.value.theirs == first.minutes_text
    assert set(joined.minutes_text.split("\n\n")) == {"Mở đầu.", "Bà Nói hỏi về đường.", "Ông Hỏi hỏi về mương."}


def test_saving_the_same_text_changes_nothing_whatever_the_version(hall):
    save(hall, "Mở đầu.", 1)

    again = save(hall, "Mở đầu.\r\n", 1)

    assert again.version == 2


def test_minutes_are_refused_when_longer_than_any_meeting(hall):
    with pytest.raises(BadInput):
        save(hall, "x" * 300_001, 1)


def test_minutes_drop_the_characters_that_a_database_cannot_hold(hall):
    assert save(hall, "Mở\x00 đầu.", 1).minutes_text == "Mở đầu."


def test_signed_minutes_are_sealed_and_change_no_more(held):
    save(held, "Biên bản.", 1)

    sitting = sign_minutes(conference_id=held.conference.pk, version=2, actor=held.chair, at=held.at)

    assert sitting.minutes_signed_by == "Nguyễn Văn Trì"
    with pytest.raises(NotPossible):
        save(held, "Sửa lại.", 2)
    with pytest.raises(NotPossible):
        sign_minutes(conference_id=held.conference.pk, version=2, actor=held.chair, at=held.at)
    assert list(faults()) == []


@pytest.mark.parametrize(
    "change", [{"minutes_text": "Đã sửa."}, {"minutes_signed_by": "Người khác"}, {"minutes_signed_at": None}]
)
def test_seal_catches_signed_minutes_that_were_tampered_with(held, change):
    save(held, "Biên bản.", 1)
    sitting = sign_minutes(conference_id=held.conference.pk, version=2, actor=held.chair, at=held.at)

    Sitting.objects.filter(pk=sitting.pk).update(**change)

    assert [line.split(":")[0] for line in faults()] == ["minutes"]


def test_signing_is_refused_for_a_version_not_read_an_empty_text_or_a_running_sitting(held, hall):
    with pytest.raises(BadInput):
        sign_minutes(conference_id=held.conference.pk, version=1, actor=held.chair, at=held.at)
    save(held, "Biên bản.", 1)
    with pytest.raises(Stale) as refusal:
        sign_minutes(conference_id=held.conference.pk, version=1, actor=held.chair, at=held.at)
    assert refusal.value.theirs == "Biên bản."
    with pytest.raises(NotPossible):
        sign_minutes(conference_id=hall.conference.pk, version=1, actor=hall.chair, at=hall.at)


@pytest.mark.parametrize("role", list(Role))
def test_rights_over_minutes_and_review_by_role(held, role):
    actor = actor_as(role, None if role is Role.SYSTEM_ADMIN else held.commune, unit=held.unit, village=held.village)
    calls = {
        "save": lambda: save(held, "Biên bản.", 1, actor=actor),
        "sign": lambda: sign_minutes(conference_id=held.conference.pk, version=2, actor=actor, at=held.at),
        "review": lambda: record_review(
            conference_id=held.conference.pk, review=ReviewHeld(HALL_DAY, "Đông người dự."), actor=actor, at=held.at
        ),
    }

    done = set()
    for name, call in calls.items():
        try:
            call()
            done.add(name)
        except NotAllowed:
            continue

    allowed = {Role.CLERK: set(calls), Role.CHAIR: set(calls), Role.COUNCIL_CHAIR: {"save"}}
    assert done == allowed.get(role, set())


def test_review_is_recorded_corrected_and_ticked_off(held):
    DutyEntry.objects.create(
        commune=held.commune, conference=held.conference, duty=Duty.REVIEW.value, role="people_committee",
        actor="Chủ tịch UBND", due_on=date(2026, 11, 2),
    )  # fmt: skip
    later = held.at + timedelta(days=3)
    record_review(
        conference_id=held.conference.pk,
        review=ReviewHeld(date(2026, 10, 30), "Đông người dự.", violations="Một công chức vắng không lý do."),
        actor=held.chair,
        at=later,
    )

    again = record_review(
        conference_id=held.conference.pk,
        review=ReviewHeld(date(2026, 10, 30), "Đông người dự.", "Loa nhỏ."),
        actor=held.clerk,
        at=later,
    )

    assert (again.to_improve, again.violations, again.written_by) == ("Loa nhỏ.", "", "Trần Thị Sổ")
    assert DutyEntry.objects.get(duty="review").done_on == date(2026, 10, 30)


@pytest.mark.parametrize(
    ("review", "field"),
    [
        (ReviewHeld(date(2026, 10, 27), "Đông."), "held_on"),
        (ReviewHeld(date(2026, 10, 29), "Đông."), "held_on"),
        (ReviewHeld(HALL_DAY), "went_well"),
    ],
)
def test_review_is_refused_at_the_field_that_is_wrong(held, review, field):
    with pytest.raises(BadInput) as refusal:
        record_review(conference_id=held.conference.pk, review=review, actor=held.clerk, at=held.at)

    assert refusal.value.field == field
