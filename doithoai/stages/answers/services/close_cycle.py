"""Close the cycle of one conference: only when nothing is left undecided, unanswered, untold, unpublished or unreported."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from doithoai.base.guard import require
from doithoai.domain.lifecycle import NotPossible
from doithoai.domain.plans import ConferenceMove, ConferenceState
from doithoai.domain.roles import Act, Actor, Scope
from doithoai.stages.answers.closing import left_to_do
from doithoai.stages.conference.services.locking import lock_conference, refuse_unless
from doithoai.stages.plans.models import Conference
from doithoai.stages.plans.services.step_conference import step_conference

SHOWN = 12


@transaction.atomic
def close_cycle(*, conference_id: int, actor: Actor, at: datetime) -> Conference:
    """Raises NotPossible naming each thing left. An answer under an extension that the citizen knows of does not hold up."""
    conference = lock_conference(conference_id)
    require(actor, Act.REPORT, Scope(conference.commune_id))
    refuse_unless(
        conference, (ConferenceState.CONCLUDED,), _("Xác nhận kết luận trước rồi mới khép lại đợt đối thoại.")
    )
    left = [one.words for one in left_to_do(conference_id, timezone.localdate(at))]
    if left:
        more = _(" và %(count)s việc khác") % {"count": len(left) - SHOWN} if len(left) > SHOWN else ""
        raise NotPossible(
            _("Chưa khép lại được, còn: %(left)s%(more)s.") % {"left": "; ".join(left[:SHOWN]), "more": more}
        )
    return step_conference(conference_id=conference_id, move=ConferenceMove.CLOSE, actor=actor, at=at)
