"""The review meeting after the conference (họp rút kinh nghiệm), with violations dealt with."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from doithoai.domain.duties import Duty
from doithoai.domain.plans import ConferenceState
from doithoai.domain.roles import Act
from doithoai.stages.conference import queries
from doithoai.stages.conference.services.record_review import ReviewHeld, record_review
from doithoai.stages.duties.queries import ledger_of
from doithoai.stages.plans import queries as plans
from doithoai.web.hall.forms.after import ReviewForm
from doithoai.web.ui.visit import Visit, done, staff

OPEN = (ConferenceState.HELD, ConferenceState.CONCLUDED)


@staff(Act.RUN_CONFERENCE)
def review(visit: Visit, conference_id: int) -> HttpResponse:
    """What was said there; may be corrected until the cycle is closed."""
    conference = plans.conference_in(visit.commune.pk, conference_id)
    kept = queries.review_of(conference.pk)
    initial = {"held_on": kept.held_on if kept else visit.today}
    if kept:
        initial |= {"went_well": kept.went_well, "to_improve": kept.to_improve, "violations": kept.violations}
    posted = visit.request.POST if visit.request.method == "POST" and visit.may(Act.CONCLUDE) else None
    form = ReviewForm(posted, initial=initial)
    if form.is_bound and form.is_valid():
        held = ReviewHeld(**form.cleaned_data)
        call = {"conference_id": conference.pk, "review": held, "actor": visit.actor, "at": visit.at}
        if done(form, lambda: record_review(**call)) is not None:
            messages.success(visit.request, _("Đã ghi cuộc họp rút kinh nghiệm."))
            return HttpResponseRedirect(reverse("hall:review", args=[visit.commune.slug, conference.pk]))
    duty = next((row for row in ledger_of(conference.pk, visit.today) if row.duty == Duty.REVIEW), None)
    context = {
        "conference": conference,
        "kept": kept,
        "form": form,
        "duty": duty,
        "may_write": visit.may(Act.CONCLUDE) and conference.state in OPEN,
        "is_over": conference.state in (*OPEN, ConferenceState.CLOSED),
    }
    return visit.page("hall/review.html", context)
