"""Bodies that ended and who took over their part, so that an old plan's recipients and actors can be corrected.

Law 72/2025/QH15 (no district level from 1 July 2025); Decree 150/2025/NĐ-CP (commune divisions). The table comes in.
"""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from doithoai.domain.rules.actors import fold


class BodiesError(ValueError):
    """A row of the table that cannot be read; the message names it."""


@dataclass(frozen=True)
class EndedBody:
    """`pattern` is matched against the folded text; `ended_on` is the first day without the body."""

    name: str
    pattern: re.Pattern[str]
    ended_on: date
    successor: str
    note: str
    source: str
    confirmed: bool


@dataclass(frozen=True)
class Succession:
    """What a text names, and who stands there today."""

    named: str
    body: EndedBody

    @property
    def successor(self) -> str:
        """Who took over."""
        return self.body.successor

    @property
    def words(self) -> str:
        """The warning in plain Vietnamese."""
        return (
            f"{self.named}: không còn từ {self.body.ended_on:%d/%m/%Y}; nay gửi {self.body.successor}."
            if self.body.note == "recipient"
            else f"{self.named}: không còn từ {self.body.ended_on:%d/%m/%Y}; nay là {self.body.successor}."
        )


def read_bodies(text: str, *, name: str = "bodies") -> tuple[EndedBody, ...]:
    """Parse the table. Raises BodiesError."""
    try:
        rows = tomllib.loads(text).get("bodies", [])
    except tomllib.TOMLDecodeError as error:
        raise BodiesError(f"{name}: không đọc được TOML ({error})") from error
    return tuple(_read_body(row, f"{name}, [[bodies]] dòng {number}") for number, row in enumerate(rows, 1))


def _read_body(row: dict[str, object], where: str) -> EndedBody:
    texts = {key: row.get(key) for key in ("name", "pattern", "successor", "source", "note")}
    missing = [key for key, value in texts.items() if not isinstance(value, str) or not value]
    if missing:
        raise BodiesError(f"{where}: thiếu " + ", ".join(missing))
    ended_on = row.get("ended_on")
    if not isinstance(ended_on, date) or isinstance(ended_on, datetime):
        raise BodiesError(f"{where}: ended_on phải là một ngày")
    try:
        pattern = re.compile(str(texts["pattern"]))
    except re.error as error:
        raise BodiesError(f"{where}: pattern sai ({error})") from error
    return EndedBody(
        name=str(texts["name"]),
        pattern=pattern,
        ended_on=ended_on,
        successor=str(texts["successor"]),
        note=str(texts["note"]),
        source=str(texts["source"]),
        confirmed=row.get("confirmed") is True,
    )


def successions_in(text: str, on: date, bodies: Sequence[EndedBody]) -> tuple[Succession, ...]:
    """Every ended body a text names on a day, first row of the table first; a stretch of text counts once."""
    folded = fold(text)
    found: list[Succession] = []
    taken: list[tuple[int, int]] = []
    for body in bodies:
        if on < body.ended_on:
            continue
        for match in body.pattern.finditer(folded):
            if any(match.start() < end and begin < match.end() for begin, end in taken):
                continue
            taken.append(match.span())
            if all(other.body is not body for other in found):
                found.append(Succession(body.name, body))
    return tuple(found)


def successor_of(name: str, on: date, bodies: Sequence[EndedBody]) -> Succession | None:
    """Who stands for a body on a day, or None when it still exists (or is not known to have ended)."""
    found = successions_in(name, on, bodies)
    return found[0] if found else None
