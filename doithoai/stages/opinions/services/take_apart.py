"""Take an opinion out of the dialogue with a reason: private, off topic, or a complaint that has its own law.

It stays in the register with its number, receipt and reason; `restore_opinion` puts it back.
"""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from doithoai.base.audit import record
from doithoai.base.errors import BadInput
from doithoai.base.guard import require
from doithoai.domain.opinions import OPINION, Nature, OpinionMove, OpinionState, follow_up
from doithoai.domain.roles import Act, Actor, Scope
from doithoai.domain.texts import clean
from doithoai.stages.opinions.models import Opinion
from doithoai.stages.opinions.queries import policies_for
from doithoai.stages.opinions.services.locking import lock_opinion


@transaction.atomic
def take_apart(*, opinion_id: int, nature: str, reason: str, actor: Actor, at: datetime) -> Opinion:
    """Refuses a common matter, and a nature that the commune's rules keep in the dialogue."""
    opinion = lock_opinion(opinion_id, actor)
    require(actor, Act.SORT_OPINION, Scope(opinion.commune_id))
    if nature not in set(Nature) or nature == Nature.COMMON:
        raise BadInput(_("Chọn vì sao tách riêng: việc riêng, ngoài nội dung hay khiếu nại."), field="nature")
    follow = follow_up(Nature(nature), policies_for(opinion))
    if not follow.apart:
        raise BadInput(_("Quy định của xã cho đối thoại việc này nên không tách riêng được."), field="nature")
    before = opinion.state
    opinion.state = OPINION.step(OpinionState(before), OpinionMove.TAKE_APART)
    opinion.nature = nature
    opinion.apart_reason = clean(reason) or follow.reason
    opinion.owes_written_reply = follow.written_reply
    opinion.version += 1
    opinion.save()
    record(
        actor, "opinion.taken_apart", f"opinion:{opinion.pk}", chain=opinion.commune.slug, at=at, was=before,
        nature=nature, written_reply=follow.written_reply,
    )  # fmt: skip
    return opinion
