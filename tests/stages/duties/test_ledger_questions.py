"""What the ledger answers on a day, and what calendar days and packs change in it."""

from datetime import UTC, date, datetime

import pytest

from doithoai.base.errors import NotFound
from doithoai.domain.duties import DutyState
from doithoai.domain.workdays import DayMark
from doithoai.stages.duties.models import DutyEntry
from doithoai.stages.duties.queries import (
    answer_due_for,
    due_slice,
    duties_due,
    entry_in,
    json_rows,
    ledger_of,
    ledger_of_commune,
)
from doithoai.stages.duties.services.adopt_rules import adopt_rules
from doithoai.stages.duties.services.lay_out_duties import lay_out_duties
from doithoai.stages.duties.services.mark_calendar_day import mark_calendar_day
from doithoai.stages.duties.services.start_cycle import start_cycle
from doithoai.stages.duties.services.switch_calendar_day import switch_calendar_day
from doithoai.stages.plans.services.start_plan import PlanStart
from doithoai.stages.rulebook.services.adopt_pack import PackWanted
from tests.domain.readings import BINH_LANG, LONG_PHUNG, SONG_AN, stated
from tests.factories.people import clerk_of, make_commune
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


def test_ledger_of_computes_the_state_of_the_day():
    _commune, [conference] = started(LONG_PHUNG, date(2025, 11, 20))

    def state(today):
        return next(row.state for row in ledger_of(conference.pk, today) if row.duty == "issue_notice")

    assert [state(date(2025, 11, day)) for day in (9, 10, 13, 14)] == ["open", "soon", "soon", "late"]


def test_duties_due_narrows_by_state_and_commune():
    commune, _conferences = started(LONG_PHUNG, date(2025, 11, 20))
    started(BINH_LANG)

    rows = duties_due(date(2025, 11, 15), commune_id=commune.pk, states=[DutyState.LATE, DutyState.SOON])

    assert [(row.duty, row.state, row.days_late) for row in rows] == [
        ("issue_notice", "late", 2),
        ("broadcast", "soon", 0),
    ]


def test_ledger_of_commune_puts_dated_duties_first():
    commune, _conferences = started(LONG_PHUNG, date(2025, 11, 20))

    days = [row.due_on for row in ledger_of_commune(commune.pk, TODAY, year=2025)]

    dated_days = [day for day in days if day]
    assert days == sorted(dated_days) + [None] * (len(days) - len(dated_days))


def test_entry_in_hides_another_communes_entry():
    _commune, [conference] = started(LONG_PHUNG, date(2025, 11, 20))
    entry = entry_of(conference, "issue_notice")

    with pytest.raises(NotFound):
        entry_in(make_commune(name="Song An").pk, entry.pk)


def test_due_slice_holds_waiting_entries_up_to_the_day():
    started(LONG_PHUNG, date(2025, 11, 20))

    assert [e.duty for e in due_slice(date(2025, 11, 17))] == ["issue_notice", "broadcast"]


@pytest.mark.parametrize(
    ("received_on", "due"),
    [
        (None, date(2025, 12, 22)),
        (date(2025, 11, 5), date(2025, 12, 22)),  # collected before the conference: counts from the conference
        (date(2025, 11, 24), date(2025, 12, 24)),  # came later: 30 days from 24/11/2025 is Wednesday 24/12
    ],
)
def test_answer_due_for_counts_late_comers_from_their_own_day(received_on, due):
    _commune, [conference] = started(LONG_PHUNG, date(2025, 11, 20))

    assert answer_due_for(conference, received_on) == due


def test_answer_due_for_counts_from_receipt_when_the_plan_says_so():
    reading = {**SONG_AN, "year": 2025, "deadlines": [stated("answer", 10, "after", "receipt", actor="UBND xã")]}
    reading["conferences"] = [{**SONG_AN["conferences"][0], "earliest": "2025-11-20", "latest": "2025-11-20"}]
    _commune, [conference] = started(reading, name="Xã Mẫu")

    # 10 days from Monday 3/11/2025 is Thursday 13/11; raised at the conference: Sunday 30/11 moves to Monday 1/12.
    assert (answer_due_for(conference, date(2025, 11, 3)), answer_due_for(conference)) == (
        date(2025, 11, 13), date(2025, 12, 1),
    )  # fmt: skip


def test_answer_due_for_is_none_when_no_rule_gives_a_number():
    _commune, [conference] = started(SONG_AN, date(2019, 11, 14))

    assert answer_due_for(conference, date(2019, 11, 14)) is None


def test_switch_calendar_day_moves_the_dates_that_meet_it():
    commune = make_commune(name="Xã Mẫu")
    conference = make_conference(commune, date(2026, 11, 14))
    actor = clerk_of(commune)
    lay_out_duties(conference_id=conference.pk, actor=actor, at=AT)
    before = entry_of(conference, "publish_result").due_on

    changed = switch_calendar_day(
        commune_id=commune.pk, code="culture_day", is_on=True, actor=actor, at=datetime(2025, 11, 2, tzinfo=UTC)
    )

    assert (before, changed, entry_of(conference, "publish_result").due_on) == (
        date(2026, 11, 24),
        1,
        date(2026, 11, 25),
    )


def test_json_rows_have_the_shape_the_command_prints():
    _commune, [conference] = started(LONG_PHUNG, date(2025, 11, 20))

    row = next(r for r in json_rows(ledger_of(conference.pk, TODAY)) if r["duty"] == "answer")

    assert {key: row[key] for key in ("conference", "due_on", "article", "overruled", "state")} == {
        "conference": conference.pk, "due_on": "2025-12-22", "article": "dòng 28", "overruled": [], "state": "open",
    }  # fmt: skip
    assert "20/12/2025 (thứ Bảy)" in row["explain"]


def test_mark_calendar_day_moves_dates_there_and_back():
    commune = make_commune(name="Xã Mẫu")
    conference = make_conference(commune, date(2026, 11, 14))
    actor = clerk_of(commune)
    lay_out_duties(conference_id=conference.pk, actor=actor, at=AT)
    storm = DayMark(date(2026, 11, 24), working=False, name="nghỉ bão", source="Công điện (giả định)")

    there = mark_calendar_day(commune_id=commune.pk, mark=storm, actor=actor, at=AT.replace(hour=3))
    moved = entry_of(conference, "publish_result").due_on
    back = mark_calendar_day(commune_id=commune.pk, mark=storm, remove=True, actor=actor, at=AT.replace(hour=4))

    assert (there, moved, back) == (1, date(2026, 11, 25), 1)
    assert entry_of(conference, "publish_result").due_on == date(2026, 11, 24)


def test_adopt_rules_lets_the_stricter_pack_win_from_then_on():
    commune = make_commune(name="Xã Mẫu")
    conference = make_conference(commune, date(2026, 10, 1))
    actor = clerk_of(commune)
    lay_out_duties(conference_id=conference.pk, actor=actor, at=AT)
    text = (
        '[pack]\ncode = "mau"\ntitle = "Quy chế mẫu"\nrank = "regulation"\nseen_in = "tự đặt"\n[[rules]]\ncode = "p"\n'
        'duty = "publish_result"\namount = 5\ndirection = "after"\narticle = "Điều 2"\nsource = "tự đặt"\n'
    )

    adopt_rules(commune_id=commune.pk, wanted=PackWanted(text=text), actor=actor, at=AT)

    entry = entry_of(conference, "publish_result")
    assert (entry.due_on, entry.rule, [n["due_on"] for n in entry.overruled]) == (
        date(2026, 10, 6), "Quy chế mẫu", ["2026-10-12"],
    )  # fmt: skip
