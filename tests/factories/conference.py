"""Sittings, speakers and decisions as stored rows; an open conference with its people. Names are invented."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from doithoai.domain.duties import Duty
from doithoai.domain.roles import Actor
from doithoai.stages.conference.models import Disposition, Sitting, Speaker
from doithoai.stages.duties.models import DutyEntry
from doithoai.stages.opinions.models import Opinion
from doithoai.stages.people.models import Commune, Unit, Village
from doithoai.stages.plans.models import Conference
from tests.factories.people import chair_of, clerk_of, make_commune, make_unit, make_village
from tests.factories.plans import make_conference, make_plan

HALL_DAY = date(2026, 10, 28)
RULE_DUE = date(2026, 11, 18)


@dataclass(frozen=True)
class Hall:
    """A commune on the day of its conference: who is there and where opinions go."""

    commune: Commune
    village: Village
    unit: Unit
    conference: Conference
    clerk: Actor
    chair: Actor
    at: datetime


def make_sitting(conference: Conference, **fields: Any) -> Sitting:
    """A sitting opened at eight in the morning of the conference day."""
    values = {
        "opened_at": datetime(2026, 10, 28, 1, 0, tzinfo=UTC),
        "chair_name": "Nguyễn Văn Trì",
        "secretary_name": "Trần Thị Sổ",
        "people_present": 63,
        "citizens_present": 48,
        **fields,
    }
    return Sitting.objects.create(conference=conference, **values)


def make_speaker(conference: Conference, name: str = "Bùi Thị Nói", **fields: Any) -> Speaker:
    """A waiting speaker, last in the list."""
    order = Speaker.objects.filter(conference=conference).count() + 1
    return Speaker.objects.create(conference=conference, name=name, **{"order": order, **fields})


def make_disposition(opinion: Opinion, outcome: str = "", **fields: Any) -> Disposition:
    """A decision as stored; the opinion's own state is not touched."""
    return Disposition.objects.create(conference=opinion.conference, opinion=opinion, outcome=outcome, **fields)


def make_answer_rule(conference: Conference, due_on: date = RULE_DUE, **fields: Any) -> DutyEntry:
    """The ledger's duty to answer: 15 working days after the conference unless told otherwise."""
    values = {
        "role": "people_committee",
        "actor": "Các đơn vị được giao",
        "rule": "Kế hoạch của xã",
        "article": "phần 3.2",
        "text": "Hạn: 18/11/2026 (thứ Tư).",
        "explanation": {
            "amount": 15,
            "unit": "working_day",
            "direction": "after",
            "anchor": "conference_end",
            "start": HALL_DAY.isoformat(),
        },
        **fields,
    }
    return DutyEntry.objects.create(
        commune=conference.commune, conference=conference, duty=Duty.ANSWER.value, due_on=due_on, **values
    )


def make_hall(state: str = "running", *, with_rule: bool = True, **policies: Any) -> Hall:
    """A conference in `state` under a plan with these policies, a sitting where it was opened, and its answer rule."""
    commune = make_commune()
    plan = make_plan(commune, policies=policies or {"private_matters": "refuse", "off_topic": "written"})
    conference = make_conference(
        commune,
        HALL_DAY,
        plan=plan,
        state=state,
        chair="Nguyễn Văn Trì",
        secretary="Trần Thị Sổ",
        place="Nhà văn hóa thôn",
    )
    if state not in ("planned", "announced", "cancelled"):
        make_sitting(conference)
    if with_rule:
        make_answer_rule(conference)
    return Hall(
        commune=commune,
        village=make_village(commune),
        unit=make_unit(commune),
        conference=conference,
        clerk=clerk_of(commune),
        chair=chair_of(commune),
        at=datetime(2026, 10, 28, 2, 30, tzinfo=UTC),
    )
