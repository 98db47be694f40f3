"""Rows f1 and f2 of the speed goals: counting due dates, and the nightly sweep. Fails only on wrong results.

Raw limit, ours and the peers run in turn in one process, five rounds; medians and both ratios are printed. Peers too slow
for every row are timed on a sample and scaled, and said to be.
"""

import gc
import os
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "doithoai.config.settings")

import django

django.setup()

from doithoai.domain.deadlines import MANNERS, Direction, Term, Unit, due_on  # noqa: E402 -- models need the setup
from doithoai.domain.holiday_table import marks_in_force  # noqa: E402 -- as above
from doithoai.domain.workdays import Calendar  # noqa: E402 -- as above
from doithoai.jobs.sweep import EPOCH, Lookup, due_of_many, read_waiting, stale_in  # noqa: E402 -- as above
from doithoai.stages.rulebook.shelf import national_days  # noqa: E402 -- as above

ROUNDS = 5
SAMPLE = 2_000
FIRST, LAST = date(2019, 1, 1), date(2027, 12, 31)
AFTER_WORKING = MANNERS.index((Unit.WORKING_DAY, Direction.AFTER))
Work = Mapping[str, Callable[[], Any]]


@dataclass(frozen=True)
class Timed:
    """Median seconds by name; a sampled one is scaled to the full number of rows."""

    seconds: dict[str, float]

    def line(self, label: str, *, limit: str, ours: str, peer: str, note: str = "") -> str:
        raw, mine, other = (self.seconds[name] for name in (limit, ours, peer))
        words = (
            f"{label}: limit {limit} {raw * 1e3:.2f} ms, ours {ours} {mine * 1e3:.2f} ms, peer {peer} {other * 1e3:.1f} ms; "
            f"limit/ours {raw / mine:.2f}, peer/ours {other / mine:.1f}"
        )
        return f"{words}{'; ' + note if note else ''}"


def in_turn(work: Work, scale: Mapping[str, float]) -> Timed:
    """Each piece of work once per round, in turn; medians."""
    taken: dict[str, list[float]] = {name: [] for name in work}
    for _round in range(ROUNDS):
        for name, run in work.items():
            gc.collect()
            begun = time.perf_counter()
            run()
            taken[name].append((time.perf_counter() - begun) * scale.get(name, 1.0))
    return Timed({name: statistics.median(times) for name, times in taken.items()})


def by_hand(start: date, amount: int, off: frozenset[date], worked: frozenset[date]) -> date:
    """What a programmer writes first: walk the days and look each one up."""
    day = start
    while amount:
        day += timedelta(days=1)
        if day in worked or (day.weekday() < 5 and day not in off):
            amount -= 1
    return day


