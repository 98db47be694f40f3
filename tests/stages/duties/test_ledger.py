"""Starting the five cycles, moving, ticking off, reopening, and what the queries tell."""

import json
from datetime import UTC, date, datetime

import pytest

from doithoai.base.errors import BadInput, NotAllowed, Stale
from doithoai.base.models import AuditLine
from doithoai.domain.duties import Duty
from doithoai.domain.roles import Role
from doithoai.stages.duties.models import DutyEntry
from doithoai.stages.duties.services.fulfil_by_event import fulfil_by_event
from doithoai.stages.duties.services.fulfil_duty import Proof, fulfil_duty
from doithoai.stages.duties.services.lay_out_duties import lay_out_duties
from doithoai.stages.duties.services.move_conference import move_conference
from doithoai.stages.duties.services.reopen_duty import reopen_duty
from doithoai.stages.duties.services.start_cycle import start_cycle
from doithoai.stages.people.models import Unit
from doithoai.stages.plans.services.close_open_fields import Settled
from doithoai.stages.plans.services.start_plan import PlanStart
from tests.domain.readings import BINH_LANG, CAI_BO, HA_TINH, LONG_PHUNG, SONG_AN, stated
from tests.factories.people import actor_as, clerk_of, make_commune, make_unit
from tests.factories.plans import make_conference

AT = datetime(2025, 11, 1, 2, 0, tzinfo=UTC)
TODAY = date(2025, 11, 1)

pytestmark = pytest.mark.django_db


def started(reading, *days, name="", province=""):
    commune = make_commune(name=name or reading["commune"] or "Xã Mẫu", province=province or reading["province"] or "")
    plan = start_cycle(
        commune_id=commune.pk, start=PlanStart(reading=reading, days=list(days)), actor=clerk_of(commune), at=AT
    )
    return commune, list(plan.conferences.order_by("number"))


def dated(conference):
    return {(e.duty, e.role): e.due_on for e in DutyEntry.objects.filter(conference=conference) if e.due_on}


def entry_of(conference, duty):
    return DutyEntry.objects.select_related("commune", "conference").get(conference=conference, duty=duty)


def test_start_cycle_gives_binh_lang_its_own_dates_and_no_publication():
    _commune, [conference] = started(BINH_LANG)

    assert dated(conference) == {
        ("issue_notice", "people_committee"): date(2021, 10, 21),
        ("broadcast", "people_committee"): date(2021, 10, 21),
        ("send_invitations", "front"): date(2021, 10, 21),
        ("conference", "people_committee"): date(2021, 10, 28),
        ("review", "people_committee"): date(2021, 11, 2),
        ("answer", "people_committee"): date(2021, 11, 18),
    }


def test_start_cycle_gives_long_phung_notice_and_loudspeaker_side_by_side():
    _commune, [conference] = started(LONG_PHUNG, date(2025, 11, 20))

    assert dated(conference) == {
        ("issue_notice", "people_committee"): date(2025, 11, 13),
        ("broadcast", "broadcaster"): date(2025, 11, 17),
        ("conference", "people_committee"): date(2025, 11, 20),
        ("publish_result", "people_committee"): date(2025, 12, 1),
        ("answer", "people_committee"): date(2025, 12, 22),
        ("extension_notice", "people_committee"): date(2025, 12, 19),
    }


def test_start_cycle_gives_song_an_only_the_laws_dates():
    _commune, [conference] = started(SONG_AN, date(2019, 11, 14))

    assert dated(conference) == {
        ("issue_notice", "people_committee"): date(2019, 11, 7),
        ("conference", "people_committee"): date(2019, 11, 14),
    }


def test_start_cycle_gives_the_ha_tinh_plan_three_conferences_and_the_law_as_advice():
    _commune, conferences = started(HA_TINH, date(2025, 4, 24), date(2025, 7, 24))
    notice = entry_of(conferences[1], "issue_notice")

    # 19/4/2025 is a Saturday and 19/7/2025 too: five days before, then earlier.
    assert [dated(c) for c in conferences] == [
        {("broadcast", "broadcaster"): date(2025, 4, 18), ("conference", "party"): date(2025, 4, 24)},
        {("broadcast", "broadcaster"): date(2025, 7, 18), ("conference", "party"): date(2025, 7, 24)},
        {},
    ]
    assert (notice.advice, notice.due_on, notice.suggested_on) == (True, None, date(2025, 7, 17))
    assert conferences[0].plan.policies["private_matters"] == "refuse"


def test_start_cycle_gives_cai_bo_its_report_and_replaces_the_ended_recipient():
    _commune, [conference, later] = started(CAI_BO, date(2025, 9, 17))
    report = entry_of(conference, "report")

    assert report.due_on == date(2025, 9, 29)  # 27/9/2025 is a Saturday
    assert report.recipients == ["Sở Nội vụ", "UBND tỉnh"]
    assert [warning.split(":")[0] for warning in report.warnings] == [
        "Công chức Văn phòng - Thống kê", "Phòng Nội vụ huyện", "UBND huyện",
    ]  # fmt: skip
    assert dated(later) == {}


