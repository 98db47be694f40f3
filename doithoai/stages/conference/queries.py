"""Questions about a sitting: agenda, running order, speakers, decisions, the four lists, the words of the minutes.

Promises of earlier conferences stand in stages/answers, which knows them. What is shown to people comes as records;
a citizen's name is in them only for an actor who may see identities.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import date, datetime

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from doithoai.base.errors import NotFound
from doithoai.base.guard import require
from doithoai.domain.conference import FourLists, Outcome, Raised, SpeakerState, four_lists
from doithoai.domain.duties import Duty
from doithoai.domain.minutes import Heard, MinutesFacts, Speech, compose_minutes
from doithoai.domain.opinions import TOPICS, Necessity, OpinionState
from doithoai.domain.plans import ConferenceState
from doithoai.domain.programme import Opening, Step, default_programme, opening_warnings, seconds_spoken
from doithoai.domain.roles import Act, Actor, Scope, may
from doithoai.domain.rules import bodies
from doithoai.stages.conference.models import AgendaItem, Conclusion, Disposition, Review, Sitting, Speaker
from doithoai.stages.conference.records import AgendaLine, Brief, RuleDue, RunningItem, SittingRecord, SpeakerLine
from doithoai.stages.duties import laying
from doithoai.stages.duties.queries import answer_due_for, entries_of
from doithoai.stages.opinions.models import AnswerBrief, Opinion
from doithoai.stages.opinions.search_text import masked, without_speaker
from doithoai.stages.people.models import Village
from doithoai.stages.plans.models import Conference
from doithoai.stages.rulebook import shelf

WAS_HELD = (ConferenceState.HELD, ConferenceState.CONCLUDED, ConferenceState.CLOSED)


def conference_of(conference_id: int) -> Conference:
    """The conference with commune and plan; raises NotFound."""
    found = Conference.objects.select_related("commune", "plan").filter(pk=conference_id).first()
    if found is None:
        raise NotFound(_("Không có cuộc đối thoại này."))
    return found


def policies_of(conference: Conference) -> Mapping[str, object]:
    """Ways of working: as the plan settled them when it was started, else by the rules of the conference's day."""
    if conference.plan is not None and conference.plan.policies:
        return conference.plan.policies
    return {name: settled.value for name, settled in laying.policies_of(conference).items()}


def rule_due_for(conference: Conference, received_on: date) -> RuleDue | None:
    """By when the rules want a written answer to an opinion received then; None where no rule sets a day."""
    entries = [entry for entry in entries_of(conference.pk) if entry.duty == Duty.ANSWER and entry.due_on]
    on = answer_due_for(conference, received_on) if entries else None
    if on is None:
        return None
    entry = min(entries, key=lambda found: found.due_on or date.max)
    return RuleDue(on=on, rule=entry.rule, article=entry.article, why=entry.text)


def successor_of(body: str, on: date) -> str | None:
    """The body that took over when this one has ceased by that day; None for one still in being."""
    found = bodies.successor_of(body, on, shelf.ended_bodies())
    return found.successor if found else None


# --- programme -----------------------------------------------------------------------------------------------------


def agenda_of(conference_id: int) -> tuple[AgendaLine, ...]:
    """The programme in order; public knowledge, so nobody is asked who he is."""
    rows = AgendaItem.objects.filter(conference_id=conference_id)
    return tuple(AgendaLine(row.order, row.title, row.who, row.minutes) for row in rows)


def proposed_agenda(conference: Conference) -> tuple[Step, ...]:
    """The plan's own programme, else a customary one; with the results of last time when there was a last time."""
    planned = conference.plan.reading.get("programme", []) if conference.plan else []
    earlier = Conference.objects.filter(commune_id=conference.commune_id, state__in=WAS_HELD).exclude(pk=conference.pk)
    return default_programme(
        [text for text in planned if isinstance(text, str)], chair=conference.chair, has_earlier=earlier.exists()
    )


