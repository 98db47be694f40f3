"""Questions about written answers, promises and transfers. What is shown to people comes as records.

The date in force is asked of `domain/answers.py` on a given day; nothing here reads the clock.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import F, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from doithoai.base.errors import NotFound
from doithoai.base.guard import require
from doithoai.domain.answers import SIGNED_STATES, AnswerState, ExtensionFact, Result, due_in_force, is_untold
from doithoai.domain.answers import days_late as days_after
from doithoai.domain.figures import Punctuality, WrittenFact, is_broken, punctuality_of
from doithoai.domain.opinions import TOPICS, OpinionState
from doithoai.domain.roles import Act, Actor, Reach, Scope, may, reach_of
from doithoai.stages.answers.models import Answer, Transfer
from doithoai.stages.answers.records import (
    AnswerCard,
    AnswerRecord,
    EarlierLine,
    ExtensionLine,
    HallCard,
    PromiseLine,
    TransferLine,
    UnitLateness,
)
from doithoai.stages.conference.queries import conference_of, running_order_of
from doithoai.stages.opinions.models import Opinion

SIGNED = [state.value for state in SIGNED_STATES]


# --- dates ---------------------------------------------------------------------------------------------------------


def extension_facts_of(answer: Answer) -> list[ExtensionFact]:
    """Extensions since the answer was last opened again, in order. Uses what was prefetched."""
    reopened_at = max((earlier.reopened_at for earlier in answer.earlier.all()), default=None)
    return [
        ExtensionFact(row.old_due_on, row.new_due_on, row.told_on)
        for row in answer.extensions.all()
        if reopened_at is None or row.decided_at >= reopened_at
    ]


def due_in_force_of(answer: Answer, today: date) -> date:
    """The date that binds the answer on a day; for a signed one, as it bound on the day of signing."""
    day = min(today, _signed_on(answer) or today)
    return due_in_force(answer.due_on, extension_facts_of(answer), today=day)


def _signed_on(answer: Answer) -> date | None:
    return timezone.localdate(answer.signed_at) if answer.signed_at else None


def _untold(answer: Answer, today: date) -> bool:
    day = min(today, _signed_on(answer) or today)
    return any(is_untold(fact, today=day) for fact in extension_facts_of(answer))


def written_fact(answer: Answer, today: date) -> WrittenFact:
    """The answer as figures count it. Needs `extensions` and `earlier` prefetched to cost no query."""
    earlier = list(answer.earlier.all())
    return WrittenFact(
        first_due_on=answer.first_due_on,
        due_on=due_in_force_of(answer, today),
        signed_on=_signed_on(answer),
        result=answer.result,
        promised_on=answer.promised_on,
        kept_on=answer.promise_kept_on,
        extension_untold=_untold(answer, today),
        reopened=bool(earlier),
        earlier_late=any(timezone.localdate(row.signed_at) > row.due_on for row in earlier),
    )


# --- lists of answers ----------------------------------------------------------------------------------------------


def loaded() -> QuerySet[Answer]:
    """Answers with all that a card needs, in four queries however many there are."""
    return Answer.objects.select_related("opinion", "opinion__village", "unit").prefetch_related(
        "extensions", "earlier"
    )


def owed() -> Q:
    """Answers that the commune still owes: unsigned, and the opinion neither answered otherwise nor passed up."""
    return ~Q(state__in=SIGNED) & Q(opinion__state=OpinionState.AWAITING_ANSWER)


def summary_of(opinion: Opinion) -> str:
    """A line to know an opinion by that never holds a citizen's own words."""
    return opinion.summary or opinion.public_text or TOPICS.get(opinion.topic, TOPICS["other"])


def card_of(answer: Answer, today: date) -> AnswerCard:
    """The answer on a day."""
    fact = written_fact(answer, today)
    opinion = answer.opinion
    return AnswerCard(
        answer_id=answer.pk,
        opinion_id=opinion.pk,
        conference_id=answer.conference_id,
        number=str(opinion.number),
        summary=summary_of(opinion),
        village=opinion.village.name if opinion.village else "",
        topic=opinion.topic,
        unit_id=answer.unit_id,
        unit=answer.unit.name,
        state=AnswerState(answer.state),
        first_due_on=fact.first_due_on,
        due_on=fact.due_on,
        punctuality=punctuality_of(fact, today),
        days_late=days_after(fact.due_on, fact.signed_on, today),
        result=answer.result,
        promised_on=answer.promised_on,
        kept_on=answer.promise_kept_on,
        signed_on=fact.signed_on,
        delivered_on=answer.delivered_on,
        late_reason=answer.late_reason,
        returned_words=answer.returned_words,
        extended=answer.due_on > answer.first_due_on,
        extension_untold=fact.extension_untold,
        reopened=len(answer.earlier.all()),
        version=answer.version,
    )


def cards_of(answers: Iterable[Answer], today: date) -> tuple[AnswerCard, ...]:
    return tuple(sorted((card_of(a, today) for a in answers), key=lambda card: (card.due_on, card.answer_id)))


