"""Closing the cycle of one conference, naming everything that still holds it open."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from doithoai.domain.plans import ConferenceState
from doithoai.domain.roles import Act
from doithoai.stages.answers.closing import left_to_do
from doithoai.stages.answers.services.close_cycle import close_cycle
from doithoai.stages.plans import queries as plans
from doithoai.web.hall.forms.after import CloseForm
from doithoai.web.hall.wording import STATES
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
        "left": left_to_do(conference.pk, visit.today) if state is ConferenceState.CONCLUDED else [],
        "is_concluded": state is ConferenceState.CONCLUDED,
        "is_closed": state is ConferenceState.CLOSED,
    }
    return visit.page("hall/close.html", context)