def warnings_for_opening(conference: Conference, today: date) -> tuple[str, ...]:
    """What to read before the sitting is opened on that day; nothing once it has been."""
    if conference.state not in (ConferenceState.PLANNED, ConferenceState.ANNOUNCED):
        return ()
    return opening_warnings(
        Opening(
            today=today,
            announced_on=conference.on,
            was_announced=conference.state == ConferenceState.ANNOUNCED,
            co_chair_policy=str(policies_of(conference).get("co_chair", "none")),
            co_chair=conference.co_chair,
            secretary=conference.secretary,
            people_present=conference.expected_people,
        ),
        _,
    )


# --- running order -------------------------------------------------------------------------------------------------


def raised_opinions(conference_id: int) -> QuerySet[Opinion]:
    """Opinions on this conference's agenda: not those kept apart before it, but those taken apart in it."""
    decided = Disposition.objects.filter(conference_id=conference_id).exclude(outcome="").values("opinion_id")
    on_agenda = Q(apart_reason="") & ~Q(state=OpinionState.TAKEN_APART)
    return Opinion.objects.filter(Q(conference_id=conference_id) & (on_agenda | Q(pk__in=decided)))


def answered_in_hall(opinion_id: int) -> Disposition | None:
    """The decision on an opinion that was answered on the spot, or None."""
    return Disposition.objects.filter(opinion_id=opinion_id, outcome=Outcome.ANSWERED_NOW).first()


def dispositions_of(conference_id: int) -> dict[int, Disposition]:
    """Decisions and places by opinion."""
    rows = Disposition.objects.filter(conference_id=conference_id).select_related("unit")
    return {row.opinion_id: row for row in rows}


def running_order_of(actor: Actor, conference_id: int) -> tuple[RunningItem, ...]:
    """Every opinion on the agenda in the hall's order, with the unit's brief and the chair's decision.

    Newcomers without a place stand last. Raises NotAllowed for whoever may not see the commune's opinions.
    """
    conference = conference_of(conference_id)
    scope = Scope(conference.commune_id)
    require(actor, Act.SEE_OPINIONS, scope)
    opinions = list(raised_opinions(conference_id).select_related("village", "unit", "group"))
    rows = dispositions_of(conference_id)
    briefs = {
        brief.opinion_id: brief
        for brief in AnswerBrief.objects.filter(opinion__conference_id=conference_id).select_related("unit")
    }
    voices = Counter(o.group_id for o in opinions if o.group_id)
    items = [
        (o, _item(place, o, rows.get(o.pk), briefs.get(o.pk), voices.get(o.group_id, 1)))
        for place, o in enumerate(in_order(opinions, rows), 1)
    ]
    if may(actor, Act.SEE_IDENTITY, scope):
        return tuple(item for _opinion, item in items)
    places = tuple(Village.objects.filter(commune_id=conference.commune_id).values_list("name", flat=True))
    return tuple(_without_identity(item, opinion, places) for opinion, item in items)


def _without_identity(item: RunningItem, opinion: Opinion, places: tuple[str, ...]) -> RunningItem:
    """For a co-chair without the right to identity: the citizen's words and the office's notes masked."""
    brief = item.brief
    return replace(
        item,
        summary=without_speaker(item.summary, opinion),
        words=masked(item.words, opinion, places),
        speaker="",
        brief=brief and replace(
            brief, facts=masked(brief.facts, opinion, places),
            proposed_answer=masked(brief.proposed_answer, opinion, places),
        ),
        answered_before_words=masked(item.answered_before_words, opinion, places),
        said=masked(item.said, opinion, places),
        reason=masked(item.reason, opinion, places),
    )  # fmt: skip


def in_order(opinions: list[Opinion], rows: Mapping[int, Disposition]) -> list[Opinion]:
    """By the place in the running order; those without one by register number, last."""

    def place(opinion: Opinion) -> tuple[bool, int, int, int]:
        row = rows.get(opinion.pk)
        order = row.order if row else 0
        return (order == 0, order, opinion.year, opinion.number)

    return sorted(opinions, key=place)


