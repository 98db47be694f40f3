"""The commune's own page: what the office says of itself on every page, with a look at the header before it is saved."""

from base64 import b64decode, b64encode
from dataclasses import replace

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from doithoai.base import registry
from doithoai.domain.roles import Act
from doithoai.stages.people import queries as people
from doithoai.stages.people.models import Commune
from doithoai.stages.people.services.describe_commune import NO_PICTURE, Picture, describe_commune
from doithoai.web.desk.clash import clash_of, is_same
from doithoai.web.desk.forms.commune import SWATCHES, CommuneForm, stored_of
from doithoai.web.ui.theme import VERMILION, Theme, theme_of
from doithoai.web.ui.visit import Visit, done, staff

KEPT = "emblem_kept"


@staff(Act.DESCRIBE_COMMUNE)
def commune(visit: Visit) -> HttpResponse:
    """Show, try out ("preview"), save. A picture once taken stays in the page through refusals and tries."""
    posted = visit.request.method == "POST"
    form = CommuneForm(
        visit.request.POST if posted else None, visit.request.FILES if posted else None,
        initial=stored_of(visit.commune),
    )  # fmt: skip
    picture = _picture(visit, form) if posted else None
    clash: tuple[object, ...] = ()
    if posted and form.is_valid() and "preview" not in visit.request.POST:
        saved = done(form, lambda: _save(visit, form, picture))
        stored = people.commune_by_slug(visit.commune.slug)
        unbound = CommuneForm(initial=stored_of(stored))
        if saved is not None or (picture is None and is_same(form, unbound)):
            messages.success(visit.request, _("Đã lưu trang xã."))
            return HttpResponseRedirect(reverse("desk:commune", args=[visit.commune.slug]))
        clash = clash_of(form, unbound) if hasattr(form, "theirs") else ()
    shown = form.description() if form.is_bound and form.is_valid() else visit.commune
    context = {
        "form": form,
        "clash": clash,
        "swatches": SWATCHES,
        "sample": _sample(visit.commune, shown.band, picture),
        "sample_of": shown,
        "is_tried": posted and not form.errors,
        "kept_name": KEPT,
        "kept": b64encode(picture.png).decode() if picture else "",
        "has_emblem": bool(theme_of(visit.commune).emblem_url),
    }
    return visit.page("desk/commune.html", context)


def _picture(visit: Visit, form: CommuneForm) -> Picture | None:
    """The picture sent now, else the one carried in the page; a refusal stands on the form."""
    form.full_clean()
    sent, kept = form.cleaned_data.get("emblem"), visit.request.POST.get(KEPT, "")
    if sent:
        return done(form, lambda: registry.member("reading", "picture")(sent.read()))
    if form.cleaned_data.get("remove_emblem"):
        return NO_PICTURE
    if not kept:
        return None
    return done(form, lambda: registry.member("reading", "picture")(_unpacked(kept)))


def _unpacked(kept: str) -> bytes:
    try:
        return b64decode(kept, validate=True)
    except ValueError:
        return b""


def _save(visit: Visit, form: CommuneForm, picture: Picture | None) -> Commune:
    return describe_commune(
        commune_id=visit.commune.pk, words=form.description(), emblem=picture, version=form.cleaned_data["version"],
        actor=visit.actor, at=visit.at,
    )  # fmt: skip


def _sample(stored: Commune, band: str, picture: Picture | None) -> Theme:
    """How the header would look: the stored emblem unless another was given or it is taken away."""
    theme = replace(theme_of(stored), band=band or VERMILION)
    if picture is None:
        return theme
    url = f"data:image/png;base64,{b64encode(picture.png).decode()}" if picture.png else ""
    return replace(theme, emblem_url=url, width=picture.width, height=picture.height)
