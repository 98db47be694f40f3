"""Views imported when somebody first asks for them, so that a server just started shows its first page sooner.

Counting dates, receiving and asking by code lean on most stages; the pages to read lean on almost none.
"""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from django.http import HttpRequest, HttpResponse


def later(module: str, name: str) -> Callable[..., HttpResponse]:
    """The view `name` of `views/<module>.py`."""

    def answer(request: HttpRequest, **parts: Any) -> HttpResponse:
        view: Callable[..., HttpResponse] = getattr(import_module(f"doithoai.web.portal.views.{module}"), name)
        return view(request, **parts)

    return answer
