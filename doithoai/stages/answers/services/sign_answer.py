"""Sign a written answer: sealed by digest, the opinion answered, and lateness owned up to with its reason."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from doithoai.base.audit import record
from doithoai.base.errors import BadInput, Stale
from doithoai.base.guard import require
from doithoai.domain.answers import (
    ANSWER,
    AnswerMove,
    AnswerState,
    Result,
    check_answer,
    check_signing,
)
from doithoai.domain.opinions import OPINION, OpinionMove, OpinionState
from doithoai.domain.roles import Act, Actor
from doithoai.domain.texts import clean
from doithoai.stages.answers.models import Answer
from doithoai.stages.answers.queries import due_in_force_of
from doithoai.stages.answers.seals import seal_of_answer
from doithoai.stages.answers.services.locking import lock_answer, scope_of
from doithoai.stages.answers.services.settle_answer_duty import settle_answer_duty
from doithoai.stages.conference.services.locking import lock_opinion
from doithoai.stages.conference.services.step_opinion import step_opinion


@transaction.atomic
def sign_answer(*, answer_id: int, version: int, actor: Actor, at: datetime, late_reason: str = "") -> Answer:
    """Signs exactly the version that was read. A late answer needs a reason, which the citizen will read."""
    answer = lock_answer(answer_id)
    require(actor, Act.SIGN_ANSWER, scope_of(answer))
    state = ANSWER.step(AnswerState(answer.state), AnswerMove.SIGN)
    if answer.version != version:
        raise Stale(
            _("Văn bản vừa có người sửa. Đọc lại bản mới rồi hãy ký."), theirs=answer.text, version=answer.version
        )
    today, late_reason = timezone.localdate(at), clean(late_reason)
    if at < answer.opinion.received_at:
        raise BadInput(_("Ngày ký không thể trước ngày nhận ý kiến. Xem lại đồng hồ của máy chủ."))
    check_answer(answer.text, answer.result, answer.promised_on, today=today)
    due_on = due_in_force_of(answer, today)
    check_signing(due_on=due_on, signed_on=today, late_reason=late_reason)
    answer.state = state
    answer.signed_by, answer.signed_at = actor.name[:200], at
    answer.late_reason = late_reason if today > due_on else ""
    if answer.result != Result.PROMISED:
        answer.promised_on = None
    answer.version += 1
    answer.save()
    _settle_opinion(answer, actor, at)
    settle_answer_duty(conference_id=answer.conference_id, actor=actor, at=at)
    record(
        actor, "answer.signed", f"answer:{answer.pk}", chain=answer.commune.slug, at=at,
        seal=seal_of_answer(str(answer.pk)) or "", result=answer.result, promised_on=answer.promised_on,
        days_late=max(0, (today - due_on).days),
    )  # fmt: skip
    return answer


def _settle_opinion(answer: Answer, actor: Actor, at: datetime) -> None:
    """An opinion that was answered by word of mouth meanwhile stays answered."""
    opinion = lock_opinion(answer.opinion_id)
    state = OpinionState(opinion.state)
    if state is not OpinionState.ANSWERED:
        step_opinion(opinion=opinion, to=OPINION.step(state, OpinionMove.SIGN_ANSWER), actor=actor, at=at)
