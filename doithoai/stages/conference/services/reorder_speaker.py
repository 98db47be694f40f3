"""Move a waiting speaker to another place in the list. The chair always decides."""

from datetime import datetime

from django.db import transaction

from doithoai.base.audit import record
from doithoai.domain.programme import moved
from doithoai.domain.roles import Actor
from doithoai.stages.conference.models import Speaker
from doithoai.stages.conference.services.speakers import lock_speaker, refuse_unless_waiting


@transaction.atomic
def reorder_speaker(*, speaker_id: int, place: int, actor: Actor, at: datetime) -> Speaker:
    """`place` counts from 1 over the whole list; beyond either end means that end."""
    speaker = lock_speaker(speaker_id, actor)
    refuse_unless_waiting(speaker)
    rows = {row.pk: row for row in Speaker.objects.filter(conference=speaker.conference)}
    for order, pk in enumerate(moved(list(rows), speaker.pk, place), 1):
        rows[pk].order = order
    Speaker.objects.bulk_update(rows.values(), ["order"])
    speaker.order = rows[speaker.pk].order
    record(
        actor,
        "speaker.moved",
        f"speaker:{speaker.pk}",
        chain=speaker.conference.commune.slug,
        at=at,
        place=speaker.order,
    )
    return speaker
