"""Sign the minutes: sealed by digest in the audit line, and changed no more."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from doithoai.base.audit import record
from doithoai.base.errors import BadInput, Stale
from doithoai.base.guard import require
from doithoai.domain.plans import ConferenceState
from doithoai.domain.roles import Act, Actor, Scope
from doithoai.domain.texts import clean_line
from doithoai.stages.conference.models import Sitting
from doithoai.stages.conference.seals import seal_of_minutes
from doithoai.stages.conference.services.locking import lock_conference, lock_sitting, refuse_unless
from doithoai.stages.conference.services.save_minutes import refuse_when_signed


@transaction.atomic
def sign_minutes(*, conference_id: int, version: int, actor: Actor, at: datetime, signed_by: str = "") -> Sitting:
    """Signs the text of exactly this version. `signed_by` names who signs on paper (chair and secretary)."""
    conference = lock_conference(conference_id)
    require(actor, Act.CONCLUDE, Scope(conference.commune_id))
    refuse_unless(
        conference, (ConferenceState.HELD, ConferenceState.CONCLUDED), _("Kết thúc hội nghị trước rồi mới ký biên bản.")
    )
    sitting = lock_sitting(conference)
    refuse_when_signed(sitting)
    if sitting.version != version:
        raise Stale(
            _("Biên bản vừa có người sửa. Đọc lại bản mới rồi hãy ký."),
            theirs=sitting.minutes_text, version=sitting.version,
        )  # fmt: skip
    if not sitting.minutes_text.strip():
        raise BadInput(_("Biên bản còn trống. Bấm “Lập biên bản” để có bản thảo."), field="minutes_text")
    sitting.minutes_signed_by = (clean_line(signed_by) or actor.name)[:200]
    sitting.minutes_signed_at = at
    sitting.save(update_fields=["minutes_signed_by", "minutes_signed_at"])
    seal = seal_of_minutes(str(sitting.pk)) or ""
    record(actor, "minutes.signed", f"minutes:{sitting.pk}", chain=conference.commune.slug, at=at, seal=seal)
    return sitting
