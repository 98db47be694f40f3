"""Keep what the competent body answered to a transferred opinion."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from doithoai.base.audit import digest_of_text, record
from doithoai.base.errors import BadInput
from doithoai.base.guard import require
from doithoai.domain.roles import Act, Actor, Scope
from doithoai.domain.texts import clean
from doithoai.stages.answers.models import Transfer
from doithoai.stages.answers.services.locking import lock_transfer


@transaction.atomic
def record_outside_reply(*, opinion_id: int, reply: str, replied_on: date, actor: Actor, at: datetime) -> Transfer:
    """The opinion stays transferred: somebody else answered. May be corrected; every text leaves its digest."""
    transfer = lock_transfer(opinion_id)
    commune = transfer.opinion.commune
    require(actor, Act.TRANSFER_OPINION, Scope(commune.pk))
    reply = clean(reply)
    if not reply:
        raise BadInput(_("Chép lại nội dung trả lời của cơ quan đó."), field="reply")
    if not transfer.transferred_on <= replied_on <= timezone.localdate(at):
        raise BadInput(_("Ngày trả lời phải từ ngày chuyển đến hôm nay."), field="replied_on")
    transfer.reply, transfer.replied_on = reply, replied_on
    transfer.save(update_fields=["reply", "replied_on"])
    record(
        actor, "transfer.replied", f"opinion:{opinion_id}", chain=commune.slug, at=at,
        on=replied_on, digest=digest_of_text(transfer.reply),
    )  # fmt: skip
    return transfer
