"""Correct what the reader found. The first finding stays in the list of corrections, with who changed it and when."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from doithoai.base.audit import record
from doithoai.base.errors import BadInput, NotFound, Stale
from doithoai.base.guard import require
from doithoai.domain.roles import Act, Actor, Scope
from doithoai.stages.people.models import Commune
from doithoai.stages.plans.models import Reading

CORRECTABLE = frozenset(
    {
        "type", "form", "issuer", "commune", "province", "number", "issued_on", "title", "year", "legal_bases",
        "conferences", "chairs", "secretaries", "attendees", "topics", "exclusions", "programme", "deadlines", "tasks",
        "recipients", "signatory",
    }
)  # fmt: skip


@transaction.atomic
def correct_reading(
    *, reading_id: int, changes: Mapping[str, Any], version: int, actor: Actor, at: datetime
) -> Reading:
    """`changes` maps field names of the reading to their right values. Unchanged values leave no trace."""
    reading = Reading.objects.select_for_update().filter(pk=reading_id).first()
    if reading is None or reading.commune_id is None:
        raise NotFound(_("Không có bản đọc này trong xã. Tải tệp lên lại."))
    require(actor, Act.PLAN, Scope(reading.commune_id))
    if reading.started_plan_id:
        raise BadInput(_("Kế hoạch này đã bắt đầu. Sửa ở trang cuộc đối thoại."))
    if reading.version != version:
        raise Stale(_("Có người vừa sửa bản đọc này. Xem lại rồi lưu lần nữa."), version=reading.version)
    unknown = set(changes) - CORRECTABLE
    if unknown:
        raise BadInput(_("Không sửa được mục: %(names)s.") % {"names": ", ".join(sorted(unknown))})
    changed = [name for name, value in changes.items() if reading.found.get(name) != value]
    for name in changed:
        reading.corrections.append(
            {
                "field": name,
                "from": reading.found.get(name),
                "to": changes[name],
                "by": actor.name,
                "at": at.isoformat(),
            }
        )
        reading.found[name] = changes[name]
    if changed:
        reading.version += 1
        reading.save()
        chain = Commune.objects.get(pk=reading.commune_id).slug
        record(actor, "plan.corrected", f"reading:{reading.pk}", chain=chain, at=at, fields=sorted(changed))
    return reading
