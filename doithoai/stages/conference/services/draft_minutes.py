"""Write the minutes from the live record: agenda, speakers' times, opinions, outcomes, words. The secretary then corrects."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from doithoai.base.guard import require
from doithoai.domain.lifecycle import NotPossible
from doithoai.domain.roles import Act, Actor, Scope
from doithoai.stages.conference.models import Sitting
from doithoai.stages.conference.queries import composed_minutes
from doithoai.stages.conference.services.locking import lock_conference, lock_sitting
from doithoai.stages.conference.services.save_minutes import save_minutes


@transaction.atomic
def draft_minutes(*, conference_id: int, version: int, actor: Actor, at: datetime, replace: bool = False) -> Sitting:
    """Refuses to write over minutes already begun unless `replace` says so."""
    conference = lock_conference(conference_id)
    require(actor, Act.RUN_CONFERENCE, Scope(conference.commune_id))
    sitting = lock_sitting(conference)
    if sitting.opened_at is None:
        raise NotPossible(_("Mở hội nghị trước rồi mới lập biên bản."))
    if sitting.minutes_text.strip() and not replace:
        raise NotPossible(_("Biên bản đã có nội dung. Chọn “lập lại từ đầu” nếu muốn thay toàn bộ."))
    return save_minutes(
        conference_id=conference_id, text=composed_minutes(conference.pk), version=version, actor=actor, at=at
    )
