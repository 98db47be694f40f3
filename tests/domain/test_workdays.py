"""The shipped calendar and the counting of working days."""

from collections import Counter
from datetime import date, timedelta

import pytest

from doithoai.domain.holiday_table import TableError, read_days
from doithoai.domain.workdays import Calendar, DayMark, WhyOff
from tests.domain.vietnam import lunar_to_solar, shipped_days, vietnam

TET = {
    2019: date(2019, 2, 5), 2020: date(2020, 1, 25), 2021: date(2021, 2, 12), 2022: date(2022, 2, 1),
    2023: date(2023, 1, 22), 2024: date(2024, 2, 10), 2025: date(2025, 1, 29), 2026: date(2026, 2, 17),
    2027: date(2027, 2, 6),
}  # fmt: skip
YEARS = range(2019, 2028)


def days_named(year, words, *, working=False):
    return [m.on for m in shipped_days() if m.on.year == year and words in m.name and m.working is working]


@pytest.mark.parametrize("year", YEARS)
def test_new_years_day_of_the_moon_falls_where_astronomy_puts_it(year):
    assert lunar_to_solar(1, 1, year) == TET[year]
    assert TET[year] in days_named(year, "Tết Nguyên đán")


@pytest.mark.parametrize("year", YEARS)
def test_hung_kings_day_is_the_tenth_of_the_third_moon(year):
    assert [day for day in days_named(year, "Giỗ Tổ") if "bù" not in next(
        m.name for m in shipped_days() if m.on == day)] == [lunar_to_solar(10, 3, year)]  # fmt: skip


@pytest.mark.parametrize("year", YEARS)
def test_tet_has_five_days_and_one_in_lieu_for_each_that_falls_on_a_weekend(year):
    tet = [m.on for m in shipped_days() if m.on.year == year and m.name.startswith("Tết Nguyên đán")]
    lieu = days_named(year, "nghỉ bù Tết Nguyên đán")

    assert len(tet) == 5
    assert len(lieu) == sum(day.weekday() >= 5 for day in tet)
    assert all(day.weekday() < 5 for day in lieu)


@pytest.mark.parametrize(("year", "days"), [(2019, 1), (2020, 1), *((year, 2) for year in range(2021, 2028))])
def test_national_day_has_one_day_until_2020_and_two_since(year, days):
    assert len(days_named(year, "Quốc khánh 2/9")) == days
    assert date(year, 9, 2) in days_named(year, "Quốc khánh 2/9")


@pytest.mark.parametrize("year", YEARS)
def test_every_holiday_on_a_weekend_has_a_weekday_in_lieu(year):
    holidays = [m for m in shipped_days() if m.on.year == year and not m.working and not m.switch]
    on_weekend = sum(m.on.weekday() >= 5 for m in holidays if "bù" not in m.name and "hoán đổi" not in m.name)

    assert sum("nghỉ bù" in m.name for m in holidays) == on_weekend


def test_swaps_pair_a_weekday_off_with_a_saturday_worked():
    off = [m for m in shipped_days() if "hoán đổi" in m.name]
    worked = [m for m in shipped_days() if m.working]

    assert len(off) == len(worked) == 6
    assert all(m.on.weekday() < 5 for m in off)
    assert all(m.on.weekday() == 5 for m in worked)


def test_every_row_has_its_own_day_and_a_source():
    assert max(Counter(m.on for m in shipped_days()).values()) == 1
    assert all(m.source for m in shipped_days())


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2025, 1, 29), "Tết Nguyên đán Ất Tỵ"),
        (date(2025, 5, 2), "nghỉ hoán đổi, làm bù ngày 26/04/2025"),
        (date(2025, 11, 30), "Chủ nhật"),
        (date(2025, 12, 20), "thứ Bảy"),
        (date(2026, 4, 27), "nghỉ bù Giỗ Tổ Hùng Vương"),
    ],
)
def test_why_off_names_the_day(day, why):
    found = vietnam().why_off(day)

    assert (found.name, bool(found.source), vietnam().is_working(day)) == (why, True, False)


@pytest.mark.parametrize("day", [date(2025, 4, 26), date(2026, 1, 10), date(2026, 8, 22), date(2024, 5, 4)])
def test_a_made_up_saturday_is_worked(day):
    assert (vietnam().is_working(day), vietnam().why_off(day), vietnam().made_up(day).working) == (True, None, True)


def test_culture_day_counts_only_when_switched_on():
    day = date(2026, 11, 24)

    assert (vietnam().is_working(day), vietnam("culture_day").is_working(day)) == (True, False)


def test_a_later_mark_replaces_an_earlier_one():
    day = date(2026, 9, 1)
    marks = [DayMark(day, working=False, name="một", source="a"), DayMark(day, working=True, name="hai", source="b")]

    assert Calendar(marks).is_working(day)


def test_next_and_previous_working_give_the_day_itself_when_worked():
    calendar, day = vietnam(), date(2025, 11, 20)

    assert (calendar.next_working(day), calendar.previous_working(day)) == (day, day)


def test_add_working_days_reaches_beyond_the_table():
    calendar = vietnam()
    # 2030 has no table: Monday 7/1/2030 and ten working days later is Monday 21/1/2030.
    assert calendar.add_working_days(date(2030, 1, 7), 10) == date(2030, 1, 21)
    assert (calendar.covers(date(2030, 1, 7)), calendar.covers(date(2027, 12, 31))) == (False, True)
    assert not calendar.covers(date(2018, 6, 1))


@pytest.mark.parametrize("amount", [1, 7, 40, 300])
def test_add_working_days_comes_back_from_a_working_day(amount):
    calendar, day = vietnam(), date(2025, 1, 24)

    there = calendar.add_working_days(day, amount)

    assert calendar.add_working_days(there, -amount) == day


def test_calendar_refuses_a_week_without_a_working_day():
    with pytest.raises(ValueError, match="working day"):
        Calendar((), weekly_off=range(7))


def test_why_off_of_a_plain_weekend_cites_the_weekly_rest():
    saturday = date(2025, 12, 20)

    assert vietnam().why_off(saturday) == WhyOff(
        "thứ Bảy", "Quyết định 188/1999/QĐ-TTg: nghỉ hằng tuần thứ Bảy, Chủ nhật"
    )
    assert saturday + timedelta(days=2) == vietnam().next_working(saturday)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("days = 3", "danh sách"),
        ('[[days]]\non = 2026-01-01\nworking = "no"\nname = "a"\nsource = "b"', "true hoặc false"),
        ("[[days]]\non = 2026-01-01\nworking = false", "thiếu name hoặc source"),
        ('[[days]]\non = "tháng giêng"', "dòng 1: on phải là một ngày"),
        ("[[days", "không đọc được TOML"),
    ],
)
def test_read_days_names_the_fault(text, words):
    with pytest.raises(TableError, match=words):
        read_days(text)
