"""Save the draft of a written answer. Safe to call by itself every few seconds: the same draft changes nothing."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from doithoai.base.audit import record
from doithoai.base.errors import BadInput, Stale
from doithoai.base.guard import require
from doithoai.domain.answers import ANSWER, AnswerMove, AnswerState, Result
from doithoai.domain.roles import Act, Actor
from doithoai.domain.texts import clean
from doithoai.stages.answers.models import Answer
from doithoai.stages.answers.services.locking import lock_answer, scope_of

LONGEST = 20_000


@dataclass(frozen=True)
class Draft:
    """What the unit writes. `result` may be empty while drafting; `promised_on` counts only with a promise."""

    text: str
    result: str = ""
    promised_on: date | None = None


@transaction.atomic
def draft_answer(*, answer_id: int, draft: Draft, version: int, actor: Actor, at: datetime) -> Answer:
    """Raises Stale with the stored text when somebody else saved since `version`; nothing of either text is lost."""
    answer = lock_answer(answer_id)
    require(actor, Act.WRITE_ANSWER, scope_of(answer))
    draft = replace(draft, text=clean(draft.text))
    if len(draft.text) > LONGEST:
        raise BadInput(_("Câu trả lời dài quá %(longest)s chữ cái. Rút gọn lại.") % {"longest": LONGEST}, field="text")
    if (answer.text, answer.result, answer.promised_on) == (draft.text, draft.result, draft.promised_on):
        return answer
    state = ANSWER.step(AnswerState(answer.state), AnswerMove.DRAFT)
    if answer.version != version:
        raise Stale(
            _("Có người vừa sửa văn bản này. Cả hai bản còn nguyên ở dưới: chọn hoặc ghép lại rồi lưu."),
            theirs=answer.text, version=answer.version,
        )  # fmt: skip
    if draft.result and draft.result not in set(Result):
        raise BadInput(_("Chọn một kết quả trong danh sách."), field="result")
    answer.text, answer.result, answer.promised_on = draft.text, draft.result, draft.promised_on
    answer.state = state
    answer.drafted_by, answer.drafted_at = actor.name[:200], at
    answer.version += 1
    answer.save(update_fields=["text", "result", "promised_on", "state", "drafted_by", "drafted_at", "version"])
    record(
        actor, "answer.drafted", f"answer:{answer.pk}", chain=answer.commune.slug, at=at,
        version=answer.version, characters=len(draft.text),
    )  # fmt: skip
    return answer
