"""Open a conference outside the plan and lay out its duties: on demand of voters, or when necessary (Art. 43)."""

from datetime import datetime

from django.db import transaction

from doithoai.domain.roles import Actor
from doithoai.stages.duties.services.lay_out_duties import lay_out_duties
from doithoai.stages.plans.models import Conference
from doithoai.stages.plans.services.open_conference import ConferenceWanted, open_conference


@transaction.atomic
def open_unplanned(*, commune_id: int, wanted: ConferenceWanted, actor: Actor, at: datetime) -> Conference:
    """Both or neither: a conference never stands without its duties."""
    conference = open_conference(commune_id=commune_id, wanted=wanted, actor=actor, at=at)
    lay_out_duties(conference_id=conference.pk, actor=actor, at=at)
    return conference
