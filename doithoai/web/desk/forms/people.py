"""A new person with a first post, and another post for a person already here."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from doithoai.domain.roles import ROLE_NAMES, Role
from doithoai.stages.people import queries as people
from doithoai.stages.people.models import User
from doithoai.web.ui.forms import PlainForm

ROLE_CHOICES = [("", "—"), *((role.value, _(ROLE_NAMES[role])) for role in Role)]


class PostForm(PlainForm):
    """A role, with the unit or village that some roles need."""

    role = forms.ChoiceField(label=_("Vai trò"), choices=ROLE_CHOICES)
    unit = forms.TypedChoiceField(
        label=_("Đơn vị"), required=False, coerce=int, empty_value=None, help_text=_("Cần cho công chức chuyên môn")
    )
    village = forms.TypedChoiceField(
        label=_("Thôn"), required=False, coerce=int, empty_value=None, help_text=_("Cần cho trưởng thôn")
    )
    title = forms.CharField(label=_("Chức danh ghi trên giấy tờ"), max_length=120, required=False)

    def __init__(self, *args: Any, commune_id: int, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["unit"].choices = [("", "—"), *((u.pk, u.name) for u in people.units_of(commune_id))]
        self.fields["village"].choices = [("", "—"), *((v.pk, v.name) for v in people.villages_of(commune_id))]


class NewUserForm(PostForm):
    """A person who signs in, with the first post."""

    full_name = forms.CharField(label=_("Họ và tên"), max_length=120)
    username = forms.CharField(label=_("Tên đăng nhập"), max_length=80, help_text=_("Chữ không dấu, ví dụ: lan.vp"))
    password = forms.CharField(
        label=_("Mật khẩu ban đầu"), max_length=200, strip=False, widget=forms.PasswordInput,
        help_text=_("Ít nhất 10 ký tự"),
    )  # fmt: skip
    field_order = ("full_name", "username", "password", "role", "unit", "village", "title")


class AnotherPostForm(PostForm):
    """Another post for somebody already here."""

    user = forms.TypedChoiceField(label=_("Người"), coerce=int)
    field_order = ("user", "role", "unit", "village", "title")

    def __init__(self, *args: Any, commune_id: int, **options: Any) -> None:
        super().__init__(*args, commune_id=commune_id, **options)
        users = User.objects.filter(is_active=True).order_by("full_name")
        self.fields["user"].choices = [("", "—"), *((u.pk, f"{u.full_name} ({u.username})") for u in users)]
