"""Keeping and correcting a reading, starting a plan, settling open fields, conferences on demand."""

from datetime import UTC, date, datetime

import pytest

from doithoai.base.errors import BadInput, NotAllowed, Stale
from doithoai.domain.lifecycle import NotPossible
from doithoai.domain.plans import ConferenceKind, ConferenceMove
from doithoai.domain.roles import Role
from doithoai.stages.people.models import Unit
from doithoai.stages.plans.models import Conference, Plan, Reading
from doithoai.stages.plans.services.close_open_fields import Settled, close_open_fields
from doithoai.stages.plans.services.correct_reading import correct_reading
from doithoai.stages.plans.services.keep_reading import SourceText, keep_reading
from doithoai.stages.plans.services.open_conference import ConferenceWanted, open_conference
from doithoai.stages.plans.services.start_plan import PlanStart, start_plan
from doithoai.stages.plans.services.step_conference import step_conference
from tests.factories.people import actor_as, clerk_of, make_commune, make_village
from tests.factories.plans import make_conference

AT = datetime(2026, 1, 5, 2, 0, tzinfo=UTC)
TODAY = date(2026, 1, 5)
READING = {
    "type": "plan", "form": "state", "issuer": "UBND xã Bình Lãng", "year": 2026, "title": "Kế hoạch đối thoại năm 2026",
    "chairs": ["Chủ tịch UBND xã"], "secretaries": ["Văn phòng"], "topics": ["Đường thôn"],
    "conferences": [
        {"earliest": "2026-04-01", "latest": "2026-04-30", "open": ["date", "place"], "villages": []},
        {"earliest": "2026-10-28", "latest": "2026-10-28", "open": [], "place": "Nhà văn hóa", "villages": ["Đông Phong"]},
    ],
    "tasks": [{"actor": "Công an xã", "line": 9, "items": ["Giữ trật tự"]}],
}  # fmt: skip

pytestmark = pytest.mark.django_db


def started(**changes):
    commune = make_commune()
    plan = start_plan(
        commune_id=commune.pk, start=PlanStart(reading={**READING, **changes}), actor=clerk_of(commune), at=AT
    )
    return commune, plan


def test_start_plan_makes_tasks_units_villages_and_conferences():
    commune, plan = started()

    first, second = plan.conferences.order_by("number")

    assert (first.on, first.open) == (None, ["date", "place"])
    assert (second.on, second.place, [v.name for v in second.villages.all()]) == (
        date(2026, 10, 28), "Nhà văn hóa", ["Đông Phong"],
    )  # fmt: skip
    assert plan.tasks.get().unit == Unit.objects.get(commune=commune, name="Công an xã", kind="police")
    assert plan.headed_by == "people_committee"


def test_start_plan_closes_open_days_in_order_when_days_are_given():
    commune = make_commune()
    start = PlanStart(reading=READING, days=[date(2026, 4, 17)])

    plan = start_plan(commune_id=commune.pk, start=start, actor=clerk_of(commune), at=AT)

    first, second = plan.conferences.order_by("number")
    assert (first.on, first.open) == (date(2026, 4, 17), ["place"])
    assert second.on == date(2026, 10, 28)


def test_start_plan_moves_the_fixed_day_when_one_more_day_is_given():
    commune = make_commune()
    start = PlanStart(reading=READING, days=[date(2026, 4, 17), date(2026, 10, 30)])

    plan = start_plan(commune_id=commune.pk, start=start, actor=clerk_of(commune), at=AT)

    assert [c.on for c in plan.conferences.order_by("number")] == [date(2026, 4, 17), date(2026, 10, 30)]


def test_start_plan_refuses_and_stores_nothing_when_too_many_days_are_given():
    commune = make_commune()
    start = PlanStart(reading=READING, days=[date(2026, 4, day) for day in (15, 16, 17)])

    with pytest.raises(BadInput):
        start_plan(commune_id=commune.pk, start=start, actor=clerk_of(commune), at=AT)

    assert Plan.objects.count() == 0


@pytest.mark.parametrize("changes", [{"conferences": []}, {"type": "notice"}])
def test_start_plan_says_what_is_missing_when_the_document_is_no_usable_plan(changes):
    commune = make_commune()

    with pytest.raises(BadInput):
        start_plan(
            commune_id=commune.pk, start=PlanStart(reading={**READING, **changes}), actor=clerk_of(commune), at=AT
        )


def test_start_plan_refuses_when_the_actor_is_a_village_head():
    commune = make_commune()
    head = actor_as(Role.VILLAGE_HEAD, commune, village=make_village(commune))

    with pytest.raises(NotAllowed):
        start_plan(commune_id=commune.pk, start=PlanStart(reading=READING), actor=head, at=AT)


def kept(commune):
    source = SourceText(name="ke-hoach.docx", text="KẾ HOẠCH", found=READING)
    return keep_reading(commune_id=commune.pk, source=source, actor=clerk_of(commune), at=AT)


def test_keep_reading_gives_the_same_reading_when_the_file_is_uploaded_twice():
    commune = make_commune()

    assert kept(commune) == kept(commune)
    assert Reading.objects.count() == 1


