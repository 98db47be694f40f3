"""Found a commune with its villages and units. Repeating it adds what is missing and changes nothing that is there."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import transaction

from doithoai.base.audit import record
from doithoai.base.guard import require
from doithoai.domain.roles import Act, Actor, Scope
from doithoai.stages.people.models import Commune, Unit, Village


def slug_of(name: str, province: str = "") -> str:
    """`Bình Lãng`, `Hải Dương` -> `binh-lang-hai-duong`; never empty."""
    plain = unicodedata.normalize("NFD", f"{name} {province}".casefold().replace("đ", "d"))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:70] or "xa"


@transaction.atomic
def found_commune(
    *,
    name: str,
    province: str,
    units: Sequence[tuple[str, str]] = (),
    villages: Iterable[str] = (),
    actor: Actor,
    at: datetime,
) -> Commune:
    """`units` are (name, kind). A commune is the same one when name and province are the same."""
    commune = Commune.objects.select_for_update().filter(name__iexact=name, province__iexact=province).first()
    if commune is None:
        require(actor, Act.PLAN, Scope(commune_id=0))
        slug = _free_slug(slug_of(name, province))
        commune = Commune.objects.create(slug=slug, name=name, province=province)
        record(actor, "commune.founded", f"commune:{commune.pk}", chain=commune.slug, at=at)
    else:
        require(actor, Act.PLAN, Scope(commune_id=commune.pk))
    for unit_name, kind in units:
        Unit.objects.get_or_create(commune=commune, name=unit_name[:200], defaults={"kind": kind})
    for village in villages:
        Village.objects.get_or_create(commune=commune, name=village[:120])
    return commune


def _free_slug(slug: str) -> str:
    taken = set(Commune.objects.filter(slug__startswith=slug).values_list("slug", flat=True))
    if slug not in taken:
        return slug
    number = 2
    while f"{slug}-{number}" in taken:
        number += 1
    return f"{slug}-{number}"
