"""Give a submitted answer back to its writer with one sentence that says what to change."""

from datetime import datetime

from django.db import transaction

from doithoai.base.audit import record
from doithoai.base.guard import require
from doithoai.domain.answers import ANSWER, AnswerMove, AnswerState, check_return
from doithoai.domain.roles import Act, Actor
from doithoai.domain.texts import clean
from doithoai.stages.answers.models import Answer
from doithoai.stages.answers.services.locking import lock_answer, scope_of


@transaction.atomic
def return_answer(*, answer_id: int, words: str, actor: Actor, at: datetime) -> Answer:
    """Only whoever may sign may return."""
    answer = lock_answer(answer_id)
    require(actor, Act.SIGN_ANSWER, scope_of(answer))
    state = ANSWER.step(AnswerState(answer.state), AnswerMove.RETURN)
    words = clean(words)
    check_return(words)
    answer.state, answer.returned_words = state, words
    answer.version += 1
    answer.save(update_fields=["state", "returned_words", "version"])
    record(actor, "answer.returned", f"answer:{answer.pk}", chain=answer.commune.slug, at=at)
    return answer
