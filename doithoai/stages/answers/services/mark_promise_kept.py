"""Mark what an answer promised as done, with a proof that anybody can check."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from doithoai.base.audit import record
from doithoai.base.guard import require
from doithoai.domain.answers import SIGNED_STATES, AnswerState, Result, check_proof
from doithoai.domain.lifecycle import NotPossible
from doithoai.domain.roles import Act, Actor
from doithoai.domain.texts import clean
from doithoai.stages.answers.models import Answer
from doithoai.stages.answers.services.locking import lock_answer, scope_of


@transaction.atomic
def mark_promise_kept(*, answer_id: int, kept_on: date, proof: str, actor: Actor, at: datetime) -> Answer:
    """Only for a signed promise; late or not, the promised day stays as it was given."""
    answer = lock_answer(answer_id)
    require(actor, Act.WRITE_ANSWER, scope_of(answer))
    if answer.result != Result.PROMISED or AnswerState(answer.state) not in SIGNED_STATES:
        raise NotPossible(_("Văn bản này không hẹn ngày giải quyết."), table="answer", state=answer.state)
    proof = clean(proof)
    check_proof(kept_on=kept_on, proof=proof, today=timezone.localdate(at))
    answer.promise_kept_on, answer.promise_proof = kept_on, proof
    answer.promise_marked_by = actor.name[:200]
    answer.version += 1
    answer.save(update_fields=["promise_kept_on", "promise_proof", "promise_marked_by", "version"])
    record(actor, "promise.kept", f"answer:{answer.pk}", chain=answer.commune.slug, at=at, on=kept_on)
    return answer