def _item(place: int, opinion: Opinion, row: Disposition | None, brief: AnswerBrief | None, voices: int) -> RunningItem:
    row = row or Disposition()
    return RunningItem(
        order=place,
        opinion_id=opinion.pk,
        number=str(opinion.number),
        summary=opinion.summary,
        words=opinion.original_words,
        speaker=opinion.speaker_name,
        village=opinion.village.name if opinion.village else "",
        topic=opinion.topic,
        necessity=Necessity(opinion.necessity),
        group_id=opinion.group_id,
        group_title=opinion.group.title if opinion.group else "",
        voices=voices,
        state=OpinionState(opinion.state),
        unit_id=opinion.unit_id,
        unit=opinion.unit.name if opinion.unit else "",
        brief=Brief(brief.unit.name, brief.facts, brief.proposed_answer) if brief else None,
        answered_before=is_answered_before(opinion, row),
        answered_before_words=opinion.answered_before,
        outcome=Outcome(row.outcome) if row.outcome else None,
        said=row.said,
        answered_by=row.answered_by,
        assigned_unit=row.unit.name if row.unit else "",
        body=row.body,
        reason=row.reason,
        due_on=row.due_on,
        version=row.version,
    )


def is_answered_before(opinion: Opinion, row: Disposition | None) -> bool:
    """Whether it was answered before the chair decided anything on it: reported at the conference as such."""
    before = row.state_before if row and row.outcome else opinion.state
    return before == OpinionState.ANSWERED


# --- the four lists ------------------------------------------------------------------------------------------------


def raised_of(conference_id: int, *, with_words: bool = False) -> list[Raised]:
    """Every opinion on the agenda as the conclusion sees it, in the hall's order.

    `with_words` lets a citizen's own words stand where no summary was written: for the minutes, never for lists that
    leave the office.
    """
    opinions = list(raised_opinions(conference_id).select_related("village"))
    rows = dispositions_of(conference_id)
    return [_raised(o, rows.get(o.pk) or Disposition(), with_words=with_words) for o in in_order(opinions, rows)]


def _raised(opinion: Opinion, row: Disposition, *, with_words: bool) -> Raised:
    summary = opinion.summary or opinion.public_text or (opinion.original_words if with_words else "")
    return Raised(
        opinion_id=opinion.pk,
        number=str(opinion.number),
        summary=summary or TOPICS.get(opinion.topic, TOPICS["other"]),
        village=opinion.village.name if opinion.village else "",
        answered_before=is_answered_before(opinion, row),
        outcome=Outcome(row.outcome) if row.outcome else None,
        said=row.said,
        unit=row.unit.name if row.unit else "",
        due_on=row.due_on,
        body=row.body,
    )


def four_lists_of(actor: Actor, conference_id: int) -> FourLists:
    """The lists as they stand now; once confirmed, `conclusion_of` holds them as they were."""
    require(actor, Act.SEE_OPINIONS, Scope(conference_of(conference_id).commune_id))
    return four_lists(raised_of(conference_id))


def as_record(lists: FourLists) -> dict[str, list[dict[str, object]]]:
    """JSON-ready: dates as ISO text."""
    return {
        name: [{**asdict(r), "due_on": r.due_on.isoformat() if r.due_on else None} for r in getattr(lists, name)]
        for name in ("discussed", "settled", "unsettled", "assigned")
    }


def conclusion_of(conference_id: int) -> Conclusion | None:
    """The confirmed conclusion, or None."""
    return Conclusion.objects.filter(conference_id=conference_id).first()


def review_of(conference_id: int) -> Review | None:
    """The review meeting, or None."""
    return Review.objects.filter(conference_id=conference_id).first()


# --- sitting and minutes -------------------------------------------------------------------------------------------


