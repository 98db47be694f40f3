"""The way of one petition, each step with its day, and the answer's words without whoever asked.

The Front and the Council read this: no original words, no name (threats T-09 speaks of the police, who get none of it).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from math import inf

from django.utils.translation import gettext as _

from doithoai.domain.conference import Outcome
from doithoai.domain.identity import mask, suspects_in
from doithoai.domain.opinions import Channel, OpinionState
from doithoai.stages.answers.records import AnswerRecord, TransferLine
from doithoai.stages.conference.models import Disposition
from doithoai.stages.opinions.models import Opinion
from doithoai.stages.opinions.records import Detail
from doithoai.stages.opinions.search_text import person_of
from doithoai.stages.people.queries import villages_of
from doithoai.web.ui.records import Event, Promise, Step
from doithoai.web.ui.stored import stored, with_stored
from doithoai.web.ui.words import local_day, vn_date
from doithoai.web.watch.wording import OPINION_CHANNELS, OUTCOMES

Hide = Callable[[str], str]


@dataclass(frozen=True)
class Way:
    """What happened to one petition: the opinion itself, what the chair decided, the written answer, the higher body."""

    found: Detail
    decision: Disposition | None
    answer: AnswerRecord | None
    transfer: TransferLine | None


def without_identity(opinion_id: int, commune_id: int) -> Hide:
    """What leaves out of a text everything that may tell who somebody is."""
    person = person_of(Opinion.objects.get(pk=opinion_id))
    places = tuple(village.name for village in villages_of(commune_id))
    return lambda text: mask(text, suspects_in(text, known=(person,), places=places))


def events_of(way: Way, hide: Hide) -> list[Event]:
    """Every step so far in order of time. Reasons and proofs are the office's own writing and may name who asked."""
    row, decision, answer, transfer = way.found.opinion, way.decision, way.answer, way.transfer
    channel = OPINION_CHANNELS[Channel(row.channel)]
    events = [Event(row.received_at, _("Xã nhận ý kiến (%(channel)s)") % {"channel": channel})]
    events += [
        Event(one.assigned_at, _("Giao %(unit)s chuẩn bị trả lời") % {"unit": one.unit}, note=_by(one.brief_due_on))
        for one in way.found.assignments
    ]
    if row.answered_before_at:
        events.append(Event(row.answered_before_at, _("Trả lời trước hội nghị"), by=row.answered_before_by))
    if decision is not None and decision.outcome and decision.decided_at:
        events.append(Event(decision.decided_at, str(OUTCOMES[Outcome(decision.outcome)]), note=_decided(decision)))
    if answer is not None:
        events += _answer_events(answer, hide)
    if transfer is not None:
        events += _transfer_events(transfer, hide)
    return sorted(events, key=_place_in_time)


def _place_in_time(event: Event) -> tuple[date, float]:
    """What has a day and no hour stands after what happened at an hour of that day: a letter goes out once signed."""
    return local_day(event.at), event.at.timestamp() if isinstance(event.at, datetime) else inf


def steps_of(found: Detail, decision: Disposition | None, answer: AnswerRecord | None) -> list[Step]:
    """The same way as a picture: the stages of this petition, with the one it waits for, or the last, marked as present."""
    row = found.opinion
    state = OpinionState(row.state)
    is_discussed = answer is not None or bool(decision is not None and decision.outcome)
    stages = [(_("Xã đã nhận"), True)]
    if row.answered_before_at:
        stages.append((_("Trả lời trước hội nghị"), True))
    elif state is OpinionState.TAKEN_APART:
        stages.append((_("Tách riêng"), True))
    elif is_discussed or state is not OpinionState.TRANSFERRED:
        stages.append((_("Giao đơn vị"), is_discussed or bool(found.assignments)))
        stages.append((_("Đối thoại"), is_discussed))
    if state is OpinionState.TRANSFERRED:
        stages += [(_("Đã chuyển cấp trên"), True), (_("Cấp trên trả lời"), False)]
    elif answer is not None or not (row.answered_before_at or state is OpinionState.TAKEN_APART):
        is_signed = answer is not None and answer.card.is_signed
        stages.append((_("Trả lời"), is_signed or state is OpinionState.ANSWERED))
    if answer is not None and answer.card.promised_on:
        stages.append((_("Làm xong việc đã hứa"), answer.card.kept_on is not None))
    at = next((place for place, (_words, is_done) in enumerate(stages) if not is_done), len(stages) - 1)
    return [
        Step(words, "current" if place == at else "done" if is_done else "")
        for place, (words, is_done) in enumerate(stages)
    ]


def promises_of(answer: AnswerRecord | None, what: str, today: date) -> list[Promise]:
    """The promise of an answer, with `what` it is about and how it stands; none where nothing was promised."""
    card = answer.card if answer else None
    if card is None or card.promised_on is None:
        return []
    if card.kept_on:
        state, words = "done", _("đã làm xong ngày %(day)s") % {"day": vn_date(card.kept_on)}
    elif card.promised_on < today:
        state, words = "late", _("hứa mà chưa làm")
    else:
        state, words = "open", _("chưa đến hẹn")
    return [Promise(what, card.unit, card.promised_on, state, words)]


def _by(day: object) -> str:
    return _("chuẩn bị xong trước %(day)s") % {"day": vn_date(day)} if day else ""  # type: ignore[arg-type] -- a date


def _decided(decision: Disposition) -> str:
    parts = [decision.unit.name if decision.unit else "", decision.body]
    if decision.due_on:
        parts.append(_("hạn %(day)s") % {"day": vn_date(decision.due_on)})
    return ", ".join(part for part in parts if part)


def _answer_events(answer: AnswerRecord, hide: Hide) -> list[Event]:
    card = answer.card
    events = [
        Event(
            one.decided_at,
            with_stored(
                _("Gia hạn từ %(old)s đến %(new)s: %(why)s"),
                {"why": hide(one.reason)},
                old=vn_date(one.old_due_on),
                new=vn_date(one.new_due_on),
            ),
            by=one.decided_by,
            note=_("đã báo người dân ngày %(day)s") % {"day": vn_date(one.told_on)}
            if one.told_on
            else _("chưa báo người dân"),
        )
        for one in answer.extensions
    ]
    events += [
        Event(one.reopened_at, _("Người dân chưa hài lòng, mở lại"), note=_("hạn trước đó: %(day)s") % {"day": vn_date(one.due_on)})
        for one in answer.earlier
    ]  # fmt: skip
    if answer.signed_at:
        late = _("chậm %(n)s ngày. Lý do: %(why)s")
        note = with_stored(late, {"why": hide(card.late_reason)}, n=card.days_late) if card.days_late else ""
        events.append(Event(answer.signed_at, _("Ký văn bản trả lời"), note=note))
    if card.delivered_on:
        events.append(
            Event(card.delivered_on, _("Giao trả lời cho người dân"), note=stored(hide(answer.delivered_how)))
        )
    if card.kept_on:
        events.append(Event(card.kept_on, _("Làm xong việc đã hứa"), note=stored(hide(answer.promise_proof))))
    return events


def _transfer_events(line: TransferLine, hide: Hide) -> list[Event]:
    events = [Event(line.transferred_on, _("Chuyển %(body)s") % {"body": line.body}, note=stored(hide(line.reason)))]
    if line.told_on:
        events.append(Event(line.told_on, _("Báo người dân việc chuyển"), note=stored(hide(line.told_how))))
    if line.replied_on:
        events.append(Event(line.replied_on, _("Cấp trên trả lời")))
    return events
