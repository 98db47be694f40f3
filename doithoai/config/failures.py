"""The last words when a request fails: the page of `web/ui/errors.py`, or plain words if that page fails too.

The pages and their wording live in `web/ui`; nothing here shows what went wrong inside.
"""

import logging
from importlib import import_module

from django.http import HttpRequest, HttpResponse

logger = logging.getLogger("doithoai.failures")

PLAIN = {
    # No catalogue is asked here: it may be the very thing that failed.
    400: "Máy chưa hiểu. Mời bà con quay lại trang trước rồi thử lần nữa.",
    403: "Trang này dành cho cán bộ được giao việc. Nếu đó là việc của anh chị, hãy đăng nhập.",
    404: "Không có trang này. Mời bà con về trang đầu.",
    500: "Máy của xã đang có lỗi. Việc vừa làm có thể chưa được lưu: mời bà con quay lại trang trước rồi thử lại.",
}


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Status 400."""
    return _page("bad_request", 400, request, exception)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Status 403."""
    return _page("forbidden", 403, request, exception)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Status 404."""
    return _page("not_found", 404, request, exception)


def server_error(request: HttpRequest) -> HttpResponse:
    """Status 500."""
    return _page("server_error", 500, request)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 -- Django's signature
    """Status 403 for a form that did not come from a page of ours, or came after signing out."""
    return _page("csrf_failure", 403, request)


def _page(name: str, status: int, *args: object) -> HttpResponse:
    """The drawn page `name`; any failure of it is logged and answered in plain words."""
    try:
        drawn: HttpResponse = getattr(import_module("doithoai.web.ui.errors"), name)(*args)
    except Exception:
        logger.exception("error page failed", extra={"status": status})
        return HttpResponse(PLAIN[status], status=status, content_type="text/plain; charset=utf-8")
    return drawn
