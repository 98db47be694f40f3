"""Questions about communes, people and the posts they hold."""

from collections.abc import Collection
from datetime import date

from django.db import connection
from django.db.models import Q, QuerySet

from doithoai.base.errors import NotFound
from doithoai.domain.roles import Actor, PostHeld, Role
from doithoai.stages.people.models import Commune, CommuneEmblem, Post, Unit, User, Village

EMBLEM_MEASURES = ("commune_id", "sha256", "width", "height")
COMMUNE_AND_EMBLEM = (
    'SELECT c.*, e."sha256" AS "emblem_sha256", e."width" AS "emblem_width", e."height" AS "emblem_height" '
    'FROM "people_commune" c LEFT JOIN "people_communeemblem" e ON e."commune_id" = c."id" WHERE c."slug" = %s'
)
"""Written out: every page asks it, and building the statement each time takes most of the time of asking (decision 0007)."""


def actor_for(user: User, on: date) -> Actor:
    """The user with every post held on that day."""
    held = Post.objects.filter(user=user).filter(
        Q(since__isnull=True) | Q(since__lte=on), Q(until__isnull=True) | Q(until__gte=on)
    )
    return Actor(
        user_id=user.pk,
        name=user.full_name,
        posts=tuple(PostHeld(Role(p.role), p.commune_id, p.unit_id, p.village_id) for p in held),
    )


def communes() -> QuerySet[Commune]:
    """Every commune served, by name."""
    return Commune.objects.all()


def communes_by_id(ids: Collection[int]) -> dict[int, Commune]:
    """These communes by their number."""
    return Commune.objects.in_bulk(ids)


def commune_by_slug(slug: str) -> Commune:
    """One commune with the measures of its emblem, not the picture itself; raises NotFound."""
    for found in Commune.objects.raw(COMMUNE_AND_EMBLEM, [slug]):
        measures = tuple(vars(found)[name] for name in ("id", "emblem_sha256", "emblem_width", "emblem_height"))
        has_one = measures[1] is not None
        emblem = CommuneEmblem.from_db(connection.alias, EMBLEM_MEASURES, measures) if has_one else None
        Commune.emblem.related.set_cached_value(found, emblem)
        return found
    raise NotFound("Không có xã nào ở địa chỉ này.")


def emblem_of(slug: str) -> CommuneEmblem:
    """A commune's emblem with its picture; raises NotFound."""
    emblem = CommuneEmblem.objects.filter(commune__slug=slug).first()
    if emblem is None:
        raise NotFound("Xã này chưa có biểu trưng.")
    return emblem


def units_of(commune_id: int, on: date | None = None) -> QuerySet[Unit]:
    """Units in being on a day (all of them when no day is given)."""
    units = Unit.objects.filter(commune_id=commune_id)
    if on is not None:
        units = units.filter(Q(until__isnull=True) | Q(until__gte=on))
    return units


def villages_of(commune_id: int) -> QuerySet[Village]:
    """Villages of a commune by name."""
    return Village.objects.filter(commune_id=commune_id)


def posts_in(commune_id: int) -> QuerySet[Post]:
    """Posts of a commune with their holders."""
    return Post.objects.filter(commune_id=commune_id).select_related("user", "unit", "village")


def unit_named(commune_id: int, name: str) -> Unit | None:
    """The unit with exactly this name, if any."""
    return Unit.objects.filter(commune_id=commune_id, name__iexact=name.strip()).first()