def test_correct_reading_keeps_the_first_finding_and_who_changed_it():
    commune = make_commune()
    reading = kept(commune)

    after = correct_reading(
        reading_id=reading.pk, changes={"number": "48/KH-UBND", "year": 2026}, version=1, actor=clerk_of(commune), at=AT
    )

    assert after.found["number"] == "48/KH-UBND"
    assert [(c["field"], c["from"], c["to"]) for c in after.corrections] == [("number", None, "48/KH-UBND")]


def test_correct_reading_is_stale_when_somebody_saved_first():
    commune = make_commune()
    reading = kept(commune)
    clerk = clerk_of(commune)
    correct_reading(reading_id=reading.pk, changes={"number": "1/KH"}, version=1, actor=clerk, at=AT)

    with pytest.raises(Stale):
        correct_reading(reading_id=reading.pk, changes={"number": "2/KH"}, version=1, actor=clerk, at=AT)

    assert Reading.objects.get().found["number"] == "1/KH"


def test_start_plan_refuses_when_its_reading_was_started_already():
    commune = make_commune()
    reading = kept(commune)
    start = PlanStart(reading=READING, reading_id=reading.pk)
    start_plan(commune_id=commune.pk, start=start, actor=clerk_of(commune), at=AT)

    with pytest.raises(BadInput):
        start_plan(commune_id=commune.pk, start=start, actor=clerk_of(commune), at=AT)

    assert Plan.objects.count() == 1


def test_close_open_fields_settles_day_place_and_villages():
    commune, plan = started()
    conference = plan.conferences.get(number=1)
    village = make_village(commune)
    settled = Settled(on=date(2026, 4, 17), place="Nhà văn hóa thôn", village_ids=(village.pk,))

    after = close_open_fields(
        conference_id=conference.pk, settled=settled, version=1, actor=clerk_of(commune), at=AT, today=TODAY
    )

    assert (after.on, after.place, after.open) == (date(2026, 4, 17), "Nhà văn hóa thôn", [])
    assert list(after.villages.all()) == [village]


@pytest.mark.parametrize(("on", "reason", "field"), [(date(2026, 1, 4), "", "on"), (date(2026, 5, 4), "", "reason")])
def test_close_open_fields_refuses_when_the_day_is_past_or_outside_the_plan(on, reason, field):
    commune, plan = started()
    conference = plan.conferences.get(number=1)

    with pytest.raises(BadInput) as refusal:
        close_open_fields(
            conference_id=conference.pk, settled=Settled(on=on, reason=reason), version=1, actor=clerk_of(commune),
            at=AT, today=TODAY,
        )  # fmt: skip

    assert refusal.value.field == field
    assert Conference.objects.get(pk=conference.pk).on is None


def test_close_open_fields_takes_a_day_outside_the_plan_when_a_reason_is_given():
    commune, plan = started()
    conference = plan.conferences.get(number=1)
    settled = Settled(on=date(2026, 5, 4), reason="Trùng ngày bầu cử")

    after = close_open_fields(
        conference_id=conference.pk, settled=settled, version=1, actor=clerk_of(commune), at=AT, today=TODAY
    )

    assert after.on == date(2026, 5, 4)


def test_close_open_fields_is_stale_when_two_clerks_save():
    commune, plan = started()
    conference = plan.conferences.get(number=1)
    clerk = clerk_of(commune)
    close_open_fields(
        conference_id=conference.pk, settled=Settled(place="Hội trường"), version=1, actor=clerk, at=AT, today=TODAY
    )

    with pytest.raises(Stale):
        close_open_fields(
            conference_id=conference.pk, settled=Settled(place="Sân kho"), version=1, actor=clerk, at=AT, today=TODAY
        )


def wanted(**changes):
    values = {
        "kind": ConferenceKind.ON_DEMAND, "reason": "Cử tri hai thôn yêu cầu", "earliest": date(2026, 6, 1),
        "latest": date(2026, 6, 30), "demanding": 100, "voters": 1000,
    }  # fmt: skip
    return ConferenceWanted(**{**values, **changes})


def test_open_conference_makes_one_on_demand_when_a_tenth_of_voters_ask():
    commune = make_commune()

    conference = open_conference(commune_id=commune.pk, wanted=wanted(), actor=clerk_of(commune), at=AT)

    assert (conference.kind, conference.open, conference.plan) == ("on_demand", ["date", "place", "village"], None)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"demanding": 99}, "demanding"), ({"voters": None}, "demanding"), ({"reason": " "}, "reason"),
        ({"latest": date(2026, 5, 1)}, "latest"), ({"kind": ConferenceKind.REGULAR}, "kind"),
    ],
)  # fmt: skip
def test_open_conference_names_the_field_when_it_cannot_be(changes, field):
    commune = make_commune()

    with pytest.raises(BadInput) as refusal:
        open_conference(commune_id=commune.pk, wanted=wanted(**changes), actor=clerk_of(commune), at=AT)

    assert refusal.value.field == field


def test_step_conference_refuses_when_the_table_has_no_such_step():
    commune = make_commune()
    conference = make_conference(commune)

    with pytest.raises(NotPossible):
        step_conference(conference_id=conference.pk, move=ConferenceMove.CLOSE, actor=clerk_of(commune), at=AT)

    assert Conference.objects.get().state == "planned"
