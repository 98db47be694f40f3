"""Who visits a staff page, for which commune, at what moment; and how a refusal becomes a page or a word on a form.

Pages make one service call for a change and run it through `done`, so that every refusal is worded and nothing typed
is lost. Rights themselves are asked by the services and by `needs`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import wraps
from typing import Any, TypeVar

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from doithoai.base.errors import NotAllowed, NotFound, Refused, Stale
from doithoai.domain.lifecycle import NotPossible
from doithoai.domain.roles import ROLE_NAMES, Act, Actor, Role, Scope, may
from doithoai.stages.people import queries as people
from doithoai.stages.people.models import Commune
from doithoai.web.ui.errors import session_ended, typed_in
from doithoai.web.ui.menus import home_of, menu_of
from doithoai.web.ui.records import SignedIn

T = TypeVar("T")
View = Callable[..., HttpResponseBase]


@dataclass(frozen=True)
class Visit:
    """One request of a signed-in person to one commune's pages. `at` is an aware instant, `today` the day in Vietnam."""

    request: HttpRequest
    actor: Actor
    commune: Commune
    roles: frozenset[Role]
    at: datetime
    today: date

    def may(self, act: Act, *, unit_id: int | None = None, village_id: int | None = None) -> bool:
        """Whether this person may do `act` here (on that unit's or village's thing)."""
        return may(self.actor, act, Scope(self.commune.pk, unit_id, village_id))

    def page(self, template: str, context: dict[str, Any] | None = None, *, status: int = 200) -> HttpResponse:
        """Draw a staff page: adds visit, commune, nav, signed_in and home_url to the context."""
        post = ", ".join(_(ROLE_NAMES[role]) for role in Role if role in self.roles)
        whole = {
            "visit": self,
            "commune": self.commune,
            "today": self.today,
            "nav": menu_of(self.roles, self.commune.slug, self.request.path),
            "signed_in": SignedIn(name=self.actor.name, post=post, key=str(self.actor.user_id)),
            "home_url": home_of(self.roles, self.commune.slug),
        }
        return render(self.request, template, {**whole, **(context or {})}, status=status)


def visit_of(request: HttpRequest, slug: str) -> Visit:
    """The visit, or NotFound when the person holds no post in that commune (as if the commune did not exist)."""
    at = timezone.now()
    today = timezone.localdate(at)
    commune = people.commune_by_slug(slug)
    actor = people.actor_for(request.user, today)
    roles = actor.roles_in(commune.pk)
    if not roles:
        raise NotFound(_("Không có trang này."))
    return Visit(request=request, actor=actor, commune=commune, roles=roles, at=at, today=today)


def staff(*acts: Act) -> Callable[[View], View]:
    """Decorate a view `(visit, **parts)` reached at an address with `slug`; any one of `acts` in some reach suffices."""

    def decorate(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, slug: str, **parts: Any) -> HttpResponseBase:
            if not request.user.is_authenticated:
                if request.method == "POST" and typed_in(request):
                    return session_ended(request)
                return HttpResponseRedirect(f"{settings.LOGIN_URL}?{urlencode({'next': request.get_full_path()})}")
            try:
                visit = visit_of(request, slug)
                if acts and not any(allowed(visit, act) for act in acts):
                    raise PermissionDenied
                return view(visit, **parts)
            except NotFound as missing:
                raise Http404(missing.words) from None
            except OverflowError:
                # A number in the address that no database row can have.
                raise Http404 from None
            except NotAllowed:
                raise PermissionDenied from None

        return answer

    return decorate


def allowed(visit: Visit, act: Act) -> bool:
    """Whether any post of the visitor gives `act` any reach in this commune."""
    from_posts = (p for p in visit.actor.posts if p.commune_id in (visit.commune.pk, None))
    return any(may(visit.actor, act, Scope(visit.commune.pk, p.unit_id, p.village_id)) for p in from_posts)


def done(form: BaseForm, change: Callable[[], T]) -> T | None:
    """Run one service call; a refusal goes onto the form (its field, or the top) and None comes back.

    Missing things and missing rights are not the form's: they pass through to `staff`. When somebody else saved first
    the stored text is `form.theirs` and the form carries the new version: the person who has seen both may save again.
    """
    try:
        return change()
    except (NotFound, NotAllowed):
        raise
    except Stale as stale:
        form.theirs = stale.theirs
        show_version(form, stale.version)
        form.add_error(None, _(stale.words))
    except Refused as refusal:
        form.add_error(refusal.field if refusal.field in form.fields else None, _(refusal.words))
    except NotPossible as refusal:
        field = getattr(refusal, "field", "")
        form.add_error(field if field in form.fields else None, refusal.told(_))
    return None


def show_version(form: BaseForm, version: int) -> None:
    """Let a bound form send this version next time."""
    if "version" in form.fields and form.is_bound:
        form.data = form.data.copy()
        form.data[form.add_prefix("version")] = str(version)