def seen_by(actor: Actor, commune_id: int) -> Q:
    """Answers of a commune that this actor may read: all of them, or those of his own units; NotAllowed for neither."""
    reaches = reach_of(actor, Act.SEE_OPINIONS, commune_id)
    if reaches & {Reach.COMMUNE, Reach.EVERYWHERE}:
        return Q(commune_id=commune_id)
    units = [post.unit_id for post in actor.posts if post.unit_id and post.commune_id == commune_id]
    if Reach.OWN_UNIT in reaches and units:
        return Q(commune_id=commune_id, unit_id__in=units)
    require(actor, Act.SEE_OPINIONS, Scope(commune_id))
    return Q(pk__in=[])


def answers_due(actor: Actor, commune_id: int, today: date) -> tuple[AnswerCard, ...]:
    """Every answer still owed, the date in force first."""
    return cards_of(loaded().filter(seen_by(actor, commune_id) & owed()), today)


def all_answers(actor: Actor, commune_id: int, today: date) -> tuple[AnswerCard, ...]:
    """Every written answer the actor may read, the newest date first."""
    return cards_of(loaded().filter(seen_by(actor, commune_id)).order_by("-due_on", "-pk"), today)


def overdue_answers(actor: Actor, commune_id: int, today: date) -> tuple[AnswerCard, ...]:
    """Answers owed whose date in force has passed."""
    return tuple(c for c in answers_due(actor, commune_id, today) if c.punctuality is Punctuality.OVERDUE)


def answers_of_conference(actor: Actor, conference_id: int, today: date) -> tuple[AnswerCard, ...]:
    """Every written answer of a conference, signed or not."""
    seen = seen_by(actor, conference_of(conference_id).commune_id)
    return cards_of(loaded().filter(seen, conference_id=conference_id), today)


def work_of_unit(actor: Actor, commune_id: int, unit_id: int, today: date) -> tuple[AnswerCard, ...]:
    """What a unit still has to write or hand over: owed answers, and signed ones not yet delivered."""
    to_deliver = Q(state=AnswerState.SIGNED)
    return cards_of(loaded().filter(seen_by(actor, commune_id) & Q(unit_id=unit_id) & (owed() | to_deliver)), today)


def waiting_for_signature(actor: Actor, commune_id: int, today: date) -> tuple[AnswerCard, ...]:
    """What the chair can sign or give back now."""
    require(actor, Act.SIGN_ANSWER, Scope(commune_id))
    return cards_of(loaded().filter(commune_id=commune_id, state=AnswerState.SUBMITTED), today)


def is_of(commune_id: int, answer_id: int) -> bool:
    """Whether the answer belongs to the commune; pages ask first, so that another commune's is simply not there."""
    return Answer.objects.filter(pk=answer_id, commune_id=commune_id).exists()


def answer_for(actor: Actor, answer_id: int, today: date) -> AnswerRecord:
    """One answer with its whole history. Raises NotFound, and NotAllowed for another unit's or another commune's."""
    answer = loaded().filter(pk=answer_id).first()
    if answer is None:
        raise NotFound(_("Không có văn bản trả lời này."))
    scope = Scope(answer.commune_id, unit_id=answer.unit_id)
    require(actor, Act.SEE_OPINIONS, scope)
    return AnswerRecord(
        card=card_of(answer, today),
        commune_id=answer.commune_id,
        words=answer.opinion.original_words,
        speaker=answer.opinion.speaker_name if may(actor, Act.SEE_IDENTITY, scope) else "",
        text=answer.text,
        why_due=answer.why_due,
        rule=answer.rule,
        article=answer.article,
        drafted_by=answer.drafted_by,
        drafted_at=answer.drafted_at,
        signed_by=answer.signed_by,
        signed_at=answer.signed_at,
        delivered_how=answer.delivered_how,
        promise_proof=answer.promise_proof,
        public_text=answer.public_text,
        public_checked_by=answer.public_checked_by,
        extensions=_extension_lines(answer, today),
        earlier=tuple(
            EarlierLine(
                row.number, row.text, row.result, row.signed_by, row.signed_at, row.due_on, row.reason, row.reopened_at
            )
            for row in answer.earlier.all()
        ),
    )


def _extension_lines(answer: Answer, today: date) -> tuple[ExtensionLine, ...]:
    return tuple(
        ExtensionLine(
            extension_id=row.pk,
            old_due_on=row.old_due_on,
            new_due_on=row.new_due_on,
            reason=row.reason,
            decided_by=row.decided_by,
            decided_at=row.decided_at,
            told_on=row.told_on,
            told_how=row.told_how,
            untold=is_untold(ExtensionFact(row.old_due_on, row.new_due_on, row.told_on), today=today),
        )
        for row in answer.extensions.all()
    )


def answer_of_opinion(opinion_id: int) -> Answer | None:
    """The written answer of an opinion, or None."""
    return Answer.objects.filter(opinion_id=opinion_id).first()


