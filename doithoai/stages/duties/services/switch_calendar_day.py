"""Switch a kind of day on or off for a commune and let every date follow, in one transaction."""

from datetime import datetime

from django.db import transaction

from doithoai.domain.roles import Actor
from doithoai.stages.duties.services.recount import recount
from doithoai.stages.rulebook.services.switch_day import switch_day


@transaction.atomic
def switch_calendar_day(*, commune_id: int, code: str, is_on: bool, actor: Actor, at: datetime) -> int:
    """Number of duties whose date changed."""
    switch_day(commune_id=commune_id, code=code, is_on=is_on, actor=actor, at=at)
    return recount(commune_id=commune_id, why="bật hoặc tắt ngày nghỉ", actor=actor, at=at)
