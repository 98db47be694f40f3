"""Record the review meeting after the conference, with violations dealt with if there were any."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from doithoai.base.audit import record
from doithoai.base.errors import BadInput
from doithoai.base.guard import require
from doithoai.domain.duties import Duty
from doithoai.domain.plans import ConferenceState
from doithoai.domain.roles import Act, Actor, Scope
from doithoai.domain.texts import clean
from doithoai.stages.conference.models import Review, Sitting
from doithoai.stages.conference.services.locking import lock_conference, refuse_unless
from doithoai.stages.duties.services.fulfil_by_event import fulfil_by_event
from doithoai.stages.duties.services.fulfil_duty import Proof


@dataclass(frozen=True)
class ReviewHeld:
    """What the review said. `violations` is empty when there were none."""

    held_on: date
    went_well: str = ""
    to_improve: str = ""
    violations: str = ""


@transaction.atomic
def record_review(*, conference_id: int, review: ReviewHeld, actor: Actor, at: datetime) -> Review:
    """May be corrected until the cycle is closed."""
    conference = lock_conference(conference_id)
    require(actor, Act.CONCLUDE, Scope(conference.commune_id))
    refuse_unless(conference, (ConferenceState.HELD, ConferenceState.CONCLUDED))
    _check(review, conference.pk, timezone.localdate(at))
    kept, _made = Review.objects.update_or_create(
        conference=conference,
        defaults={
            "held_on": review.held_on,
            "went_well": clean(review.went_well),
            "to_improve": clean(review.to_improve),
            "violations": clean(review.violations),
            "written_by": actor.name[:200],
            "written_at": at,
        },
    )
    record(
        actor, "review.recorded", f"conference:{conference.pk}", chain=conference.commune.slug, at=at,
        held_on=review.held_on.isoformat(), violations=bool(review.violations.strip()),
    )  # fmt: skip
    fulfil_by_event(
        conference_id=conference_id,
        duty=Duty.REVIEW,
        proof=Proof(review.held_on, "Đã họp rút kinh nghiệm."),
        actor=actor,
        at=at,
    )
    return kept


def _check(review: ReviewHeld, conference_id: int, today: date) -> None:
    opened_at = Sitting.objects.filter(conference_id=conference_id).values_list("opened_at", flat=True).first()
    if opened_at and review.held_on < timezone.localdate(opened_at):
        raise BadInput(_("Họp rút kinh nghiệm không thể trước ngày hội nghị."), field="held_on")
    if review.held_on > today:
        raise BadInput(_("Ngày họp chưa đến. Ghi ngày đã họp thật."), field="held_on")
    if not (review.went_well.strip() or review.to_improve.strip()):
        raise BadInput(_("Ghi ít nhất một điều làm được hoặc cần rút kinh nghiệm."), field="went_well")
