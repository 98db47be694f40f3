"""Rows of tables inside a plan: who does what by when, and where each conference is held.

A row is a line whose cells stand between "|"; the first row names the columns.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from doithoai.domain.reading.characters import fold, tidy
from doithoai.domain.reading.outline import Section

_COLUMNS = (
    ("number", re.compile(r"^(?:stt|tt|so tt|so thu tu|#)$")),
    ("place", re.compile(r"dia diem|noi to chuc|noi hop|noi doi thoai|^noi$|hoi truong")),
    ("support", re.compile(r"phoi hop")),
    (
        "actor",
        re.compile(
            r"don vi|chu tri|phu trach|nguoi thuc hien|co quan|bo phan|trach nhiem|phan cong|nguoi|thuc hien$|^ai\b"
        ),
    ),
    ("time", re.compile(r"thoi (?:gian|han|diem)|ngay|hoan thanh|tien do|thang|han")),
    ("work", re.compile(r"noi dung|cong viec|nhiem vu|viec|hoat dong")),
    ("village", re.compile(r"\b(?:thon|ban|ap|xom|to dan pho|khu pho|khu vuc|cum|dia ban|lang|buon|khu dan cu)\b")),
    ("people", re.compile(r"thanh phan|doi tuong|so luong")),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One row under known columns; a column the table lacks is empty."""

    line: int
    work: str
    actor: str
    time: str
    place: str
    village: str
    text: str
    columns: frozenset[str]


def table_rows(section: Section) -> list[Row]:
    """Rows of the tables directly under a heading, header rows left out."""
    rows: list[Row] = []
    header: list[str] = []
    for child in section.children:
        if "|" not in child.text:
            continue
        cells = [cell.strip() for cell in child.text.split("|")]
        if child.paragraph.mark:
            cells[0] = f"{child.paragraph.mark} {cells[0]}".strip()
        named = [_column(cell) for cell in cells]
        again = bool(header) and named[0] != "number"
        if (
            not again
            and sum(1 for name in named if name) >= 2
            and all(len(cell) <= 45 for cell in cells)
            and not re.search(r"\d", child.text)
        ):
            header = named
            continue
        rows.append(_row(child.paragraph.first_line, cells, header))
    return rows


def _column(cell: str) -> str:
    folded = fold(cell).strip(" .:*")
    if not folded or len(folded) > 45:
        return ""
    return next((name for name, pattern in _COLUMNS if pattern.search(folded)), "")


def _row(line: int, cells: Sequence[str], header: Sequence[str]) -> Row:
    named: dict[str, list[str]] = {}
    shift = len(header) - len(cells) if header and len(cells) < len(header) else 0
    for at, cell in enumerate(cells):
        name = header[at + shift] if at + shift < len(header) else ""
        if cell:
            named.setdefault(name, []).append(cell)

    def cell_of(name: str) -> str:
        return tidy("; ".join(named.get(name, [])))

    text = ", ".join(
        tidy(cell)
        for cell, name in zip(cells, [*header, *[""] * len(cells)], strict=False)
        if cell and name != "number"
    )
    return Row(
        line,
        cell_of("work"),
        cell_of("actor"),
        cell_of("time"),
        cell_of("place"),
        cell_of("village"),
        text,
        frozenset(header),
    )


def task_rows(section: Section) -> list[Row]:
    """Rows of tables that say who does what."""
    return [row for row in table_rows(section) if {"work", "actor"} <= row.columns]


def conference_rows(section: Section) -> list[Row]:
    """Rows of tables that say when and where the conferences are held."""
    return [
        row
        for row in table_rows(section)
        if "time" in row.columns and {"place", "village"} & row.columns and "work" not in row.columns
    ]
