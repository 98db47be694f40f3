"""Official papers of one conference: which there can be and how each stands, drafting with one press."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from doithoai.base.errors import BadInput
from doithoai.domain.roles import Act
from doithoai.stages.documents.kinds import KINDS
from doithoai.stages.documents.services.make_document import make_document
from doithoai.stages.plans import queries as plans
from doithoai.web.desk.views.opinions import number_in
from doithoai.web.desk.views.paper_groups import groups_of
from doithoai.web.ui.records import NavItem
from doithoai.web.ui.visit import Visit, staff

MOST_TABS = 8


@staff(Act.MAKE_DOCUMENT)
def documents(visit: Visit) -> HttpResponse:
    """The papers of one conference: the one asked for, else the newest that was not cancelled."""
    conferences = [one for one in plans.conferences_of(visit.commune.pk) if one.state != "cancelled"]
    asked = visit.request.GET.get("cuoc", "")
    chosen = next((one for one in conferences if str(one.pk) == asked), conferences[-1] if conferences else None)
    base = reverse("desk:documents", args=[visit.commune.slug])
    context: dict[str, Any] = {
        "tabs": [NavItem(one.title, f"{base}?cuoc={one.pk}", one is chosen) for one in conferences[-MOST_TABS:]],
        "conference": chosen,
        "groups": groups_of(visit, chosen) if chosen else [],
    }
    return visit.page("desk/documents.html", context)


@staff(Act.MAKE_DOCUMENT)
def make(visit: Visit) -> HttpResponse:
    """Draft a paper (again) and open it; a missing fact is told where the button was."""
    here = reverse("desk:documents", args=[visit.commune.slug])
    posted = visit.request.POST
    kind, of_id = posted.get("kind", ""), posted.get("of", "")
    if visit.request.method != "POST" or kind not in KINDS or number_in(of_id) is None:
        return HttpResponseRedirect(here)
    try:
        made = make_document(
            commune_id=visit.commune.pk, kind=kind, of_id=int(of_id), actor=visit.actor, at=visit.at
        )  # fmt: skip
    except BadInput as refusal:
        messages.error(visit.request, f"{_(KINDS[kind].name)}: {refusal.words}")
        back = posted.get("conference", "")
        return HttpResponseRedirect(f"{here}?cuoc={back}" if back.isdecimal() else here)
    messages.success(visit.request, _("Đã soạn dự thảo từ số liệu hôm nay. Tải về Word để xem và sửa."))
    return HttpResponseRedirect(reverse("desk:document", args=[visit.commune.slug, made.pk]))