def test_start_cycle_sets_every_duty_undated_while_the_day_is_open():
    _commune, [conference] = started(LONG_PHUNG)

    entries = DutyEntry.objects.filter(conference=conference)

    assert (entries.count(), entries.exclude(due_on=None).count(), entries.exclude(suggested_on=None).count()) == (
        18,
        0,
        0,
    )


def test_start_cycle_makes_a_notice_rule_of_another_actor_stand_beside():
    reading = {**LONG_PHUNG, "deadlines": [stated("issue_notice", 10, "before", "conference_day", actor="Trưởng thôn")]}
    _commune, [conference] = started(reading, date(2025, 11, 20), name="Xã Mẫu", province="Mẫu")

    notices = {role: on for (duty, role), on in dated(conference).items() if duty == "issue_notice"}

    assert notices == {"people_committee": date(2025, 11, 13), "village": date(2025, 11, 10)}


def test_start_cycle_keeps_the_loser_visible_when_the_plan_is_laxer_than_the_law():
    reading = {
        **LONG_PHUNG,
        "legal_bases": [],
        "deadlines": [stated("publish_result", 15, "after", "conference_day", line=9)],
    }
    _commune, [conference] = started(reading, date(2025, 11, 20), name="Xã Mẫu", province="Mẫu")
    entry = entry_of(conference, "publish_result")

    assert (entry.due_on, entry.rule) == (date(2025, 12, 1), "Luật Tổ chức chính quyền địa phương 72/2025/QH15")
    assert [(note["article"], note["due_on"]) for note in entry.overruled] == [("dòng 9", "2025-12-05")]


def test_lay_out_duties_changes_nothing_when_repeated():
    commune, [conference] = started(LONG_PHUNG, date(2025, 11, 20))
    before = list(DutyEntry.objects.values())

    lay_out_duties(conference_id=conference.pk, actor=clerk_of(commune), at=AT)

    assert list(DutyEntry.objects.values()) == before
    assert AuditLine.objects.filter(act="duties.laid_out").count() == 1


@pytest.mark.parametrize("role", [Role.FRONT, Role.UNIT_OFFICER, Role.VILLAGE_HEAD, Role.POLICE, Role.UPPER_LEVEL])
def test_lay_out_duties_refuses_roles_that_may_not_plan(role):
    commune = make_commune()
    conference = make_conference(commune)

    with pytest.raises(NotAllowed):
        lay_out_duties(conference_id=conference.pk, actor=actor_as(role, commune), at=AT)


def test_lay_out_duties_works_for_a_conference_without_a_plan():
    commune = make_commune(name="Xã Mẫu")
    conference = make_conference(commune, date(2026, 10, 28))

    lay_out_duties(conference_id=conference.pk, actor=clerk_of(commune), at=AT)

    assert dated(conference) == {
        ("issue_notice", "people_committee"): date(2026, 10, 21),
        ("conference", "people_committee"): date(2026, 10, 28),
        ("publish_result", "people_committee"): date(2026, 11, 9),  # 7/11/2026 is a Saturday
    }


def test_move_conference_closes_an_open_day_and_says_what_is_already_late():
    commune, [conference] = started(LONG_PHUNG)

    moved = move_conference(
        conference_id=conference.pk, settled=Settled(on=date(2025, 11, 20)), version=conference.version,
        actor=clerk_of(commune), at=AT, today=date(2025, 11, 15),
    )  # fmt: skip

    assert [(c.duty, c.due_on, c.days_late) for c in moved.conflicts.late] == [
        (Duty.ISSUE_NOTICE, date(2025, 11, 13), 2)
    ]
    assert moved.conflicts.announce_again == ()


def test_move_conference_moves_dates_keeps_done_ones_and_tells_what_to_announce_again():
    commune, [conference] = started(LONG_PHUNG, date(2025, 11, 20))
    actor = clerk_of(commune)
    notice = entry_of(conference, "issue_notice")
    fulfil_duty(
        entry_id=notice.pk,
        proof=Proof(date(2025, 11, 12), "TB 12/TB-UBND"),
        actor=actor,
        at=AT,
        today=date(2025, 11, 12),
    )

    moved = move_conference(
        conference_id=conference.pk, settled=Settled(on=date(2025, 12, 4), reason="bão"), version=conference.version,
        actor=actor, at=AT, today=date(2025, 11, 18),
    )  # fmt: skip
    answer = entry_of(conference, "answer")

    assert [s.duty for s in moved.conflicts.announce_again] == [Duty.ISSUE_NOTICE]
    assert (entry_of(conference, "issue_notice").due_on, entry_of(conference, "issue_notice").proof) == (
        date(2025, 11, 13), "TB 12/TB-UBND",
    )  # fmt: skip
    # 30 days after 4/12/2025 is Saturday 3/1/2026.
    assert (answer.first_due_on, answer.due_on) == (date(2025, 12, 22), date(2026, 1, 5))
    assert [(h["was"], h["now"], h["why"]) for h in answer.history] == [("2025-12-22", "2026-01-05", "bão")]


