"""Rows f1 and f2 of the speed goals: counting due dates, and the nightly sweep. Fails only on wrong results.

Peers too slow for every row are timed on a sample and scaled, and said to be.
"""

import gc
import os
import random
import sqlite3
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "doithoai.config.settings")

import django

django.setup()

from bench.report import Measure, Row, in_turn  # noqa: E402 -- models need the setup, so all of ours come after it
from doithoai.domain.deadlines import MANNERS, Direction, Term, Unit, due_on  # noqa: E402 -- as above
from doithoai.domain.holiday_table import marks_in_force  # noqa: E402 -- as above
from doithoai.domain.workdays import Calendar  # noqa: E402 -- as above
from doithoai.jobs.sweep import EPOCH, Lookup, due_of_many, read_waiting, stale_in  # noqa: E402 -- as above
from doithoai.stages.rulebook.shelf import national_days  # noqa: E402 -- as above

ROUNDS = 5
SAMPLE = 2_000
HAND = f"hand loop (scaled from {SAMPLE:,} rows)"
FIRST, LAST = date(2019, 1, 1), date(2027, 12, 31)
AFTER_WORKING = MANNERS.index((Unit.WORKING_DAY, Direction.AFTER))


def milliseconds(run: Callable[[], Any], scale: float = 1.0) -> Measure:
    """Measures one run; `scale` stretches a sample to every row."""

    def measure() -> float:
        gc.collect()
        begun = time.perf_counter()
        run()
        return (time.perf_counter() - begun) * 1e3 * scale

    return measure


def by_hand(start: date, amount: int, off: frozenset[date], worked: frozenset[date]) -> date:
    """What a programmer writes first: walk the days and look each one up."""
    day = start
    while amount:
        day += timedelta(days=1)
        if day in worked or (day.weekday() < 5 and day not in off):
            amount -= 1
    return day


def sides(calendar: Calendar) -> tuple[frozenset[date], frozenset[date]]:
    """Days off and made-up days, as the hand loop looks them up."""
    marks = calendar.marks.items()
    return frozenset(d for d, m in marks if not m.working), frozenset(d for d, m in marks if m.working)


def bench_compute(rows: int) -> list[Row]:
    """Row f1. The calendar of numpy cannot hold made-up Saturdays; ours holds them while it is timed."""
    chance = np.random.default_rng(2025)
    calendar = Calendar(marks_in_force(national_days()))
    span = (FIRST - EPOCH).days, (LAST - EPOCH).days + 1
    starts = chance.integers(*span, rows).astype(np.int32)
    amounts = chance.integers(1, 46, rows).astype(np.int32)
    manners = chance.integers(0, len(MANNERS), rows).astype(np.int8)
    mixed = np.where(manners >= 4, amounts % 12, amounts).astype(np.int32)
    lookup = Lookup(calendar, FIRST, LAST)
    _must_equal(lookup, starts, amounts, np.full(rows, AFTER_WORKING, np.int8))
    _must_equal(lookup, starts, mixed, manners)
    busday = _busday(calendar, starts, amounts)
    one, two = np.empty(rows, np.int32), np.empty(rows, np.int32)

    def raw() -> Any:
        np.subtract(starts, lookup.base, out=one)
        np.take(lookup.up_to, one, out=two, mode="clip")
        np.add(two, amounts, out=two)
        np.subtract(two, 1, out=two)
        return np.take(lookup.worked, two, out=one, mode="clip")

    pairs = [(EPOCH + timedelta(days=int(s)), int(n)) for s, n in zip(starts[:SAMPLE], amounts[:SAMPLE], strict=True)]
    terms = [(start, Term(amount, *MANNERS[AFTER_WORKING])) for start, amount in pairs]
    off, worked = sides(calendar)
    scale = rows / len(pairs)
    taken = in_turn(
        {
            "raw": milliseconds(raw),
            "ours": milliseconds(lambda: lookup.count(starts, amounts, AFTER_WORKING)),
            "numpy busday_offset": milliseconds(busday),
            "mixed": milliseconds(lambda: due_of_many(lookup, starts, mixed, manners)),
            "singly": milliseconds(lambda: [due_on(term, start, calendar) for start, term in terms], scale),
            HAND: milliseconds(lambda: [by_hand(*pair, off, worked) for pair in pairs], scale),
        },
        ROUNDS,
    )
    absent = "" if find_spec("holidays") else " (the library holidays is not installed, so not measured)"
    peers = {name: taken[name] for name in ("numpy busday_offset", HAND)}
    each = 1e3 / rows
    return [
        Row(f"f1 {rows:,} working-day terms{absent}", "ms", taken["raw"], taken["ours"], peers, "5x busday_offset"),
        Row(f"f1 {rows:,} terms of every manner", "ms", taken["raw"], taken["mixed"], {HAND: taken[HAND]}),
        Row("f1 one petition", "us", taken["raw"] * each, taken["singly"] * each, {HAND: taken[HAND] * each}, "1 us"),
    ]


