"""Signing in and out. Which page comes first after signing in depends on the posts held."""

from django import forms
from django.contrib import messages
from django.contrib.auth import login, logout, update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from doithoai.stages.people import queries as people
from doithoai.stages.people.models import User
from doithoai.stages.people.services.change_password import change_password
from doithoai.stages.people.services.sign_in import sign_in as check_sign_in
from doithoai.web.ui.forms import PlainForm
from doithoai.web.ui.menus import home_of
from doithoai.web.ui.visit import done


class SignInForm(PlainForm):
    """Name and password; paste and password managers are welcome."""

    username = forms.CharField(label=_("Tên đăng nhập"), max_length=80)
    password = forms.CharField(label=_("Mật khẩu"), max_length=200, strip=False, widget=forms.PasswordInput)


def sign_in(request: HttpRequest) -> HttpResponse:
    """Form and check. A person already signed in goes on to his page."""
    if request.user.is_authenticated and request.method == "GET":
        return HttpResponseRedirect(next_page(request, request.user))
    form = SignInForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        user = done(form, lambda: check_sign_in(**form.cleaned_data, at=timezone.now()))
        if user is not None:
            login(request, user)
            return HttpResponseRedirect(next_page(request, user))
    return render(request, "ui/sign_in.html", {"form": form, "next": request.GET.get("next", "")})


def next_page(request: HttpRequest, user: User) -> str:
    """The page asked for when it is one of ours, else the home of the first commune where a post is held."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    if wanted and url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()}):
        return wanted
    actor = people.actor_for(user, timezone.localdate())
    for commune in people.communes():
        roles = actor.roles_in(commune.pk)
        if roles:
            return home_of(roles, commune.slug)
    return "/"


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session and tell the browser to forget what it kept."""
    logout(request)
    response = HttpResponseRedirect("/")
    response["Clear-Site-Data"] = '"cache", "storage"'
    return response


class PasswordForm(PlainForm):
    """The old password, and the new one twice."""

    old = forms.CharField(label=_("Mật khẩu cũ"), max_length=200, strip=False, widget=forms.PasswordInput)
    new = forms.CharField(
        label=_("Mật khẩu mới"), max_length=200, strip=False, widget=forms.PasswordInput,
        help_text=_("Ít nhất 10 ký tự; một câu ngắn dễ nhớ là tốt nhất."),
    )  # fmt: skip
    again = forms.CharField(label=_("Gõ lại mật khẩu mới"), max_length=200, strip=False, widget=forms.PasswordInput)

    def clean(self) -> dict[str, object]:
        """Both must be the same."""
        values = super().clean()
        if not self.errors and values["new"] != values["again"]:
            self.add_error("again", gettext("Hai lần gõ mật khẩu mới chưa giống nhau."))
        return values


@login_required
def password(request: HttpRequest) -> HttpResponse:
    """Change one's own password; this session goes on, others end."""
    form = PasswordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        at = timezone.now()
        actor = people.actor_for(request.user, timezone.localdate(at))
        given = {name: form.cleaned_data[name] for name in ("old", "new")}
        user = done(form, lambda: change_password(user_id=request.user.pk, **given, actor=actor, at=at))
        if user is not None:
            update_session_auth_hash(request, user)
            messages.success(request, gettext("Đã đổi mật khẩu."))
            return HttpResponseRedirect(next_page(request, user))
    return render(request, "ui/password.html", {"form": form})
