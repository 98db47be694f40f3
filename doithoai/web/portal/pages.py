"""What every page for citizens has in common: its frame, how long it may be kept, and whether a form came from us.

A page without a form token may be kept by the edge for a second; a page that carries typed words is the visitor's alone.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, Final

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.middleware.csrf import REASON_NO_CSRF_COOKIE, CsrfViewMiddleware
from django.shortcuts import render
from django.views.decorators.http import require_safe

from doithoai.base.errors import NotFound
from doithoai.stages.people import queries as people
from doithoai.stages.people.models import Commune
from doithoai.web.ui.addresses import address_of
from doithoai.web.ui.records import NavItem
from doithoai.web.ui.saying import gettext as _
from doithoai.web.ui.theme import contact_of

View = Callable[..., HttpResponse]

SHARED: Final = "s-maxage=1, max-age=0"
TYPED: Final = "private, no-cache"
UNKEPT: Final = "private, no-store"
UNDER_HOME: Final = ("hoi-nghi", "cau-hoi")
BIGGEST_ID: Final = 2**63 - 1  # a larger number in an address fits no column


def missing_is_404(view: View) -> View:
    """What is not there, not public any more, or another commune's is answered in the same way."""

    @wraps(view)
    def answer(request: HttpRequest, **parts: Any) -> HttpResponse:
        if any(isinstance(part, int) and part > BIGGEST_ID for part in parts.values()):
            raise Http404
        try:
            return view(request, **parts)
        except NotFound as missing:
            raise Http404(missing.words) from None

    return answer


def public(view: View) -> View:
    """A page to read: no token, no cookie, the same for everybody without a session."""

    @wraps(view)
    def answer(request: HttpRequest, **parts: Any) -> HttpResponse:
        response = missing_is_404(view)(request, **parts)
        return may_be_shared(request, response)

    return require_safe(answer)


def may_be_shared(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Mark a page as good for everybody, unless a signed-in person's messages may stand on it."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        response["Cache-Control"] = SHARED
    return response


def commune_of(slug: str | None) -> Commune | None:
    """The commune named in the address, or None for the pages of all communes; raises NotFound."""
    return people.commune_by_slug(slug) if slug else None


def page(
    request: HttpRequest,
    template: str,
    context: dict[str, Any],
    *,
    commune: Commune | None = None,
    status: int = 200,
) -> HttpResponse:
    """Draw a page of the portal with its commune's header and navigation."""
    frame = {
        "commune": commune,
        "home_url": address_of("portal:commune", commune.slug) if commune else address_of("portal:communes"),
        "nav": nav_of(commune, request.path) if commune else [],
        "contact": contact_of(commune) if commune else None,
    }
    return render(request, f"portal/{template}.html", {**frame, **context}, status=status)


def nav_of(commune: Commune, path: str) -> list[NavItem]:
    """The four doors of a commune's pages; a dialogue and a question stand under the first."""
    named = (
        (_("Đối thoại"), "portal:commune", "house"),
        (_("Gửi ý kiến"), "portal:send", "pencil"),
        (_("Xem trả lời"), "portal:status", "receipt-text"),
        (_("Tìm"), "portal:search", "search"),
    )
    entries = [(words, address_of(name, commune.slug), icon) for words, name, icon in named]
    home = entries[0][1]
    here = home if path.startswith(tuple(f"{home}{part}/" for part in UNDER_HOME)) else path
    return [NavItem(words=words, url=url, current=url == here, icon=icon) for words, url, icon in entries]


class _FormCheck(CsrfViewMiddleware):
    """Django's own check, giving the reason instead of a page that would lose what was typed."""

    def _reject(self, request: HttpRequest, reason: str) -> str:  # noqa: ARG002 -- Django's signature
        return reason


def came_from_our_page(request: HttpRequest) -> bool:
    """Whether a form was sent from a page of this server.

    A phone that keeps no cookies at all is believed when its browser names our own page as the origin: a browser never
    lets another site say so, and there is no signed-in visitor whose rights could be borrowed.
    """
    check = _FormCheck(lambda _request: HttpResponse())
    reason = check.process_view(request, _checked, (), {})
    if reason == REASON_NO_CSRF_COOKIE:
        return "HTTP_ORIGIN" in request.META and check._origin_verified(request)  # noqa: SLF001 -- Django's own check
    return reason is None


def _checked(request: HttpRequest) -> HttpResponse:
    """A view that is not exempt, for the check to look at."""
    raise NotImplementedError
