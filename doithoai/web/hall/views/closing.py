"""Closing the cycle of one conference, naming everything that still holds it open."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from doithoai.domain.duties import Duty
from doithoai.domain.plans import ConferenceState
from doithoai.domain.roles import Act
from doithoai.stages.answers.closing import Left, left_to_do
from doithoai.stages.answers.services.close_cycle import close_cycle
from doithoai.stages.plans import queries as plans
from doithoai.web.hall.forms.after import CloseForm
from doithoai.web.hall.wording import STATES
from doithoai.web.ui.records import Task
from doithoai.web.ui.visit import Visit, done, staff


@staff(Act.REPORT)
def close(visit: Visit, conference_id: int) -> HttpResponse:
    """Asks once more; refused while anything is left."""
    conference = plans.conference_in(visit.commune.pk, conference_id)
    form = CloseForm(visit.request.POST if visit.request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        call = {"conference_id": conference.pk, "actor": visit.actor, "at": visit.at}
        if done(form, lambda: close_cycle(**call)) is not None:
            messages.success(visit.request, _("Đợt đối thoại đã khép lại."))
            return HttpResponseRedirect(reverse("hall:close", args=[visit.commune.slug, conference.pk]))
    state = ConferenceState(conference.state)
    context = {
        "conference": conference,
        "state_words": str(STATES[state]),
        "form": form,
        "left": _left(visit, conference.pk) if state is ConferenceState.CONCLUDED else [],
        "is_concluded": state is ConferenceState.CONCLUDED,
        "is_closed": state is ConferenceState.CLOSED,
    }
    return visit.page("hall/close.html", context)


def _left(visit: Visit, conference_id: int) -> list[Task]:
    """Each thing left as a line that leads to where it is done."""
    return [
        Task(words=one.words[:1].upper() + one.words[1:], url=_place_of(visit.commune.slug, conference_id, one))
        for one in left_to_do(conference_id, visit.today)
    ]


def _place_of(slug: str, conference_id: int, one: Left) -> str:
    """The page on which this is done; a duty without a page of its own is marked as done on the duty's."""
    if one.thing == "minutes":
        return reverse("hall:minutes", args=[slug, conference_id])
    if one.thing in ("opinion", "answer"):
        return reverse(f"desk:{one.thing}", args=[slug, one.pk])
    if one.duty == Duty.REVIEW:
        return reverse("hall:review", args=[slug, conference_id])
    if one.duty == Duty.PUBLISH_RESULT:
        return reverse("desk:publication", args=[slug, conference_id])
    return reverse("desk:duty", args=[slug, one.pk])
