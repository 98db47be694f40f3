"""The shipped calendar for domain tests, and a second way to the lunar dates: an astronomical computation.

The lunar part follows the well-known method for the Vietnamese calendar (new moon and sun longitude at UTC+7), after
Jean Meeus, Astronomical Algorithms. It shares nothing with the product, so it can check the table.
"""

from datetime import date
from functools import lru_cache
from math import floor, pi, sin
from pathlib import Path

from doithoai.domain.holiday_table import marks_in_force, read_days
from doithoai.domain.workdays import Calendar

RULEBOOKS = Path(__file__).resolve().parents[2] / "rulebooks"
HOURS_EAST = 7.0


@lru_cache(maxsize=1)
def shipped_days():
    return read_days((RULEBOOKS / "calendar" / "vietnam.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=4)
def vietnam(*switched_on: str) -> Calendar:
    return Calendar(marks_in_force(shipped_days(), switched_on))


def lunar_to_solar(day: int, month: int, year: int) -> date:
    """Solar date of a day of an ordinary (not leap) lunar month of a lunar year."""
    eleventh = _month_eleven(year - 1) if month < 11 else _month_eleven(year)
    following = _month_eleven(year) if month < 11 else _month_eleven(year + 1)
    offset = (month - 11) % 12
    if following - eleventh > 365 and offset >= _leap_offset(eleventh):
        offset += 1
    number = floor(0.5 + (eleventh - 2415021.076998695) / 29.530588853)
    return _as_date(_new_moon_day(number + offset) + day - 1)


def _as_date(julian_day: int) -> date:
    return date.fromordinal(julian_day - 1721425)


def _new_moon_day(number: int) -> int:
    return floor(_new_moon(number) + 0.5 + HOURS_EAST / 24)


def _new_moon(number: int) -> float:
    t = number / 1236.85
    rad = pi / 180
    mean = 2415020.75933 + 29.53058868 * number + 0.0001178 * t**2 - 0.000000155 * t**3
    mean += 0.00033 * sin((166.56 + 132.87 * t - 0.009173 * t**2) * rad)
    sun = (359.2242 + 29.10535608 * number - 0.0000333 * t**2 - 0.00000347 * t**3) * rad
    moon = (306.0253 + 385.81691806 * number + 0.0107306 * t**2 + 0.00001236 * t**3) * rad
    node = (21.2964 + 390.67050646 * number - 0.0016528 * t**2 - 0.00000239 * t**3) * rad
    change = (0.1734 - 0.000393 * t) * sin(sun) + 0.0021 * sin(2 * sun) - 0.4068 * sin(moon) + 0.0161 * sin(2 * moon)
    change += -0.0004 * sin(3 * moon) + 0.0104 * sin(2 * node) - 0.0051 * sin(sun + moon) - 0.0074 * sin(sun - moon)
    change += 0.0004 * sin(2 * node + sun) - 0.0004 * sin(2 * node - sun) - 0.0006 * sin(2 * node + moon)
    change += 0.0010 * sin(2 * node - moon) + 0.0005 * sin(2 * moon + sun)
    return mean + change - (-0.000278 + 0.000265 * t + 0.000262 * t**2)


def _sun_sector(julian_day: int) -> int:
    """Which twelfth of its yearly way the sun is in at local midnight."""
    t = (julian_day - 0.5 - HOURS_EAST / 24 - 2451545.0) / 36525
    rad = pi / 180
    anomaly = (357.52910 + 35999.05030 * t - 0.0001559 * t**2) * rad
    longitude = 280.46645 + 36000.76983 * t + 0.0003032 * t**2
    longitude += (1.914600 - 0.004817 * t) * sin(anomaly) + 0.019993 * sin(2 * anomaly) + 0.000290 * sin(3 * anomaly)
    return int(longitude % 360 / 30)


def _month_eleven(year: int) -> int:
    """First day of the lunar month that holds the winter solstice."""
    last = date(year, 12, 31).toordinal() + 1721425
    number = floor((last - 2415021) / 29.530588853)
    start = _new_moon_day(number)
    return _new_moon_day(number - 1) if _sun_sector(start) >= 9 else start


def _leap_offset(eleventh: int) -> int:
    number = floor((eleventh - 2415021.076998695) / 29.530588853 + 0.5)
    offset, arc = 1, _sun_sector(_new_moon_day(number + 1))
    while True:
        offset += 1
        before, arc = arc, _sun_sector(_new_moon_day(number + offset))
        if arc == before or offset >= 14:
            return offset - 1
