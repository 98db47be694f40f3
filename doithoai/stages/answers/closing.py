"""What still holds up the end of a cycle, each thing named in one plain phrase. Changes nothing."""

from dataclasses import dataclass
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


@dataclass(frozen=True)
class Left:
    """One thing that is left: in words, and where it is done. `thing` is minutes, opinion, answer or duty, `pk` its row."""

    words: str
    thing: str
    pk: int
    duty: str = ""


def left_to_do(conference_id: int, today: date) -> list[Left]:
    """Everything that keeps the cycle of a conference open, each named in one plain phrase; empty when it may close."""
    left: list[Left] = []
    if not Sitting.objects.filter(conference_id=conference_id, minutes_signed_at__isnull=False).exists():
        left.append(Left(_("biên bản chưa ký"), "minutes", conference_id))
    unsettled = Opinion.objects.filter(conference_id=conference_id, state__in=UNSETTLED).order_by("year", "number")
    left += [Left(_("ý kiến số %(number)s chưa xử lý") % {"number": o.number}, "opinion", o.pk) for o in unsettled]
    left += _answers_left(conference_id, today)
    transfers = Transfer.objects.filter(opinion__conference_id=conference_id, told_on__isnull=True)
    untold = _("ý kiến số %(number)s đã chuyển cấp trên mà chưa báo người dân")
    left += [
        Left(untold % {"number": number}, "opinion", opinion_id)
        for opinion_id, number in transfers.order_by("opinion__number").values_list("opinion_id", "opinion__number")
    ]
    entries = entries_of(conference_id).filter(duty__in=DEMANDED, done_on__isnull=True, due_on__isnull=False)
    due = _("%(duty)s (hạn %(on)s)")
    left += [
        Left(due % {"duty": _(DUTY_NAMES[Duty(e.duty)]), "on": f"{e.due_on:%d/%m/%Y}"}, "duty", e.pk, e.duty)
        for e in entries
    ]
    return left


def _answers_left(conference_id: int, today: date) -> list[Left]:
    # A reply still owed to an opinion kept apart counts too: it belongs to this conference though never heard there.
    no_answer = Opinion.objects.filter(conference_id=conference_id, owes_written_reply=True).exclude(
        pk__in=Answer.objects.filter(conference_id=conference_id).values("opinion_id")
    )
    given_to_nobody = _("ý kiến số %(number)s chưa giao ai trả lời riêng")
    left = [Left(given_to_nobody % {"number": o.number}, "opinion", o.pk) for o in no_answer]
    for card in cards_of(loaded().filter(Q(conference_id=conference_id) & (owed() | Q(state__in=SIGNED))), today):
        lacks = []
        if card.extension_untold:
            lacks.append(_("ý kiến số %(number)s gia hạn mà chưa báo người dân"))
        if not card.is_signed and not (card.extended and card.punctuality is Punctuality.OPEN):
            lacks.append(_("ý kiến số %(number)s chưa trả lời"))
        if card.state is AnswerState.SIGNED:
            lacks.append(_("ý kiến số %(number)s đã ký trả lời mà chưa gửi"))
        left += [Left(words % {"number": card.number}, "answer", card.answer_id) for words in lacks]
    return left
