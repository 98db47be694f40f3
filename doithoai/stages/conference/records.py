"""What pages and documents are handed about a sitting: frozen records, no rows."""

from dataclasses import dataclass
from datetime import date, datetime

from doithoai.domain.conference import Outcome, SpeakerState
from doithoai.domain.opinions import Necessity, OpinionState
from doithoai.domain.plans import ConferenceState


@dataclass(frozen=True)
class RuleDue:
    """The day by which the commune's rules want a written answer, and how it came about in plain words."""

    on: date
    rule: str
    article: str
    why: str


@dataclass(frozen=True)
class AgendaLine:
    """One step of the programme. `minutes` is None where no length is set."""

    order: int
    title: str
    who: str
    minutes: int | None


@dataclass(frozen=True)
class Brief:
    """What the unit prepared for the chair."""

    unit: str
    facts: str
    proposed_answer: str


@dataclass(frozen=True)
class RunningItem:
    """One opinion in the hall's order. `speaker` is empty unless the reader may see identities.

    `voices` counts the opinions of its group (1 when alone); `version` is the decision's, for saving over it.
    """

    order: int
    opinion_id: int
    number: str
    summary: str
    words: str
    speaker: str
    village: str
    topic: str
    necessity: Necessity
    group_id: int | None
    group_title: str
    voices: int
    state: OpinionState
    unit_id: int | None
    unit: str
    brief: Brief | None
    answered_before: bool
    answered_before_words: str
    outcome: Outcome | None
    said: str
    answered_by: str
    assigned_unit: str
    body: str
    reason: str
    due_on: date | None
    version: int


@dataclass(frozen=True)
class SpeakerLine:
    """One person on the speaker list; `seconds` is how long he has spoken, `over` whether that is beyond his minutes."""

    speaker_id: int
    order: int
    name: str
    village: str
    about: str
    minutes: int
    opinion_id: int | None
    state: SpeakerState
    started_at: datetime | None
    ended_at: datetime | None
    seconds: int
    over: bool


@dataclass(frozen=True)
class SittingRecord:
    """The meeting itself. `version` guards the minutes; counts are None when not taken."""

    conference_id: int
    state: ConferenceState
    opened_at: datetime | None
    ended_at: datetime | None
    chair: str
    co_chair: str
    secretary: str
    people_present: int | None
    citizens_present: int | None
    opening: str
    minutes_text: str
    version: int
    minutes_signed_by: str
    minutes_signed_at: datetime | None
    speakers: tuple[SpeakerLine, ...]
    warnings: tuple[str, ...]

    @property
    def speaking(self) -> SpeakerLine | None:
        """Whoever has the floor."""
        return next((s for s in self.speakers if s.state is SpeakerState.SPEAKING), None)

    @property
    def next_speaker(self) -> SpeakerLine | None:
        """Whoever waits first."""
        return next((s for s in self.speakers if s.state is SpeakerState.WAITING), None)
