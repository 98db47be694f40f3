"""Reads a table of days (TOML) into marks. Which switches are on is the caller's matter; no counting here.

A row: `on`, `working`, `name`, `source`, `confirmed`, and `switch` where the day counts only when switched on.
"""

import tomllib
from collections.abc import Collection
from datetime import date, datetime

from doithoai.domain.workdays import DayMark


class TableError(ValueError):
    """A row that cannot be read; the message names the row."""


def read_days(text: str, *, name: str = "calendar") -> tuple[DayMark, ...]:
    """Every mark of the table in its order, switched ones too. Raises TableError."""
    try:
        rows = tomllib.loads(text).get("days", [])
    except tomllib.TOMLDecodeError as error:
        raise TableError(f"{name}: không đọc được TOML ({error})") from error
    if not isinstance(rows, list):
        raise TableError(f"{name}: days phải là danh sách [[days]]")
    return tuple(_read_day(row, f"{name}, [[days]] dòng {number}") for number, row in enumerate(rows, 1))


def _read_day(row: dict[str, object], where: str) -> DayMark:
    on = row.get("on")
    if not isinstance(on, date) or isinstance(on, datetime):
        raise TableError(f"{where}: on phải là một ngày, ví dụ on = 2026-01-01")
    working, name, source = row.get("working"), row.get("name"), row.get("source")
    confirmed, switch = row.get("confirmed", False), row.get("switch", "")
    if not isinstance(working, bool) or not isinstance(confirmed, bool):
        raise TableError(f"{where} ({on}): working và confirmed phải là true hoặc false")
    if not isinstance(name, str) or not name or not isinstance(source, str) or not source:
        raise TableError(f"{where} ({on}): thiếu name hoặc source")
    if not isinstance(switch, str):
        raise TableError(f"{where} ({on}): switch phải là chữ")
    return DayMark(on=on, working=working, name=name, source=source, confirmed=confirmed, switch=switch)


def marks_in_force(marks: tuple[DayMark, ...], switched_on: Collection[str] = ()) -> tuple[DayMark, ...]:
    """The marks that count: those without a switch, and those whose switch is on."""
    return tuple(mark for mark in marks if not mark.switch or mark.switch in switched_on)
