"""Mark one day as off or worked for a commune, laid over the national table; or take the commune's mark away."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from doithoai.base.audit import record
from doithoai.base.errors import BadInput, NotFound
from doithoai.base.guard import require
from doithoai.domain.roles import Act, Actor, Scope
from doithoai.domain.workdays import DayMark
from doithoai.stages.people.models import Commune
from doithoai.stages.rulebook.models import CalendarDay


@transaction.atomic
def mark_day(*, commune_id: int, mark: DayMark, remove: bool = False, actor: Actor, at: datetime) -> CalendarDay | None:
    """A second mark of the same day replaces the first. `remove` takes the commune's own mark away and gives None."""
    commune = Commune.objects.select_for_update().filter(pk=commune_id).first()
    if commune is None:
        raise NotFound(_("Không có xã này."))
    require(actor, Act.SET_RULES, Scope(commune.pk))
    if remove:
        gone, _rows = CalendarDay.objects.filter(commune=commune, on=mark.on).delete()
        if gone:
            record(actor, "calendar.unmarked", f"day:{mark.on}", chain=commune.slug, at=at)
        return None
    if not mark.name.strip() or not mark.source.strip():
        raise BadInput(_("Ghi tên ngày và văn bản cho nghỉ hoặc làm bù."), field="source")
    day, _made = CalendarDay.objects.update_or_create(
        commune=commune,
        on=mark.on,
        defaults={
            "working": mark.working, "name": mark.name.strip()[:160], "source": mark.source.strip()[:300],
            "confirmed": mark.confirmed, "switch": mark.switch,
        },
    )  # fmt: skip
    record(actor, "calendar.marked", f"day:{mark.on}", chain=commune.slug, at=at, working=mark.working)
    return day
