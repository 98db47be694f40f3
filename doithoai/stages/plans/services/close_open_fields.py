"""Close what the plan left to a later notice: day, hour, place, villages, how to attend.

The notice must not contradict the plan: a day outside the planned period needs a reason. Dates of duties follow through
`stages/duties`, which calls this first.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, time

from django.db import transaction
from django.utils.translation import gettext as _

from doithoai.base.audit import record
from doithoai.base.errors import BadInput, NotFound, Stale
from doithoai.base.guard import require
from doithoai.domain.lifecycle import NotPossible
from doithoai.domain.plans import CONFERENCE, MOVABLE, ConferenceState
from doithoai.domain.roles import Act, Actor, Scope
from doithoai.stages.people.models import Village
from doithoai.stages.plans.models import Conference


@dataclass(frozen=True)
class Settled:
    """What is settled now. None or empty leaves a field as it is; `reason` explains a day outside the planned period."""

    on: date | None = None
    starts: time | None = None
    place: str = ""
    village_ids: tuple[int, ...] = field(default_factory=tuple)
    cluster: str = ""
    how_to_attend: str = ""
    chair: str = ""
    co_chair: str = ""
    secretary: str = ""
    expected_people: int | None = None
    reason: str = ""


@transaction.atomic
def close_open_fields(
    *, conference_id: int, settled: Settled, version: int, actor: Actor, at: datetime, today: date
) -> Conference:
    """Refuses a day in the past, and a conference already opened or cancelled."""
    conference = Conference.objects.select_for_update(of=("self",)).select_related("commune").filter(
        pk=conference_id
    ).first()  # fmt: skip
    if conference is None:
        raise NotFound(_("Không có cuộc đối thoại này."))
    require(actor, Act.PLAN, Scope(conference.commune_id))
    if conference.version != version:
        raise Stale(_("Có người vừa sửa cuộc đối thoại này. Xem lại rồi lưu lần nữa."), version=conference.version)
    if ConferenceState(conference.state) not in MOVABLE:
        raise NotPossible(CONFERENCE.refusal, table="conference", state=conference.state)
    if settled.on is not None:
        _check_day(conference, settled, today)
    _write(conference, settled)
    record(
        actor, "conference.settled", f"conference:{conference.pk}", chain=conference.commune.slug, at=at,
        on=conference.on.isoformat() if conference.on else None, open=conference.open, reason=settled.reason,
    )  # fmt: skip
    return conference


def _check_day(conference: Conference, settled: Settled, today: date) -> None:
    on = settled.on
    if on is None or on == conference.on:
        return
    if on < today:
        raise BadInput(_("Ngày %(on)s đã qua. Chọn một ngày từ hôm nay trở đi.") % {"on": f"{on:%d/%m/%Y}"}, field="on")
    if not conference.earliest <= on <= conference.latest and not settled.reason.strip():
        raise BadInput(
            _("Kế hoạch định từ %(first)s đến %(last)s. Chọn ngày khác thì phải nêu lý do.")
            % {"first": f"{conference.earliest:%d/%m/%Y}", "last": f"{conference.latest:%d/%m/%Y}"},
            field="reason",
        )


def _write(conference: Conference, settled: Settled) -> None:
    closed = set()
    if settled.on is not None:
        conference.on = settled.on
        closed.add("date")
    if settled.place.strip():
        conference.place = settled.place.strip()[:300]
        closed.add("place")
    for name in ("cluster", "how_to_attend", "chair", "co_chair", "secretary"):
        value = getattr(settled, name).strip()
        if value:
            setattr(conference, name, value)
    if settled.starts is not None:
        conference.starts = settled.starts
    if settled.expected_people is not None:
        conference.expected_people = settled.expected_people
    if settled.village_ids or settled.cluster.strip():
        villages = Village.objects.filter(commune_id=conference.commune_id, pk__in=settled.village_ids)
        conference.villages.set(villages)
        closed.add("village")
    conference.open = [name for name in conference.open if name not in closed]
    conference.version += 1
    conference.save()
