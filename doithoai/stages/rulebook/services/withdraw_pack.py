"""Withdraw an adopted pack: it binds no conference after the day given. Past conferences keep the dates it gave."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from doithoai.base.audit import record
from doithoai.base.errors import BadInput, NotFound
from doithoai.base.guard import require
from doithoai.domain.roles import Act, Actor, Scope
from doithoai.stages.rulebook.models import AdoptedPack


@transaction.atomic
def withdraw_pack(*, adopted_id: int, last_day: date, actor: Actor, at: datetime) -> AdoptedPack:
    """`last_day` is the last conference day the pack still binds."""
    adopted = (
        AdoptedPack.objects.select_for_update(of=("self",)).select_related("commune").filter(pk=adopted_id).first()
    )
    if adopted is None:
        raise NotFound(_("Không có bộ quy định này."))
    require(actor, Act.SET_RULES, Scope(adopted.commune_id))
    if adopted.valid_from and last_day < adopted.valid_from:
        raise BadInput(_("Ngày hết hiệu lực phải sau ngày có hiệu lực."), field="last_day")
    adopted.valid_until = last_day
    adopted.save(update_fields=["valid_until"])
    record(
        actor, "pack.withdrawn", f"pack:{adopted.pk}", chain=adopted.commune.slug, at=at,
        code=adopted.code, last_day=last_day.isoformat(),
    )  # fmt: skip
    return adopted
