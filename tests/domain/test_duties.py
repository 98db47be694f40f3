"""Names and order of duties; state on a day."""

from datetime import date

import pytest

from doithoai.domain.duties import BEFORE_CONFERENCE, CYCLE, DUTY_NAMES, Duty, days_late, state_on

DUE = date(2025, 11, 13)


def test_every_duty_has_a_name_of_its_own():
    assert set(DUTY_NAMES) == set(Duty)
    assert len(set(DUTY_NAMES.values())) == len(Duty)


def test_the_cycle_has_eighteen_duties_eight_of_them_before_the_conference():
    assert (len(CYCLE), len(BEFORE_CONFERENCE), CYCLE[8]) == (18, 8, Duty.CONFERENCE)


@pytest.mark.parametrize(
    ("today", "done_on", "state"),
    [
        (date(2025, 11, 9), None, "open"),  # four days left
        (date(2025, 11, 10), None, "soon"),  # three days left
        (DUE, None, "soon"),  # the day itself is in time
        (date(2025, 11, 14), None, "late"),
        (date(2025, 11, 14), date(2025, 11, 14), "done"),
    ],
)
def test_state_on_follows_the_days(today, done_on, state):
    assert state_on(today, due_on=DUE, done_on=done_on) == state


def test_state_on_is_open_for_ever_without_a_binding_date():
    assert state_on(date(2099, 1, 1), due_on=None, done_on=None) == "open"


@pytest.mark.parametrize(
    ("today", "done_on", "late"),
    [(date(2025, 11, 12), None, 0), (DUE, None, 0), (date(2025, 11, 15), None, 2), (date(2025, 12, 1), date(2025, 11, 14), 1),
     (date(2025, 12, 1), date(2025, 11, 1), 0)],
)  # fmt: skip
def test_days_late_counts_to_the_day_it_was_done(today, done_on, late):
    assert days_late(today, due_on=DUE, done_on=done_on) == late
