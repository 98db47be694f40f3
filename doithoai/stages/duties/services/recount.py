"""Count every waiting duty of a commune anew after its calendar or its rules changed. Closed conferences stay."""

from datetime import datetime

from django.db import transaction

from doithoai.domain.roles import Actor
from doithoai.stages.duties.queries import conferences_to_recount
from doithoai.stages.duties.services.lay_out_duties import lay_out_duties


@transaction.atomic
def recount(*, commune_id: int, why: str = "", actor: Actor, at: datetime) -> int:
    """Number of duties whose date changed. Rights are asked for by laying out each conference."""
    changed = 0
    for conference_id in conferences_to_recount(commune_id):
        entries = lay_out_duties(
            conference_id=conference_id, why=why or "lịch làm việc hoặc quy định thay đổi", actor=actor, at=at
        )
        changed += sum(1 for entry in entries if entry.history and entry.history[-1].get("at") == at.isoformat())
    return changed
