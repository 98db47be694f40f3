"""Facts of the register as pages and papers get them: plain values, identity only where the asker may see it."""

from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True)
class Wanted:
    """Which opinions of a commune are wanted; None or empty means all. Codes are those of `domain/opinions.py`."""

    state: str = ""
    topic: str = ""
    nature: str = ""
    channel: str = ""
    village_id: int | None = None
    unit_id: int | None = None
    conference_id: int | None = None
    group_id: int | None = None
    year: int | None = None
    text: str = ""


@dataclass(frozen=True)
class Speaker:
    """Who spoke: only for those who may see it."""

    name: str
    kind: str
    phone: str
    address: str
    wants_letter: bool


@dataclass(frozen=True)
class OpinionRow:
    """One line of the register. `words` are the original words, or masked ones when `speaker` is None (`is_masked`)."""

    id: int
    version: int
    number: str
    code: str
    received_at: datetime
    received_on: date
    channel: str
    on_behalf: bool
    entered_by: str
    words: str
    is_masked: bool
    speaker: Speaker | None
    village_id: int | None
    village: str
    state: str
    summary: str
    topic: str
    kind: str
    nature: str
    competence: str
    competent_body: str
    necessity: str
    about_official: bool
    unit_id: int | None
    unit: str
    conference_id: int | None
    group_id: int | None
    group: str
    apart_reason: str
    owes_written_reply: bool
    answered_before: str
    answered_before_by: str
    answered_before_at: datetime | None
    public_text: str
    public_answer: str
    is_public_checked: bool
    public_checked_by: str
    public_checked_at: datetime | None

    @property
    def title(self) -> str:
        """The summary, else the beginning of the words."""
        return title_of(self.summary, self.words)


@dataclass(frozen=True, slots=True)
class Line:
    """As much of an opinion as the register's list shows of it."""

    id: int
    number: str
    title: str
    state: str
    village: str
    unit: str
    group: str


def title_of(summary: str, words: str) -> str:
    """What names an opinion in a list: the summary, else the beginning of the words."""
    return summary or (words if len(words) <= 120 else words[:117].rstrip() + "…")


@dataclass(frozen=True)
class OpinionPage:
    """A stretch of the register and how many there are in all."""

    rows: tuple[OpinionRow, ...]
    total: int


@dataclass(frozen=True)
class AssignmentRow:
    """One assignment, newest first in lists."""

    unit: str
    note: str
    brief_due_on: date | None
    assigned_by: str
    assigned_at: datetime


@dataclass(frozen=True)
class BriefRow:
    """The brief as it stands; `version` 0 and empty texts when there is none yet."""

    version: int = 0
    unit: str = ""
    facts: str = ""
    proposed_answer: str = ""
    written_by: str = ""
    written_at: datetime | None = None


@dataclass(frozen=True)
class Detail:
    """One opinion with all that belongs to it."""

    opinion: OpinionRow
    assignments: tuple[AssignmentRow, ...]
    brief: BriefRow
    group_members: tuple[OpinionRow, ...]


@dataclass(frozen=True)
class Matter:
    """One thing to be dialogued: a group or a single opinion, its voices, and what the unit prepared."""

    title: str
    topic: str
    necessity: str
    unit: str
    group_id: int | None
    voices: tuple[OpinionRow, ...]
    briefs: tuple[BriefRow, ...]

    @property
    def is_answered_before(self) -> bool:
        """Whether every voice of it was answered before the conference."""
        return all(voice.answered_before for voice in self.voices)


@dataclass(frozen=True)
class Similar:
    """An earlier opinion that speaks of the same things; `likeness` from 0 to 1."""

    id: int
    number: str
    words: str
    village: str
    state: str
    group_id: int | None
    likeness: float


@dataclass(frozen=True)
class Counted:
    """One bar of a chart: a code or id, its words as stored, and how many."""

    key: str
    words: str
    count: int


@dataclass(frozen=True)
class Counts:
    """How many opinions by state, topic, village, unit, necessity; zero bars are left out. For officials only."""

    total: int
    by_state: tuple[Counted, ...] = field(default_factory=tuple)
    by_topic: tuple[Counted, ...] = field(default_factory=tuple)
    by_village: tuple[Counted, ...] = field(default_factory=tuple)
    by_unit: tuple[Counted, ...] = field(default_factory=tuple)
    by_necessity: tuple[Counted, ...] = field(default_factory=tuple)
    without_public_text: int = 0
    waiting_for_brief: int = 0
