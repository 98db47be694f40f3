"""Takes the rows of one conference for writing, so that two people never write the same thing at once."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from doithoai.base.errors import NotFound
from doithoai.domain.lifecycle import NotPossible
from doithoai.domain.plans import CONFERENCE, ConferenceState
from doithoai.stages.conference.models import Sitting
from doithoai.stages.opinions.models import Opinion
from doithoai.stages.plans.models import Conference

BEFORE = (ConferenceState.PLANNED, ConferenceState.ANNOUNCED)
SITTING = (ConferenceState.RUNNING, ConferenceState.HELD)


def lock_conference(conference_id: int) -> Conference:
    """The conference with its commune; raises NotFound. Only inside a transaction."""
    found = Conference.objects.select_for_update(of=("self",)).select_related("commune", "plan")
    conference = found.filter(pk=conference_id).first()
    if conference is None:
        raise NotFound(_("Không có cuộc đối thoại này."))
    return conference


def lock_sitting(conference: Conference) -> Sitting:
    """The conference's sitting, made when there is none yet."""
    Sitting.objects.get_or_create(conference=conference)
    return Sitting.objects.select_for_update().get(conference=conference)


def lock_opinion(opinion_id: int) -> Opinion:
    """The opinion with its commune; raises NotFound. Only inside a transaction."""
    found = Opinion.objects.select_for_update(of=("self",)).select_related("commune").filter(pk=opinion_id).first()
    if found is None:
        raise NotFound(_("Không có ý kiến này."))
    return found


def refuse_unless(conference: Conference, states: Iterable[ConferenceState], words: str = "") -> None:
    """Raises NotPossible when the conference stands in none of the states."""
    if ConferenceState(conference.state) not in set(states):
        raise NotPossible(words or CONFERENCE.refusal, table=CONFERENCE.name, state=conference.state)
