"""The pages people see when something went wrong: what happened, and what to do now, in plain words.

Each function answers one status. They read nothing from the database, so they stand while it is down. The names are
those that ``config/failures.py`` looks for; it falls back to plain text should a page itself fail.
"""

from urllib.parse import urlsplit

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

TOO_MUCH = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)
NEVER_SHOWN = ("password", "csrfmiddlewaretoken")


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Status 400; 413 when more was sent than a form may hold."""
    if isinstance(exception, TOO_MUCH):
        return too_large(request)
    return page("400", 400, request)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 -- Django passes it
    """Status 403."""
    return page("403", 403, request)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 -- Django passes it
    """Status 404."""
    return page("404", 404, request)


def too_large(request: HttpRequest) -> HttpResponse:
    """Status 413: what was sent is bigger than this installation takes."""
    return page("413", 413, request)


def server_error(request: HttpRequest) -> HttpResponse:
    """Status 500."""
    return page("500", 500, request)


def csrf_failure(request: HttpRequest) -> HttpResponse:
    """Status 403 for a form sent from an old page, or after signing out elsewhere. Shows what was typed, to be copied."""
    return page("csrf", 403, request, typed=typed_in(request))


def session_ended(request: HttpRequest) -> HttpResponse:
    """Status 403 for words that an official sent after the session had ended; the page asks to sign in again."""
    return page("session", 403, request, typed=typed_in(request))


def offline(request: HttpRequest) -> HttpResponse:
    """The page a phone shows without a network; kept by the browser beforehand."""
    return page("offline", 200, request)


def typed_in(request: HttpRequest) -> tuple[str, ...]:
    """Every text of two words or more in a form of our own page; a password never, another site's words never."""
    came_from = request.headers.get("Origin") or request.headers.get("Referer", "")
    if urlsplit(came_from).netloc != request.get_host():
        return ()
    try:
        sent = list(request.POST.lists())
    except TOO_MUCH:
        return ()
    return tuple(
        value
        for name, values in sent
        for value in values
        if len(value.split()) > 1 and not any(part in name for part in NEVER_SHOWN)
    )


def page(name: str, status: int, request: HttpRequest, *, typed: tuple[str, ...] = ()) -> HttpResponse:
    """Draw ``ui/errors/<name>.html``. The request is not handed on: an error page waits for no session and no user."""
    path = request.path if request is not None else "/"
    return HttpResponse(render_to_string(f"ui/errors/{name}.html", {"path": path, "typed": typed}), status=status)
