"""Where things stand in a drawn chart: positions in per cent, so that one picture fits a phone and a wall.

Pure arithmetic; the drawing itself is in ``ui/components.html``. Labels stay outside the picture, in a table.
"""

from calendar import isleap
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from doithoai.web.ui.records import Bar, YearMark

LANE_GAP = 6.5
LANE_HEIGHT = 26
TOP = 34


@dataclass(frozen=True)
class PlacedMark:
    """A mark with its place: ``x`` in per cent of the width, ``y`` in pixels from the top."""

    mark: YearMark
    x: float
    y: int


@dataclass(frozen=True)
class YearBoard:
    """A year as a picture: month borders and marks; ``today_x`` is None in another year."""

    year: int
    months: tuple[tuple[int, float, float], ...]
    marks: tuple[PlacedMark, ...]
    today_x: float | None
    height: int


def place(day: date) -> float:
    """How far into its year a day is, in per cent of the width."""
    return round((day.timetuple().tm_yday - 0.5) / (366 if isleap(day.year) else 365) * 100, 2)


def year_board(year: int, marks: Iterable[YearMark], today: date) -> YearBoard:
    """Lay the marks of one year out; marks of other years are left aside, near ones go to a lower lane."""
    placed: list[PlacedMark] = []
    lanes: list[float] = []
    for mark in sorted((one for one in marks if one.on.year == year), key=lambda one: one.on):
        x = place(mark.on)
        lane = next((number for number, last in enumerate(lanes) if x - last >= LANE_GAP), len(lanes))
        lanes[lane : lane + 1] = [x]
        placed.append(PlacedMark(mark, x, TOP + LANE_HEIGHT * lane + LANE_HEIGHT // 2))
    starts = [round(place(date(year, month, 1)), 2) for month in range(1, 13)] + [100.0]
    months = tuple((index + 1, starts[index], round((starts[index] + starts[index + 1]) / 2, 2)) for index in range(12))
    height = TOP + LANE_HEIGHT * max(len(lanes), 1) + 6
    return YearBoard(year, months, tuple(placed), place(today) if today.year == year else None, height)


def bar_widths(bars: Iterable[Bar]) -> list[tuple[Bar, float]]:
    """Each bar with its width in per cent of the longest one."""
    listed = list(bars)
    longest = max((bar.value for bar in listed), default=0)
    return [(bar, round(bar.value / longest * 100, 2) if longest else 0.0) for bar in listed]
