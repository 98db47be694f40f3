"""Bring the public rows of a published dialogue up to date after something behind them changed.

For jobs and for whoever just signed, extended or transferred: it publishes nothing that was not published before by a
person, except texts checked since. Not published or withdrawn: nothing happens.
"""

from datetime import datetime

from django.db import transaction

from doithoai.domain.roles import SYSTEM
from doithoai.stages.notices.models import PublicDialogue
from doithoai.stages.notices.services.publish_dialogue import publish_dialogue
from doithoai.stages.notices.services.rewriting import Published


@transaction.atomic
def refresh_dialogue(*, conference_id: int, at: datetime) -> Published | None:
    """What stands there now; None when the dialogue is not public."""
    if not PublicDialogue.objects.filter(conference_id=conference_id, is_withdrawn=False).exists():
        return None
    return publish_dialogue(conference_id=conference_id, actor=SYSTEM, at=at)
