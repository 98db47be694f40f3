"""Keep what the reader found in an uploaded document, so that a person can compare, correct and start it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction

from doithoai.base.audit import record
from doithoai.base.guard import require
from doithoai.domain.roles import Act, Actor, Scope
from doithoai.stages.people.models import Commune
from doithoai.stages.plans.models import Reading


@dataclass(frozen=True)
class SourceText:
    """An uploaded document: its file name, its lines as one text, what was read and where each field stands."""

    name: str
    text: str
    found: Mapping[str, Any]
    marks: Mapping[str, Any] = field(default_factory=dict)


@transaction.atomic
def keep_reading(*, commune_id: int, source: SourceText, actor: Actor, at: datetime) -> Reading:
    """The same text uploaded again while it waits gives the same reading, with its corrections."""
    require(actor, Act.PLAN, Scope(commune_id))
    commune = Commune.objects.get(pk=commune_id)
    digest = hashlib.sha256(source.text.encode()).hexdigest()
    waiting = Reading.objects.filter(commune=commune, source_sha256=digest, started_plan__isnull=True).first()
    if waiting is not None:
        return waiting
    reading = Reading.objects.create(
        commune=commune,
        uploaded_by_id=actor.user_id,
        source_name=source.name[:200],
        source_text=source.text,
        source_sha256=digest,
        found=dict(source.found),
        marks=dict(source.marks),
        created_at=at,
    )
    record(actor, "plan.read", f"reading:{reading.pk}", chain=commune.slug, at=at, sha256=digest)
    return reading
