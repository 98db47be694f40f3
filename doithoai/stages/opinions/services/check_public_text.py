"""A person confirms that the public text tells nobody's identity. Only then may it be published (threats T-05).

The finder proposes; what belongs to the speakers themselves is refused outright, the rest needs a second confirmation.
"""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from doithoai.base.audit import digest_of_text, record
from doithoai.base.errors import BadInput
from doithoai.base.guard import require
from doithoai.domain.lifecycle import NotPossible
from doithoai.domain.opinions import Nature
from doithoai.domain.roles import Act, Actor, Scope
from doithoai.stages.opinions.models import Opinion
from doithoai.stages.opinions.queries import public_suspects
from doithoai.stages.opinions.services.locking import lock_opinion, refuse_stale


@transaction.atomic
def check_public_text(
    *, opinion_id: int, version: int, seen_suspects: bool = False, actor: Actor, at: datetime
) -> Opinion:
    """`seen_suspects` says that the person looked at every suspicion on the page and none is identity."""
    opinion = lock_opinion(opinion_id, actor)
    require(actor, Act.CHECK_PUBLIC_TEXT, Scope(opinion.commune_id))
    refuse_stale(opinion, version, theirs=opinion.public_text)
    if opinion.nature != Nature.COMMON:
        raise NotPossible(
            _("Chỉ công khai việc chung. Ý kiến này đang xếp là việc riêng, ngoài nội dung hoặc khiếu nại.")
        )
    if not opinion.public_text:
        raise BadInput(_("Viết nội dung để công khai trước rồi mới kiểm tra."), field="text")
    suspects = public_suspects(opinion)
    certain = [suspect.found for suspect in suspects if suspect.certain]
    if certain:
        raise BadInput(
            _("Nội dung còn lộ người nói: %(found)s. Bỏ đi rồi lưu lại.") % {"found": ", ".join(certain)}, field="text"
        )
    if suspects and not seen_suspects:
        found = ", ".join(suspect.found for suspect in suspects)
        raise BadInput(
            _("Xem lại các chỗ có thể lộ danh tính: %(found)s. Nếu không phải, đánh dấu “đã xem” rồi xác nhận lại.")
            % {"found": found},
            field="seen_suspects",
        )
    opinion.public_checked_by, opinion.public_checked_at = actor.name[:200], at
    opinion.version += 1
    opinion.save(update_fields=["public_checked_by", "public_checked_at", "version"])
    record(
        actor, "opinion.public_text_checked", f"opinion:{opinion.pk}", chain=opinion.commune.slug, at=at,
        digest=digest_of_text(opinion.public_text, opinion.public_answer), suspects=len(suspects),
    )  # fmt: skip
    return opinion
