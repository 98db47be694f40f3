"""Take a waiting speaker off the list; the row stays, so that the minutes know who gave up the floor."""

from datetime import datetime

from django.db import transaction

from doithoai.base.audit import record
from doithoai.domain.conference import SpeakerState
from doithoai.domain.roles import Actor
from doithoai.stages.conference.models import Speaker
from doithoai.stages.conference.services.speakers import lock_speaker, refuse_unless_waiting


@transaction.atomic
def withdraw_speaker(*, speaker_id: int, actor: Actor, at: datetime) -> Speaker:
    """Only somebody still waiting."""
    speaker = lock_speaker(speaker_id, actor)
    refuse_unless_waiting(speaker)
    speaker.state = SpeakerState.WITHDRAWN
    speaker.save(update_fields=["state"])
    record(actor, "speaker.withdrawn", f"speaker:{speaker.pk}", chain=speaker.conference.commune.slug, at=at)
    return speaker
