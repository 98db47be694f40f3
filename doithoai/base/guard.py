"""Asks the table of rights and refuses in words. The table itself is `domain/roles.py`."""

from django.utils.translation import gettext as _

from doithoai.base.errors import NotAllowed
from doithoai.domain.roles import Act, Actor, Scope, may


def require(actor: Actor, act: Act, scope: Scope) -> None:
    """Return when the actor may; raise NotAllowed otherwise."""
    if not may(actor, act, scope):
        raise NotAllowed(_("Vai trò của anh/chị không được làm việc này. Cần làm thì nhờ người phụ trách trong xã."))
