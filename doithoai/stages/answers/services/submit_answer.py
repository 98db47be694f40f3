"""Hand a draft to the chair for signing. Words that say nothing do not pass: `domain/answers.py` is the gate."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from doithoai.base.audit import record
from doithoai.base.guard import require
from doithoai.domain.answers import ANSWER, AnswerMove, AnswerState, check_answer, check_not_repeated
from doithoai.domain.roles import Act, Actor
from doithoai.stages.answers.models import Answer
from doithoai.stages.answers.services.locking import lock_answer, scope_of


@transaction.atomic
def submit_answer(*, answer_id: int, actor: Actor, at: datetime) -> Answer:
    """Raises Incomplete for an empty answer, a missing result, a promise without a day to come, or the old words again."""
    answer = lock_answer(answer_id)
    require(actor, Act.WRITE_ANSWER, scope_of(answer))
    state = ANSWER.step(AnswerState(answer.state), AnswerMove.SUBMIT)
    check_answer(answer.text, answer.result, answer.promised_on, today=timezone.localdate(at))
    check_not_repeated(answer.text, list(answer.earlier.values_list("text", flat=True)))
    answer.state, answer.returned_words = state, ""
    answer.version += 1
    answer.save(update_fields=["state", "returned_words", "version"])
    record(actor, "answer.submitted", f"answer:{answer.pk}", chain=answer.commune.slug, at=at)
    return answer
