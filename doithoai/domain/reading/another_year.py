"""Last year's plan as the draft of another year's: every date moved by whole years, number and day of issue left open.

Pure. Which of it holds is the clerk's to confirm; weekdays and days off are not looked at here.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any


def in_year(found: Mapping[str, Any], year: int) -> dict[str, Any]:
    """The reading (shape of `Reading.to_dict`) moved to `year`; unchanged when its own year is unknown or the same."""
    whole = dict(found)
    own = found.get("year")
    if not isinstance(own, int) or own == year:
        return whole
    by = year - own
    whole.update(year=year, number=None, issued_on=None)
    whole["title"] = str(found.get("title") or "").replace(str(own), str(year))
    whole["conferences"] = [
        {**one, "earliest": moved(one.get("earliest"), by), "latest": moved(one.get("latest"), by)}
        for one in found.get("conferences") or []
    ]
    whole["deadlines"] = [{**one, "on": moved(one.get("on"), by)} for one in found.get("deadlines") or []]
    return whole


def moved(text: Any, by: int) -> str | None:
    """An ISO date moved by years; 29 February becomes the 28th; None for anything that is no date."""
    try:
        day = date.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None
    if day is None:
        return None
    last = 28 if (day.month, day.day) == (2, 29) else day.day
    return day.replace(year=day.year + by, day=last).isoformat()
