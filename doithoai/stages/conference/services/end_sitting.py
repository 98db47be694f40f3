"""End the sitting. Decisions and minutes can still be completed; the speaker list is closed."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from doithoai.base.audit import record
from doithoai.base.guard import require
from doithoai.domain.conference import SpeakerState
from doithoai.domain.duties import Duty
from doithoai.domain.plans import ConferenceMove
from doithoai.domain.roles import Act, Actor, Scope
from doithoai.stages.conference.models import Sitting, Speaker
from doithoai.stages.conference.services.locking import lock_conference, lock_sitting
from doithoai.stages.duties.services.fulfil_by_event import fulfil_by_event
from doithoai.stages.duties.services.fulfil_duty import Proof
from doithoai.stages.plans.services.step_conference import step_conference


@transaction.atomic
def end_sitting(*, conference_id: int, actor: Actor, at: datetime) -> Sitting:
    """Leads the conference to `held` and stops the clock of whoever is still speaking."""
    conference = lock_conference(conference_id)
    require(actor, Act.RUN_CONFERENCE, Scope(conference.commune_id))
    step_conference(conference_id=conference_id, move=ConferenceMove.END, actor=actor, at=at)
    Speaker.objects.filter(conference=conference, state=SpeakerState.SPEAKING).update(
        state=SpeakerState.DONE, ended_at=at
    )
    sitting = lock_sitting(conference)
    sitting.ended_at = at
    sitting.save(update_fields=["ended_at"])
    record(actor, "sitting.ended", f"sitting:{sitting.pk}", chain=conference.commune.slug, at=at)
    proof = Proof(timezone.localdate(at), "Hội nghị đã kết thúc.")
    fulfil_by_event(conference_id=conference_id, duty=Duty.CONFERENCE, proof=proof, actor=actor, at=at)
    return sitting