def bench_compute(rows: int) -> list[str]:
    """Row f1."""
    chance = np.random.default_rng(2025)
    marks = marks_in_force(national_days())
    calendar = Calendar(marks)
    plain = Calendar(mark for mark in marks if not mark.working)
    span = (FIRST - EPOCH).days, (LAST - EPOCH).days + 1
    starts = chance.integers(*span, rows).astype(np.int32)
    amounts = chance.integers(1, 46, rows).astype(np.int32)
    manners = chance.integers(0, len(MANNERS), rows).astype(np.int8)
    mixed = np.where(manners >= 4, amounts % 12, amounts).astype(np.int32)
    lookup, lookup_plain = Lookup(calendar, FIRST, LAST), Lookup(plain, FIRST, LAST)
    _must_equal(lookup, starts, amounts, np.full(rows, AFTER_WORKING, np.int8))
    _must_equal(lookup, starts, mixed, manners)
    days = starts.astype("datetime64[D]")
    off = np.array([mark.on for mark in marks if not mark.working], dtype="datetime64[D]")

    def busday() -> Any:
        return np.busday_offset(days, amounts, roll="backward", holidays=off)

    if not np.array_equal(busday().astype(np.int32), lookup_plain.count(starts, amounts, AFTER_WORKING)):
        sys.exit("f1: ours differs from numpy busday_offset on the calendar without made-up Saturdays")
    one, two = np.empty(rows, np.int32), np.empty(rows, np.int32)

    def raw() -> Any:
        np.subtract(starts, lookup.base, out=one)
        np.take(lookup.up_to, one, out=two, mode="clip")
        np.add(two, amounts, out=two)
        np.subtract(two, 1, out=two)
        return np.take(lookup.worked, two, out=one, mode="clip")

    off_days = frozenset(mark.on for mark in marks if not mark.working)
    worked_days = frozenset(mark.on for mark in marks if mark.working)
    pairs = [(EPOCH + timedelta(days=int(s)), int(n)) for s, n in zip(starts[:SAMPLE], amounts[:SAMPLE], strict=True)]
    terms = [(start, Term(amount, *MANNERS[AFTER_WORKING])) for start, amount in pairs]
    scale = rows / len(pairs)
    work: dict[str, Callable[[], Any]] = {
        "raw table": raw,
        "batch": lambda: lookup.count(starts, amounts, AFTER_WORKING),
        "busday_offset": busday,
        "mixed batch": lambda: due_of_many(lookup, starts, mixed, manners),
        "one by one": lambda: [due_on(term, start, calendar) for start, term in terms],
        "hand loop": lambda: [by_hand(start, amount, off_days, worked_days) for start, amount in pairs],
    }
    timed = in_turn(work, {"one by one": scale, "hand loop": scale})
    absent = "" if find_spec("holidays") else "; holidays is not installed, not measured"
    return [
        timed.line(f"f1 {rows:,} working-day terms", limit="raw table", ours="batch", peer="busday_offset"),
        timed.line(f"f1 {rows:,} working-day terms", limit="raw table", ours="batch", peer="hand loop",
                   note=f"hand loop scaled from {len(pairs):,} rows{absent}"),
        (f"f1 {rows:,} terms of every manner: ours {timed.seconds['mixed batch'] * 1e3:.2f} ms; "
        f"one petition {timed.seconds['one by one'] / rows * 1e6:.2f} us"),
    ]  # fmt: skip


def _must_equal(lookup: Lookup, starts: Any, amounts: Any, manners: Any) -> None:
    due = due_of_many(lookup, starts, amounts, manners)
    kinds = [Term(0, *manner) for manner in MANNERS]
    for row, (start, amount, manner) in enumerate(
        zip(starts.tolist(), amounts.tolist(), manners.tolist(), strict=True)
    ):
        kind = kinds[manner]
        expected = due_on(Term(amount, kind.unit, kind.direction), EPOCH + timedelta(days=start), lookup.calendar)
        if (expected - EPOCH).days != due[row]:
            sys.exit(f"f1: row {row} differs from the pure function")


def bench_sweep(rows: int) -> list[str]:
    """Row f2: a table as the ledger keeps it, before and after 24 November is switched on."""
    with tempfile.TemporaryDirectory() as folder:
        database = sqlite3.connect(Path(folder) / "sweep.sqlite3")
        try:
            return _sweep_lines(database, rows)
        finally:
            database.close()


