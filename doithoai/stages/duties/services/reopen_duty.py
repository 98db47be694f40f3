"""Open a ticked-off duty again, with the reason. The old proof stays in the audit record."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from doithoai.base.audit import record
from doithoai.base.errors import BadInput, NotFound
from doithoai.base.guard import require
from doithoai.domain.roles import Act, Actor, Scope
from doithoai.stages.duties.models import DutyEntry


@transaction.atomic
def reopen_duty(*, entry_id: int, reason: str, actor: Actor, at: datetime) -> DutyEntry:
    """Needs a reason. An entry that is open already stays as it is."""
    entry = DutyEntry.objects.select_for_update(of=("self",)).select_related("commune").filter(pk=entry_id).first()
    if entry is None:
        raise NotFound(_("Không có việc này trong sổ."))
    require(actor, Act.FULFIL_DUTY, Scope(entry.commune_id, unit_id=entry.unit_id))
    if entry.done_on is None:
        return entry
    if not reason.strip():
        raise BadInput(_("Ghi lý do mở lại việc này."), field="reason")
    was = entry.done_on
    entry.history = [
        *entry.history,
        {"done_on": was.isoformat(), "reopened_at": at.isoformat(), "why": reason.strip()},
    ]
    entry.done_on, entry.done_by, entry.proof, entry.document_id = None, "", "", None
    entry.version += 1
    entry.save(update_fields=["done_on", "done_by", "proof", "document_id", "history", "version"])
    record(
        actor, "duty.reopened", f"duty:{entry.pk}", chain=entry.commune.slug, at=at,
        duty=entry.duty, was_done_on=was.isoformat(), reason=reason.strip(),
    )  # fmt: skip
    return entry
