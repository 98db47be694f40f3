"""Correct who presides and how many came, while the sitting runs and until the minutes are signed."""

from datetime import datetime

from django.db import transaction

from doithoai.base.audit import record
from doithoai.base.guard import require
from doithoai.domain.roles import Act, Actor, Scope
from doithoai.domain.texts import clean
from doithoai.stages.conference.models import Sitting
from doithoai.stages.conference.services.locking import SITTING, lock_conference, lock_sitting, refuse_unless
from doithoai.stages.conference.services.open_sitting import Presence, check_presence
from doithoai.stages.conference.services.save_minutes import refuse_when_signed


@transaction.atomic
def count_people(*, conference_id: int, presence: Presence, actor: Actor, at: datetime) -> Sitting:
    """Empty names and None counts leave what is there."""
    conference = lock_conference(conference_id)
    require(actor, Act.RUN_CONFERENCE, Scope(conference.commune_id))
    refuse_unless(conference, SITTING)
    sitting = lock_sitting(conference)
    refuse_when_signed(sitting)
    check_presence(presence)
    for name in ("chair_name", "co_chair_name", "secretary_name", "opening"):
        value = clean(getattr(presence, name))
        if value:
            setattr(sitting, name, value if name == "opening" else value[:200])
    for name in ("people_present", "citizens_present"):
        if getattr(presence, name) is not None:
            setattr(sitting, name, getattr(presence, name))
    sitting.save()
    record(
        actor, "sitting.counted", f"sitting:{sitting.pk}", chain=conference.commune.slug, at=at,
        people=sitting.people_present, citizens=sitting.citizens_present,
    )  # fmt: skip
    return sitting
