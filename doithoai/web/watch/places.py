"""Place, time and head count of conferences: all that the police may know (threats T-09). Never what anybody said."""

from datetime import timedelta

from doithoai.stages.conference.models import Sitting
from doithoai.stages.oversight.records import PlaceAndTime
from doithoai.stages.plans import queries as plans
from doithoai.stages.plans.models import Conference
from doithoai.web.ui.visit import Visit

KEPT_DAYS = 30


def places_and_times(visit: Visit) -> list[PlaceAndTime]:
    """Conferences from thirty days ago on, and those whose day is still open, in order of time; cancelled ones too."""
    since = visit.today - timedelta(days=KEPT_DAYS)
    found = [c for c in plans.conferences_of(visit.commune.pk) if (c.on or c.latest) >= since]
    present = dict(Sitting.objects.filter(conference__in=found).values_list("conference_id", "people_present"))
    rows = [_row(conference, present.get(conference.pk)) for conference in found]
    return sorted(rows, key=lambda row: (row.on is None, row.on or visit.today, row.conference_id))


def _row(conference: Conference, present: int | None) -> PlaceAndTime:
    return PlaceAndTime(
        conference_id=conference.pk,
        title=conference.title,
        state=conference.state,
        on=conference.on,
        starts=conference.starts,
        half_days=conference.half_days,
        place=conference.place,
        villages=tuple(sorted(village.name for village in conference.villages.all())),
        expected_people=conference.expected_people,
        people_present=present,
    )
