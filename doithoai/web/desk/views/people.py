"""The system admin's page: who holds which post in a commune; add a person, give and end posts."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from doithoai.domain.roles import ROLE_NAMES, Act, Role
from doithoai.stages.people import queries
from doithoai.stages.people.models import Post
from doithoai.stages.people.services.appoint import PostWanted, appoint
from doithoai.stages.people.services.end_post import end_post
from doithoai.stages.people.services.register_user import register_user
from doithoai.web.desk.forms.people import AnotherPostForm, NewUserForm
from doithoai.web.ui.visit import Visit, done, staff


@staff(Act.MANAGE_PEOPLE)
def people(visit: Visit) -> HttpResponse:
    """List and both forms; which form was sent is told by the button."""
    posted = visit.request.POST
    new = NewUserForm(posted if "new" in posted else None, commune_id=visit.commune.pk, prefix="moi")
    more = AnotherPostForm(posted if "more" in posted else None, commune_id=visit.commune.pk, prefix="them")
    if "new" in posted and new.is_valid() and done(new, lambda: _register(visit, new.cleaned_data)):
        return _back(visit, _("Đã thêm người dùng."))
    if "more" in posted and more.is_valid() and done(more, lambda: _appoint(visit, more.cleaned_data)):
        return _back(visit, _("Đã giao chức vụ."))
    posts = [
        (post, _(ROLE_NAMES[Role(post.role)])) for post in queries.posts_in(visit.commune.pk).order_by("role", "pk")
    ]
    form = more if "more" in posted else new
    return visit.page("desk/people.html", {"posts": posts, "new": new, "more": more, "form": form})


@staff(Act.MANAGE_PEOPLE)
def finish_post(visit: Visit, post_id: int) -> HttpResponse:
    """End a post of this commune today. Anything but a POST only goes back."""
    if visit.request.method == "POST" and Post.objects.filter(pk=post_id, commune=visit.commune).exists():
        end_post(post_id=post_id, until=visit.today, actor=visit.actor, at=visit.at)
        return _back(visit, _("Chức vụ đã hết từ hôm nay."))
    return HttpResponseRedirect(reverse("desk:people", args=[visit.commune.slug]))


def _back(visit: Visit, words: str) -> HttpResponse:
    messages.success(visit.request, words)
    return HttpResponseRedirect(reverse("desk:people", args=[visit.commune.slug]))


def _wanted(visit: Visit, values: dict[str, Any]) -> PostWanted:
    role = Role(values["role"])
    everywhere = role is Role.SYSTEM_ADMIN
    return PostWanted(
        role=role,
        commune_id=None if everywhere else visit.commune.pk,
        unit_id=values["unit"] if role is Role.UNIT_OFFICER else None,
        village_id=values["village"] if role is Role.VILLAGE_HEAD else None,
        title=values["title"],
    )


@transaction.atomic
def _register(visit: Visit, values: dict[str, Any]) -> Post:
    """Both or neither: a person without a post could sign in and see nothing."""
    user = register_user(
        username=values["username"], full_name=values["full_name"], password=values["password"], actor=visit.actor,
        at=visit.at,
    )  # fmt: skip
    return appoint(user_id=user.pk, wanted=_wanted(visit, values), actor=visit.actor, at=visit.at, since=visit.today)


def _appoint(visit: Visit, values: dict[str, Any]) -> Post:
    return appoint(
        user_id=values["user"], wanted=_wanted(visit, values), actor=visit.actor, at=visit.at, since=visit.today
    )
