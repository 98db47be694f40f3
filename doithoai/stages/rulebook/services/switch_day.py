"""Switch a kind of day (24 November) on or off for a commune. Dates follow through `stages/duties/services/recount.py`."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from doithoai.base.audit import record
from doithoai.base.errors import BadInput, NotFound
from doithoai.base.guard import require
from doithoai.domain.roles import Act, Actor, Scope
from doithoai.stages.people.models import Commune
from doithoai.stages.rulebook.models import DaySwitch
from doithoai.stages.rulebook.queries import switches_for


@transaction.atomic
def switch_day(*, commune_id: int, code: str, is_on: bool, actor: Actor, at: datetime) -> DaySwitch:
    """Repeating it changes nothing and leaves no second audit line."""
    commune = Commune.objects.select_for_update().filter(pk=commune_id).first()
    if commune is None:
        raise NotFound(_("Không có xã này."))
    require(actor, Act.SET_RULES, Scope(commune.pk))
    if code not in switches_for(commune):
        raise BadInput(_("Không có công tắc ngày nghỉ này."), field="code")
    switch, created = DaySwitch.objects.get_or_create(commune=commune, code=code, defaults={"is_on": is_on})
    if created or switch.is_on != is_on:
        switch.is_on = is_on
        switch.save(update_fields=["is_on"])
        record(actor, "calendar.switched", f"day_switch:{switch.pk}", chain=commune.slug, at=at, code=code, is_on=is_on)
    return switch
