"""Lays out what the page of the running sitting shows: cards of opinions, the speaker list, programme, progress.

Asks the stages, changes nothing. Words of a citizen stand here only masked for whoever may not see identities.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from doithoai.domain.conference import Outcome, SpeakerState
from doithoai.domain.opinions import TOPICS, Necessity
from doithoai.domain.plans import ConferenceState
from doithoai.domain.programme import Step
from doithoai.domain.roles import Act
from doithoai.stages.answers.queries import hall_cards_of
from doithoai.stages.answers.records import HallCard, PromiseLine
from doithoai.stages.conference import queries
from doithoai.stages.conference.records import Brief, RuleDue, RunningItem, SittingRecord, SpeakerLine
from doithoai.stages.opinions.queries import opinions_of
from doithoai.stages.opinions.records import Wanted
from doithoai.stages.people import queries as people
from doithoai.stages.plans.models import Conference
from doithoai.web.hall.wording import NECESSITIES, OUTCOMES
from doithoai.web.ui.hall_records import Clock, Turn
from doithoai.web.ui.records import Promise
from doithoai.web.ui.visit import Visit
from doithoai.web.ui.words import vn_clock, vn_date

MOST_MASKED = 2_000
BEFORE = (ConferenceState.PLANNED, ConferenceState.ANNOUNCED)


@dataclass(frozen=True)
class Card:
    """One opinion on the table. `decision` are the lines of what was decided; `group_begins` heads a group's first.

    `title_is_public` says that the title is the office's summary, which the hall may read.
    """

    opinion_id: int
    order: int
    number: str
    title: str
    title_is_public: bool
    words: str
    speaker: str
    village: str
    topic: str
    necessity: str
    is_pressing: bool
    group: str
    group_begins: bool
    voices: int
    stamp: str
    stamp_words: str
    is_decided: bool
    has_outcome: bool
    decision: tuple[str, ...]
    answered_before: str
    brief: Brief | None
    promises: tuple[Promise, ...]


@dataclass(frozen=True)
class Table:
    """Everything on the table of one conference, read once."""

    visit: Visit
    conference: Conference
    state: ConferenceState
    sitting: SittingRecord
    items: tuple[RunningItem, ...]
    cards: tuple[Card, ...]
    rule_due: RuleDue | None
    villages: list[tuple[int, str]]
    units: list[tuple[int, str]]

    @property
    def decided(self) -> int:
        """Opinions on which nothing more must be decided."""
        return sum(card.is_decided for card in self.cards)

    @property
    def current(self) -> Card | None:
        """The first opinion still without a decision."""
        return next((card for card in self.cards if not card.is_decided), None)

    def item(self, opinion_id: int) -> RunningItem | None:
        """The opinion on the table, or None."""
        return next((item for item in self.items if item.opinion_id == opinion_id), None)

    def speaker(self, speaker_id: int) -> SpeakerLine | None:
        """The person on the list, or None."""
        return next((line for line in self.sitting.speakers if line.speaker_id == speaker_id), None)

    @property
    def may_decide(self) -> bool:
        """Decisions are taken from the opening until the conclusion."""
        return self.state in (ConferenceState.RUNNING, ConferenceState.HELD)

    @property
    def may_list(self) -> bool:
        """The lists of speakers and opinions are open until the sitting ends."""
        return self.state in (*BEFORE, ConferenceState.RUNNING)


def table_of(visit: Visit, conference: Conference) -> Table:
    """The table as it stands now."""
    heard = hall_cards_of(visit.actor, conference.pk, visit.today)
    items = tuple(card.item for card in heard)
    words = shown_words(visit, conference.pk, items)
    return Table(
        visit=visit,
        conference=conference,
        state=ConferenceState(conference.state),
        sitting=queries.sitting_of(visit.actor, conference.pk, visit.at),
        items=items,
        cards=cards_of(heard, words),
        rule_due=queries.rule_due_for(conference, first_day(conference, visit.today)),
        villages=[(v.pk, v.name) for v in people.villages_of(visit.commune.pk)],
        units=[(u.pk, u.name) for u in people.units_of(visit.commune.pk, visit.today)],
    )


def first_day(conference: Conference, today: date) -> date:
    """The day from which the rules count for an opinion raised here: its conference day, today where none is set."""
    return conference.on or today


def shown_words(visit: Visit, conference_id: int, items: tuple[RunningItem, ...]) -> dict[int, str]:
    """The words by opinion: as said for those who may see identities, masked for the others."""
    if visit.may(Act.SEE_IDENTITY):
        return {item.opinion_id: item.words for item in items}
    page = opinions_of(
        visit.actor, visit.commune.pk, Wanted(conference_id=conference_id), limit=max(len(items), MOST_MASKED)
    )
    return {row.id: row.words for row in page.rows}


def cards_of(heard: tuple[HallCard, ...], words: dict[int, str]) -> tuple[Card, ...]:
    """The cards in the hall's order."""
    cards = []
    group: int | None = None
    for one in heard:
        item = one.item
        cards.append(_card(one, words.get(item.opinion_id, ""), begins=item.group_id not in (None, group)))
        group = item.group_id
    return tuple(cards)


