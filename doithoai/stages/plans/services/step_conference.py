"""Lead a conference one step along its lifecycle. Later stages call this; what each step needs is checked by them."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from doithoai.base.audit import record
from doithoai.base.errors import NotFound
from doithoai.base.guard import require
from doithoai.domain.plans import CONFERENCE, ConferenceMove, ConferenceState
from doithoai.domain.roles import Act, Actor, Scope
from doithoai.stages.plans.models import Conference

ACT_FOR = {
    ConferenceMove.ANNOUNCE: Act.PLAN,
    ConferenceMove.OPEN: Act.RUN_CONFERENCE,
    ConferenceMove.END: Act.RUN_CONFERENCE,
    ConferenceMove.CONCLUDE: Act.CONCLUDE,
    ConferenceMove.CLOSE: Act.REPORT,
    ConferenceMove.CANCEL: Act.PLAN,
}


@transaction.atomic
def step_conference(
    *, conference_id: int, move: ConferenceMove, actor: Actor, at: datetime, reason: str = ""
) -> Conference:
    """Raises NotPossible when the table has no such step from the present state."""
    conference = Conference.objects.select_for_update(of=("self",)).select_related("commune").filter(
        pk=conference_id
    ).first()  # fmt: skip
    if conference is None:
        raise NotFound(_("Không có cuộc đối thoại này."))
    require(actor, ACT_FOR[move], Scope(conference.commune_id))
    conference.state = CONFERENCE.step(ConferenceState(conference.state), move)
    conference.version += 1
    conference.save(update_fields=["state", "version"])
    record(
        actor, f"conference.{move.value}", f"conference:{conference.pk}", chain=conference.commune.slug, at=at,
        reason=reason,
    )  # fmt: skip
    return conference
