"""Take one opinion out of its group again. The group stays, even empty, so that the record can name it."""

from datetime import datetime

from django.db import transaction

from doithoai.base.audit import record
from doithoai.base.guard import require
from doithoai.domain.roles import Act, Actor, Scope
from doithoai.stages.opinions.models import Opinion
from doithoai.stages.opinions.services.locking import lock_opinion


@transaction.atomic
def ungroup_opinion(*, opinion_id: int, actor: Actor, at: datetime) -> Opinion:
    """An opinion without a group stays as it is."""
    opinion = lock_opinion(opinion_id, actor)
    require(actor, Act.SORT_OPINION, Scope(opinion.commune_id))
    if opinion.group_id is None:
        return opinion
    left = opinion.group_id
    opinion.group = None
    opinion.version += 1
    opinion.save(update_fields=["group", "version"])
    record(actor, "opinion.ungrouped", f"group:{left}", chain=opinion.commune.slug, at=at, opinions=[opinion.pk])
    return opinion
