"""Put the opinions of a conference in the order in which they will be taken up. What is apart never enters the hall."""

from datetime import datetime

from django.db import transaction

from doithoai.base.audit import record
from doithoai.base.guard import require
from doithoai.domain.conference import SpeakerState
from doithoai.domain.opinions import Necessity
from doithoai.domain.plans import ConferenceState
from doithoai.domain.programme import InLine, in_running_order, moved
from doithoai.domain.roles import Act, Actor, Scope
from doithoai.stages.conference.models import Disposition, Speaker
from doithoai.stages.conference.queries import raised_opinions
from doithoai.stages.conference.services.locking import BEFORE, lock_conference, refuse_unless
from doithoai.stages.opinions.models import Opinion


@transaction.atomic
def prepare_running_order(
    *, conference_id: int, actor: Actor, at: datetime, put: tuple[int, int] | None = None
) -> list[int]:
    """Opinion ids in order. Repeating it takes in newcomers; `put` = (opinion id, 1-based place) moves one by hand.

    A moved opinion keeps its place until the order is made anew without `put`.
    """
    conference = lock_conference(conference_id)
    require(actor, Act.RUN_CONFERENCE, Scope(conference.commune_id))
    refuse_unless(conference, (*BEFORE, ConferenceState.RUNNING))
    opinions = list(raised_opinions(conference.pk))
    places = dict(Disposition.objects.filter(conference=conference).values_list("opinion_id", "order"))
    if put is None:
        order = in_running_order(_in_line(conference.pk, opinions))
    else:
        present = sorted((o.pk for o in opinions), key=lambda pk: (places.get(pk) or len(opinions) + 1, pk))
        order = moved(present, *put) if put[0] in present else tuple(present)
    _write(conference.pk, order)
    record(actor, "order.prepared", f"conference:{conference.pk}", chain=conference.commune.slug, at=at, of=len(order))
    return list(order)


def _in_line(conference_id: int, opinions: list[Opinion]) -> list[InLine]:
    speakers = set(
        Speaker.objects.filter(conference_id=conference_id, opinion__isnull=False)
        .exclude(state=SpeakerState.WITHDRAWN)
        .values_list("opinion_id", flat=True)
    )
    return [
        InLine(o.pk, Necessity(o.necessity), o.group_id, o.topic, o.year * 100_000 + o.number, o.pk in speakers)
        for o in opinions
    ]


def _write(conference_id: int, order: tuple[int, ...]) -> None:
    known = {d.opinion_id: d for d in Disposition.objects.filter(opinion_id__in=order)}
    for place, opinion_id in enumerate(order, 1):
        row = known.get(opinion_id) or Disposition(opinion_id=opinion_id)
        row.conference_id, row.order = conference_id, place
        known[opinion_id] = row
    Disposition.objects.bulk_create([row for row in known.values() if row.pk is None])
    Disposition.objects.bulk_update([row for row in known.values() if row.pk], ["conference", "order"])