def test_move_conference_leaves_everything_when_refused():
    commune, [conference] = started(LONG_PHUNG, date(2025, 11, 20))
    before = dated(conference)

    with pytest.raises(BadInput):
        move_conference(
            conference_id=conference.pk, settled=Settled(on=date(2025, 10, 1)), version=conference.version,
            actor=clerk_of(commune), at=AT, today=TODAY,
        )  # fmt: skip
    with pytest.raises(Stale):
        move_conference(
            conference_id=conference.pk, settled=Settled(on=date(2025, 12, 4)), version=99,
            actor=clerk_of(commune), at=AT, today=TODAY,
        )  # fmt: skip

    assert dated(conference) == before


def test_fulfil_duty_stores_proof_and_audit_line():
    commune, [conference] = started(LONG_PHUNG, date(2025, 11, 20))
    entry = entry_of(conference, "issue_notice")

    fulfil_duty(
        entry_id=entry.pk,
        proof=Proof(date(2025, 11, 12), "số 12", 7),
        actor=clerk_of(commune),
        at=AT,
        today=date(2025, 11, 12),
    )

    entry.refresh_from_db()
    line = AuditLine.objects.get(act="duty.fulfilled")
    assert (entry.done_on, entry.done_by, entry.proof, entry.document_id) == (
        date(2025, 11, 12),
        "Trần Thị Sổ",
        "số 12",
        7,
    )
    assert json.loads(line.detail) == {"done_on": "2025-11-12", "due_on": "2025-11-13", "duty": "issue_notice"}


def test_fulfil_duty_refuses_tomorrow_and_other_proof_for_a_done_one():
    commune, [conference] = started(LONG_PHUNG, date(2025, 11, 20))
    entry, actor = entry_of(conference, "issue_notice"), clerk_of(commune)
    day = date(2025, 11, 12)

    with pytest.raises(BadInput):
        fulfil_duty(entry_id=entry.pk, proof=Proof(date(2025, 11, 13)), actor=actor, at=AT, today=day)
    fulfil_duty(entry_id=entry.pk, proof=Proof(day, "a"), actor=actor, at=AT, today=day)
    fulfil_duty(entry_id=entry.pk, proof=Proof(day, "a"), actor=actor, at=AT, today=day)
    with pytest.raises(BadInput):
        fulfil_duty(entry_id=entry.pk, proof=Proof(day, "b"), actor=actor, at=AT, today=day)

    assert AuditLine.objects.filter(act="duty.fulfilled").count() == 1


def test_fulfil_duty_lets_an_officer_tick_off_his_own_units_duty_alone():
    commune, [conference] = started(LONG_PHUNG, date(2025, 11, 20))
    unit = Unit.objects.get(commune=commune, name="Trung tâm Cung ứng dịch vụ công xã")
    own, other = entry_of(conference, "broadcast"), entry_of(conference, "issue_notice")
    day = date(2025, 11, 12)

    fulfil_duty(
        entry_id=own.pk, proof=Proof(day), actor=actor_as(Role.UNIT_OFFICER, commune, unit=unit), at=AT, today=day
    )
    with pytest.raises(NotAllowed):
        fulfil_duty(
            entry_id=other.pk, proof=Proof(day), actor=actor_as(Role.UNIT_OFFICER, commune, unit=make_unit(commune)),
            at=AT, today=day,
        )  # fmt: skip


def test_fulfil_by_event_ticks_off_what_waits_and_nothing_twice():
    commune, [conference] = started(BINH_LANG)
    proof = Proof(date(2021, 10, 28), "đã giữ trật tự")

    first = fulfil_by_event(
        conference_id=conference.pk, duty=Duty.SECURITY, proof=proof, actor=clerk_of(commune), at=AT
    )
    again = fulfil_by_event(
        conference_id=conference.pk, duty=Duty.SECURITY, proof=proof, actor=clerk_of(commune), at=AT
    )

    assert ([e.role for e in first], again) == (["police", "military"], [])


def test_reopen_duty_needs_a_reason_and_remembers_the_old_day():
    commune, [conference] = started(LONG_PHUNG, date(2025, 11, 20))
    entry, actor = entry_of(conference, "issue_notice"), clerk_of(commune)
    fulfil_duty(entry_id=entry.pk, proof=Proof(TODAY, "nhầm"), actor=actor, at=AT, today=TODAY)

    with pytest.raises(BadInput):
        reopen_duty(entry_id=entry.pk, reason=" ", actor=actor, at=AT)
    reopened = reopen_duty(entry_id=entry.pk, reason="ghi nhầm", actor=actor, at=AT)

    assert (reopened.done_on, reopened.proof, reopened.history[-1]["done_on"]) == (None, "", "2025-11-01")
