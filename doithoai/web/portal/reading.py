"""The questions of the portal that `stages/notices` does not answer by itself: dates of many dialogues, matters asked about."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Count

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


def topics_asked(commune_id: int | None) -> list[tuple[str, int]]:
    """Matters of public questions, of one commune or of all, with how many there are; the most first."""
    rows = PublicQuestion.objects.filter(is_withdrawn=False, dialogue__is_withdrawn=False).exclude(topic="")
    if commune_id is not None:
        rows = rows.filter(commune_id=commune_id)
    counted = rows.order_by().values_list("topic").annotate(number=Count("pk"))
    return list(counted.order_by("-number", "topic"))
