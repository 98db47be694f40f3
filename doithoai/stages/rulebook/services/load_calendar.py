"""Load a table of days for the whole country over the shipped one, such as next year's list when it is announced."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from doithoai.base.audit import record
from doithoai.base.errors import BadInput
from doithoai.base.guard import require
from doithoai.domain.holiday_table import TableError, read_days
from doithoai.domain.roles import Act, Actor, Scope
from doithoai.stages.rulebook.models import CalendarDay

COUNTRY = "country"
EVERYWHERE = Scope(commune_id=0)


@transaction.atomic
def load_calendar(*, text: str, actor: Actor, at: datetime) -> int:
    """Number of days written. Loading the same table again writes the same rows; other rows stay."""
    require(actor, Act.SET_RULES, EVERYWHERE)
    try:
        marks = read_days(text, name=_("bảng ngày nghỉ"))
    except TableError as error:
        raise BadInput(str(error), field="text") from error
    if not marks:
        raise BadInput(_("Bảng không có ngày nào. Mỗi ngày là một mục [[days]]."), field="text")
    for mark in marks:
        CalendarDay.objects.update_or_create(
            commune=None,
            on=mark.on,
            defaults={
                "working": mark.working, "name": mark.name[:160], "source": mark.source[:300],
                "confirmed": mark.confirmed, "switch": mark.switch,
            },
        )  # fmt: skip
    record(actor, "calendar.loaded", "calendar:country", chain=COUNTRY, at=at, days=len(marks))
    return len(marks)
