"""Ticks off the ledger's duty to answer once the conference is concluded and no written answer of it is owed any more."""

from datetime import datetime

from django.utils import timezone

from doithoai.domain.duties import Duty
from doithoai.domain.roles import Actor
from doithoai.stages.answers.models import Answer
from doithoai.stages.answers.queries import SIGNED, owed
from doithoai.stages.conference.models import Conclusion
from doithoai.stages.duties.services.fulfil_by_event import fulfil_by_event
from doithoai.stages.duties.services.fulfil_duty import Proof


def settle_answer_duty(*, conference_id: int | None, actor: Actor, at: datetime) -> None:
    """Part of another service, in its transaction. Does nothing while an answer is owed; repeating it does nothing."""
    if conference_id is None or not Conclusion.objects.filter(conference_id=conference_id).exists():
        return
    answers = Answer.objects.filter(conference_id=conference_id)
    if answers.filter(owed()).exists():
        return
    signed = answers.filter(state__in=SIGNED).count()
    text = (
        f"Đã ký trả lời {signed} ý kiến bằng văn bản." if signed else "Không có ý kiến nào phải trả lời bằng văn bản."
    )
    fulfil_by_event(
        conference_id=conference_id, duty=Duty.ANSWER, proof=Proof(timezone.localdate(at), text), actor=actor, at=at
    )
