"""Put an opinion that was taken apart back into the dialogue, with the reason in the record."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from doithoai.base.audit import record
from doithoai.base.errors import BadInput
from doithoai.base.guard import require
from doithoai.domain.lifecycle import NotPossible
from doithoai.domain.opinions import OPINION, Nature, OpinionMove, OpinionState
from doithoai.domain.roles import Act, Actor, Scope
from doithoai.domain.texts import clean
from doithoai.stages.opinions.models import Opinion
from doithoai.stages.opinions.services.locking import lock_opinion, refuse_bringing_back_late

SHORTEST_REASON = 10


@transaction.atomic
def restore_opinion(*, opinion_id: int, reason: str, actor: Actor, at: datetime) -> Opinion:
    """Refuses without a reason, and what is not apart. Both nature and reason of before stay known to the record."""
    opinion = lock_opinion(opinion_id, actor)
    require(actor, Act.SORT_OPINION, Scope(opinion.commune_id))
    if opinion.state != OpinionState.TAKEN_APART:
        raise NotPossible(_("Ý kiến này không ở mục tách riêng."), table=OPINION.name, state=opinion.state)
    refuse_bringing_back_late(opinion)
    if len(clean(reason)) < SHORTEST_REASON:
        raise BadInput(_("Nêu vì sao đưa ý kiến trở lại (ít nhất một câu ngắn)."), field="reason")
    was_nature = opinion.nature
    opinion.state = OPINION.step(OpinionState.TAKEN_APART, OpinionMove.SORT)
    opinion.nature, opinion.apart_reason, opinion.owes_written_reply = Nature.COMMON, "", False
    opinion.restored_reason = clean(reason)
    opinion.version += 1
    opinion.save()
    record(
        actor, "opinion.restored", f"opinion:{opinion.pk}", chain=opinion.commune.slug, at=at, was_nature=was_nature,
    )  # fmt: skip
    return opinion