def _card(one: HallCard, words: str, *, begins: bool) -> Card:
    item = one.item
    stamp, stamp_words = stamp_of(item)
    return Card(
        opinion_id=item.opinion_id,
        order=item.order,
        number=item.number,
        title=item.summary or words,
        title_is_public=bool(item.summary),
        words=words if item.summary else "",
        speaker=item.speaker,
        village=item.village,
        topic=_(TOPICS[item.topic]) if item.topic in TOPICS else "",
        necessity=str(NECESSITIES[item.necessity]),
        is_pressing=item.necessity is not Necessity.NORMAL,
        group=item.group_title,
        group_begins=begins,
        voices=item.voices,
        stamp=stamp,
        stamp_words=stamp_words,
        is_decided=item.outcome is not None or item.answered_before,
        has_outcome=item.outcome is not None,
        decision=decision_lines(item),
        answered_before=item.answered_before_words if item.answered_before else "",
        brief=item.brief,
        promises=tuple(promise_of(line) for line in one.promises),
    )


def stamp_of(item: RunningItem) -> tuple[str, str]:
    """How the opinion stands: shape and words."""
    if item.outcome is None:
        return ("done", _("đã trả lời trước hội nghị")) if item.answered_before else ("plain", _("chưa quyết định"))
    return ("done" if item.outcome is Outcome.ANSWERED_NOW else "plain"), str(OUTCOMES[item.outcome])


def decision_lines(item: RunningItem) -> tuple[str, ...]:
    """What was decided, in the words of the minutes."""
    facts = {"unit": item.assigned_unit, "day": vn_date(item.due_on), "body": item.body}
    if item.outcome is None:
        return ()
    if item.outcome is Outcome.ANSWERED_NOW:
        return (_("%(who)s trả lời: %(said)s") % {"who": item.answered_by, "said": item.said},)
    if item.outcome is Outcome.IN_WRITING:
        lines = [_("Giao %(unit)s trả lời bằng văn bản, chậm nhất ngày %(day)s.") % facts]
    elif item.outcome is Outcome.PASSED_UP:
        lines = [_("Chuyển %(body)s, dự kiến trả lời ngày %(day)s; %(unit)s theo dõi.") % facts, item.reason]
    else:
        lines = [item.reason]
        if item.due_on:
            lines.append(_("%(unit)s trả lời riêng bằng văn bản, chậm nhất ngày %(day)s.") % facts)
    return tuple(line for line in (*lines, item.said) if line)


def turn_of(line: SpeakerLine) -> Turn:
    """One person on the speaker list, with the clock of whoever has the floor."""
    running = None
    if line.state is SpeakerState.SPEAKING and line.started_at is not None:
        until = line.started_at + timedelta(minutes=line.minutes)
        running = Clock(vn_clock(line.started_at), vn_clock(until), line.minutes, line.over)
    return Turn(line.speaker_id, line.name, line.village, line.about, line.minutes, running)


def promise_of(line: PromiseLine) -> Promise:
    """What was promised before, and whether it was kept by its day."""
    state, words = ("open", _("chưa đến hẹn"))
    if line.kept_on:
        state, words = ("done", _("đã làm"))
    elif line.broken:
        state, words = ("late", _("chưa làm"))
    return Promise(line.summary, line.unit, line.promised_on, state, words)


def clock(seconds: int) -> str:
    """``4:05``, or hours in front where there are any."""
    text = str(timedelta(seconds=seconds))
    return text.removeprefix("0:").removeprefix("0") if seconds < 3600 else text


def steps_of(conference: Conference) -> tuple[list[Step], bool]:
    """The programme and whether it is only proposed so far."""
    kept = [Step(line.title, line.who, line.minutes) for line in queries.agenda_of(conference.pk)]
    return (kept, False) if kept else (list(queries.proposed_agenda(conference)), True)
