"""Give a written answer more time, with a reason. It binds only once the citizen has been told (`tell_extension`)."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from doithoai.base.audit import record
from doithoai.base.guard import require
from doithoai.domain.answers import SIGNED_STATES, AnswerState, check_extension
from doithoai.domain.lifecycle import NotPossible
from doithoai.domain.roles import Act, Actor
from doithoai.domain.texts import clean, clean_line
from doithoai.stages.answers.models import Extension
from doithoai.stages.answers.queries import due_in_force_of
from doithoai.stages.answers.services.locking import lock_answer, scope_of


@dataclass(frozen=True)
class MoreTime:
    """The new date and why. `decided_by` names whoever decided on paper; empty means the actor."""

    new_due_on: date
    reason: str
    decided_by: str = ""


@transaction.atomic
def extend_answer(*, answer_id: int, more: MoreTime, actor: Actor, at: datetime) -> Extension:
    """Keeps `first_due_on`. Asked before the date in force has passed; the history of every date stays."""
    answer = lock_answer(answer_id)
    require(actor, Act.EXTEND_ANSWER, scope_of(answer))
    if AnswerState(answer.state) in SIGNED_STATES:
        raise NotPossible(_("Văn bản này đã ký nên không cần gia hạn."), table="answer", state=answer.state)
    today = timezone.localdate(at)
    more = replace(more, reason=clean(more.reason), decided_by=clean_line(more.decided_by))
    old_due_on = due_in_force_of(answer, today)
    check_extension(old_due_on=old_due_on, new_due_on=more.new_due_on, reason=more.reason, today=today)
    extension = Extension.objects.create(
        answer=answer,
        old_due_on=old_due_on,
        new_due_on=more.new_due_on,
        reason=more.reason,
        decided_by=(more.decided_by or actor.name)[:200],
        decided_at=at,
    )
    answer.due_on = more.new_due_on
    answer.version += 1
    answer.save(update_fields=["due_on", "version"])
    record(
        actor, "answer.extended", f"answer:{answer.pk}", chain=answer.commune.slug, at=at,
        old_due_on=old_due_on, new_due_on=more.new_due_on, extension=extension.pk,
    )  # fmt: skip
    return extension