def _must_equal(lookup: Lookup, starts: Any, amounts: Any, manners: Any) -> None:
    due = due_of_many(lookup, starts, amounts, manners)
    for row, (start, amount, manner) in enumerate(
        zip(starts.tolist(), amounts.tolist(), manners.tolist(), strict=True)
    ):
        expected = due_on(Term(amount, *MANNERS[manner]), EPOCH + timedelta(days=start), lookup.calendar)
        assert (expected - EPOCH).days == due[row], f"f1: row {row} differs from the pure function"


def _busday(calendar: Calendar, starts: Any, amounts: Any) -> Callable[[], Any]:
    """The counting of numpy, shown equal to ours on the calendar it can hold."""
    days, off = starts.astype("datetime64[D]"), np.array(sorted(sides(calendar)[0]), dtype="datetime64[D]")
    plain = Lookup(Calendar(mark for mark in calendar.marks.values() if not mark.working), FIRST, LAST)

    def busday() -> Any:
        return np.busday_offset(days, amounts, roll="backward", holidays=off)

    same = np.array_equal(busday().astype(np.int32), plain.count(starts, amounts, AFTER_WORKING))
    assert same, "f1: ours differs from numpy busday_offset on the calendar without made-up Saturdays"
    return busday


ALIKE = (
    "SELECT counted_from, counted_amount * 8 + counted_manner, due_on FROM ledger "
    "WHERE done_on IS NULL AND counted_manner IS NOT NULL GROUP BY counted_from, counted_amount, counted_manner, due_on"
)
UPDATE = (
    "UPDATE ledger SET due_on = ? WHERE done_on IS NULL AND counted_manner IS NOT NULL "
    "AND counted_from = ? AND counted_amount = ? AND counted_manner = ? AND due_on = ?"
)
ONE_BY_ONE = f"SELECT id, counted_from, counted_amount, due_on FROM ledger WHERE done_on IS NULL LIMIT {SAMPLE}"  # noqa: S608 -- a number of ours
CHANGED = (
    "SELECT l.id, w.day FROM ledger l JOIN up_to u ON u.day = l.counted_from "
    "JOIN worked w ON w.place = u.worked + l.counted_amount WHERE l.done_on IS NULL AND w.day <> l.due_on"
)
SLICE = "SELECT id, due_on FROM ledger WHERE done_on IS NULL AND due_on BETWEEN ? AND ?"
FOUR_DAYS = (date(2026, 11, 21).isoformat(), date(2026, 11, 24).isoformat())


def bench_sweep(rows: int) -> list[Row]:
    """Row f2: a table with the columns and indexes of the ledger, before and after 24 November is switched on."""
    with tempfile.TemporaryDirectory() as folder:
        database = sqlite3.connect(Path(folder) / "sweep.sqlite3")
        try:
            _fill(database, rows, Calendar(marks_in_force(national_days())))
            return _sweep_rows(database, rows, Calendar(marks_in_force(national_days(), {"culture_day"})))
        finally:
            database.close()


