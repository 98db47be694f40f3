"""Give a waiting speaker the floor. Whoever was speaking stops at that moment: one voice at a time."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from doithoai.base.audit import record
from doithoai.domain.conference import SpeakerState
from doithoai.domain.plans import ConferenceState
from doithoai.domain.roles import Actor
from doithoai.stages.conference.models import Speaker
from doithoai.stages.conference.services.locking import refuse_unless
from doithoai.stages.conference.services.speakers import lock_speaker, refuse_unless_waiting


@transaction.atomic
def give_floor(*, speaker_id: int, actor: Actor, at: datetime) -> Speaker:
    """Starts the speaker's clock. Only while the sitting runs."""
    speaker = lock_speaker(speaker_id, actor)
    refuse_unless(speaker.conference, (ConferenceState.RUNNING,), _("Mở hội nghị trước rồi mới mời phát biểu."))
    refuse_unless_waiting(speaker)
    Speaker.objects.filter(conference=speaker.conference, state=SpeakerState.SPEAKING).update(
        state=SpeakerState.DONE, ended_at=at
    )
    speaker.state, speaker.started_at = SpeakerState.SPEAKING, at
    speaker.save(update_fields=["state", "started_at"])
    record(actor, "speaker.began", f"speaker:{speaker.pk}", chain=speaker.conference.commune.slug, at=at)
    return speaker
