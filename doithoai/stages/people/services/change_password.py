"""Change a password: one's own with the old one, or somebody's by the system admin. Other sessions end with it."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from doithoai.base.audit import record
from doithoai.base.errors import BadInput, NotAllowed, NotFound
from doithoai.domain.roles import Act, Actor, Scope, may
from doithoai.stages.people.models import User
from doithoai.stages.people.services.register_user import SHORTEST_PASSWORD


@transaction.atomic
def change_password(*, user_id: int, old: str, new: str, actor: Actor, at: datetime) -> User:
    """The system admin needs no old password for somebody else's account; everybody else changes only his own."""
    user = User.objects.select_for_update().filter(pk=user_id).first()
    if user is None:
        raise NotFound(_("Không có người dùng này."))
    own = actor.user_id == user.pk
    if not own and not may(actor, Act.MANAGE_PEOPLE, Scope(commune_id=0)):
        raise NotAllowed(_("Chỉ đổi được mật khẩu của chính mình."))
    if own and not user.check_password(old):
        raise BadInput(_("Mật khẩu cũ chưa đúng."), field="old")
    if len(new) < SHORTEST_PASSWORD:
        raise BadInput(_("Mật khẩu cần ít nhất %(n)s ký tự.") % {"n": SHORTEST_PASSWORD}, field="new")
    user.set_password(new)
    user.save(update_fields=["password"])
    record(actor, "user.password_changed", f"user:{user.pk}", chain="he-thong", at=at)
    return user
