"""Give a person a sign-in name and a password. Posts are given by `appoint`."""

import re
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from doithoai.base.audit import record
from doithoai.base.errors import BadInput
from doithoai.base.guard import require
from doithoai.domain.roles import Act, Actor, Scope
from doithoai.stages.people.models import User

SHORTEST_PASSWORD = 10


@transaction.atomic
def register_user(*, username: str, full_name: str, password: str, actor: Actor, at: datetime) -> User:
    """Refuses a name in use, a blank full name and a short password, each in words."""
    require(actor, Act.MANAGE_PEOPLE, Scope(commune_id=0))
    username = username.strip().lower()
    if not re.fullmatch(r"[a-z0-9][a-z0-9._-]{2,79}", username):
        raise BadInput(_("Tên đăng nhập dùng chữ không dấu, số, dấu chấm; ít nhất 3 ký tự."), field="username")
    if not full_name.strip():
        raise BadInput(_("Điền họ và tên."), field="full_name")
    if len(password) < SHORTEST_PASSWORD:
        raise BadInput(_("Mật khẩu cần ít nhất %(n)s ký tự.") % {"n": SHORTEST_PASSWORD}, field="password")
    if User.objects.filter(username=username).exists():
        raise BadInput(_("Tên đăng nhập này đã có người dùng. Chọn tên khác."), field="username")
    user = User(username=username, full_name=full_name.strip())
    user.set_password(password)
    user.save()
    record(actor, "user.registered", f"user:{user.pk}", chain="he-thong", at=at)
    return user
