"""Write the public form of a signed answer, checked by a person so that it names nobody."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from doithoai.base.audit import digest_of_text, record
from doithoai.base.errors import BadInput
from doithoai.base.guard import require
from doithoai.domain.answers import SIGNED_STATES, AnswerState
from doithoai.domain.lifecycle import NotPossible
from doithoai.domain.roles import Act, Actor
from doithoai.domain.texts import clean
from doithoai.stages.answers.models import Answer
from doithoai.stages.answers.services.locking import lock_answer, scope_of


@transaction.atomic
def check_public_answer(*, answer_id: int, text: str, actor: Actor, at: datetime) -> Answer:
    """Only this text is ever published. Saving it is the check; an unsigned answer has nothing to publish."""
    answer = lock_answer(answer_id)
    require(actor, Act.CHECK_PUBLIC_TEXT, scope_of(answer))
    if AnswerState(answer.state) not in SIGNED_STATES:
        raise NotPossible(_("Ký văn bản trả lời trước rồi mới soạn bản công khai."), table="answer", state=answer.state)
    text = clean(text)
    if not text:
        raise BadInput(_("Viết lời trả lời để công khai, không nêu tên hay địa chỉ của ai."), field="public_text")
    answer.public_text = text
    answer.public_checked_by, answer.public_checked_at = actor.name[:200], at
    answer.save(update_fields=["public_text", "public_checked_by", "public_checked_at"])
    record(
        actor, "answer.checked", f"answer:{answer.pk}", chain=answer.commune.slug, at=at,
        digest=digest_of_text(answer.public_text),
    )  # fmt: skip
    return answer
