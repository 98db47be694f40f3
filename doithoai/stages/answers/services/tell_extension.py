"""Record that the citizen was told of an extension and its reason: only then does the new date bind."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from doithoai.base.audit import record
from doithoai.base.guard import require
from doithoai.domain.answers import check_telling
from doithoai.domain.duties import Duty
from doithoai.domain.roles import Act, Actor, Scope
from doithoai.domain.texts import clean_line
from doithoai.stages.answers.models import Extension
from doithoai.stages.answers.services.locking import lock_extension
from doithoai.stages.duties.services.fulfil_by_event import fulfil_by_event
from doithoai.stages.duties.services.fulfil_duty import Proof
from doithoai.stages.opinions.search_text import masked


@transaction.atomic
def tell_extension(*, extension_id: int, told_on: date, how: str, actor: Actor, at: datetime) -> Extension:
    """Told on a day between the decision and today. Telling a second time changes nothing."""
    extension = lock_extension(extension_id)
    commune = extension.answer.commune
    require(actor, Act.EXTEND_ANSWER, Scope(commune.pk, unit_id=extension.answer.unit_id))
    if extension.told_on is not None:
        return extension
    since = timezone.localdate(extension.decided_at)
    how = clean_line(how)[:200]
    check_telling(told_on=told_on, how=how, since=since, today=timezone.localdate(at))
    extension.told_on, extension.told_how = told_on, how
    extension.save(update_fields=["told_on", "told_how"])
    record(actor, "extension.told", f"answer:{extension.answer_id}", chain=commune.slug, at=at, on=told_on)
    if extension.answer.conference_id is not None:
        fulfil_by_event(
            conference_id=extension.answer.conference_id,
            duty=Duty.EXTENSION_NOTICE,
            # The ledger is open to people who may not know who asked.
            proof=Proof(told_on, masked(how, extension.answer.opinion, ())),
            actor=actor,
            at=at,
        )
    return extension
