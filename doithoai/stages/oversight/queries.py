"""Questions of those who oversee: figures that reconcile, what is late, what was promised and not done.

One count for the result report, the charts and the Front: `domain/figures.py`. The police get place, time and head
counts and nothing else (threats T-09).
"""

from datetime import date

from django.db.models import QuerySet

from doithoai.base.guard import require
from doithoai.domain.answers import SIGNED_STATES, AnswerState
from doithoai.domain.conference import Outcome
from doithoai.domain.figures import Fate, FigureRow, ResultFigures, result_figures
from doithoai.domain.opinions import OpinionState
from doithoai.domain.roles import Act, Actor, Scope
from doithoai.stages.answers.models import Answer
from doithoai.stages.answers.queries import (
    answers_due,
    loaded,
    overdue_answers,
    promises_of,
    transfers_of,
    written_fact,
)
from doithoai.stages.answers.records import AnswerCard, PromiseLine, TransferLine
from doithoai.stages.conference.models import Disposition, Sitting
from doithoai.stages.conference.queries import conference_of
from doithoai.stages.opinions.models import Opinion
from doithoai.stages.oversight.models import SupervisionNote
from doithoai.stages.oversight.records import Fault, NoteLine, PlaceAndTime

WRITTEN = (Fate.ANSWERED_IN_WRITING, Fate.AWAITING_ANSWER)


# --- figures -------------------------------------------------------------------------------------------------------


def result_figures_of(actor: Actor, conference_id: int, today: date) -> ResultFigures:
    """Figures of one conference on a day."""
    require(actor, Act.SEE_FIGURES, Scope(conference_of(conference_id).commune_id))
    return result_figures(figure_rows(Opinion.objects.filter(conference_id=conference_id), today), today=today)


def figures_of_commune(actor: Actor, commune_id: int, today: date, *, year: int | None = None) -> ResultFigures:
    """Figures of every opinion of a commune, of one year where given."""
    require(actor, Act.SEE_FIGURES, Scope(commune_id))
    opinions = Opinion.objects.filter(commune_id=commune_id)
    if year is not None:
        opinions = opinions.filter(year=year)
    return result_figures(figure_rows(opinions, today), today=today)


def figure_rows(opinions: QuerySet[Opinion], today: date) -> list[FigureRow]:
    """One countable row per opinion, in six queries however many there are. Knows of no actor: callers ask for the right."""
    found = list(opinions.select_related("village").order_by("pk"))
    ids = opinions.values("pk")
    answers = {a.opinion_id: a for a in loaded().filter(opinion_id__in=ids)}
    outcomes = dict(Disposition.objects.filter(opinion_id__in=ids).values_list("opinion_id", "outcome"))
    repeated = _repeated(found)
    rows = []
    for opinion in found:
        answer = answers.get(opinion.pk)
        fate = _fate(opinion, outcomes.get(opinion.pk, ""), answer)
        rows.append(
            FigureRow(
                opinion_id=opinion.pk,
                channel=opinion.channel,
                topic=opinion.topic or "other",
                village=opinion.village.name if opinion.village else "",
                nature=opinion.nature,
                fate=fate,
                repeated=opinion.pk in repeated,
                written=written_fact(answer, today) if answer and fate in WRITTEN else None,
            )
        )
    return rows


def _fate(opinion: Opinion, outcome: str, answer: Answer | None) -> Fate:
    state = OpinionState(opinion.state)
    if state is OpinionState.ANSWERED:
        if answer is not None and AnswerState(answer.state) in SIGNED_STATES:
            return Fate.ANSWERED_IN_WRITING
        return Fate.ANSWERED_IN_HALL if outcome == Outcome.ANSWERED_NOW else Fate.ANSWERED_BEFORE
    return {
        OpinionState.AWAITING_ANSWER: Fate.AWAITING_ANSWER,
        OpinionState.TRANSFERRED: Fate.TRANSFERRED,
        OpinionState.TAKEN_APART: Fate.TAKEN_APART,
    }.get(state, Fate.UNDECIDED)


