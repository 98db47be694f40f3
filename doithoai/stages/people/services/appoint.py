"""Appoint a person to a post, and end a post. Rights follow at the next request."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from doithoai.base.audit import record
from doithoai.base.errors import BadInput, NotFound
from doithoai.base.guard import require
from doithoai.domain.roles import Act, Actor, Role, Scope
from doithoai.stages.people.models import Commune, Post, Unit, User, Village


@dataclass(frozen=True)
class PostWanted:
    """The post to hold. A unit officer needs a unit and a village head a village; the system admin needs no commune."""

    role: Role
    commune_id: int | None = None
    unit_id: int | None = None
    village_id: int | None = None
    title: str = ""


@transaction.atomic
def appoint(*, user_id: int, wanted: PostWanted, actor: Actor, at: datetime, since: date | None = None) -> Post:
    """The same appointment again changes nothing. The system admin appoints."""
    require(actor, Act.MANAGE_PEOPLE, Scope(commune_id=wanted.commune_id or 0))
    user = User.objects.select_for_update().filter(pk=user_id).first()
    if user is None:
        raise NotFound(_("Không có người dùng này."))
    _check(wanted)
    post, made = Post.objects.get_or_create(
        user=user,
        role=wanted.role.value,
        commune_id=wanted.commune_id,
        unit_id=wanted.unit_id,
        village_id=wanted.village_id,
        until=None,
        defaults={"since": since, "title": wanted.title},
    )
    if made:
        chain = Commune.objects.get(pk=wanted.commune_id).slug if wanted.commune_id else "he-thong"
        record(actor, "post.given", f"post:{post.pk}", chain=chain, at=at, role=wanted.role.value, user=user.pk)
    return post


def _check(wanted: PostWanted) -> None:
    if wanted.role is not Role.SYSTEM_ADMIN and wanted.commune_id is None:
        raise BadInput(_("Chọn xã cho chức vụ này."), field="commune")
    if wanted.role is Role.UNIT_OFFICER and not _belongs(Unit, wanted.unit_id, wanted.commune_id):
        raise BadInput(_("Chọn đơn vị của công chức."), field="unit")
    if wanted.role is Role.VILLAGE_HEAD and not _belongs(Village, wanted.village_id, wanted.commune_id):
        raise BadInput(_("Chọn thôn của trưởng thôn."), field="village")


def _belongs(model: type[Unit] | type[Village], pk: int | None, commune_id: int | None) -> bool:
    return pk is not None and model.objects.filter(pk=pk, commune_id=commune_id).exists()
