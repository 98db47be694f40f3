"""Due dates worked by hand from a paper calendar, and 20,000 random ones against a counter that walks day by day."""

import random
from datetime import date, timedelta

import pytest

from doithoai.domain.deadlines import (
    Anchor,
    Direction,
    Term,
    Unit,
    UnreasonableTerm,
    due_on,
    months_from,
    reached_on,
)
from tests.domain.vietnam import vietnam

D, W, M = Unit.DAY, Unit.WORKING_DAY, Unit.MONTH
BEFORE, AFTER = Direction.BEFORE, Direction.AFTER

# (start, amount, unit, direction, due): the comment says how it was counted.
BY_HAND = [
    # The five plans
    ((2021, 10, 28), 7, D, BEFORE, (2021, 10, 21)),  # Thu, seven days back is Thu
    ((2021, 10, 28), 5, D, AFTER, (2021, 11, 2)),  # 29,30,31,1,2: a Tuesday
    ((2021, 10, 28), 15, W, AFTER, (2021, 11, 18)),  # 29 | 1-5 | 8-12 | 15-18 = 1+5+5+4
    ((2025, 11, 20), 7, D, BEFORE, (2025, 11, 13)),  # Thu back to Thu
    ((2025, 11, 20), 3, D, BEFORE, (2025, 11, 17)),  # Thu back to Mon
    ((2025, 11, 20), 10, D, AFTER, (2025, 12, 1)),  # 30/11 is a Sunday, Monday follows
    ((2025, 11, 20), 30, D, AFTER, (2025, 12, 22)),  # 20/12 is a Saturday, Monday follows
    ((2019, 11, 14), 7, D, BEFORE, (2019, 11, 7)),  # Thu back to Thu
    ((2025, 4, 24), 5, D, BEFORE, (2025, 4, 18)),  # 19/4 is a Saturday: earlier, Friday
    ((2025, 7, 24), 5, D, BEFORE, (2025, 7, 18)),  # 19/7 is a Saturday: Friday
    ((2025, 10, 23), 5, D, BEFORE, (2025, 10, 17)),  # 18/10 is a Saturday: Friday
    ((2025, 9, 17), 10, D, AFTER, (2025, 9, 29)),  # 27/9 is a Saturday: Monday 29
    ((2025, 12, 3), 10, D, AFTER, (2025, 12, 15)),  # 13/12 is a Saturday: Monday 15
    # Days, after
    ((2026, 11, 20), 1, D, AFTER, (2026, 11, 23)),  # Fri + 1 = Sat: Monday
    ((2026, 11, 20), 3, D, AFTER, (2026, 11, 23)),  # Fri + 3 = Mon
    ((2026, 11, 20), 4, D, AFTER, (2026, 11, 24)),  # Tuesday 24/11, worked while the switch is off
    ((2025, 12, 22), 10, D, AFTER, (2026, 1, 5)),  # 1/1 off, 2/1 swapped off, weekend: Monday 5/1
    ((2024, 12, 22), 10, D, AFTER, (2025, 1, 2)),  # 1/1/2025 Wed off: Thursday 2/1
    ((2025, 4, 20), 10, D, AFTER, (2025, 5, 5)),  # 30/4, 1/5 off, 2/5 swapped, weekend: Monday 5/5
    ((2025, 4, 16), 10, D, AFTER, (2025, 4, 26)),  # Saturday 26/4 is made up, so it is worked
    ((2024, 4, 24), 10, D, AFTER, (2024, 5, 4)),  # Saturday 4/5 is made up
    ((2026, 8, 12), 10, D, AFTER, (2026, 8, 22)),  # Saturday 22/8 is made up
    ((2026, 8, 21), 10, D, AFTER, (2026, 9, 3)),  # 31/8 swapped, 1-2/9 National Day: Thursday 3/9
    ((2023, 8, 23), 10, D, AFTER, (2023, 9, 5)),  # 2/9 Sat, 3 Sun, 4 in lieu: Tuesday 5/9
    ((2023, 4, 19), 10, D, AFTER, (2023, 5, 4)),  # 29/4 Hung Kings to 3/5 in lieu: Thursday 4/5
    ((2022, 4, 20), 10, D, AFTER, (2022, 5, 4)),  # 30/4 Sat, 1/5 Sun, 2-3/5 in lieu: Wednesday
    ((2022, 3, 31), 10, D, AFTER, (2022, 4, 12)),  # 10/4 Sun is Hung Kings, 11/4 in lieu: Tuesday
    ((2019, 4, 4), 10, D, AFTER, (2019, 4, 16)),  # 14/4 Sun Hung Kings, 15/4 in lieu: Tuesday
    ((2026, 4, 16), 10, D, AFTER, (2026, 4, 28)),  # 26/4 Sun Hung Kings, 27/4 in lieu: Tuesday
    ((2020, 8, 23), 10, D, AFTER, (2020, 9, 3)),  # one National Day in 2020: Thursday 3/9
    ((2021, 8, 23), 10, D, AFTER, (2021, 9, 6)),  # two since 2021 (2-3/9), weekend: Monday 6/9
    ((2019, 1, 15), 30, D, AFTER, (2019, 2, 14)),  # Thursday, Tết already over
    ((2019, 1, 26), 10, D, AFTER, (2019, 2, 11)),  # 5/2 is mùng 1; off until Sunday 10/2: Monday
    ((2026, 2, 6), 10, D, AFTER, (2026, 2, 23)),  # Mon 16/2 begins Tết; off until Sunday 22/2: Monday
    ((2026, 1, 28), 30, D, AFTER, (2026, 2, 27)),  # Friday after Tết
    ((2023, 1, 10), 10, D, AFTER, (2023, 1, 27)),  # 20-26/1 off: Friday 27/1
    ((2024, 1, 30), 10, D, AFTER, (2024, 2, 15)),  # 9/2 off, until 14/2: Thursday 15/2
    ((2027, 1, 27), 10, D, AFTER, (2027, 2, 12)),  # 5-11/2 off by the table of 2027: Friday 12/2
    ((2025, 11, 20), 0, D, AFTER, (2025, 11, 20)),  # the day itself, worked
    ((2025, 11, 22), 0, D, AFTER, (2025, 11, 24)),  # a Saturday: Monday
    # Days, before
    ((2025, 12, 1), 7, D, BEFORE, (2025, 11, 24)),  # Mon back to Mon
    ((2025, 12, 1), 1, D, BEFORE, (2025, 11, 28)),  # Sunday: earlier, Friday
    ((2025, 12, 1), 2, D, BEFORE, (2025, 11, 28)),  # Saturday: Friday
    ((2026, 3, 2), 10, D, BEFORE, (2026, 2, 13)),  # 20/2 in Tết: back to Friday 13/2
    ((2025, 5, 9), 7, D, BEFORE, (2025, 4, 29)),  # 2/5, 1/5, 30/4 off: Tuesday 29/4
    ((2025, 5, 3), 7, D, BEFORE, (2025, 4, 26)),  # Saturday 26/4 is made up, so it may be the day
    ((2026, 9, 10), 7, D, BEFORE, (2026, 9, 3)),  # Thursday 3/9
    ((2026, 9, 9), 7, D, BEFORE, (2026, 8, 28)),  # 2/9,1/9,31/8, weekend off: Friday 28/8
    ((2022, 1, 10), 7, D, BEFORE, (2021, 12, 31)),  # 3/1 in lieu, weekend with 1/1: Friday 31/12
    ((2025, 11, 22), 0, D, BEFORE, (2025, 11, 21)),  # a Saturday conference prepared the same day: Friday
    # Working days, after
    ((2026, 11, 20), 1, W, AFTER, (2026, 11, 23)),  # Friday, next is Monday
    ((2026, 11, 21), 1, W, AFTER, (2026, 11, 23)),  # from a Saturday: Monday is the first
    ((2025, 4, 25), 1, W, AFTER, (2025, 4, 26)),  # Friday, then the made-up Saturday
    ((2025, 4, 25), 5, W, AFTER, (2025, 5, 6)),  # 26(made up)=1 28=2 29=3 5/5=4 6/5=5
    ((2024, 4, 26), 5, W, AFTER, (2024, 5, 7)),  # 2=1 3=2 4(made up)=3 6=4 7=5
    ((2026, 1, 7), 5, W, AFTER, (2026, 1, 13)),  # 8=1 9=2 10(made up)=3 12=4 13=5
    ((2026, 2, 13), 5, W, AFTER, (2026, 2, 27)),  # 23=1 24=2 25=3 26=4 27=5
    ((2025, 1, 24), 10, W, AFTER, (2025, 2, 14)),  # 3-7 = 5, 10-14 = 10
    ((2023, 4, 28), 3, W, AFTER, (2023, 5, 8)),  # 4=1 5=2 8=3
    ((2021, 8, 30), 5, W, AFTER, (2021, 9, 8)),  # 31=1 1=2 6=3 7=4 8=5
    ((2020, 8, 31), 5, W, AFTER, (2020, 9, 8)),  # 1=1 3=2 4=3 7=4 8=5 (one National Day)
    ((2018, 12, 28), 3, W, AFTER, (2019, 1, 4)),  # 31/12 swapped, 1/1 off: 2=1 3=2 4=3
    ((2018, 12, 28), 4, W, AFTER, (2019, 1, 5)),  # and the made-up Saturday is the fourth
    ((2025, 11, 20), 0, W, AFTER, (2025, 11, 20)),
    # Working days, before
    ((2025, 11, 20), 3, W, BEFORE, (2025, 11, 17)),  # 19=1 18=2 17=3
    ((2025, 11, 20), 5, W, BEFORE, (2025, 11, 13)),  # 19,18,17 | 14,13
    ((2025, 5, 6), 5, W, BEFORE, (2025, 4, 25)),  # 5/5=1 29=2 28=3 26(made up)=4 25=5
    ((2026, 2, 24), 3, W, BEFORE, (2026, 2, 12)),  # 23=1 13=2 12=3
    ((2026, 9, 4), 3, W, BEFORE, (2026, 8, 27)),  # 3=1 28=2 27=3
    # Months
    ((2025, 10, 31), 1, M, AFTER, (2025, 12, 1)),  # no 31/11: the 30th is a Sunday, Monday follows
    ((2024, 1, 31), 1, M, AFTER, (2024, 2, 29)),  # leap year: Thursday 29/2
    ((2025, 1, 31), 1, M, AFTER, (2025, 2, 28)),  # Friday 28/2
    ((2025, 11, 20), 3, M, AFTER, (2026, 2, 23)),  # 20/2/2026 in Tết: Monday 23/2
    ((2025, 12, 15), 1, M, AFTER, (2026, 1, 15)),  # Thursday
    ((2025, 3, 31), 1, M, BEFORE, (2025, 2, 28)),  # no 31/2: Friday 28/2
    ((2026, 1, 1), 2, M, BEFORE, (2025, 10, 31)),  # 1/11/2025 is a Saturday: Friday 31/10
    ((2025, 6, 30), 6, M, AFTER, (2025, 12, 30)),  # Tuesday
]


