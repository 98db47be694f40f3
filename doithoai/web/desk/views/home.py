"""What must I do today? One page per person: the chair's fits a phone, the officer sees his own work.

What is due is listed by how pressing it is, duties and answers together; which of them are whose is decided here.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from doithoai.domain.duties import DutyState
from doithoai.domain.plans import ConferenceState
from doithoai.domain.roles import Act, Role
from doithoai.stages.answers import queries as answers
from doithoai.stages.answers.records import AnswerCard
from doithoai.stages.duties import queries as duties
from doithoai.stages.opinions import queries as opinions
from doithoai.stages.opinions.records import Wanted
from doithoai.stages.plans import queries as plans
from doithoai.stages.plans.models import Conference
from doithoai.web.desk.views.answers import stamp_of
from doithoai.web.desk.views.ledger import task_of
from doithoai.web.desk.wording import journey_of
from doithoai.web.ui.menus import home_of
from doithoai.web.ui.records import Figure, NavItem, Step, Task
from doithoai.web.ui.visit import Visit, allowed, staff
from doithoai.web.ui.words import sentence, vn_date_long, weekday

MOST = 12
MOST_CONFERENCES = 2
SOON_DAYS = 3
DESK_ROLES = frozenset({Role.CLERK, Role.CHAIR, Role.UNIT_OFFICER, Role.VILLAGE_HEAD})
HEADS = frozenset({Role.CLERK, Role.CHAIR})
LIVELIEST = (
    ConferenceState.RUNNING, ConferenceState.HELD, ConferenceState.ANNOUNCED, ConferenceState.PLANNED,
    ConferenceState.CONCLUDED,
)  # fmt: skip


@dataclass(frozen=True)
class Due:
    """One thing to do by a day."""

    on: date
    task: Task


@dataclass(frozen=True)
class Under:
    """A conference under way: when and where in words, its stages, and the page on which it goes on."""

    conference: Conference
    when: str
    steps: Sequence[Step]
    onward: NavItem | None


@staff()
def home(visit: Visit) -> HttpResponse:
    """Tasks in order of their dates; overseers and the system admin go to their own home."""
    if not visit.roles & DESK_ROLES:
        return HttpResponseRedirect(home_of(visit.roles, visit.commune.slug))
    to_sign = _to_sign(visit)
    due = sorted((*_duties(visit), *_answers(visit, {task.url for task in to_sign})), key=lambda one: one.on)
    late = [one.task for one in due if one.on < visit.today]
    soon = [one.task for one in due if 0 <= (one.on - visit.today).days <= SOON_DAYS]
    later = [one.task for one in due if (one.on - visit.today).days > SOON_DAYS]
    unsorted = _unsorted(visit)
    groups = [
        ("cho-ky", _("Chờ tôi ký"), to_sign),
        ("qua-han", _("Quá hạn"), late),
        ("sap-han", _("Đến hạn trong ba ngày"), soon),
        ("chuan-bi", _("Cần chuẩn bị trước hội nghị"), _to_prepare(visit)),
        ("sau-nay", _("Sau đó"), later),
    ]
    context: dict[str, Any] = {
        "weekday": weekday(visit.today),
        "figures": _figures(visit, len(late), len(soon), len(to_sign), unsorted),
        "groups": [(key, words, tasks[:MOST], len(tasks) - MOST) for key, words, tasks in groups if tasks],
        "under_way": [_under(visit, one) for one in _under_way(visit)],
        "may_plan": visit.may(Act.PLAN),
        "may_receive": allowed(visit, Act.RECEIVE_OPINION),
        "is_village_head": Role.VILLAGE_HEAD in visit.roles,
        "unsorted": unsorted,
    }
    return visit.page("desk/home.html", context)


def _duties(visit: Visit) -> Iterable[Due]:
    """Late and soon duties; an officer sees those of his own unit alone."""
    if not visit.may(Act.SEE_LEDGER):
        return []
    rows = duties.duties_due(visit.today, commune_id=visit.commune.pk, states=(DutyState.LATE, DutyState.SOON))
    if not visit.roles & HEADS:
        mine = {p.unit_id for p in visit.actor.posts if p.unit_id}
        rows = [row for row in rows if row.unit_id in mine]
    several = len({row.conference_id for row in rows}) > 1
    return [Due(row.due_on, task_of(row, visit, with_conference=several)) for row in rows if row.due_on]


def _answers(visit: Visit, listed: set[str]) -> Iterable[Due]:
    """Written answers owed, without those that are listed already to be signed."""
    if not visit.roles & {*HEADS, Role.UNIT_OFFICER}:
        return []
    cards = answers.answers_due(visit.actor, visit.commune.pk, visit.today)
    found = [Due(card.due_on, _answer_task(visit, card)) for card in cards]
    return [one for one in found if one.task.url not in listed]


def _answer_task(visit: Visit, card: AnswerCard) -> Task:
    state, words = stamp_of(card, visit)
    return Task(
        words=_("Trả lời ý kiến %(number)s: %(words)s") % {"number": card.number, "words": card.summary},
        url=reverse("desk:answer", args=[visit.commune.slug, card.answer_id]),
        state=state,
        state_words=words,
        hint=card.unit,
    )


def _to_sign(visit: Visit) -> list[Task]:
    if not visit.may(Act.SIGN_ANSWER):
        return []
    cards = answers.waiting_for_signature(visit.actor, visit.commune.pk, visit.today)
    return [_answer_task(visit, card) for card in cards]


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


def _figures(visit: Visit, late: int, soon: int, to_sign: int, unsorted: int) -> list[Figure]:
    """Three big numbers, each leading to its list: overdue, due within three days, waiting for me."""
    figures = [
        Figure(late, _("việc quá hạn"), "late" if late else "", "#qua-han" if late else ""),
        Figure(soon, _("việc sắp đến hạn"), "soon" if soon else "", "#sap-han" if soon else ""),
    ]
    if visit.may(Act.SIGN_ANSWER):
        figures.append(Figure(to_sign, _("chờ tôi ký"), url="#cho-ky" if to_sign else ""))
    elif visit.roles & HEADS:
        new = reverse("desk:opinions", args=[visit.commune.slug]) + "?state=received"
        figures.append(Figure(unsorted, _("ý kiến chưa phân loại"), url=new if unsorted else ""))
    return figures


def _under_way(visit: Visit) -> list[Conference]:
    """The conferences that are not over, the liveliest first, then the nearest day."""
    found = [one for one in plans.conferences_of(visit.commune.pk) if one.state in LIVELIEST]
    order = {state: place for place, state in enumerate(LIVELIEST)}
    return sorted(found, key=lambda one: (order[ConferenceState(one.state)], one.on or date.max))[:MOST_CONFERENCES]


def _under(visit: Visit, one: Conference) -> Under:
    when = [sentence(vn_date_long(one.on)) if one.on else _("Chưa định ngày")]
    when += [part for part in (one.starts.strftime("%H:%M") if one.starts else "", one.place) if part]
    return Under(one, ", ".join(when), journey_of(one.state), _onward(visit, one))


def _onward(visit: Visit, one: Conference) -> NavItem | None:
    """The page on which the next stage of the conference is done, where this person may do it."""
    slug = visit.commune.slug
    ways: dict[str, tuple[Act, str, str]] = {
        ConferenceState.PLANNED: (
            Act.PLAN,
            _("Chốt ngày, ra thông báo"),
            reverse("desk:conference", args=[slug, one.pk]),
        ),
        ConferenceState.ANNOUNCED: (Act.RUN_CONFERENCE, _("Mở hội nghị"), reverse("hall:running", args=[slug, one.pk])),
        ConferenceState.RUNNING: (Act.RUN_CONFERENCE, _("Điều hành"), reverse("hall:running", args=[slug, one.pk])),
        ConferenceState.HELD: (Act.CONCLUDE, _("Ghi kết luận"), reverse("hall:conclusion", args=[slug, one.pk])),
        ConferenceState.CONCLUDED: (Act.SIGN_ANSWER, _("Xem các câu trả lời"), reverse("desk:answers", args=[slug])),
    }
    act, words, url = ways[one.state]
    if one.state == ConferenceState.CONCLUDED and visit.roles & HEADS:
        act = Act.SEE_LEDGER
    return NavItem(words, url) if visit.may(act) else None
