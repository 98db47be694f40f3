"""Tick off one duty with its proof. What time alone changes (late) stays readable: the due date is kept."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from doithoai.base.audit import record
from doithoai.base.errors import BadInput, NotFound
from doithoai.base.guard import require
from doithoai.domain.roles import Act, Actor, Scope
from doithoai.stages.duties.models import DutyEntry


@dataclass(frozen=True)
class Proof:
    """What shows that a duty was done: a day, words, and the document where there is one."""

    done_on: date
    text: str = ""
    document_id: int | None = None


@transaction.atomic
def fulfil_duty(*, entry_id: int, proof: Proof, actor: Actor, at: datetime, today: date) -> DutyEntry:
    """Refuses a day in the future, and an entry already ticked off with other proof. Repeating it changes nothing."""
    entry = DutyEntry.objects.select_for_update(of=("self",)).select_related("commune").filter(pk=entry_id).first()
    if entry is None:
        raise NotFound(_("Không có việc này trong sổ."))
    require(actor, Act.FULFIL_DUTY, Scope(entry.commune_id, unit_id=entry.unit_id))
    if proof.done_on > today:
        raise BadInput(_("Ngày xong việc không thể ở sau hôm nay. Ghi lại ngày đã làm."), field="done_on")
    if entry.done_on is not None:
        if (entry.done_on, entry.proof, entry.document_id) == (proof.done_on, proof.text.strip(), proof.document_id):
            return entry
        raise BadInput(_("Việc này đã ghi là xong ngày %(on)s. Muốn sửa thì mở lại việc trước.")
                       % {"on": f"{entry.done_on:%d/%m/%Y}"}, field="done_on")  # fmt: skip
    tick_off(entry, proof, actor, at)
    return entry


def tick_off(entry: DutyEntry, proof: Proof, actor: Actor, at: datetime) -> None:
    """Write the proof and its audit line; the caller has asked for the right and holds the row."""
    entry.done_on, entry.proof, entry.document_id = proof.done_on, proof.text.strip(), proof.document_id
    entry.done_by = actor.name[:200]
    entry.version += 1
    entry.save(update_fields=["done_on", "proof", "document_id", "done_by", "version"])
    record(
        actor, "duty.fulfilled", f"duty:{entry.pk}", chain=entry.commune.slug, at=at,
        duty=entry.duty, done_on=proof.done_on.isoformat(), due_on=entry.due_on.isoformat() if entry.due_on else None,
    )  # fmt: skip
