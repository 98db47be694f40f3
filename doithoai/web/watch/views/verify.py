"""How anybody with a printed line checks that the record was not rewritten."""

from django.http import HttpResponse

from doithoai.domain.roles import Act
from doithoai.web.ui.visit import Visit, staff
from doithoai.web.watch import chain
from doithoai.web.watch.forms import LineForm


@staff(Act.SEE_FIGURES, Act.SEE_AUDIT)
def verify(visit: Visit) -> HttpResponse:
    """Shows the last line to be printed; compares a line printed before; on demand recounts the whole chain."""
    slug = visit.commune.slug
    sent = visit.request.POST if visit.request.method == "POST" else None
    form = LineForm(sent if sent is not None and "compare" in sent else None)
    verdict = ""
    if form.is_bound and form.is_valid():
        stored = chain.digest_at(slug, form.cleaned_data["number"])
        verdict = "same" if stored.startswith(form.cleaned_data["digest"]) else "differs" if stored else "missing"
    fault = chain.first_fault_of(slug) if sent is not None and "recount" in sent else None
    context = {
        "last": chain.last_line_of(slug),
        "form": form,
        "verdict": verdict,
        "fault": fault,
        "is_recounted": fault is not None,
        "printed_on": visit.today,
    }
    return visit.page("watch/verify.html", context)