def _repeated(opinions: list[Opinion]) -> set[int]:
    """Opinions whose problem was already raised at an earlier conference, by the group both belong to."""
    groups = {o.group_id for o in opinions if o.group_id}
    first: dict[int, tuple[object, int | None]] = {}
    members = Opinion.objects.filter(group_id__in=groups).order_by("received_at", "pk")
    for group_id, received_at, conference_id in members.values_list("group_id", "received_at", "conference_id"):
        first.setdefault(group_id, (received_at, conference_id))
    return {o.pk for o in opinions if o.group_id and first[o.group_id][1] != o.conference_id}


# --- what is not as it should be ----------------------------------------------------------------------------------------


def overdue_list(actor: Actor, commune_id: int, today: date) -> tuple[AnswerCard, ...]:
    """Written answers owed whose date in force has passed."""
    require(actor, Act.SEE_OPINIONS, Scope(commune_id))
    return overdue_answers(actor, commune_id, today)


def promised_not_done(actor: Actor, commune_id: int, today: date) -> tuple[PromiseLine, ...]:
    """“Hứa mà chưa làm”: promises whose day has passed with nothing proved."""
    require(actor, Act.SEE_OPINIONS, Scope(commune_id))
    return tuple(promise for promise in promises_of(commune_id, today) if promise.broken)


def faults_of(actor: Actor, commune_id: int, today: date) -> tuple[Fault, ...]:
    """Everything an overseer should ask about, the oldest first."""
    require(actor, Act.SEE_OPINIONS, Scope(commune_id))
    faults = []
    for card in answers_due(actor, commune_id, today):
        if card.days_late:
            faults.append(_fault("answer_overdue", card, card.due_on, today))
        if card.extension_untold:
            faults.append(_fault("extension_untold", card, card.due_on, today))
    for line in transfers_of(actor, commune_id, today):
        if line.untold:
            faults.append(_fault("transfer_untold", line, line.transferred_on, today))
        if line.overdue and line.expected_on:
            faults.append(_fault("transfer_overdue", line, line.expected_on, today))
    broken = promised_not_done(actor, commune_id, today)
    faults += [_fault("promise_broken", promise, promise.promised_on, today) for promise in broken]
    return tuple(sorted(faults, key=lambda fault: (fault.since, fault.opinion_id, fault.kind)))


def _fault(kind: str, line: AnswerCard | TransferLine | PromiseLine, since: date, today: date) -> Fault:
    return Fault(
        kind=kind,
        opinion_id=line.opinion_id,
        number=line.number,
        summary=line.summary,
        unit=line.unit,
        since=since,
        days=(today - since).days,
    )


# --- place, time, notes ---------------------------------------------------------------------------------------------


def place_and_time_of(actor: Actor, conference_id: int) -> PlaceAndTime:
    """Where, when and how many: nothing of what anybody said."""
    conference = conference_of(conference_id)
    require(actor, Act.SEE_PLACE_AND_TIME, Scope(conference.commune_id))
    present = Sitting.objects.filter(conference_id=conference_id).values_list("people_present", flat=True).first()
    return PlaceAndTime(
        conference_id=conference.pk,
        title=conference.title,
        state=conference.state,
        on=conference.on,
        starts=conference.starts,
        half_days=conference.half_days,
        place=conference.place,
        villages=tuple(conference.villages.order_by("name").values_list("name", flat=True)),
        expected_people=conference.expected_people,
        people_present=present,
    )


def notes_of(actor: Actor, commune_id: int, *, conference_id: int | None = None) -> tuple[NoteLine, ...]:
    """Notes of overseers, the newest first, of a commune or of one conference."""
    require(actor, Act.SEE_OPINIONS, Scope(commune_id))
    rows = SupervisionNote.objects.filter(commune_id=commune_id).select_related("opinion")
    if conference_id is not None:
        rows = rows.filter(conference_id=conference_id)
    return tuple(
        NoteLine(
            note_id=row.pk,
            conference_id=row.conference_id,
            opinion_id=row.opinion_id,
            number=str(row.opinion.number) if row.opinion else "",
            finding=row.finding,
            words=row.words,
            written_by=row.written_by,
            written_at=row.written_at,
        )
        for row in rows
    )
