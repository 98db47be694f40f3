"""The calendar feed and the wall sheet, both from the ledger alone."""

from datetime import UTC, date, datetime, time

import pytest
from icalendar import Calendar

from doithoai.stages.duties.feed import feed_of
from doithoai.stages.duties.models import DutyEntry
from doithoai.stages.duties.services.fulfil_duty import Proof, fulfil_duty
from doithoai.stages.duties.services.lay_out_duties import lay_out_duties
from doithoai.stages.duties.services.move_conference import move_conference
from doithoai.stages.duties.wall_sheet import wall_sheet_of, wall_sheet_of_weeks
from doithoai.stages.plans.services.close_open_fields import Settled
from tests.factories.people import clerk_of, make_commune
from tests.factories.plans import make_conference

AT = datetime(2026, 10, 1, 2, 0, tzinfo=UTC)
TODAY = date(2026, 10, 1)

pytestmark = pytest.mark.django_db


def laid_out(**fields):
    commune = make_commune(slug="xa-mau", name="Xã Mẫu")
    conference = make_conference(commune, date(2026, 10, 28), latest=date(2026, 12, 31), **fields)
    lay_out_duties(conference_id=conference.pk, actor=clerk_of(commune), at=AT)
    return commune, conference


def test_feed_holds_conference_and_dated_duties_with_three_alarms():
    commune, _conference = laid_out(starts=time(7, 30), half_days=1)

    found = Calendar.from_ical(feed_of(commune.pk, at=AT)).walk("VEVENT")

    assert [str(e.decoded("dtstart")) for e in found] == ["2026-10-28 07:30:00+07:00", "2026-10-21", "2026-11-09"]
    assert [[a["trigger"].dt.days for a in e.walk("VALARM")] for e in found] == [[-7, -3, -1]] * 3


def test_feed_keeps_uid_and_grows_sequence_when_the_conference_moves():
    commune, conference = laid_out()
    before = {str(e["uid"]): int(e["sequence"]) for e in Calendar.from_ical(feed_of(commune.pk, at=AT)).walk("VEVENT")}

    move_conference(
        conference_id=conference.pk, settled=Settled(on=date(2026, 11, 5)), version=conference.version,
        actor=clerk_of(commune), at=AT, today=TODAY,
    )  # fmt: skip
    after = {str(e["uid"]): int(e["sequence"]) for e in Calendar.from_ical(feed_of(commune.pk, at=AT)).walk("VEVENT")}

    assert after == {uid: sequence + 1 for uid, sequence in before.items()}


def test_feed_drops_alarms_when_a_duty_is_done():
    commune, conference = laid_out()
    entry = DutyEntry.objects.get(conference=conference, duty="issue_notice")
    fulfil_duty(entry_id=entry.pk, proof=Proof(TODAY), actor=clerk_of(commune), at=AT, today=TODAY)

    notice = next(
        e
        for e in Calendar.from_ical(feed_of(commune.pk, at=AT)).walk("VEVENT")
        if str(entry.pk) in e["uid"] and "duty" in e["uid"]
    )

    assert notice.walk("VALARM") == []


def test_feed_names_the_acting_side_and_no_person():
    commune, conference = laid_out(chair="Nguyễn Văn Trì")
    DutyEntry.objects.filter(conference=conference).update(actor="Ông Nguyễn Văn Trì, Chủ tịch UBND xã")

    text = feed_of(commune.pk, at=AT).decode()

    assert ("Nguyễn" in text, "Ủy ban nhân dân và bộ phận giúp việc" in text.replace("\r\n ", "")) == (False, True)


def test_wall_sheet_lists_every_duty_by_date():
    _commune, conference = laid_out()

    rows = wall_sheet_of(conference.pk, TODAY)

    assert len(rows) == 18
    assert [row.on for row in rows if row.on] == sorted(row.on for row in rows if row.on)
    assert [row.when for row in rows if row.binding] == [
        "21/10/2026 (thứ Tư)",
        "28/10/2026 (thứ Tư)",
        "09/11/2026 (thứ Hai)",
    ]


def test_wall_sheet_waits_for_the_day_while_it_is_open():
    commune = make_commune(name="Xã Mẫu")
    conference = make_conference(commune, None)
    lay_out_duties(conference_id=conference.pk, actor=clerk_of(commune), at=AT)

    assert {row.when for row in wall_sheet_of(conference.pk, TODAY)} == {"chờ ngày hội nghị"}


def test_wall_sheet_of_weeks_holds_the_late_and_the_near():
    commune, _conference = laid_out()

    rows = wall_sheet_of_weeks(commune.pk, date(2026, 10, 25), weeks=1)

    assert [(row.on, row.state) for row in rows if row.binding] == [
        (date(2026, 10, 21), "late"),
        (date(2026, 10, 28), "soon"),
    ]
