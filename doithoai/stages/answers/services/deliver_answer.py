"""Record that a signed answer reached the citizen: on which day and how."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from doithoai.base.audit import record
from doithoai.base.guard import require
from doithoai.domain.answers import ANSWER, AnswerMove, AnswerState, check_delivery
from doithoai.domain.roles import Act, Actor
from doithoai.domain.texts import clean_line
from doithoai.stages.answers.models import Answer
from doithoai.stages.answers.services.locking import lock_answer, scope_of


@transaction.atomic
def deliver_answer(*, answer_id: int, delivered_on: date, how: str, actor: Actor, at: datetime) -> Answer:
    """Between the day of signing and today."""
    answer = lock_answer(answer_id)
    require(actor, Act.WRITE_ANSWER, scope_of(answer))
    state = ANSWER.step(AnswerState(answer.state), AnswerMove.DELIVER)
    how = clean_line(how)[:200]
    signed_on = timezone.localdate(answer.signed_at) if answer.signed_at else delivered_on
    check_delivery(signed_on=signed_on, delivered_on=delivered_on, how=how, today=timezone.localdate(at))
    answer.state, answer.delivered_on, answer.delivered_how = state, delivered_on, how
    answer.version += 1
    answer.save(update_fields=["state", "delivered_on", "delivered_how", "version"])
    record(actor, "answer.delivered", f"answer:{answer.pk}", chain=answer.commune.slug, at=at, on=delivered_on)
    return answer
