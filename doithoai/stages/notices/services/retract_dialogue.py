"""Withdraw a public dialogue with all its questions at once; publishing it anew brings back what may be public then."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from doithoai.base.audit import record
from doithoai.base.errors import BadInput, NotFound
from doithoai.base.guard import require
from doithoai.domain.notices import WithdrawReason
from doithoai.domain.roles import Act, Actor, Scope
from doithoai.stages.notices.models import PublicDialogue, PublicQuestion
from doithoai.stages.notices.services.locking import lock_conference


@transaction.atomic
def retract_dialogue(*, conference_id: int, reason: str, actor: Actor, at: datetime) -> PublicDialogue:
    """`reason` is a code of WithdrawReason. Questions withdrawn one by one before keep their mark."""
    conference = lock_conference(conference_id, actor)
    require(actor, Act.PUBLISH, Scope(conference.commune_id))
    dialogue = PublicDialogue.objects.select_for_update().filter(conference=conference).first()
    if dialogue is None:
        raise NotFound(_("Cuộc đối thoại này chưa được công khai."))
    if reason not in set(WithdrawReason):
        raise BadInput(
            _("Chọn vì sao rút: lộ danh tính, nhầm lẫn, người nói yêu cầu hay cơ quan yêu cầu."), field="reason"
        )
    if dialogue.is_withdrawn:
        return dialogue
    dialogue.facts, dialogue.is_withdrawn = {}, True
    dialogue.save()
    PublicQuestion.objects.filter(dialogue=dialogue, is_withdrawn=False).delete()
    record(
        actor, "dialogue.withdrawn", f"conference:{conference.pk}", chain=conference.commune.slug, at=at, reason=reason
    )  # fmt: skip
    return dialogue
