"""The year: its board and its plans."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from doithoai.base.errors import NotFound
from doithoai.domain.plans import ConferenceState
from doithoai.domain.roles import Act
from doithoai.stages.duties import queries as duties
from doithoai.stages.duties.laying import policies_of
from doithoai.stages.duties.queries import DutyRow
from doithoai.stages.plans import queries as plans
from doithoai.stages.plans.models import Conference
from doithoai.web.desk.wording import CONFERENCE_STATES, conference_stamp, policy_words
from doithoai.web.ui.charts import year_board
from doithoai.web.ui.records import Figure, NavItem, YearLane, YearMark
from doithoai.web.ui.visit import Visit, staff
from doithoai.web.ui.words import days_left, vn_date

FIRST_YEAR, LAST_YEAR = 2000, 2100


@staff(Act.SEE_LEDGER)
def home(visit: Visit) -> HttpResponse:
    """The board of this year, or of the newest year that has anything."""
    years = plans.years_of(visit.commune.pk)
    shown = visit.today.year if visit.today.year in years or not years else years[0]
    return year(visit.request, slug=visit.commune.slug, year=shown)


@staff(Act.SEE_LEDGER)
def year(visit: Visit, year: int) -> HttpResponse:
    """One year at a glance: conferences and dated duties as a picture, the table beneath, plans and what is open."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise NotFound(_("Không có năm này."))
    rows = duties.ledger_of_commune(visit.commune.pk, visit.today, year=year)
    conferences = list(plans.conferences_of(visit.commune.pk, year))
    years = sorted({*plans.years_of(visit.commune.pk), year}, reverse=True)
    context: dict[str, Any] = {
        "year": year,
        "years": years,
        "tabs": [NavItem(str(y), reverse("desk:year", args=[visit.commune.slug, y]), y == year) for y in years],
        "board": year_board(year, [lane_of(visit, c, rows) for c in conferences], visit.today),
        "figures": figures_of(rows),
        "plans": [plan for plan in plans.plans_of(visit.commune.pk) if plan.year == year],
        "waiting": list(plans.readings_waiting(visit.commune.pk)) if visit.may(Act.PLAN) else [],
    }
    return visit.page("desk/year.html", context)


def told(conference: Conference) -> tuple[Conference, str, str]:
    """A conference with its state in words and the tone of its stamp."""
    state = ConferenceState(conference.state)
    return conference, _(CONFERENCE_STATES[state]), conference_stamp(state)


def figures_of(rows: list[DutyRow]) -> list[Figure]:
    """How many duties are late and how many are due soon; nothing when neither."""
    late, soon = (sum(row.state == state for row in rows) for state in ("late", "soon"))
    if not late and not soon:
        return []
    return [Figure(late, _("việc quá hạn"), "late"), Figure(soon, _("việc sắp đến hạn"), "soon")]


def lane_of(visit: Visit, conference: Conference, rows: list[DutyRow]) -> YearLane:
    """One conference's lane of the board: where it stands, and its dated duties as marks."""
    _conference, state_words, stamp = told(conference)
    day = vn_date(conference.on) or _("chưa định ngày")
    return YearLane(
        words=conference.title,
        url=reverse("desk:conference", args=[visit.commune.slug, conference.pk]),
        hint=" · ".join(part for part in (day, conference.place) if part),
        state=stamp,
        state_words=state_words,
        marks=tuple(mark_of(visit, row) for row in rows if row.conference_id == conference.pk and row.due_on),
    )


def mark_of(visit: Visit, row: DutyRow) -> YearMark:
    """One dated duty as a mark; the conference day itself stands out."""
    return YearMark(
        on=row.due_on,
        words=row.name,
        state=row.state,
        state_words=row.state_name if row.state == "done" else days_left(row.due_on, visit.today),
        url=reverse("desk:duty", args=[visit.commune.slug, row.id]),
        is_conference=row.duty == "conference",
    )


@staff(Act.SEE_LEDGER)
def plan(visit: Visit, plan_id: int) -> HttpResponse:
    """One plan: facts, conferences, tasks, policies as they hold, and what was corrected at reading."""
    found = plans.plan_in(visit.commune.pk, plan_id)
    conferences = list(plans.conferences_in_plan(found.pk))
    context = {
        "plan": found,
        "conferences": [told(c) for c in conferences],
        "tasks": list(plans.tasks_of(found.pk)),
        "policies": policy_words(policies_of(_loaded(conferences[0], found))) if conferences else [],
        "warnings": found.reading.get("warnings") or [],
    }
    return visit.page("desk/plan.html", context)


def _loaded(conference: Conference, plan: Any) -> Conference:
    """The conference with plan and commune at hand, so that asking for policies reads nothing twice."""
    conference.plan = plan
    conference.commune = plan.commune
    return conference
