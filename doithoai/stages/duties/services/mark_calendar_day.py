"""Mark a day as off or worked for a commune, or take the mark away, and let every date follow, in one transaction."""

from datetime import datetime

from django.db import transaction

from doithoai.domain.roles import Actor
from doithoai.domain.workdays import DayMark
from doithoai.stages.duties.services.recount import recount
from doithoai.stages.rulebook.services.mark_day import mark_day


@transaction.atomic
def mark_calendar_day(*, commune_id: int, mark: DayMark, remove: bool = False, actor: Actor, at: datetime) -> int:
    """Number of duties whose date changed. Refuses a day without a name or a source."""
    mark_day(commune_id=commune_id, mark=mark, remove=remove, actor=actor, at=at)
    return recount(commune_id=commune_id, why="sửa lịch làm việc của xã", actor=actor, at=at)
