"""Takes one speaker for writing, with the checks that every change of the speaker list shares."""

from django.utils.translation import gettext as _

from doithoai.base.errors import NotFound
from doithoai.base.guard import require
from doithoai.domain.conference import SpeakerState
from doithoai.domain.lifecycle import NotPossible
from doithoai.domain.roles import Act, Actor, Scope
from doithoai.stages.conference.models import Speaker
from doithoai.stages.conference.services.locking import lock_conference


def lock_speaker(speaker_id: int, actor: Actor) -> Speaker:
    """The speaker of a conference that the actor may run, the conference locked first."""
    found = Speaker.objects.filter(pk=speaker_id).values_list("conference_id", flat=True).first()
    if found is None:
        raise NotFound(_("Không có người này trong danh sách phát biểu."))
    conference = lock_conference(found)
    require(actor, Act.RUN_CONFERENCE, Scope(conference.commune_id))
    speaker = Speaker.objects.select_for_update().get(pk=speaker_id)
    speaker.conference = conference
    return speaker


def refuse_unless_waiting(speaker: Speaker) -> None:
    """Raises NotPossible for somebody who is speaking, has spoken or has withdrawn."""
    if speaker.state != SpeakerState.WAITING:
        raise NotPossible(_("Người này không còn chờ phát biểu. Tải lại danh sách rồi làm tiếp."), state=speaker.state)
