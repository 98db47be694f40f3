"""Open the sitting: who presides, who writes, how many came. Possible on any day; `queries.warnings_for_opening` warns."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from doithoai.base.audit import record
from doithoai.base.errors import BadInput
from doithoai.base.guard import require
from doithoai.domain.plans import ConferenceMove
from doithoai.domain.roles import Act, Actor, Scope
from doithoai.domain.texts import clean, clean_line
from doithoai.stages.conference.models import Sitting
from doithoai.stages.conference.services.locking import lock_conference, lock_sitting
from doithoai.stages.duties.services.move_conference import move_conference
from doithoai.stages.plans.models import Conference
from doithoai.stages.plans.services.close_open_fields import Settled
from doithoai.stages.plans.services.step_conference import step_conference


@dataclass(frozen=True)
class Presence:
    """Who presides and how many are in the hall. Empty names are taken from the notice; counts None when not taken."""

    chair_name: str = ""
    co_chair_name: str = ""
    secretary_name: str = ""
    people_present: int | None = None
    citizens_present: int | None = None
    opening: str = ""


@transaction.atomic
def open_sitting(*, conference_id: int, presence: Presence, actor: Actor, at: datetime) -> Sitting:
    """Leads the conference to `running`; refuses one that was already opened, cancelled or closed."""
    conference = lock_conference(conference_id)
    require(actor, Act.RUN_CONFERENCE, Scope(conference.commune_id))
    check_presence(presence)
    chair = clean_line(presence.chair_name) or conference.chair
    if not chair:
        raise BadInput(_("Ghi tên người chủ trì."), field="chair_name")
    if conference.on is None:
        _settle_day(conference, actor, at)
    step_conference(conference_id=conference_id, move=ConferenceMove.OPEN, actor=actor, at=at)
    sitting = lock_sitting(conference)
    sitting.opened_at = at
    sitting.chair_name = chair[:200]
    sitting.co_chair_name = (clean_line(presence.co_chair_name) or conference.co_chair)[:200]
    sitting.secretary_name = (clean_line(presence.secretary_name) or conference.secretary)[:200]
    sitting.people_present = presence.people_present
    sitting.citizens_present = presence.citizens_present
    sitting.opening = clean(presence.opening)
    sitting.save()
    record(
        actor, "sitting.opened", f"sitting:{sitting.pk}", chain=conference.commune.slug, at=at,
        other_day=conference.on != timezone.localdate(at), people=presence.people_present,
    )  # fmt: skip
    return sitting


def _settle_day(conference: Conference, actor: Actor, at: datetime) -> None:
    """No day was ever set: it is today, and every duty that counts from the conference follows."""
    today = timezone.localdate(at)
    move_conference(
        conference_id=conference.pk, settled=Settled(on=today, reason="mở hội nghị hôm nay"),
        version=conference.version, actor=actor, at=at, today=today,
    )  # fmt: skip
    conference.on = today


def check_presence(presence: Presence) -> None:
    """Raises BadInput for head counts that cannot be."""
    people, citizens = presence.people_present, presence.citizens_present
    if (people is not None and people < 0) or (citizens is not None and citizens < 0):
        raise BadInput(_("Số người dự không thể âm."), field="people_present")
    if people is not None and citizens is not None and citizens > people:
        raise BadInput(_("Số người dân không thể nhiều hơn tổng số người dự."), field="citizens_present")
