"""Views that belong to no audience: choosing the language, and the gallery of shared parts for developers."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_http_methods

from doithoai.web.ui.gallery import samples
from doithoai.web.ui.gallery.sections import sections
from doithoai.web.ui.jinja import languages_ready

LANGUAGE_YEARS = 1


@require_GET
def switch_language(request: HttpRequest, code: str) -> HttpResponse:
    """Remember the chosen language and go back to the page the visitor came from (``?ve=``)."""
    if code not in languages_ready():
        raise Http404
    back = request.GET.get("ve", "/")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts=None, require_https=request.is_secure()):
        back = "/"
    response = HttpResponseRedirect(back)
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        code,
        max_age=LANGUAGE_YEARS * 365 * 24 * 3600,
        httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
        samesite=settings.LANGUAGE_COOKIE_SAMESITE,
        secure=settings.LANGUAGE_COOKIE_SECURE,
    )
    return response


@require_http_methods(["GET", "POST"])
def gallery(request: HttpRequest) -> HttpResponse:
    """Every shared part in all its states.

    ``?khung=`` picks the layout: citizen, staff, hall, sheet, projector; ``&mau=`` shows one sample alone, as on a page.
    """
    layout, only = request.GET.get("khung", "citizen"), request.GET.get("mau", "")
    if layout not in samples.LAYOUTS:
        raise Http404
    context = samples.context(layout)
    drawn = sections(layout, {**context, "request": request}, only)
    if not drawn:
        raise Http404
    return render(request, "ui/gallery.html", {**context, "sections": drawn, "only": only})
