"""Communes, villages, units, users, posts; and actors who hold a post without a stored user."""

from itertools import count
from typing import Any

from doithoai.domain.roles import Actor, PostHeld, Role
from doithoai.stages.people.models import Commune, Post, Unit, User, Village

_serial = count(1)


def make_commune(slug: str = "", name: str = "Bình Lãng", **fields: Any) -> Commune:
    """A commune; slugs are numbered when none is given."""
    return Commune.objects.create(slug=slug or f"xa-{next(_serial)}", name=name, **fields)


def make_village(commune: Commune, name: str = "", **fields: Any) -> Village:
    """A village of the commune."""
    return Village.objects.create(commune=commune, name=name or f"Đông Phong {next(_serial)}", **fields)


def make_unit(commune: Commune, name: str = "", **fields: Any) -> Unit:
    """A unit of the commune."""
    return Unit.objects.create(commune=commune, name=name or f"Phòng Kinh tế {next(_serial)}", **fields)


def make_user(full_name: str = "Lê Văn Thử", username: str = "", **fields: Any) -> User:
    """A user who cannot sign in (no password)."""
    user = User(username=username or f"nguoi-dung-{next(_serial)}", full_name=full_name, **fields)
    user.set_unusable_password()
    user.save()
    return user


def make_post(user: User, role: Role, commune: Commune | None, **fields: Any) -> Post:
    """A post held from always and for ever unless dates are given."""
    return Post.objects.create(user=user, role=role.value, commune=commune, **fields)


def actor_as(
    role: Role, commune: Commune | None, *, unit: Unit | None = None, village: Village | None = None, name: str = ""
) -> Actor:
    """An actor with one post, without a stored user."""
    post = PostHeld(role, commune.pk if commune else None, unit.pk if unit else None, village.pk if village else None)
    return Actor(user_id=next(_serial), name=name or f"Người {role.value}", posts=(post,))


def clerk_of(commune: Commune) -> Actor:
    """The office clerk."""
    return actor_as(Role.CLERK, commune, name="Trần Thị Sổ")


def chair_of(commune: Commune) -> Actor:
    """The head of the body who chairs."""
    return actor_as(Role.CHAIR, commune, name="Nguyễn Văn Trì")


def officer_of(unit: Unit) -> Actor:
    """An officer of one unit."""
    return actor_as(Role.UNIT_OFFICER, unit.commune, unit=unit, name="Phạm Văn Môn")


def village_head_of(village: Village) -> Actor:
    """The head of one village."""
    return actor_as(Role.VILLAGE_HEAD, village.commune, village=village, name="Đỗ Văn Thôn")


def front_of(commune: Commune) -> Actor:
    """The Fatherland Front."""
    return actor_as(Role.FRONT, commune, name="Vũ Thị Mặt")
