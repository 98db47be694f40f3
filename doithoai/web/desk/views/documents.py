"""Official papers: what can be made for a plan, a conference or an answer, drafts and issued papers, the files."""

from django.http import HttpResponse

from doithoai.domain.roles import Act
from doithoai.stages.documents.kinds import KINDS
from doithoai.stages.plans import queries as plans
from doithoai.web.ui.visit import Visit, staff


@staff(Act.MAKE_DOCUMENT)
def documents(visit: Visit) -> HttpResponse:
    """Kinds by what they are of."""
    return visit.page(
        "desk/documents.html",
        {"kinds": list(KINDS.values()), "conferences": plans.conferences_of(visit.commune.pk)},
    )
