"""Doors for machines: the calendar that phones subscribe to, and the page that watchers ask whether all is well."""

from django.db import DatabaseError, connection
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from doithoai.base.errors import NotFound
from doithoai.domain.roles import Act, Scope, may
from doithoai.stages.duties.feed import feed_of
from doithoai.stages.people import queries as people
from doithoai.web.api.tokens import calendar_key, holder_of
from doithoai.web.ui.visit import Visit, staff


@staff(Act.SEE_LEDGER)
def calendar(visit: Visit) -> HttpResponse:
    """The visitor's own address of the feed, with how to put it into a phone."""
    path = f"{visit.request.path}{calendar_key(visit.request.user, visit.commune.slug)}.ics"
    return visit.page("api/calendar.html", {"address": visit.request.build_absolute_uri(path)})


@require_safe
def calendar_feed(request: HttpRequest, slug: str, key: str) -> HttpResponse:  # noqa: ARG001 -- Django's signature
    """The feed (ICS) of a commune's duties; 404 for a key that opens nothing, whatever the reason."""
    at = timezone.now()
    try:
        commune = people.commune_by_slug(slug)
    except NotFound:
        raise Http404 from None
    holder = holder_of(key, slug)
    if holder is None:
        raise Http404
    actor = people.actor_for(holder, timezone.localdate(at))
    if not may(actor, Act.SEE_LEDGER, Scope(commune.pk)):
        raise Http404
    response = HttpResponse(feed_of(commune.pk, at=at), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'inline; filename="{slug}.ics"'
    response["Cache-Control"] = "private, max-age=900"
    return response


@require_safe
def health(request: HttpRequest) -> JsonResponse:  # noqa: ARG001 -- Django's signature
    """200 while pages and database answer, 503 when the database does not. Says nothing about anybody."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return JsonResponse({"ok": False, "database": False}, status=503)
    return JsonResponse({"ok": True, "database": True})
