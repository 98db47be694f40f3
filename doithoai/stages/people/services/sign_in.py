"""Check a name and a password, slowing down after failures. Never tells which of the two was wrong."""

from datetime import datetime, timedelta

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.utils.translation import gettext as _

from doithoai.base.errors import BadInput
from doithoai.stages.people.models import SignInTry, User

FREE_TRIES = 5
LONGEST_WAIT_SECONDS = 60


def waiting_seconds(failures: int) -> int:
    """Seconds to wait after that many failures: none for the first five, then doubling, at most one minute.

    The ceiling keeps a third party from locking somebody out (threats T-22).
    """
    return 0 if failures < FREE_TRIES else min(LONGEST_WAIT_SECONDS, int(2.0 ** (failures - FREE_TRIES + 1)))


def sign_in(*, username: str, password: str, at: datetime) -> User:
    """The user, or BadInput in words. The wrong name costs the same time as the wrong password."""
    name = username.strip().lower()[:80]
    tried = SignInTry.objects.filter(username=name).first()
    if tried is not None:
        wait = tried.last_at + timedelta(seconds=waiting_seconds(tried.failures)) - at
        if wait > timedelta(0):
            raise BadInput(
                _("Sai nhiều lần. Đợi %(n)s giây rồi thử lại.") % {"n": int(wait.total_seconds()) + 1}, field="password"
            )
    user = User.objects.filter(username=name, is_active=True).first()
    if user is None:
        make_password(password)
    elif check_password(password, user.password):
        SignInTry.objects.filter(username=name).delete()
        return user
    _count_failure(name, at)
    raise BadInput(_("Tên đăng nhập hoặc mật khẩu chưa đúng."), field="password")


@transaction.atomic
def _count_failure(name: str, at: datetime) -> None:
    tried, _made = SignInTry.objects.select_for_update().get_or_create(username=name, defaults={"last_at": at})
    tried.failures += 1
    tried.last_at = at
    tried.save()