def speakers_of(conference_id: int, now: datetime) -> tuple[SpeakerLine, ...]:
    """The speaker list in order, with how long each has spoken by now."""
    rows = Speaker.objects.filter(conference_id=conference_id).select_related("village")
    return tuple(_speaker_line(row, now) for row in rows)


def _speaker_line(row: Speaker, now: datetime) -> SpeakerLine:
    seconds = seconds_spoken(row.started_at, row.ended_at, now)
    return SpeakerLine(
        speaker_id=row.pk,
        order=row.order,
        name=row.name,
        village=row.village.name if row.village else "",
        about=row.about,
        minutes=row.minutes,
        opinion_id=row.opinion_id,
        state=SpeakerState(row.state),
        started_at=row.started_at,
        ended_at=row.ended_at,
        seconds=seconds,
        over=seconds > row.minutes * 60,
    )


def sitting_of(actor: Actor, conference_id: int, now: datetime) -> SittingRecord:
    """The meeting with its speaker list and minutes, for whoever may see the commune's opinions."""
    conference = conference_of(conference_id)
    require(actor, Act.SEE_OPINIONS, Scope(conference.commune_id))
    sitting = Sitting.objects.filter(conference_id=conference_id).first() or Sitting()
    return SittingRecord(
        conference_id=conference_id,
        state=ConferenceState(conference.state),
        opened_at=sitting.opened_at,
        ended_at=sitting.ended_at,
        chair=sitting.chair_name or conference.chair,
        co_chair=sitting.co_chair_name or conference.co_chair,
        secretary=sitting.secretary_name or conference.secretary,
        people_present=sitting.people_present,
        citizens_present=sitting.citizens_present,
        opening=sitting.opening,
        minutes_text=sitting.minutes_text,
        version=sitting.version,
        minutes_signed_by=sitting.minutes_signed_by,
        minutes_signed_at=sitting.minutes_signed_at,
        speakers=speakers_of(conference_id, now),
        warnings=warnings_for_opening(conference, timezone.localdate(now)),
    )


def minutes_facts(conference_id: int) -> MinutesFacts:
    """Everything the minutes are composed of, times local."""
    conference = conference_of(conference_id)
    sitting = Sitting.objects.filter(conference_id=conference_id).first() or Sitting()
    raised = raised_of(conference_id, with_words=True)
    rows = dispositions_of(conference_id)
    conclusion = conclusion_of(conference_id)
    spoke = Speaker.objects.filter(conference_id=conference_id, started_at__isnull=False).select_related("village")
    return MinutesFacts(
        title=conference.title,
        place=conference.place,
        announced_on=conference.on,
        opened_at=_local(sitting.opened_at),
        ended_at=_local(sitting.ended_at),
        chair=sitting.chair_name,
        co_chair=sitting.co_chair_name,
        secretary=sitting.secretary_name,
        people_present=sitting.people_present,
        citizens_present=sitting.citizens_present,
        programme=[Step(line.title, line.who, line.minutes) for line in agenda_of(conference_id)],
        opening=sitting.opening,
        speeches=[
            Speech(
                name=row.name,
                village=row.village.name if row.village else "",
                about=row.about,
                started_at=_local(row.started_at),
                ended_at=_local(row.ended_at),
                opinion_id=row.opinion_id,
            )
            for row in spoke
        ],
        heard=[Heard(r, _of(rows, r).answered_by, _of(rows, r).reason) for r in raised],
        lists=four_lists(raised),
        remarks=conclusion.remarks if conclusion else "",
    )


def _of(rows: Mapping[int, Disposition], raised: Raised) -> Disposition:
    return rows.get(raised.opinion_id) or Disposition()


def _local(at: datetime | None) -> datetime | None:
    return timezone.localtime(at) if at else None


def composed_minutes(conference_id: int) -> str:
    """The minutes as the live record writes them now."""
    return compose_minutes(minutes_facts(conference_id))
