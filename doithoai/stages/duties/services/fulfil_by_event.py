"""Tick off a duty because another stage just did it: a notice issued, a result published, a conference ended.

The right was asked for by the service that did the thing; here the ledger only takes note.
"""

from datetime import datetime

from django.db import transaction

from doithoai.domain.duties import Duty
from doithoai.domain.roles import Actor
from doithoai.domain.rules.actors import ActorRole
from doithoai.stages.duties.models import DutyEntry
from doithoai.stages.duties.services.fulfil_duty import Proof, tick_off


@transaction.atomic
def fulfil_by_event(
    *, conference_id: int, duty: Duty, proof: Proof, role: ActorRole | None = None, actor: Actor, at: datetime
) -> list[DutyEntry]:
    """Waiting entries of that duty (of one acting role where given) now done. Empty when none waits; repeats do nothing."""
    waiting = DutyEntry.objects.select_for_update(of=("self",)).select_related("commune").filter(
        conference_id=conference_id, duty=duty.value, done_on=None
    )  # fmt: skip
    if role is not None:
        waiting = waiting.filter(role=role.value)
    entries = list(waiting)
    for entry in entries:
        tick_off(entry, proof, actor, at)
    return entries
