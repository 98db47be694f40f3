"""A duty due on a date the text itself fixes. Taken as written, even on a day off."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Final

CODE: Final = "calendar_date"
FIELDS: Final = frozenset({"on"})


def read(row: Mapping[str, object]) -> date:
    """Raises ValueError when `on` is no date."""
    on = row.get("on")
    if not isinstance(on, date) or isinstance(on, datetime):
        raise ValueError("on phải là một ngày, ví dụ on = 2025-10-25")  # noqa: TRY004 -- the pack reader turns every ValueError into words
    return on
