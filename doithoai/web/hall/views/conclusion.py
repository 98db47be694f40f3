"""The conclusion: four lists computed from the decisions, what is missing, and what follows once confirmed."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from doithoai.domain.conference import FourLists, what_is_missing
from doithoai.domain.duties import SOON_DAYS
from doithoai.domain.plans import ConferenceState
from doithoai.domain.roles import Act
from doithoai.stages.answers import queries as answers
from doithoai.stages.answers.records import AnswerCard
from doithoai.stages.answers.services.confirm_conclusion import confirm_conclusion
from doithoai.stages.conference import queries
from doithoai.stages.plans import queries as plans
from doithoai.web.hall.forms.after import ConclusionForm
from doithoai.web.hall.wording import STATES
from doithoai.web.ui.visit import Visit, done, staff
from doithoai.web.ui.words import days_left, vn_date

LIST_NAMES = (
    ("discussed", "1. Những nội dung đã đối thoại"),
    ("settled", "2. Những nội dung đã được giải quyết, trả lời"),
    ("unsettled", "3. Những nội dung đã nêu nhưng chưa giải quyết"),
    ("assigned", "4. Giao trách nhiệm giải quyết, trả lời"),
)


@staff(Act.RUN_CONFERENCE)
def conclusion(visit: Visit, conference_id: int) -> HttpResponse:
    """Anybody who runs the sitting reads it; who may conclude confirms it, once."""
    conference = plans.conference_in(visit.commune.pk, conference_id)
    kept = queries.conclusion_of(conference.pk)
    may_confirm = visit.may(Act.CONCLUDE) and conference.state == ConferenceState.HELD
    posted = visit.request.POST if visit.request.method == "POST" and visit.may(Act.CONCLUDE) else None
    form = ConclusionForm(posted)
    here = reverse("hall:conclusion", args=[visit.commune.slug, conference.pk])
    if posted is not None and kept is not None:
        messages.success(visit.request, _("Kết luận đã được xác nhận trước đó."))
        return HttpResponseRedirect(here)
    if form.is_bound and form.is_valid():
        remarks = form.cleaned_data["remarks"]
        call = {"conference_id": conference.pk, "remarks": remarks, "actor": visit.actor, "at": visit.at}
        if done(form, lambda: confirm_conclusion(**call)) is not None:
            messages.success(visit.request, _("Đã xác nhận kết luận. Việc trả lời đã giao cho các đơn vị."))
            return HttpResponseRedirect(here)
    computed = queries.four_lists_of(visit.actor, conference.pk)
    context: dict[str, Any] = {
        "conference": conference,
        "state_words": str(STATES[ConferenceState(conference.state)]),
        "kept": kept,
        "lists": _kept_lists(kept.lists) if kept else _computed_lists(computed),
        "missing": [] if kept else _missing(conference.pk),
        "form": form,
        "may_confirm": may_confirm and kept is None,
        "is_held": conference.state == ConferenceState.HELD,
        "answers": _answers(visit, conference.pk) if kept else [],
        "transfers": _transfers(visit, conference.pk) if kept else (),
        "may_answer": visit.may(Act.WRITE_ANSWER),
    }
    return visit.page("hall/conclusion.html", context)


def _answers(visit: Visit, conference_id: int) -> list[tuple[AnswerCard, str, str]]:
    """The answers given out, each with how it stands to its date."""
    cards = answers.answers_of_conference(visit.actor, conference_id, visit.today)
    return [(card, *_stamp_of(card, visit.today)) for card in cards]


def _stamp_of(card: AnswerCard, today: date) -> tuple[str, str]:
    if card.is_signed:
        return "done", _("đã ký %(day)s") % {"day": vn_date(card.signed_on)}
    left = (card.due_on - today).days
    return ("late" if left < 0 else "soon" if left <= SOON_DAYS else "open"), days_left(card.due_on, today)


def _transfers(visit: Visit, conference_id: int) -> Iterable[Any]:
    return answers.transfers_of(visit.actor, visit.commune.pk, visit.today, conference_id=conference_id)


def _missing(conference_id: int) -> list[tuple[int, str, str]]:
    """What still holds the conclusion up: opinion, its number, what it lacks."""
    raised = queries.raised_of(conference_id)
    return [(one.opinion_id, one.number, _(what)) for one in raised if (what := what_is_missing(one))]


def _computed_lists(lists: FourLists) -> list[tuple[str, list[dict[str, Any]]]]:
    return _kept_lists(queries.as_record(lists))


def _kept_lists(record: dict[str, Any]) -> list[tuple[str, list[dict[str, Any]]]]:
    """The lists with their headings; days as people read them."""
    return [(_(heading), [_line(one) for one in record.get(name, [])]) for name, heading in LIST_NAMES]


def _line(one: dict[str, Any]) -> dict[str, Any]:
    due_on = str(one.get("due_on") or "")
    day = "/".join(reversed(due_on.split("-"))) if due_on else ""
    return {"opinion_id": one["opinion_id"], "number": one["number"], "summary": _(one["summary"]),
            "village": one.get("village", ""), "unit": one.get("unit", ""), "body": one.get("body", ""), "day": day}  # fmt: skip
