"""Record that the citizen was told where his opinion went and when an answer is expected."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from doithoai.base.audit import record
from doithoai.base.guard import require
from doithoai.domain.answers import check_telling
from doithoai.domain.duties import Duty
from doithoai.domain.roles import Act, Actor, Scope
from doithoai.domain.texts import clean_line
from doithoai.stages.answers.models import Transfer
from doithoai.stages.answers.services.locking import lock_transfer
from doithoai.stages.duties.services.fulfil_by_event import fulfil_by_event
from doithoai.stages.duties.services.fulfil_duty import Proof
from doithoai.stages.opinions.search_text import masked


@transaction.atomic
def tell_transfer(*, opinion_id: int, told_on: date, how: str, actor: Actor, at: datetime) -> Transfer:
    """Told on a day between the transfer and today. Telling a second time changes nothing."""
    transfer = lock_transfer(opinion_id)
    commune = transfer.opinion.commune
    require(actor, Act.TRANSFER_OPINION, Scope(commune.pk))
    if transfer.told_on is not None:
        return transfer
    how = clean_line(how)[:200]
    check_telling(told_on=told_on, how=how, since=transfer.transferred_on, today=timezone.localdate(at))
    transfer.told_on, transfer.told_how = told_on, how
    transfer.save(update_fields=["told_on", "told_how"])
    record(actor, "transfer.told", f"opinion:{opinion_id}", chain=commune.slug, at=at, on=told_on)
    if transfer.opinion.conference_id is not None:
        fulfil_by_event(
            conference_id=transfer.opinion.conference_id,
            duty=Duty.TRANSFER_NOTICE,
            # The ledger is open to people who may not know who asked.
            proof=Proof(told_on, masked(how, transfer.opinion, ())),
            actor=actor,
            at=at,
        )
    return transfer