def _sweep_rows(database: sqlite3.Connection, rows: int, new: Calendar) -> list[Row]:
    _fill_calendar(database, new)
    off, worked = sides(new)

    def recount() -> None:
        stale = stale_in(read_waiting(database.execute(ALIKE)), new)
        fresh = [(str(row.due), str(row.start), row.amount, row.manner, str(row.was)) for row in stale]
        database.executemany(UPDATE, fresh)

    def recount_undone() -> None:
        recount()
        database.rollback()

    def hand() -> None:
        for ident, start, amount, due in database.execute(ONE_BY_ONE).fetchall():
            day = by_hand(date.fromisoformat(start), amount, off, worked).isoformat()
            if day != due:
                database.execute("UPDATE ledger SET due_on = ? WHERE id = ?", (day, ident))
        database.rollback()

    before, expected = (dict(database.execute(sql).fetchall()) for sql in ("SELECT id, due_on FROM ledger", CHANGED))
    recount()
    after = dict(database.execute("SELECT id, due_on FROM ledger").fetchall())
    assert after == before | expected, "f2: the sweep changed other rows than the join finds"
    database.rollback()
    taken = in_turn(
        {
            "raw": milliseconds(lambda: database.execute(CHANGED).fetchall()),
            "ours": milliseconds(recount_undone),
            HAND: milliseconds(hand, rows / SAMPLE),
            "slice": milliseconds(lambda: database.execute(SLICE, FOUR_DAYS).fetchall()),
            "no index": milliseconds(
                lambda: database.execute(SLICE.replace("ledger", "ledger NOT INDEXED"), FOUR_DAYS).fetchall()
            ),
        },
        ROUNDS,
    )
    changed = f"f2 {rows:,} rows recounted, {len(expected):,} written (limit: a join that writes nothing)"
    return [
        Row(changed, "ms", taken["raw"], taken["ours"], {HAND: taken[HAND]}, "5x the hand loop"),
        Row(
            f"f2 {rows:,} rows, calendar unchanged: four days' slice", "ms", taken["slice"], taken["slice"],
            {"without the index": taken["no index"]}, "10 ms",
        ),
    ]  # fmt: skip


def _fill(database: sqlite3.Connection, rows: int, calendar: Calendar) -> None:
    chance = random.Random(2026)  # noqa: S311 -- made-up rows
    terms = [Term(amount, *MANNERS[AFTER_WORKING]) for amount in range(1, 31)]
    days = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]
    due = {(day, term.amount): due_on(term, day, calendar).isoformat() for day in days for term in terms}
    database.execute(
        "CREATE TABLE ledger (id INTEGER PRIMARY KEY, counted_from TEXT, counted_amount INT, counted_manner INT, "
        "due_on TEXT, done_on TEXT)"
    )
    picked = ((chance.choice(days), chance.choice(terms).amount) for _row in range(rows))
    database.executemany(
        "INSERT INTO ledger (counted_from, counted_amount, counted_manner, due_on) VALUES (?, ?, ?, ?)",
        ((day.isoformat(), amount, AFTER_WORKING, due[day, amount]) for day, amount in picked),
    )
    database.execute("CREATE INDEX waiting ON ledger (due_on) WHERE done_on IS NULL")
    database.execute(
        "CREATE INDEX alike ON ledger (counted_from, counted_amount, counted_manner, due_on) "
        "WHERE done_on IS NULL AND counted_manner IS NOT NULL"
    )
    database.commit()


def _fill_calendar(database: sqlite3.Connection, calendar: Calendar) -> None:
    database.execute("CREATE TABLE up_to (day TEXT PRIMARY KEY, worked INT) WITHOUT ROWID")
    database.execute("CREATE TABLE worked (place INTEGER PRIMARY KEY, day TEXT)")
    count = 0
    for n in range((LAST - FIRST).days + 200):
        day = FIRST + timedelta(days=n)
        if calendar.is_working(day):
            count += 1
            database.execute("INSERT INTO worked VALUES (?, ?)", (count, day.isoformat()))
        database.execute("INSERT INTO up_to VALUES (?, ?)", (day.isoformat(), count))
    database.commit()


def run(*, full: bool) -> list[Row]:
    """Both rows: 100,000 entries, or a million when full."""
    rows = 1_000_000 if full else 100_000
    return [*bench_compute(rows), *bench_sweep(rows)]
