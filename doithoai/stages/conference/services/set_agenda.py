"""Set the programme of a conference. The proposed one comes from `queries.proposed_agenda`."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from doithoai.base.audit import record
from doithoai.base.errors import BadInput
from doithoai.base.guard import require
from doithoai.domain.plans import ConferenceState
from doithoai.domain.programme import Step
from doithoai.domain.roles import Act, Actor, Scope
from doithoai.domain.texts import clean, clean_line
from doithoai.stages.conference.models import AgendaItem
from doithoai.stages.conference.queries import proposed_agenda
from doithoai.stages.conference.services.locking import BEFORE, lock_conference, refuse_unless

LONGEST_MINUTES = 600


@transaction.atomic
def set_agenda(
    *, conference_id: int, steps: Sequence[Step] | None = None, actor: Actor, at: datetime
) -> list[AgendaItem]:
    """Replaces the whole programme; None takes the proposed one. Closed once the sitting has ended."""
    conference = lock_conference(conference_id)
    require(actor, Act.PLAN, Scope(conference.commune_id))
    refuse_unless(conference, (*BEFORE, ConferenceState.RUNNING))
    wanted = [step for step in (proposed_agenda(conference) if steps is None else steps) if clean(step.title)]
    if not wanted:
        raise BadInput(_("Chương trình cần ít nhất một bước."), field="title")
    for step in wanted:
        if step.minutes is not None and not 0 < step.minutes <= LONGEST_MINUTES:
            raise BadInput(_("Thời lượng mỗi bước từ 1 đến 600 phút."), field="minutes")
    AgendaItem.objects.filter(conference=conference).delete()
    items = AgendaItem.objects.bulk_create(
        AgendaItem(
            conference=conference,
            order=order,
            title=clean(step.title),
            who=clean_line(step.who)[:300],
            minutes=step.minutes,
        )
        for order, step in enumerate(wanted, 1)
    )
    record(actor, "agenda.set", f"conference:{conference.pk}", chain=conference.commune.slug, at=at, steps=len(items))
    return items