@pytest.mark.parametrize(("start", "amount", "unit", "direction", "due"), BY_HAND)
def test_due_on_equals_the_count_by_hand(start, amount, unit, direction, due):
    assert due_on(Term(amount, unit, direction), date(*start), vietnam()) == date(*due)


def test_there_are_sixty_cases_by_hand_at_least():
    assert len(BY_HAND) >= 60


def test_due_on_passes_culture_day_only_when_it_is_switched_on():
    term = Term(4, D, AFTER)

    assert [due_on(term, date(2026, 11, 20), c) for c in (vietnam(), vietnam("culture_day"))] == [
        date(2026, 11, 24), date(2026, 11, 25),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "build",
    [
        lambda: Term(-1, D, AFTER),
        lambda: Term(1101, D, AFTER),
        lambda: Term(751, W, BEFORE),
        lambda: Term(37, M, AFTER),
        lambda: Term(2.5, D, AFTER),
        lambda: Term(True, D, AFTER),
    ],
)
def test_term_refuses_an_amount_nobody_means(build):
    with pytest.raises(UnreasonableTerm):
        build()


@pytest.mark.parametrize(
    ("term", "start"),
    [(Term(5, D, AFTER), date.max), (Term(1, D, BEFORE), date.min), (Term(36, M, BEFORE), date(2, 1, 1)),
     (Term(3, W, AFTER), date(9999, 12, 30))],
)  # fmt: skip
def test_due_on_refuses_a_count_that_leaves_the_calendar(term, start):
    with pytest.raises(UnreasonableTerm):
        due_on(term, start, vietnam())


