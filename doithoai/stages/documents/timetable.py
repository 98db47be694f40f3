"""The hour at which each step of a programme begins, as far as the lengths of those before it are known. Pure."""

from collections.abc import Sequence
from datetime import time

from doithoai.domain.papers.wording import clock
from doithoai.domain.programme import Step

NO_HOUR = "…… giờ ……"
_DAY = 24 * 60


def hours_of(steps: Sequence[Step], starts: time | None) -> list[str]:
    """One hour a step, with room to write one from the first step whose beginning nobody can know."""
    at = starts.hour * 60 + starts.minute if starts else None
    hours = []
    for step in steps:
        hours.append(NO_HOUR if at is None else clock(time(at % _DAY // 60, at % 60)))
        at = at + step.minutes if at is not None and step.minutes else None
    return hours
