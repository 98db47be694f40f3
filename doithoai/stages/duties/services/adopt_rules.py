"""Adopt a rule pack for a commune and let every date of its running conferences follow, in one transaction."""

from datetime import datetime

from django.db import transaction

from doithoai.domain.roles import Actor
from doithoai.stages.duties.services.recount import recount
from doithoai.stages.rulebook.models import AdoptedPack
from doithoai.stages.rulebook.services.adopt_pack import PackWanted, adopt_pack


@transaction.atomic
def adopt_rules(*, commune_id: int, wanted: PackWanted, actor: Actor, at: datetime) -> AdoptedPack:
    """Refuses what `adopt_pack` refuses. Done duties keep their dates."""
    adopted = adopt_pack(commune_id=commune_id, wanted=wanted, actor=actor, at=at)
    recount(commune_id=commune_id, why="áp dụng quy định mới", actor=actor, at=at)
    return adopted
