"""A duty due so many days, working days or months before or after an event. The counting is `domain/deadlines.py`."""

from collections.abc import Mapping
from typing import Final

from doithoai.domain.deadlines import Anchor, Direction, Term, Unit, UnreasonableTerm

CODE: Final = "deadline"
FIELDS: Final = frozenset({"amount", "unit", "direction", "anchor"})


def read(row: Mapping[str, object]) -> Term:
    """Raises ValueError that says which field is wrong and what it may be."""
    amount = row.get("amount")
    if isinstance(amount, bool) or not isinstance(amount, int):
        raise ValueError("amount phải là số nguyên, ví dụ amount = 7")  # noqa: TRY004 -- the pack reader turns every ValueError into words
    try:
        unit = Unit(str(row.get("unit", "day")))
        direction = Direction(str(row.get("direction")))
        anchor = Anchor(str(row.get("anchor", "conference_day")))
    except ValueError as error:
        raise ValueError(
            "unit là day, working_day hoặc month; direction là before hoặc after; anchor là "
            + ", ".join(a.value for a in Anchor)
        ) from error
    try:
        return Term(amount, unit, direction, anchor)
    except UnreasonableTerm as error:
        raise ValueError(f"amount = {amount} không thể là một thời hạn") from error
