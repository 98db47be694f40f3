"""Add villages to a commune's list by name; names already there are found, not doubled."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from doithoai.base.audit import record
from doithoai.base.guard import require
from doithoai.domain.roles import Act, Actor, Scope
from doithoai.stages.people.models import Commune, Village


@transaction.atomic
def add_villages(*, commune_id: int, names: Iterable[str], actor: Actor, at: datetime) -> list[Village]:
    """The villages of those names, in the order given."""
    require(actor, Act.PLAN, Scope(commune_id))
    commune = Commune.objects.select_for_update().get(pk=commune_id)
    villages = []
    for name in names:
        village = Village.objects.filter(commune=commune, name__iexact=name[:120]).first()
        if village is None:
            village = Village.objects.create(commune=commune, name=name[:120])
            record(actor, "village.added", f"village:{village.pk}", chain=commune.slug, at=at)
        villages.append(village)
    return villages
