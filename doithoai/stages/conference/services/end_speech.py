"""End a speech and stop its clock."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from doithoai.base.audit import record
from doithoai.domain.conference import SpeakerState
from doithoai.domain.lifecycle import NotPossible
from doithoai.domain.roles import Actor
from doithoai.stages.conference.models import Speaker
from doithoai.stages.conference.services.speakers import lock_speaker


@transaction.atomic
def end_speech(*, speaker_id: int, actor: Actor, at: datetime) -> Speaker:
    """Pressing twice changes nothing."""
    speaker = lock_speaker(speaker_id, actor)
    if speaker.state == SpeakerState.DONE:
        return speaker
    if speaker.state != SpeakerState.SPEAKING:
        raise NotPossible(_("Người này chưa được mời phát biểu."), state=speaker.state)
    speaker.state, speaker.ended_at = SpeakerState.DONE, at
    speaker.save(update_fields=["state", "ended_at"])
    record(actor, "speaker.ended", f"speaker:{speaker.pk}", chain=speaker.conference.commune.slug, at=at)
    return speaker