def _sweep_lines(database: sqlite3.Connection, rows: int) -> list[str]:
    old = Calendar(marks_in_force(national_days()))
    new = Calendar(marks_in_force(national_days(), {"culture_day"}))
    _fill(database, rows, old)
    _fill_calendar(database, new)
    today = date(2026, 11, 21)
    expected = _changed_by_sql(database)
    due_before = dict(database.execute("SELECT id, due_on FROM ledger WHERE done_on IS NULL").fetchall())
    off = frozenset(day for day, mark in new.marks.items() if not mark.working)
    worked = frozenset(day for day, mark in new.marks.items() if mark.working)

    def ours() -> None:
        stale = stale_in(read_waiting(database.execute(ALIKE)), new)
        fresh = [(str(row.due), str(row.start), row.amount, row.manner, str(row.was)) for row in stale]
        database.executemany(UPDATE, fresh)

    def ours_undone() -> None:
        ours()
        database.rollback()

    def hand() -> None:
        for ident, start, term, due in database.execute(f"{SELECT} LIMIT {SAMPLE}").fetchall():
            day = by_hand(date.fromisoformat(start), term // 8, off, worked)
            if day.isoformat() != due:
                database.execute("UPDATE ledger SET due_on = ? WHERE id = ?", (day.isoformat(), ident))
        database.rollback()

    def day_slice() -> list[Any]:
        sql = "SELECT id, due_on FROM ledger WHERE done_on IS NULL AND due_on BETWEEN ? AND ?"
        return database.execute(sql, (today.isoformat(), (today + timedelta(days=3)).isoformat())).fetchall()

    ours()
    if (
        dict(database.execute("SELECT id, due_on FROM ledger WHERE done_on IS NULL").fetchall())
        != due_before | expected
    ):
        sys.exit("f2: the sweep changed other rows than the join finds")
    database.rollback()
    work = {"SQL join": lambda: _changed_by_sql(database), "sweep": ours_undone, "hand loop": hand, "slice": day_slice}
    timed = in_turn(work, {"hand loop": rows / SAMPLE})
    return [
        timed.line(f"f2 {rows:,} rows recounted after a calendar change, {len(expected):,} written", limit="SQL join",
                   ours="sweep", peer="hand loop", note=f"hand loop scaled from {SAMPLE:,} rows; the join writes nothing"),
        (f"f2 {rows:,} rows, calendar unchanged: four days' slice {timed.seconds['slice'] * 1e3:.2f} ms, "
        f"{len(day_slice()):,} rows"),
    ]  # fmt: skip


SELECT = "SELECT id, counted_from, counted_amount * 8 + counted_manner, due_on FROM ledger WHERE done_on IS NULL"

ALIKE = (
    "SELECT counted_from, counted_amount * 8 + counted_manner, due_on FROM ledger "
    "WHERE done_on IS NULL AND counted_manner IS NOT NULL GROUP BY counted_from, counted_amount, counted_manner, due_on"
)
UPDATE = (
    "UPDATE ledger SET due_on = ? WHERE done_on IS NULL AND counted_manner IS NOT NULL "
    "AND counted_from = ? AND counted_amount = ? AND counted_manner = ? AND due_on = ?"
)


def _fill(database: sqlite3.Connection, rows: int, calendar: Calendar) -> None:
    chance = random.Random(2026)  # noqa: S311 -- made-up rows
    terms = [Term(amount, *MANNERS[AFTER_WORKING]) for amount in range(1, 31)]
    days = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]
    due = {(day, term.amount): due_on(term, day, calendar).isoformat() for day in days for term in terms}
    database.execute(
        "CREATE TABLE ledger (id INTEGER PRIMARY KEY, counted_from TEXT, counted_amount INT, counted_manner INT, "
        "due_on TEXT, done_on TEXT)"
    )
    made = []
    for ident in range(rows):
        day, term = chance.choice(days), chance.choice(terms)
        made.append((ident, day.isoformat(), term.amount, AFTER_WORKING, due[day, term.amount]))
    database.executemany("INSERT INTO ledger VALUES (?, ?, ?, ?, ?, NULL)", made)
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


def _changed_by_sql(database: sqlite3.Connection) -> dict[int, str]:
    sql = (
        "SELECT l.id, w.day FROM ledger l JOIN up_to u ON u.day = l.counted_from "
        "JOIN worked w ON w.place = u.worked + l.counted_amount WHERE l.done_on IS NULL AND w.day <> l.due_on"
    )
    return dict(database.execute(sql).fetchall())


def run(*, full: bool) -> list[str]:
    """The printed lines of both rows: 100,000 rows, or a million when full."""
    rows = 1_000_000 if full else 100_000
    return [*bench_compute(rows), *bench_sweep(rows)]


if __name__ == "__main__":
    print("\n".join(run(full="--full" in sys.argv or os.environ.get("FULL") == "1")))
