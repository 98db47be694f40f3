"""Decide at once on every opinion of a group: one problem, several voices, and each voice keeps its own answer."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from doithoai.base.errors import NotFound
from doithoai.base.guard import require
from doithoai.domain.conference import Decision
from doithoai.domain.roles import Act, Actor, Scope
from doithoai.stages.conference.models import Disposition
from doithoai.stages.conference.queries import raised_opinions
from doithoai.stages.conference.services.decide_opinion import decide_opinion
from doithoai.stages.conference.services.locking import lock_conference


@transaction.atomic
def decide_group(
    *, conference_id: int, group_id: int, decision: Decision, actor: Actor, at: datetime
) -> list[Disposition]:
    """Those of this conference that nothing was decided on yet; what was decided one by one stays. All or none."""
    conference = lock_conference(conference_id)
    require(actor, Act.RUN_CONFERENCE, Scope(conference.commune_id))
    members = raised_opinions(conference.pk).filter(group_id=group_id).order_by("year", "number")
    if not members:
        raise NotFound(_("Nhóm này không có ý kiến nào ở hội nghị này."))
    decided = Disposition.objects.filter(conference=conference).exclude(outcome="").values("opinion_id")
    return [
        decide_opinion(opinion_id=opinion.pk, decision=decision, actor=actor, at=at)
        for opinion in members.exclude(pk__in=decided)
    ]
