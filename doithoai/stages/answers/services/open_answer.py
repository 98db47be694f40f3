"""Open the written answer that an opinion is owed: after the conclusion, before the conference, or apart from it."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from doithoai.base.audit import record
from doithoai.base.errors import BadInput
from doithoai.base.guard import require
from doithoai.domain.answers import MIN_REASON, Incomplete
from doithoai.domain.conference import Outcome, state_after
from doithoai.domain.opinions import OpinionState
from doithoai.domain.roles import Act, Actor, Scope
from doithoai.domain.texts import clean
from doithoai.stages.answers.models import Answer
from doithoai.stages.conference.services.locking import lock_opinion
from doithoai.stages.conference.services.step_opinion import step_opinion
from doithoai.stages.opinions.models import Opinion
from doithoai.stages.people.models import Unit


@dataclass(frozen=True)
class AnswerDue:
    """Who answers by when. `why` is the JSON-ready explanation; `reason` is needed to open again what was answered."""

    unit_id: int | None
    on: date | None
    rule: str = ""
    article: str = ""
    why: dict[str, object] = field(default_factory=dict)
    reason: str = ""


@transaction.atomic
def open_answer(*, opinion_id: int, due: AnswerDue, actor: Actor, at: datetime) -> Answer:
    """An answer already open stays as it is, whatever `due` says.

    Raises Incomplete without exactly one unit and one date, and when an opinion already answered by word of mouth or
    transferred is opened without saying what the citizen is not satisfied with.
    """
    opinion = lock_opinion(opinion_id)
    due = replace(due, reason=clean(due.reason))
    require(actor, Act.ASSIGN_OPINION, Scope(opinion.commune_id))
    existing = Answer.objects.filter(opinion=opinion).first()
    if existing is not None:
        return existing
    _check(opinion, due, timezone.localdate(opinion.received_at))
    answer = Answer.objects.create(
        commune_id=opinion.commune_id,
        opinion=opinion,
        conference_id=opinion.conference_id,
        unit_id=due.unit_id,
        first_due_on=due.on,
        due_on=due.on,
        rule=due.rule[:120],
        article=due.article[:200],
        why_due={**due.why, **({"reopened": due.reason} if due.reason else {})},
    )
    step_opinion(opinion=opinion, to=state_after(OpinionState(opinion.state), Outcome.IN_WRITING), actor=actor, at=at)
    record(
        actor, "answer.opened", f"answer:{answer.pk}", chain=opinion.commune.slug, at=at,
        opinion=opinion.pk, unit=due.unit_id, due_on=due.on,
    )  # fmt: skip
    return answer


def _check(opinion: Opinion, due: AnswerDue, received_on: date) -> None:
    if due.unit_id is None:
        raise Incomplete(_("Giao cho đúng một đơn vị trả lời."), field="unit")
    if not Unit.objects.filter(pk=due.unit_id, commune_id=opinion.commune_id).exists():
        raise BadInput(_("Chọn đơn vị trong xã."), field="unit")
    if due.on is None:
        raise Incomplete(_("Định ngày trả lời chậm nhất."), field="due_on")
    if due.on < received_on:
        raise BadInput(_("Hạn trả lời không thể trước ngày nhận ý kiến."), field="due_on")
    settled = (OpinionState.ANSWERED, OpinionState.TRANSFERRED)
    if opinion.state in settled and len(due.reason) < MIN_REASON:
        raise Incomplete(
            _("Ý kiến này đã trả lời hoặc đã chuyển. Ghi vì sao mở lại (ít nhất một câu)."), field="reason"
        )
