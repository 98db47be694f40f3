"""Making a conference known: postings with their proofs, and its public page with the checked texts alone."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from doithoai.domain.notices import HELD_BACK_WORDS, Made, PostingChannel
from doithoai.domain.roles import Act
from doithoai.stages.notices.postings import publicity_of
from doithoai.stages.notices.services.publish_dialogue import publish_dialogue
from doithoai.stages.notices.services.record_posting import Posted, record_posting
from doithoai.stages.notices.services.retract_dialogue import retract_dialogue
from doithoai.stages.plans import queries as plans
from doithoai.web.desk.forms.publication import CHANNEL_NAMES, MADE_NAMES, PostingForm, PublishForm, RetractForm
from doithoai.web.ui.forms import PlainForm
from doithoai.web.ui.visit import Visit, done, staff


@staff(Act.PUBLISH)
def publication(visit: Visit, conference_id: int) -> HttpResponse:
    """One page: what was posted where, what the public reads, and what is held back and why."""
    found = plans.conference_in(visit.commune.pk, conference_id)
    deed = visit.request.POST.get("deed", "") if visit.request.method == "POST" else ""
    public = publicity_of(visit.actor, found.pk)
    shown: dict[str, PlainForm] = {
        "post": PostingForm(_posted(visit, deed, "post"), initial={"posted_on": visit.today}, prefix="post"),
        "publish": PublishForm(
            _posted(visit, deed, "publish"), initial={"result_text": public.result}, prefix="publish"
        ),
        "retract": RetractForm(_posted(visit, deed, "retract"), prefix="retract"),
    }
    if deed in shown and shown[deed].is_valid() and _do(visit, found.pk, deed, shown[deed]):
        return HttpResponseRedirect(reverse("desk:publication", args=[visit.commune.slug, found.pk]))
    context = {
        "conference": found,
        "forms": shown,
        "form": shown.get(deed),
        "postings": [
            (row, MADE_NAMES[Made(row.what)], CHANNEL_NAMES[PostingChannel(row.channel)]) for row in public.postings
        ],
        "public": public,
        "held_back": [(opinion_id, _(HELD_BACK_WORDS[why])) for opinion_id, why in public.reasons.items()],
        "missing": [
            (MADE_NAMES[made], [CHANNEL_NAMES[channel] for channel in channels])
            for made, channels in ((Made.NOTICE, public.notice_missing), (Made.RESULT, public.result_missing))
            if channels
        ],
    }
    return visit.page("desk/publication.html", context)


def _posted(visit: Visit, deed: str, name: str) -> Any:
    return visit.request.POST if deed == name else None


def _do(visit: Visit, conference_id: int, deed: str, form: PlainForm) -> bool:
    """Whether it was done; the refusal is on the form otherwise."""
    v = form.cleaned_data
    common: dict[str, Any] = {"conference_id": conference_id, "actor": visit.actor, "at": visit.at}
    if deed == "post":
        result = done(form, lambda: record_posting(posted=Posted(**v), **common))
        words = _("Đã ghi việc công khai.")
    elif deed == "retract":
        result = done(form, lambda: retract_dialogue(reason=v["reason"], **common))
        words = _("Đã gỡ trang công khai.")
    else:
        result = done(form, lambda: publish_dialogue(result_text=v["result_text"], **common))
        words = _("Trang công khai đã cập nhật.")
        for one in result.held_back if result else ():
            messages.warning(
                visit.request,
                _("Ý kiến %(number)s chưa công khai: %(reason)s") % {"number": one.number, "reason": one.words},
            )
    if result is None:
        return False
    messages.success(visit.request, words)
    return True