def test_months_from_keeps_the_day_or_takes_the_last():
    start = date(2024, 3, 31)

    assert [months_from(start, n) for n in (-1, 1, 11, 12)] == [
        date(2024, 2, 29), date(2024, 4, 30), date(2025, 2, 28), date(2025, 3, 31),
    ]  # fmt: skip


def counted_day_by_day(term, start, calendar):
    """The rules of counting in the plainest way: walk, look at each day, stop."""
    step = timedelta(days=1 if term.direction is AFTER else -1)
    day = start
    if term.unit is M:
        year, month = start.year, start.month
        for _ in range(term.amount):
            month += 1 if term.direction is AFTER else -1
            year, month = (year + 1, 1) if month == 13 else (year - 1, 12) if month == 0 else (year, month)
        day = date(year, month, 1)
        while (day + timedelta(days=1)).month == month and day.day < start.day:
            day += timedelta(days=1)
    else:
        counted = 0
        while counted < term.amount:
            day += step
            counted += 1 if term.unit is D or calendar.is_working(day) else 0
    while not calendar.is_working(day):
        day += step
    return day


def test_due_on_equals_a_day_by_day_counter_in_twenty_thousand_cases():
    chance = random.Random(20251120)  # noqa: S311 -- test cases, not secrets
    # Half of the starts lie within three weeks of Tết or of a made-up Saturday, where counting goes wrong.
    hot = [m for calendar in (vietnam(),) for m in calendar.marks if not calendar.is_working(m) or calendar.made_up(m)]
    first, last = date(2019, 1, 1), date(2027, 12, 31)
    wrong = []
    for number in range(20_000):
        if number % 2:
            start = first + timedelta(days=chance.randrange((last - first).days + 1))
        else:
            start = chance.choice(hot) + timedelta(days=chance.randint(-21, 21))
        unit = chance.choice((D, D, W, W, M))
        amount = chance.randint(0, 6 if unit is M else 45)
        term = Term(amount, unit, chance.choice((BEFORE, AFTER)), Anchor.CONFERENCE_DAY)
        calendar = vietnam("culture_day") if number % 3 == 0 else vietnam()
        if due_on(term, start, calendar) != counted_day_by_day(term, start, calendar):
            wrong.append((start, term))

    assert wrong == []


def test_reached_on_tells_where_the_count_ends_before_the_move():
    assert reached_on(Term(30, D, AFTER), date(2025, 11, 20), vietnam()) == date(2025, 12, 20)
