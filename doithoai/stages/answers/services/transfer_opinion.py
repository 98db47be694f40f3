"""Pass an opinion beyond the commune's power to the body that decides; the citizen is told which and by when."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from doithoai.base.audit import record
from doithoai.base.errors import BadInput
from doithoai.base.guard import require
from doithoai.domain.answers import check_transfer
from doithoai.domain.conference import Outcome, state_after
from doithoai.domain.lifecycle import NotPossible
from doithoai.domain.opinions import OpinionState
from doithoai.domain.roles import Act, Actor, Scope
from doithoai.domain.texts import clean, clean_line
from doithoai.stages.answers.models import Transfer
from doithoai.stages.answers.services.settle_answer_duty import settle_answer_duty
from doithoai.stages.conference.queries import successor_of
from doithoai.stages.conference.services.locking import lock_opinion
from doithoai.stages.conference.services.step_opinion import step_opinion
from doithoai.stages.people.models import Unit


@dataclass(frozen=True)
class TransferWanted:
    """Where it goes, why, and when an answer is expected. `unit_id` is the commune's own unit that follows it up."""

    body: str
    reason: str
    expected_on: date | None
    unit_id: int | None = None


@transaction.atomic
def transfer_opinion(*, opinion_id: int, wanted: TransferWanted, actor: Actor, at: datetime) -> Transfer:
    """A body that no longer exists is refused with its successor named. An opinion is transferred once."""
    opinion = lock_opinion(opinion_id)
    require(actor, Act.TRANSFER_OPINION, Scope(opinion.commune_id))
    today = timezone.localdate(at)
    wanted = replace(wanted, body=clean_line(wanted.body)[:200], reason=clean(wanted.reason))
    if Transfer.objects.filter(opinion=opinion).exists():
        raise NotPossible(_("Ý kiến này đã chuyển đi rồi. Xem nơi nhận trong hồ sơ ý kiến."))
    check_transfer(
        body=wanted.body, reason=wanted.reason, expected_on=wanted.expected_on, today=today,
        successor=successor_of(wanted.body, today),
    )  # fmt: skip
    if wanted.unit_id and not Unit.objects.filter(pk=wanted.unit_id, commune_id=opinion.commune_id).exists():
        raise BadInput(_("Chọn đơn vị trong xã."), field="unit")
    transfer = Transfer.objects.create(
        opinion=opinion,
        unit_id=wanted.unit_id,
        body=wanted.body,
        reason=wanted.reason,
        transferred_on=today,
        expected_on=wanted.expected_on,
        decided_by=actor.name[:200],
        decided_at=at,
    )
    target = state_after(OpinionState(opinion.state), Outcome.PASSED_UP)
    step_opinion(opinion=opinion, to=target, actor=actor, at=at)
    settle_answer_duty(conference_id=opinion.conference_id, actor=actor, at=at)
    record(
        actor, "opinion.transferred", f"opinion:{opinion.pk}", chain=opinion.commune.slug, at=at,
        expected_on=wanted.expected_on, unit=wanted.unit_id,
    )  # fmt: skip
    return transfer
