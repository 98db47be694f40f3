"""The batch equals the pure function on every row; the nightly look finds what is due and what a calendar changed."""

from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest

from doithoai.domain.deadlines import LONGEST, MANNERS, Term, due_on
from doithoai.domain.workdays import DayMark
from doithoai.jobs.sweep import EPOCH, Lookup, due_of_many, read_waiting, stale_conferences, stale_in, sweep
from doithoai.stages.duties.models import DutyEntry
from doithoai.stages.duties.services.lay_out_duties import lay_out_duties
from doithoai.stages.rulebook.services.mark_day import mark_day
from tests.domain.vietnam import vietnam
from tests.factories.people import clerk_of, make_commune
from tests.factories.plans import make_conference

AT = datetime(2026, 10, 1, 2, 0, tzinfo=UTC)


def singly(starts, amounts, manners, calendar):
    return [
        (due_on(Term(int(n), *MANNERS[m]), EPOCH + timedelta(days=int(s)), calendar) - EPOCH).days
        for s, n, m in zip(starts, amounts, manners, strict=True)
    ]


@pytest.mark.parametrize("switches", [(), ("culture_day",)])
def test_due_of_many_equals_the_pure_function_on_every_row(switches):
    chance = np.random.default_rng(7)
    calendar, rows = vietnam(*switches), 20_000
    first, last = date(2019, 1, 1), date(2027, 12, 31)
    starts = chance.integers((first - EPOCH).days, (last - EPOCH).days + 1, rows).astype(np.int32)
    manners = chance.integers(0, len(MANNERS), rows).astype(np.int8)
    longest = np.array([LONGEST[unit] for unit, _direction in MANNERS])[manners]
    # Mostly short terms, as offices set them; some as long as a term may be.
    amounts = np.where(chance.random(rows) < 0.9, chance.integers(0, 46, rows), longest)
    amounts = np.minimum(amounts, longest).astype(np.int32)

    due = due_of_many(Lookup(calendar, first, last), starts, amounts, manners)

    assert due.tolist() == singly(starts, amounts, manners, calendar)


def test_due_of_many_counts_starts_outside_its_table_too():
    calendar = vietnam()
    starts = np.array(
        [(day - EPOCH).days for day in (date(1999, 5, 3), date(2025, 11, 20), date(2060, 1, 1))], np.int32
    )
    amounts, manners = np.array([5, 15, 3], np.int32), np.array([3, 3, 5], np.int8)

    due = due_of_many(Lookup(calendar, date(2025, 1, 1), date(2025, 12, 31)), starts, amounts, manners)

    assert due.tolist() == singly(starts, amounts, manners, calendar)


class Rows:
    """A cursor over rows at hand."""

    def __init__(self, rows):
        self.left = list(rows)

    def fetchmany(self, size):
        taken, self.left = self.left[:size], self.left[size:]
        return taken


def test_stale_in_is_empty_without_rows():
    assert stale_in(read_waiting(Rows([])), vietnam()) == []


def test_stale_in_finds_the_row_a_switch_moves():
    rows = [("2026-11-14", 10 * 8 + 1, "2026-11-24"), ("2026-11-14", 11 * 8 + 1, "2026-11-25")]

    stale = stale_in(read_waiting(Rows(rows)), vietnam("culture_day"))

    assert [(row.amount, row.manner, row.was, row.due) for row in stale] == [
        (10, 1, date(2026, 11, 24), date(2026, 11, 25))
    ]


def laid_out(on):
    commune = make_commune(name="Xã Mẫu")
    conference = make_conference(commune, on)
    lay_out_duties(conference_id=conference.pk, actor=clerk_of(commune), at=AT)
    return commune, conference


@pytest.mark.django_db
def test_sweep_counts_what_is_late_and_soon():
    laid_out(date(2026, 10, 28))

    swept = sweep(at=AT, today=date(2026, 10, 25))

    assert (swept.late, swept.soon, swept.recounted) == (1, 1, ())


@pytest.mark.django_db
def test_sweep_puts_dates_right_after_a_calendar_change_and_then_rests():
    commune, conference = laid_out(date(2026, 11, 14))
    laid_out(date(2026, 10, 7))
    storm = DayMark(date(2026, 11, 24), working=False, name="nghỉ bão", source="Công điện (giả định)")
    mark_day(commune_id=commune.pk, mark=storm, actor=clerk_of(commune), at=AT)
    found = stale_conferences()

    first = sweep(at=AT, today=date(2026, 11, 1), calendar_changed=True)
    again = sweep(at=AT, today=date(2026, 11, 1), calendar_changed=True)

    entry = DutyEntry.objects.get(conference=conference, duty="publish_result")
    assert (found, first.recounted, again.recounted) == ([conference.pk], (conference.pk,), ())
    assert (entry.due_on, [h["was"] for h in entry.history]) == (date(2026, 11, 25), ["2026-11-24"])
