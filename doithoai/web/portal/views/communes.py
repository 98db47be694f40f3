"""The first page, which names every commune served; the page of one commune; the emblem in its header."""

from typing import Final

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils import timezone
from django.views.decorators.http import require_safe

from doithoai.stages.notices import queries as notices
from doithoai.stages.people import queries as people
from doithoai.web.portal import pages
from doithoai.web.portal.dialogues import split
from doithoai.web.ui.theme import MARK

FOR_EVER: Final = "public, max-age=31536000, immutable"


@pages.public
def communes(request: HttpRequest) -> HttpResponse:
    """Every commune with its next dialogue, and a search through all answers."""
    today = timezone.localdate()
    nearest = {}
    for dialogue in notices.coming_dialogues(today):
        nearest.setdefault(dialogue.commune_id, dialogue.on)
    listed = [(commune, nearest.get(commune.pk)) for commune in people.communes()]
    context = {"listed": listed, "any_demo": any(commune.is_demo for commune, _on in listed)}
    return pages.page(request, "communes", context)


@pages.public
def commune(request: HttpRequest, slug: str) -> HttpResponse:
    """Dialogues to come first, with how to attend; then those held, with what became of the questions."""
    chosen = people.commune_by_slug(slug)
    today = timezone.localdate()
    coming, past = split(chosen.pk, today)
    context = {"coming": coming, "past": past}
    return pages.page(request, "commune", context, commune=chosen)


@require_safe
@pages.missing_is_404
def emblem(request: HttpRequest, slug: str, mark: str) -> HttpResponse:
    """The picture beside the commune's name. Its address changes with it, so a browser asks once a year at most."""
    kept = people.emblem_of(slug)
    if mark != kept.sha256[:MARK]:
        raise Http404
    tag = f'"{kept.sha256[: 2 * MARK]}"'
    if tag in request.headers.get("If-None-Match", ""):
        response: HttpResponse = HttpResponseNotModified()
    else:
        response = HttpResponse(bytes(kept.png), content_type="image/png")
    response["ETag"] = tag
    response["Cache-Control"] = FOR_EVER
    return response
