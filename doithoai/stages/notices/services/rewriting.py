"""Writes the public rows of one conference from what may be public today; shared by publishing and refreshing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from doithoai.domain.notices import HELD_BACK_WORDS
from doithoai.stages.notices.models import PublicDialogue, PublicQuestion
from doithoai.stages.notices.projection import Sources, public_facts, public_values, why_not_public
from doithoai.stages.plans.models import Conference


@dataclass(frozen=True)
class HeldBack:
    """An opinion that stayed private, and why: a key of HELD_BACK_WORDS."""

    opinion_id: int
    number: str
    reason: str

    @property
    def words(self) -> str:
        """The reason as a person reads it."""
        return _(HELD_BACK_WORDS[self.reason])


@dataclass(frozen=True)
class Published:
    """What stands on the public page now, what stayed private, and whether anything changed."""

    dialogue: PublicDialogue
    question_ids: tuple[int, ...]
    held_back: tuple[HeldBack, ...]
    changed: bool


def rewrite_dialogue(
    conference: Conference, sources: Sources, *, kept: Mapping[str, Any], dialogue: PublicDialogue | None, at: datetime
) -> Published:
    """Make the public rows equal to the projection. Withdrawn questions stay withdrawn."""
    existing = {row.opinion_id: row for row in PublicQuestion.objects.filter(opinion__conference=conference)}
    held = [
        HeldBack(opinion.pk, f"{opinion.number}/{opinion.year}", reason)
        for opinion in sources.opinions
        if (reason := _why_held(opinion.pk, existing) or why_not_public(opinion, sources))
    ]
    private = {entry.opinion_id for entry in held}
    shown = [opinion for opinion in sources.opinions if opinion.pk not in private]
    dialogue, changed = _write_dialogue(conference, sources, kept, dialogue, [o.pk for o in shown], at)
    gone = [pk for pk, row in existing.items() if not row.is_withdrawn and pk not in {o.pk for o in shown}]
    changed = bool(PublicQuestion.objects.filter(pk__in=gone).delete()[0]) or changed
    for opinion in shown:
        changed = write_question(existing.get(opinion.pk), dialogue, opinion.pk,
                                 public_values(opinion, conference, sources)) or changed  # fmt: skip
    return Published(dialogue, tuple(o.pk for o in shown), tuple(held), changed)


def _why_held(opinion_id: int, existing: Mapping[int, PublicQuestion]) -> str:
    row = existing.get(opinion_id)
    return "withdrawn" if row is not None and row.is_withdrawn else ""


def _write_dialogue(
    conference: Conference,
    sources: Sources,
    kept: Mapping[str, Any],
    dialogue: PublicDialogue | None,
    shown: list[int],
    at: datetime,
) -> tuple[PublicDialogue, bool]:
    values = {
        "commune_id": conference.commune_id,
        "title": conference.title,
        "year": conference.year,
        "on": conference.on,
        "state": conference.state,
        "facts": public_facts(conference, kept, sources, shown),
        "is_withdrawn": False,
    }
    if dialogue is not None and all(getattr(dialogue, name) == value for name, value in values.items()):
        return dialogue, False
    dialogue = dialogue or PublicDialogue(conference=conference)
    for name, value in values.items():
        setattr(dialogue, name, value)
    dialogue.published_at = at
    dialogue.save()
    return dialogue, True


def write_question(
    row: PublicQuestion | None, dialogue: PublicDialogue, opinion_id: int, values: Mapping[str, Any]
) -> bool:
    """Store one public row; whether it differs from what stood there."""
    values = {**values, "dialogue_id": dialogue.pk, "commune_id": dialogue.commune_id}
    if row is not None and all(getattr(row, name) == value for name, value in values.items()):
        return False
    row = row or PublicQuestion(opinion_id=opinion_id)
    for name, value in values.items():
        setattr(row, name, value)
    row.save()
    return True
