"""One official paper: its text, its file, its earlier issues; issuing it with number and day."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from doithoai.domain.papers.blocks import Address, Closing, Paper
from doithoai.domain.roles import Act
from doithoai.stages.documents import queries
from doithoai.stages.documents.files import DOCX, MEDIA_TYPES, document_bytes, file_name
from doithoai.stages.documents.kinds import KINDS
from doithoai.stages.documents.models import OfficialDocument
from doithoai.stages.documents.services.issue_document import Issue, issue_document
from doithoai.web.desk.forms.documents import IssueForm
from doithoai.web.desk.views.paper_groups import state_of
from doithoai.web.ui.visit import Visit, done, staff


@staff(Act.MAKE_DOCUMENT)
def document(visit: Visit, document_id: int) -> HttpResponse:
    """Read, download, draft again, issue. An issued paper only shows."""
    found = queries.document_in(visit.actor, visit.commune.pk, document_id)
    may_issue = visit.may(Act.ISSUE_DOCUMENT) and found.state == "draft"
    posted = visit.request.POST if visit.request.method == "POST" else None
    form = IssueForm(posted, initial=_first_values(visit, found), numbered=bool(found.series))
    if posted is not None and form.is_valid():
        issued = done(form, lambda: _issue(visit, found, form))
        if issued is not None:
            messages.success(visit.request, _("Đã ban hành. Việc tương ứng trong sổ đã ghi là xong."))
            return HttpResponseRedirect(reverse("desk:document", args=[visit.commune.slug, issued.pk]))
        found = queries.document_in(visit.actor, visit.commune.pk, document_id)
    return visit.page("desk/document.html", _context(visit, found, form, may_issue=may_issue))


def _first_values(visit: Visit, found: OfficialDocument) -> dict[str, Any]:
    return {"on": visit.today, "version": found.version}


def _issue(visit: Visit, found: OfficialDocument, form: IssueForm) -> OfficialDocument:
    v = form.cleaned_data
    issue = Issue(version=v["version"], on=v["on"], number=v.get("number"))
    return issue_document(document_id=found.pk, issue=issue, actor=visit.actor, at=visit.at)


def _context(visit: Visit, found: OfficialDocument, form: IssueForm, *, may_issue: bool) -> dict[str, Any]:
    paper = queries.paper_in(found)
    state, words = state_of(found)
    others = queries.documents_of(visit.actor, visit.commune.pk, kind=found.kind).filter(of_id=found.of_id)
    return {
        "document": found,
        "kind_name": _(KINDS[found.kind].name),
        "stamp": state,
        "state_words": words,
        "recipients": recipients_of(paper),
        "paper": paper,
        "versions": [(one, *state_of(one)) for one in others.defer("content", "copy") if one.pk != found.pk],
        "has_copy": found.copy is not None,
        "form": form,
        "may_issue": may_issue,
    }


def recipients_of(paper: Paper) -> list[str]:
    """Whom the paper names as its readers, each once: addressees first, then the list at its foot."""
    named: list[str] = []
    for block in paper.blocks:
        if isinstance(block, Address | Closing):
            named.extend(block.recipients)
    return list(dict.fromkeys(named))


@staff(Act.MAKE_DOCUMENT)
def file(visit: Visit, document_id: int) -> HttpResponse:
    """The Word file; `?ban=khong-ten` asks for the copy that names no citizen."""
    found = queries.document_in(visit.actor, visit.commune.pk, document_id)
    copy = visit.request.GET.get("ban") == "khong-ten"
    answer = HttpResponse(document_bytes(found, copy=copy), content_type=MEDIA_TYPES[DOCX])
    answer["Content-Disposition"] = f'attachment; filename="{file_name(found, copy=copy)}"'
    return answer
