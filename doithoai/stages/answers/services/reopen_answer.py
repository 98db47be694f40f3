"""Open a signed answer again because the citizen is not satisfied: a new date, and the old answer kept whole."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from doithoai.base.audit import record
from doithoai.base.guard import require
from doithoai.domain.answers import ANSWER, AnswerMove, AnswerState, check_reopening
from doithoai.domain.opinions import OPINION, OpinionMove, OpinionState
from doithoai.domain.roles import Act, Actor, Scope
from doithoai.domain.texts import clean
from doithoai.stages.answers.models import Answer, EarlierAnswer
from doithoai.stages.answers.queries import due_in_force_of
from doithoai.stages.answers.seals import seal_of_answer
from doithoai.stages.answers.services.locking import lock_answer
from doithoai.stages.conference.services.locking import lock_opinion
from doithoai.stages.conference.services.step_opinion import step_opinion


@transaction.atomic
def reopen_answer(*, answer_id: int, reason: str, new_due_on: date, actor: Actor, at: datetime) -> Answer:
    """`first_due_on` stays. The words that did not satisfy stay as the draft but cannot be submitted again unchanged."""
    answer = lock_answer(answer_id)
    require(actor, Act.ASSIGN_OPINION, Scope(answer.commune_id))
    state = ANSWER.step(AnswerState(answer.state), AnswerMove.REOPEN)
    today = timezone.localdate(at)
    reason = clean(reason)
    check_reopening(reason=reason, new_due_on=new_due_on, today=today)
    _keep(answer, reason, new_due_on, actor, at)
    _clear(answer, state, new_due_on)
    opinion = lock_opinion(answer.opinion_id)
    target = OPINION.step(OpinionState(opinion.state), OpinionMove.REOPEN)
    step_opinion(opinion=opinion, to=target, actor=actor, at=at)
    record(
        actor, "answer.reopened", f"answer:{answer.pk}", chain=answer.commune.slug, at=at,
        seal=seal_of_answer(str(answer.pk)) or "", new_due_on=new_due_on,
    )  # fmt: skip
    return answer


def _keep(answer: Answer, reason: str, new_due_on: date, actor: Actor, at: datetime) -> None:
    signed_at = answer.signed_at or at
    EarlierAnswer.objects.create(
        answer=answer,
        number=answer.earlier.count() + 1,
        text=answer.text,
        result=answer.result,
        promised_on=answer.promised_on,
        due_on=due_in_force_of(answer, timezone.localdate(signed_at)),
        late_reason=answer.late_reason,
        signed_by=answer.signed_by,
        signed_at=signed_at,
        delivered_on=answer.delivered_on,
        delivered_how=answer.delivered_how,
        reason=reason,
        new_due_on=new_due_on,
        reopened_by=actor.name[:200],
        reopened_at=at,
    )


def _clear(answer: Answer, state: AnswerState, new_due_on: date) -> None:
    answer.state, answer.due_on = state, new_due_on
    answer.result, answer.promised_on = "", None
    answer.signed_by, answer.signed_at, answer.late_reason = "", None, ""
    answer.delivered_on, answer.delivered_how = None, ""
    answer.promise_kept_on, answer.promise_proof, answer.promise_marked_by = None, "", ""
    answer.public_text, answer.public_checked_by, answer.public_checked_at = "", "", None
    answer.version += 1
    answer.save()
