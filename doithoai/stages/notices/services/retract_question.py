"""Withdraw one public question at once. Its public text goes; a mark stays so that it does not come back by itself."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from doithoai.base.audit import record
from doithoai.base.errors import BadInput, NotFound
from doithoai.base.guard import require
from doithoai.domain.notices import WithdrawReason
from doithoai.domain.roles import Act, Actor, Scope
from doithoai.stages.notices.models import PublicQuestion


@transaction.atomic
def retract_question(*, opinion_id: int, reason: str, actor: Actor, at: datetime) -> PublicQuestion:
    """`reason` is a code of WithdrawReason. The same again changes nothing."""
    row = PublicQuestion.objects.select_for_update(of=("self",)).select_related("commune").filter(pk=opinion_id).first()
    if row is None or not actor.roles_in(row.commune_id):
        raise NotFound(_("Câu hỏi này chưa được công khai."))
    require(actor, Act.PUBLISH, Scope(row.commune_id))
    if reason not in set(WithdrawReason):
        raise BadInput(
            _("Chọn vì sao rút: lộ danh tính, nhầm lẫn, người nói yêu cầu hay cơ quan yêu cầu."), field="reason"
        )
    if row.is_withdrawn:
        return row
    bare = PublicQuestion(
        opinion_id=opinion_id,
        dialogue_id=row.dialogue_id,
        commune_id=row.commune_id,
        status=row.status,
        is_withdrawn=True,
    )
    bare.save(force_update=True)
    record(actor, "question.withdrawn", f"opinion:{opinion_id}", chain=row.commune.slug, at=at, reason=reason)
    return bare
