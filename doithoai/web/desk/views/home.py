"""What must I do today? One page per person: the chair's fits a phone, the officer sees his own work."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from doithoai.domain.duties import DutyState
from doithoai.domain.roles import Act, Role
from doithoai.stages.answers import queries as answers
from doithoai.stages.answers.records import AnswerCard
from doithoai.stages.duties import queries as duties
from doithoai.stages.opinions import queries as opinions
from doithoai.stages.opinions.records import Wanted
from doithoai.stages.plans import queries as plans
from doithoai.web.desk.views.answers import stamp_of
from doithoai.web.desk.views.ledger import task_of
from doithoai.web.ui.menus import home_of
from doithoai.web.ui.records import Figure, Task
from doithoai.web.ui.visit import Visit, allowed, staff
from doithoai.web.ui.words import weekday

MOST = 12
DESK_ROLES = frozenset({Role.CLERK, Role.CHAIR, Role.UNIT_OFFICER, Role.VILLAGE_HEAD})


@staff()
def home(visit: Visit) -> HttpResponse:
    """Tasks in order of their dates; overseers and the system admin go to their own home."""
    if not visit.roles & DESK_ROLES:
        return HttpResponseRedirect(home_of(visit.roles, visit.commune.slug))
    urgent = _urgent_duties(visit) if visit.may(Act.SEE_LEDGER) else []
    owed = answers.answers_due(visit.actor, visit.commune.pk, visit.today) if _writes(visit) else ()
    context: dict[str, Any] = {
        "weekday": weekday(visit.today),
        "figures": _figures(visit, urgent, owed),
        "duties": [task for _state, task in urgent][:MOST],
        "answers": [_answer_task(visit, card) for card in owed[:MOST]],
        "to_sign": _to_sign(visit),
        "to_prepare": _to_prepare(visit),
        "coming": [
            c for c in plans.conferences_of(visit.commune.pk) if c.state in ("planned", "announced", "running", "held")
        ][:3],
        "may_plan": visit.may(Act.PLAN),
        "may_receive": allowed(visit, Act.RECEIVE_OPINION),
        "is_village_head": Role.VILLAGE_HEAD in visit.roles,
        "unsorted": _unsorted(visit),
    }
    return visit.page("desk/home.html", context)


def _writes(visit: Visit) -> bool:
    return bool(visit.roles & {Role.CLERK, Role.CHAIR, Role.UNIT_OFFICER})


def _urgent_duties(visit: Visit) -> list[tuple[str, Task]]:
    """Late and soon duties; an officer sees those of his own unit first, so his list holds only them."""
    rows = duties.duties_due(visit.today, commune_id=visit.commune.pk, states=(DutyState.LATE, DutyState.SOON))
    if not visit.roles & {Role.CLERK, Role.CHAIR}:
        mine = {p.unit_id for p in visit.actor.posts if p.unit_id}
        rows = [row for row in rows if row.unit_id in mine]
    return [(row.state, task_of(row, visit, with_conference=True)) for row in rows]


def _answer_task(visit: Visit, card: AnswerCard) -> Task:
    state, words = stamp_of(card, visit)
    return Task(
        words=f"{card.number}: {card.summary}",
        url=reverse("desk:answer", args=[visit.commune.slug, card.answer_id]),
        state=state,
        state_words=words,
        hint=card.unit,
    )


def _to_sign(visit: Visit) -> list[Task]:
    if not visit.may(Act.SIGN_ANSWER):
        return []
    return [
        _answer_task(visit, card) for card in answers.waiting_for_signature(visit.actor, visit.commune.pk, visit.today)
    ]


def _to_prepare(visit: Visit) -> list[Task]:
    """Opinions assigned to the officer's unit that still want a brief."""
    if Role.UNIT_OFFICER not in visit.roles:
        return []
    page = opinions.opinions_of(visit.actor, visit.commune.pk, Wanted(state="assigned"), limit=MOST)
    return [
        Task(
            words=f"{row.number}: {row.title}",
            url=reverse("desk:opinion", args=[visit.commune.slug, row.id]),
            hint=row.village,
        )
        for row in page.rows
    ]


def _unsorted(visit: Visit) -> int:
    return opinions.waiting_to_be_sorted(visit.actor, visit.commune.pk) if visit.may(Act.SORT_OPINION) else 0


def _figures(visit: Visit, urgent: list[tuple[str, Task]], owed: tuple[AnswerCard, ...]) -> list[Figure]:
    """Three big numbers: overdue, due within three days, waiting for me."""
    late = sum(state == "late" for state, _task in urgent) + sum(card.due_on < visit.today for card in owed)
    soon = sum(state == "soon" for state, _task in urgent) + sum(
        0 <= (card.due_on - visit.today).days <= 3 for card in owed
    )
    waiting = len(_to_sign(visit)) if visit.may(Act.SIGN_ANSWER) else _unsorted(visit)
    words = _("chờ tôi ký") if visit.may(Act.SIGN_ANSWER) else _("ý kiến chưa phân loại")
    figures = [
        Figure(late, _("việc quá hạn"), "late" if late else ""),
        Figure(soon, _("việc sắp đến hạn"), "soon" if soon else ""),
    ]
    if visit.roles & {Role.CLERK, Role.CHAIR}:
        figures.append(Figure(waiting, words))
    return figures
