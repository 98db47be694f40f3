"""Where each page of the tour is in the demo just loaded: ids differ, so each finder asks the record. Run in the stage.

A finder takes the commune and gives the parts of the address and any words that steps need.
"""

from collections.abc import Callable
from typing import Any

from django.db.models import F
from django.urls import reverse
from django.utils import timezone

from doithoai.domain.notices import PublicStatus
from doithoai.stages.answers.models import Answer
from doithoai.stages.documents.models import OfficialDocument
from doithoai.stages.documents.services.make_document import make_document
from doithoai.stages.notices.models import PublicQuestion
from doithoai.stages.opinions.models import Opinion
from doithoai.stages.people.models import Commune, Post, User
from doithoai.stages.people.queries import actor_for
from doithoai.stages.plans.models import Conference
from tools.pictures.pages import PAGES, Page

Parts = dict[str, Any]


def addresses() -> dict[str, dict[str, str]]:
    """Noun to address and the words for its steps."""
    return {page.noun: place_of(page) for page in PAGES}


def place_of(page: Page) -> dict[str, str]:
    """Raises when the demo no longer has what the page shows."""
    commune = commune_of(page.commune)
    parts = FINDERS[page.find](commune)
    words = {name: parts.pop(name) for name in ("code",) if name in parts}
    return {"address": reverse(page.route, kwargs={"slug": commune.slug, **parts}), **words}


def commune_of(key: str) -> Commune:
    """The commune whose officials sign in as `<key>.…`."""
    post = Post.objects.filter(user__username=f"{key}.vanphong").select_related("commune").get()
    return post.commune


def held(commune: Commune) -> Parts:
    """Its last dialogue that was held."""
    rows = Conference.objects.filter(commune=commune, on__lt=timezone.localdate()).order_by("-on")
    return {"conference_id": rows[0].pk}


def coming(commune: Commune) -> Parts:
    """Its next dialogue."""
    rows = Conference.objects.filter(commune=commune, on__gte=timezone.localdate()).order_by("on")
    return {"conference_id": rows[0].pk}


def year(commune: Commune) -> Parts:
    """The year of its plan."""
    return {"year": Conference.objects.filter(commune=commune).latest("pk").plan.year}


def code(commune: Commune) -> Parts:
    """An opinion with a unit and a day, not answered yet."""
    answer = Answer.objects.filter(opinion__commune=commune, signed_at=None).order_by("pk")[0]
    return {"code": answer.opinion.code}


def late_question(commune: Commune) -> Parts:
    """A public question whose day has passed."""
    late = PublicQuestion.objects.filter(commune=commune, due_on__lt=timezone.localdate())
    return {"opinion_id": late.exclude(status=PublicStatus.ANSWERED).order_by("due_on")[0].opinion_id}


def opinion(commune: Commune) -> Parts:
    """The first opinion in the register that waits to be assigned."""
    return {"opinion_id": Opinion.objects.filter(commune=commune, state="sorted").order_by("pk")[0].pk}


def answer(commune: Commune) -> Parts:
    """An answer that the office for the economy has in hand, with the day it is due."""
    mine = Answer.objects.filter(opinion__commune=commune, signed_at=None, unit__name="Phòng Kinh tế")
    return {"answer_id": mine.order_by(F("due_on").asc(nulls_last=True), "pk")[0].pk}


def document(commune: Commune) -> Parts:
    """The conclusion notice of its last dialogue, made by the clerk."""
    clerk = actor_for(User.objects.get(username="binhlang.vanphong"), timezone.localdate())
    made = OfficialDocument.objects.filter(commune=commune, kind="conclusion_notice").first() or make_document(
        commune_id=commune.pk,
        kind="conclusion_notice",
        of_id=held(commune)["conference_id"],
        actor=clerk,
        at=timezone.now(),
    )
    return {"document_id": made.pk}


FINDERS: dict[str, Callable[[Commune], Parts]] = {
    "commune": lambda _commune: {},
    **{finder.__name__: finder for finder in (held, coming, year, code, late_question, opinion, answer, document)},
}
