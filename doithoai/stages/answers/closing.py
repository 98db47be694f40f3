"""What still holds up the end of a cycle, each thing named in one plain phrase. Changes nothing."""

from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from doithoai.domain.answers import AnswerState
from doithoai.domain.duties import DUTY_NAMES, Duty
from doithoai.domain.figures import Punctuality
from doithoai.domain.opinions import OpinionState
from doithoai.stages.answers.models import Answer, Transfer
from doithoai.stages.answers.queries import SIGNED, cards_of, loaded, owed
from doithoai.stages.conference.models import Sitting
from doithoai.stages.duties.queries import entries_of
from doithoai.stages.opinions.models import Opinion

DEMANDED = (Duty.REVIEW, Duty.CONCLUSION_NOTICE, Duty.PUBLISH_RESULT, Duty.REPORT, Duty.SURVEY)
UNSETTLED = (OpinionState.RECEIVED, OpinionState.SORTED, OpinionState.ASSIGNED)


def left_to_do(conference_id: int, today: date) -> list[str]:
    """Everything that keeps the cycle of a conference open, each named in one plain phrase; empty when it may close."""
    left = []
    if not Sitting.objects.filter(conference_id=conference_id, minutes_signed_at__isnull=False).exists():
        left.append(_("biên bản chưa ký"))
    unsettled = Opinion.objects.filter(conference_id=conference_id, state__in=UNSETTLED).order_by("year", "number")
    left += [_("ý kiến số %(number)s chưa xử lý") % {"number": o.number} for o in unsettled]
    left += _answers_left(conference_id, today)
    transfers = Transfer.objects.filter(opinion__conference_id=conference_id, told_on__isnull=True)
    left += [
        _("ý kiến số %(number)s đã chuyển cấp trên mà chưa báo người dân") % {"number": number}
        for number in transfers.order_by("opinion__number").values_list("opinion__number", flat=True)
    ]
    entries = entries_of(conference_id).filter(duty__in=DEMANDED, done_on__isnull=True, due_on__isnull=False)
    left += [
        _("%(duty)s (hạn %(on)s)") % {"duty": _(DUTY_NAMES[Duty(e.duty)]), "on": f"{e.due_on:%d/%m/%Y}"}
        for e in entries
    ]
    return left


def _answers_left(conference_id: int, today: date) -> list[str]:
    left = []
    # A reply still owed to an opinion kept apart counts too: it belongs to this conference though never heard there.
    no_answer = Opinion.objects.filter(conference_id=conference_id, owes_written_reply=True).exclude(
        pk__in=Answer.objects.filter(conference_id=conference_id).values("opinion_id")
    )
    left += [_("ý kiến số %(number)s chưa giao ai trả lời riêng") % {"number": o.number} for o in no_answer]
    for card in cards_of(loaded().filter(Q(conference_id=conference_id) & (owed() | Q(state__in=SIGNED))), today):
        if card.extension_untold:
            left.append(_("ý kiến số %(number)s gia hạn mà chưa báo người dân") % {"number": card.number})
        if not card.is_signed and not (card.extended and card.punctuality is Punctuality.OPEN):
            left.append(_("ý kiến số %(number)s chưa trả lời") % {"number": card.number})
        if card.state is AnswerState.SIGNED:
            left.append(_("ý kiến số %(number)s đã ký trả lời mà chưa gửi") % {"number": card.number})
    return left
