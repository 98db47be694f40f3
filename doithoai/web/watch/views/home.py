"""The overseers' first page by role: what is late and was promised, figures alone, or place and time alone."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from doithoai.domain.duties import DutyState
from doithoai.domain.figures import Punctuality
from doithoai.domain.plans import ConferenceState
from doithoai.domain.roles import Act, Role
from doithoai.domain.supervision import FAULT_NAMES
from doithoai.stages.answers.queries import lateness_by_unit
from doithoai.stages.duties import queries as duties
from doithoai.stages.duties.queries import DutyRow
from doithoai.stages.oversight import queries as oversight
from doithoai.stages.oversight.records import Fault
from doithoai.stages.plans import queries as plans
from doithoai.stages.plans.models import Conference
from doithoai.web.ui.records import Figure, NavItem, Rung, Step, Task
from doithoai.web.ui.stored import stored
from doithoai.web.ui.visit import Visit, staff
from doithoai.web.ui.words import days_left, sentence, vn_date, vn_date_long
from doithoai.web.watch.figures import charts_of, first_numbers, punctual_parts, year_words
from doithoai.web.watch.notes import named_notes
from doithoai.web.watch.places import places_and_times
from doithoai.web.watch.wording import CONFERENCE_STATES, cycle_of

MOST_NOTES = 5
UNDER_WAY = (ConferenceState.RUNNING, ConferenceState.HELD, ConferenceState.CONCLUDED)
COMING = (ConferenceState.PLANNED, ConferenceState.ANNOUNCED, ConferenceState.RUNNING)


@staff(Act.SEE_PLACE_AND_TIME)
def home(visit: Visit) -> HttpResponse:
    """Overseers see petitions, the upper level figures and dates, the police one sheet; nobody else has business here."""
    if visit.may(Act.SEE_FIGURES):
        return _figures_page(visit, sees_petitions=visit.may(Act.SEE_OPINIONS))
    if Role.POLICE in visit.roles:
        rows = [(row, str(CONFERENCE_STATES[ConferenceState(row.state)])) for row in places_and_times(visit)]
        return visit.page("watch/police.html", {"rows": rows, "printed_on": visit.today})
    raise PermissionDenied


def _figures_page(visit: Visit, *, sees_petitions: bool) -> HttpResponse:
    commune = visit.commune.pk
    conferences = [c for c in plans.conferences_of(commune) if c.state != ConferenceState.CANCELLED]
    years = sorted({c.year for c in conferences} | {visit.today.year}, reverse=True)
    year = _chosen_year(visit, years)
    numbers = oversight.figures_of_commune(visit.actor, commune, visit.today, year=year)
    shown = _shown_conference(visit, conferences)
    found = oversight.faults_of(visit.actor, commune, visit.today) if sees_petitions else ()
    base = reverse("watch:home", args=[visit.commune.slug])
    context: dict[str, Any] = {
        "sees_petitions": sees_petitions,
        "year": year,
        "years": [NavItem(str(one), f"{base}?nam={one}", one == year) for one in years],
        "numbers": _first_numbers(visit, found, sees_petitions=sees_petitions),
        "of_year": year_words(numbers),
        "punctual": punctual_parts(numbers),
        "charts": charts_of(numbers, hides_small=not sees_petitions),
        "under_way": [_under(visit, c) for c in conferences if c.state in (*COMING, *UNDER_WAY)],
        "shown": shown,
        "is_asked": shown is not None and visit.request.GET.get("cuoc") == str(shown.pk),
        "shown_state": str(CONFERENCE_STATES[ConferenceState(shown.state)]) if shown else "",
        "conferences": [NavItem(c.title, f"{base}?cuoc={c.pk}", c == shown) for c in conferences if c.on],
        "rungs": rungs_of(shown, visit) if shown else [],
        "faults": [_fault_task(visit, fault) for fault in found],
        "late_duties": late_duties_of(visit),
    }
    if sees_petitions:
        notes = oversight.notes_of(visit.actor, commune)
        context |= {
            "units": lateness_by_unit(visit.actor, commune, visit.today),
            "notes": named_notes(list(notes[:MOST_NOTES])),
        }
    return visit.page("watch/home.html", context)


def _chosen_year(visit: Visit, years: list[int]) -> int:
    wanted = visit.request.GET.get("nam", "")
    return next((year for year in years if str(year) == wanted), visit.today.year)


def _shown_conference(visit: Visit, conferences: list[Conference]) -> Conference | None:
    """The one asked for, else the last one under way, else the next one, else the last of all."""
    wanted = visit.request.GET.get("cuoc", "")
    asked = [c for c in conferences if str(c.pk) == wanted]
    under_way = [c for c in conferences if c.state in UNDER_WAY][-1:]
    coming = [c for c in conferences if c.state in COMING][:1]
    return next(iter(asked or under_way or coming or conferences[-1:]), None)


def _first_numbers(visit: Visit, faults: tuple[Fault, ...], *, sees_petitions: bool) -> list[Figure]:
    """Over all years, as the lists they lead to; without the right to the lists, from the figures alone."""
    ever = oversight.figures_of_commune(visit.actor, visit.commune.pk, visit.today)
    if not sees_petitions:
        return first_numbers(ever, overdue=ever.punctual(Punctuality.OVERDUE), broken=ever.promises.broken)
    kinds = [fault.kind for fault in faults]
    base = reverse("watch:petitions", args=[visit.commune.slug])
    return first_numbers(ever, overdue=kinds.count("answer_overdue"), broken=kinds.count("promise_broken"), base=base)


@dataclass(frozen=True)
class Under:
    """A conference not yet closed: when and where, its stages, and the address that shows its dates."""

    pk: int
    title: str
    when: str
    steps: list[Step]
    url: str


def _under(visit: Visit, one: Conference) -> Under:
    parts = [
        vn_date_long(one.on) if one.on else _("chưa định ngày"),
        f"{one.starts:%H:%M}" if one.starts else "",
        one.place,
    ]
    base = reverse("watch:home", args=[visit.commune.slug])
    when = sentence(", ".join(part for part in parts if part))
    return Under(one.pk, one.title, when, cycle_of(one.state), f"{base}?cuoc={one.pk}")


def _fault_task(visit: Visit, fault: Fault) -> Task:
    """What an overseer should ask about."""
    return Task(
        words=format_html("{}: {}", fault.number, stored(fault.summary)),
        url=reverse("watch:petition", args=[visit.commune.slug, fault.opinion_id]),
        state="late",
        state_words=_("%(what)s, %(n)s ngày") % {"what": _(FAULT_NAMES[fault.kind]), "n": fault.days},
        hint=_("%(unit)s, từ ngày %(day)s") % {"unit": fault.unit, "day": vn_date(fault.since)},
    )


def late_duties_of(visit: Visit) -> list[Task]:
    """Duties of every running conference whose day has passed with nothing done."""
    base = reverse("watch:home", args=[visit.commune.slug])
    return [
        Task(
            words=row.name,
            url=f"{base}?cuoc={row.conference_id}#lich",
            state="late",
            state_words=days_left(row.due_on, visit.today),
            hint=format_html("{} – {}", row.actor, stored(row.conference_title)),
        )
        for row in duties.duties_due(visit.today, commune_id=visit.commune.pk, states=(DutyState.LATE,))
    ]


def rungs_of(conference: Conference, visit: Visit) -> list[Rung]:
    """Dated duties of one conference in order of their days."""
    rows = [row for row in duties.ledger_of(conference.pk, visit.today) if row.due_on]
    return [rung_of(row, visit) for row in sorted(rows, key=lambda row: row.due_on or visit.today)]


def rung_of(row: DutyRow, visit: Visit) -> Rung:
    """One duty; a thing done late says by how much."""
    if row.done_on:
        words = _("xong %(day)s") % {"day": vn_date(row.done_on)}
        if row.days_late:
            words = _("xong %(day)s, chậm %(n)s ngày") % {"day": vn_date(row.done_on), "n": row.days_late}
    else:
        words = days_left(row.due_on, visit.today)
    return Rung(
        on=row.due_on,
        words=row.name,
        state="late" if row.days_late else row.state,
        state_words=words,
        actor=row.actor,
        is_conference=row.duty == "conference",
    )
