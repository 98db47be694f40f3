"""Record that an opinion was answered before the conference; the answer is read out and reported there.

Not the written answer after the conference (stages/answers). Only the office and the chair record it: a unit prepares
a brief, it does not settle an opinion alone.
"""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from doithoai.base.audit import digest_of_text, record
from doithoai.base.errors import BadInput
from doithoai.base.guard import require
from doithoai.domain.answers import is_empty_answer
from doithoai.domain.opinions import OPINION, OpinionMove, OpinionState
from doithoai.domain.roles import Act, Actor, Scope
from doithoai.domain.texts import clean
from doithoai.stages.opinions.models import Opinion
from doithoai.stages.opinions.services.locking import lock_opinion

LONGEST = 20_000


@transaction.atomic
def answer_before(*, opinion_id: int, text: str, actor: Actor, at: datetime) -> Opinion:
    """Refuses words that only take note, and opinions that already left the desk."""
    opinion = lock_opinion(opinion_id, actor)
    require(actor, Act.WRITE_ANSWER, Scope(opinion.commune_id))
    after = OPINION.step(OpinionState(opinion.state), OpinionMove.ANSWER_BEFORE)
    said = clean(text)
    if is_empty_answer(said):
        raise BadInput(
            _(
                "“Tiếp thu, ghi nhận” chưa phải là trả lời. Viết rõ: làm gì, ai làm, khi nào xong, hoặc vì sao không làm được."
            ),
            field="text",
        )
    if len(said) > LONGEST:
        raise BadInput(_("Câu trả lời dài quá %(longest)s chữ cái. Rút gọn lại.") % {"longest": LONGEST}, field="text")
    opinion.state = after
    opinion.answered_before = said
    opinion.answered_before_by, opinion.answered_before_at = actor.name[:200], at
    opinion.version += 1
    opinion.save()
    record(
        actor, "opinion.answered_before", f"opinion:{opinion.pk}", chain=opinion.commune.slug, at=at,
        digest=digest_of_text(said),
    )  # fmt: skip
    return opinion
