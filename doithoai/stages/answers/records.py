"""What pages and documents are handed about written answers, promises and transfers: frozen records, no rows."""

from dataclasses import dataclass
from datetime import date, datetime

from doithoai.domain.answers import AnswerState
from doithoai.domain.figures import Punctuality
from doithoai.stages.conference.records import RunningItem


@dataclass(frozen=True)
class AnswerCard:
    """One written answer in a list. `due_on` is the date in force on the day asked; `days_late` counts from it.

    `extension_untold` is a fault: more time was taken and the citizen not told. No name of a citizen is here.
    """

    answer_id: int
    opinion_id: int
    conference_id: int | None
    number: str
    summary: str
    village: str
    topic: str
    unit_id: int
    unit: str
    state: AnswerState
    first_due_on: date
    due_on: date
    punctuality: Punctuality
    days_late: int
    result: str
    promised_on: date | None
    kept_on: date | None
    signed_on: date | None
    delivered_on: date | None
    late_reason: str
    returned_words: str
    extended: bool
    extension_untold: bool
    reopened: int
    version: int

    @property
    def is_signed(self) -> bool:
        """Whether the citizen has or can have it."""
        return self.signed_on is not None


@dataclass(frozen=True)
class ExtensionLine:
    """One extension as the citizen reads it. `untold` is a fault on the day asked."""

    extension_id: int
    old_due_on: date
    new_due_on: date
    reason: str
    decided_by: str
    decided_at: datetime
    told_on: date | None
    told_how: str
    untold: bool


@dataclass(frozen=True)
class EarlierLine:
    """A signed answer that did not satisfy, and why it was opened again."""

    number: int
    text: str
    result: str
    signed_by: str
    signed_at: datetime
    due_on: date
    reason: str
    reopened_at: datetime


@dataclass(frozen=True)
class AnswerRecord:
    """One written answer with everything its page shows. `speaker` is empty unless the reader may see identities."""

    card: AnswerCard
    commune_id: int
    words: str
    speaker: str
    text: str
    why_due: dict[str, object]
    rule: str
    article: str
    drafted_by: str
    drafted_at: datetime | None
    signed_by: str
    signed_at: datetime | None
    delivered_how: str
    promise_proof: str
    public_text: str
    public_checked_by: str
    extensions: tuple[ExtensionLine, ...]
    earlier: tuple[EarlierLine, ...]


@dataclass(frozen=True)
class PromiseLine:
    """Something the commune promised by a day. `broken` when the day has passed with nothing proved."""

    answer_id: int
    opinion_id: int
    conference_id: int | None
    number: str
    summary: str
    village: str
    topic: str
    group_id: int | None
    unit: str
    promised_on: date
    kept_on: date | None
    proof: str
    broken: bool


@dataclass(frozen=True)
class HallCard:
    """The chair's card for one opinion: the opinion with its brief, and what was promised before on the same matter."""

    item: RunningItem
    promises: tuple[PromiseLine, ...]


@dataclass(frozen=True)
class TransferLine:
    """One opinion passed up. `untold` and `overdue` are faults on the day asked."""

    opinion_id: int
    number: str
    summary: str
    village: str
    unit: str
    body: str
    reason: str
    transferred_on: date
    expected_on: date | None
    told_on: date | None
    told_how: str
    reply: str
    replied_on: date | None
    untold: bool
    overdue: bool


@dataclass(frozen=True)
class UnitLateness:
    """How one unit keeps its dates. `late_days` has one number per late or overdue answer, ascending."""

    unit_id: int
    unit: str
    owed: int
    on_time: int
    extended: int
    late: int
    overdue: int
    late_days: tuple[int, ...]
