"""Write the brief for the chair: facts, law, a proposed answer. Saved by version, so that two writers lose nothing."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from doithoai.base.audit import record
from doithoai.base.errors import BadInput, Stale
from doithoai.base.guard import require
from doithoai.domain.lifecycle import NotPossible
from doithoai.domain.opinions import OPEN, OPINION, OpinionState
from doithoai.domain.roles import Act, Actor, Scope
from doithoai.domain.texts import clean
from doithoai.stages.opinions.models import AnswerBrief, Opinion
from doithoai.stages.opinions.services.locking import lock_opinion

LONGEST = 20_000


@dataclass(frozen=True)
class Prepared:
    """What the unit found out and proposes to answer."""

    facts: str
    proposed_answer: str


@transaction.atomic
def write_brief(*, opinion_id: int, prepared: Prepared, version: int, actor: Actor, at: datetime) -> AnswerBrief:
    """`version` is 0 for the first brief. Raises Stale with the stored texts when somebody saved first."""
    opinion = lock_opinion(opinion_id, actor)
    require(actor, Act.WRITE_BRIEF, Scope(opinion.commune_id, unit_id=opinion.unit_id))
    facts, proposed = clean(prepared.facts), clean(prepared.proposed_answer)
    _check(opinion, facts, proposed)
    brief = AnswerBrief.objects.select_for_update().filter(opinion=opinion).first()
    if (brief.version if brief else 0) != version:
        raise Stale(
            _("Có người vừa lưu phần chuẩn bị này trước anh/chị. Xem bản của họ ở bên cạnh, rồi lưu lại bản đúng."),
            theirs="\n\n".join(filter(None, [brief.facts, brief.proposed_answer])) if brief else "",
            version=brief.version if brief else 0,
        )
    brief = brief or AnswerBrief(opinion=opinion, version=0)
    brief.unit_id = opinion.unit_id
    brief.facts, brief.proposed_answer = facts, proposed
    brief.written_by, brief.written_at = actor.name[:200], at
    brief.version += 1
    brief.save()
    record(
        actor, "opinion.brief_written", f"opinion:{opinion.pk}", chain=opinion.commune.slug, at=at,
        version=brief.version, unit=brief.unit_id,
    )  # fmt: skip
    return brief


def _check(opinion: Opinion, facts: str, proposed: str) -> None:
    state = OpinionState(opinion.state)
    if opinion.unit_id is None:
        raise BadInput(_("Ý kiến này chưa giao đơn vị nào. Giao trước rồi mới chuẩn bị trả lời."), field="unit")
    if state not in OPEN | {OpinionState.AWAITING_ANSWER}:
        raise NotPossible(OPINION.refusal, table=OPINION.name, state=state.value)
    if not facts and not proposed:
        raise BadInput(_("Ghi ít nhất kết quả kiểm tra hoặc lời trả lời đề xuất."), field="facts")
    for name, text in (("facts", facts), ("proposed_answer", proposed)):
        if len(text) > LONGEST:
            raise BadInput(_("Phần này dài quá %(longest)s chữ cái. Rút gọn lại.") % {"longest": LONGEST}, field=name)
