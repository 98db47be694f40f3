"""The one question of the portal that `stages/notices` does not answer by itself: figures of many dialogues at once."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from doithoai.stages.notices.models import PublicQuestion


@dataclass(frozen=True)
class Dates:
    """As much of a public question as tells where it stands."""

    status: str
    due_on: date | None
    answered_on: date | None


def dates_by_dialogue(commune_id: int) -> dict[int, list[Dates]]:
    """Every public question of a commune under its dialogue, in one query however many there are."""
    rows = PublicQuestion.objects.filter(commune_id=commune_id, is_withdrawn=False).order_by()
    found: dict[int, list[Dates]] = defaultdict(list)
    for dialogue_id, *dates in rows.values_list("dialogue_id", "status", "due_on", "answered_on"):
        found[dialogue_id].append(Dates(*dates))
    return found
