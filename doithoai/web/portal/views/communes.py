"""The first page, which names every commune served, and the page of one commune."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from doithoai.stages.notices import queries as notices
from doithoai.stages.people import queries as people
from doithoai.web.portal import pages
from doithoai.web.portal.dialogues import split


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
