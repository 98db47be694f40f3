"""Settle or move a conference: close what was open, or set another day, and let every duty follow.

The plan stage checks rights, state and day; here the ledger is laid out anew and says what is already late.
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from doithoai.domain.duties import Duty
from doithoai.domain.moving import Conflicts, Standing, conflicts_when_moved
from doithoai.domain.roles import Actor
from doithoai.stages.duties.laying import lines_for
from doithoai.stages.duties.models import DutyEntry
from doithoai.stages.duties.services.lay_out_duties import lay_out_duties
from doithoai.stages.plans.models import Conference
from doithoai.stages.plans.services.close_open_fields import Settled, close_open_fields


@dataclass(frozen=True)
class Moved:
    """The conference as it stands now, its duties, and what the move makes late or wrong."""

    conference: Conference
    entries: list[DutyEntry]
    conflicts: Conflicts


@transaction.atomic
def move_conference(
    *, conference_id: int, settled: Settled, version: int, actor: Actor, at: datetime, today: date
) -> Moved:
    """Everything in one transaction: a refusal leaves the old day and the old dates untouched."""
    was = Conference.objects.filter(pk=conference_id).values_list("on", flat=True).first()
    before = standings_of(conference_id)
    conference = close_open_fields(
        conference_id=conference_id, settled=settled, version=version, actor=actor, at=at, today=today
    )
    why = settled.reason.strip() or ("đổi ngày hội nghị" if was else "chốt ngày hội nghị")
    entries = lay_out_duties(conference_id=conference_id, why=why, actor=actor, at=at)
    changed = was is not None and was != conference.on
    conflicts = conflicts_when_moved(before, lines_for(conference), today=today, day_changed=changed)
    if changed:
        _lay_out_siblings(conference, why, actor, at)
    return Moved(conference, entries, conflicts)


def standings_of(conference_id: int) -> list[Standing]:
    """The duties of a conference as they stand."""
    return [
        Standing(Duty(e.duty), e.role, e.actor, e.due_on, done_on=e.done_on, part=e.part)
        for e in DutyEntry.objects.filter(conference_id=conference_id)
    ]


def _lay_out_siblings(conference: Conference, why: str, actor: Actor, at: datetime) -> None:
    """A calendar date the plan fixes may now belong to another conference of the same plan."""
    if conference.plan_id is None:
        return
    others = Conference.objects.filter(plan_id=conference.plan_id).exclude(pk=conference.pk)
    for other in others.exclude(state__in=("closed", "cancelled")).values_list("pk", flat=True):
        lay_out_duties(conference_id=other, why=why, actor=actor, at=at)