def lateness_by_unit(actor: Actor, commune_id: int, today: date) -> tuple[UnitLateness, ...]:
    """Each unit's written answers by how they stand to their date; a distribution, not an average. By unit name."""
    require(actor, Act.SEE_FIGURES, Scope(commune_id))
    by_unit: dict[int, list[AnswerCard]] = {}
    for card in cards_of(loaded().filter(Q(commune_id=commune_id) & (owed() | Q(state__in=SIGNED))), today):
        by_unit.setdefault(card.unit_id, []).append(card)
    return tuple(sorted((_lateness(cards) for cards in by_unit.values()), key=lambda one: (one.unit, one.unit_id)))


def _lateness(cards: Sequence[AnswerCard]) -> UnitLateness:
    def count(kind: Punctuality) -> int:
        return sum(card.punctuality is kind for card in cards)

    return UnitLateness(
        unit_id=cards[0].unit_id,
        unit=cards[0].unit,
        owed=sum(not card.is_signed for card in cards),
        on_time=count(Punctuality.ON_TIME),
        extended=count(Punctuality.EXTENDED),
        late=count(Punctuality.LATE),
        overdue=count(Punctuality.OVERDUE),
        late_days=tuple(sorted(card.days_late for card in cards if card.days_late)),
    )


# --- promises ------------------------------------------------------------------------------------------------------


def promises_of(commune_id: int, today: date, *, only_open: bool = True) -> tuple[PromiseLine, ...]:
    """What signed answers of the commune promised, the earliest day first; kept ones too when asked."""
    rows = loaded().filter(commune_id=commune_id, state__in=SIGNED, result=Result.PROMISED, promised_on__isnull=False)
    if only_open:
        rows = rows.filter(promise_kept_on__isnull=True)
    lines = (_promise(row, today) for row in rows)
    return tuple(sorted(lines, key=lambda line: (line.promised_on, line.answer_id)))


def _promise(answer: Answer, today: date) -> PromiseLine:
    opinion = answer.opinion
    return PromiseLine(
        answer_id=answer.pk,
        opinion_id=opinion.pk,
        conference_id=answer.conference_id,
        number=str(opinion.number),
        summary=summary_of(opinion),
        village=opinion.village.name if opinion.village else "",
        topic=opinion.topic,
        group_id=opinion.group_id,
        unit=answer.unit.name,
        promised_on=answer.promised_on or answer.due_on,
        kept_on=answer.promise_kept_on,
        proof=answer.promise_proof,
        broken=is_broken(answer.promised_on, answer.promise_kept_on, today),
    )


def promises_before(conference_id: int, today: date) -> tuple[PromiseLine, ...]:
    """Promises of earlier dialogues still open: what the next conference begins with."""
    conference = conference_of(conference_id)
    return tuple(p for p in promises_of(conference.commune_id, today) if p.conference_id != conference_id)


def hall_cards_of(actor: Actor, conference_id: int, today: date) -> tuple[HallCard, ...]:
    """The running order with earlier promises on the same problem (group), or the same topic in the same village."""
    items = running_order_of(actor, conference_id)
    commune_id = conference_of(conference_id).commune_id
    earlier = [p for p in promises_of(commune_id, today, only_open=False) if p.conference_id != conference_id]
    return tuple(
        HallCard(
            item=item,
            promises=tuple(
                p
                for p in earlier
                if p.opinion_id != item.opinion_id
                and (
                    (item.group_id is not None and p.group_id == item.group_id)
                    or (item.topic and (p.topic, p.village) == (item.topic, item.village))
                )
            ),
        )
        for item in items
    )


# --- transfers -----------------------------------------------------------------------------------------------------


def transfers_of(
    actor: Actor, commune_id: int, today: date, *, conference_id: int | None = None
) -> tuple[TransferLine, ...]:
    """Opinions passed up, the newest first, of the commune or of one conference."""
    require(actor, Act.SEE_OPINIONS, Scope(commune_id))
    rows = Transfer.objects.filter(opinion__commune_id=commune_id)
    if conference_id is not None:
        rows = rows.filter(opinion__conference_id=conference_id)
    rows = rows.select_related("opinion", "opinion__village", "unit").order_by(F("transferred_on").desc(), "-pk")
    return tuple(_transfer(row, today) for row in rows)


def _transfer(row: Transfer, today: date) -> TransferLine:
    return TransferLine(
        opinion_id=row.opinion_id,
        number=str(row.opinion.number),
        summary=summary_of(row.opinion),
        village=row.opinion.village.name if row.opinion.village else "",
        unit=row.unit.name if row.unit else "",
        body=row.body,
        reason=row.reason,
        transferred_on=row.transferred_on,
        expected_on=row.expected_on,
        told_on=row.told_on,
        told_how=row.told_how,
        reply=row.reply,
        replied_on=row.replied_on,
        untold=row.told_on is None and today > row.transferred_on,
        overdue=row.replied_on is None and row.expected_on is not None and today > row.expected_on,
    )
