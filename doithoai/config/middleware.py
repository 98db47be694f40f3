"""What every request passes on its way to a page: a log line, privacy of answers, the chosen language.

No page logic here. Order is set in `settings.MIDDLEWARE`.
"""

import logging
import time
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import translation

Answer = Callable[[HttpRequest], HttpResponseBase]
logger = logging.getLogger("doithoai.request")


class LogRequest:
    """One line per request: method, route pattern, status, milliseconds. Never the path: it may hold a code."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        started = time.perf_counter()
        response = self.answer(request)
        match = request.resolver_match
        logger.info(
            "request",
            extra={
                "method": request.method,
                "route": match.route if match else "",
                "status": response.status_code,
                "ms": round((time.perf_counter() - started) * 1000, 1),
            },
        )
        return response


class PrivateUnlessPublic:
    """A page that says nothing about caching may not be kept by anyone; a public page says `s-maxage` itself."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.answer(request)
        if not response.has_header("Cache-Control"):
            response["Cache-Control"] = "private, no-store"
        return response


class LanguageByChoice:
    """Vietnamese, unless the visitor chose another language by the cookie.

    A phone's own language is not a choice: many are sold with English, and their owners read Vietnamese.
    """

    def __init__(self, answer: Answer) -> None:
        self.answer = answer
        self.known = frozenset(code for code, _ in settings.LANGUAGES)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        language = chosen if chosen in self.known else settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.answer(request)
        response.headers.setdefault("Content-Language", language)
        return response
