"""Where things stand in a drawn chart: positions in per cent, so that one picture fits a phone and a wall.

Pure arithmetic; the drawing itself is in ``ui/components.html``. Labels stay outside the picture, in a table.
"""

from calendar import isleap
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from doithoai.web.ui.records import Bar, YearLane, YearMark

WIDE_GAP, NARROW_GAP = 1.8, 6.0
"""Marks nearer than this (per cent of the width) would touch: on an office screen, and on a phone."""
WORST_FIRST = ("late", "soon", "open", "done")


@dataclass(frozen=True)
class Cluster:
    """Marks that would touch, drawn as one: the first mark of the worst state, ``x`` in per cent of the width."""

    mark: YearMark
    x: float
    count: int


@dataclass(frozen=True)
class Lane:
    """A conference with its marks placed for a wide and for a narrow picture; ``start`` to ``end`` is its line, in per cent."""

    told: YearLane
    wide: tuple[Cluster, ...]
    narrow: tuple[Cluster, ...]
    start: float
    end: float


@dataclass(frozen=True)
class YearBoard:
    """A year as a picture: month borders (number, start, middle), lanes, and all marks by date for the table beneath."""

    year: int
    months: tuple[tuple[int, float, float], ...]
    lanes: tuple[Lane, ...]
    marks: tuple[tuple[YearLane, YearMark], ...]
    today_x: float | None


def place(day: date) -> float:
    """How far into its year a day is, in per cent of the width."""
    return round((day.timetuple().tm_yday - 0.5) / (366 if isleap(day.year) else 365) * 100, 2)


def year_board(year: int, lanes: Iterable[YearLane], today: date) -> YearBoard:
    """Lay the lanes of one year out, earliest first; marks of other years are left aside, undated lanes come last."""
    laid = sorted((_lane(year, one) for one in lanes), key=lambda lane: (not lane.wide, lane.start))
    starts = [round(place(date(year, month, 1)), 2) for month in range(1, 13)] + [100.0]
    months = tuple((index + 1, starts[index], round((starts[index] + starts[index + 1]) / 2, 2)) for index in range(12))
    marks = [(lane.told, mark) for lane in laid for mark in lane.told.marks if mark.on.year == year]
    ordered = tuple(sorted(marks, key=lambda pair: pair[1].on))
    return YearBoard(year, months, tuple(laid), ordered, place(today) if today.year == year else None)


def _lane(year: int, told: YearLane) -> Lane:
    marks = sorted((one for one in told.marks if one.on.year == year), key=lambda one: one.on)
    ends = [place(mark.on) for mark in (marks[0], marks[-1])] if marks else [0.0, 0.0]
    return Lane(told, clusters(marks, WIDE_GAP), clusters(marks, NARROW_GAP), *ends)


def clusters(marks: list[YearMark], gap: float) -> tuple[Cluster, ...]:
    """Marks in order of date, those within ``gap`` of the first of their cluster joined; a conference always stands alone."""
    groups = [[mark] for mark in marks if mark.is_conference]
    joined: list[list[YearMark]] = []
    for mark in (one for one in marks if not one.is_conference):
        if joined and place(mark.on) - place(joined[-1][0].on) < gap:
            joined[-1].append(mark)
        else:
            joined.append([mark])
    groups = sorted((*groups, *joined), key=lambda group: group[0].on)
    return tuple(
        Cluster(min(group, key=lambda one: WORST_FIRST.index(one.state)), _middle(group), len(group))
        for group in groups
    )


def _middle(group: list[YearMark]) -> float:
    return round((place(group[0].on) + place(group[-1].on)) / 2, 2)


def bar_widths(bars: Iterable[Bar]) -> list[tuple[Bar, float]]:
    """Each bar with its width in per cent of the longest one."""
    listed = list(bars)
    longest = max((bar.value for bar in listed), default=0)
    return [(bar, round(bar.value / longest * 100, 2) if longest else 0.0) for bar in listed]


def parts_of_whole(bars: Iterable[Bar]) -> list[tuple[Bar, float, float]]:
    """Each part that is not empty with where it starts and how wide it is, in per cent of the sum."""
    listed = [bar for bar in bars if bar.value > 0]
    whole = sum(bar.value for bar in listed)
    placed, before = [], 0
    for bar in listed:
        placed.append((bar, round(before / whole * 100, 2), round(bar.value / whole * 100, 2)))
        before += bar.value
    return placed
