"""The figures of one dialogue: what came in, how it ended, whether in time. One pure function for report, charts, Front.

Every opinion has exactly one fate and every written answer exactly one punctuality, so all totals reconcile.
"Answered" never means "solved": promises are counted apart (`Promises`). Rows come from `stages/oversight/queries.py`.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from doithoai.domain.answers import Result


class Fate(StrEnum):
    """What has become of an opinion so far."""

    ANSWERED_BEFORE = "answered_before"
    ANSWERED_IN_HALL = "answered_in_hall"
    ANSWERED_IN_WRITING = "answered_in_writing"
    AWAITING_ANSWER = "awaiting_answer"
    TRANSFERRED = "transferred"
    TAKEN_APART = "taken_apart"
    UNDECIDED = "undecided"


FATE_NAMES: dict[Fate, str] = {
    Fate.ANSWERED_BEFORE: "Trả lời trước hội nghị",
    Fate.ANSWERED_IN_HALL: "Trả lời tại hội nghị",
    Fate.ANSWERED_IN_WRITING: "Đã trả lời bằng văn bản",
    Fate.AWAITING_ANSWER: "Đang chờ trả lời bằng văn bản",
    Fate.TRANSFERRED: "Chuyển cấp trên",
    Fate.TAKEN_APART: "Tách riêng",
    Fate.UNDECIDED: "Chưa có quyết định",
}


class Punctuality(StrEnum):
    """How a written answer stands to its date; `extended` means in time only thanks to an extension told in time."""

    ON_TIME = "on_time"
    EXTENDED = "extended"
    LATE = "late"
    OPEN = "open"
    OVERDUE = "overdue"


PUNCTUALITY_NAMES: dict[Punctuality, str] = {
    Punctuality.ON_TIME: "Đúng hạn",
    Punctuality.EXTENDED: "Đúng hạn sau gia hạn",
    Punctuality.LATE: "Trả lời chậm",
    Punctuality.OPEN: "Chưa đến hạn",
    Punctuality.OVERDUE: "Quá hạn chưa trả lời",
}


@dataclass(frozen=True)
class WrittenFact:
    """A written answer. `due_on` is the date in force; `signed_on` None while unsigned; `earlier_late` after reopening."""

    first_due_on: date
    due_on: date
    signed_on: date | None
    result: str = ""
    promised_on: date | None = None
    kept_on: date | None = None
    extension_untold: bool = False
    reopened: bool = False
    earlier_late: bool = False


@dataclass(frozen=True)
class FigureRow:
    """One opinion as it is counted. Texts are labels, never a citizen's words or name."""

    opinion_id: int
    channel: str
    topic: str
    village: str
    nature: str
    fate: Fate
    repeated: bool = False
    written: WrittenFact | None = None


def punctuality_of(written: WrittenFact, today: date) -> Punctuality:
    """An answer that was late once stays late, even when a reopened one came in time."""
    done_on = written.signed_on
    if done_on is None:
        return Punctuality.OVERDUE if today > written.due_on else Punctuality.OPEN
    if done_on > written.due_on or written.earlier_late:
        return Punctuality.LATE
    return Punctuality.EXTENDED if done_on > written.first_due_on and not written.reopened else Punctuality.ON_TIME


@dataclass(frozen=True)
class Count:
    """One bar of a table or chart."""

    key: str
    number: int


@dataclass(frozen=True)
class Promises:
    """Answers that promise work by a date: kept, still to come, and broken (date past, nothing proved)."""

    made: int
    kept: int
    to_come: int
    broken: int


@dataclass(frozen=True)
class ResultFigures:
    """Figures of one set of opinions on one day. Each `by_*`, and `fates`, adds up to `received`;
    `punctuality` adds up to `written`.
    """

    on: date
    received: int
    by_channel: tuple[Count, ...]
    by_topic: tuple[Count, ...]
    by_village: tuple[Count, ...]
    by_nature: tuple[Count, ...]
    fates: tuple[Count, ...]
    written: int
    punctuality: tuple[Count, ...]
    promises: Promises
    repeated: int
    reopened: int
    extensions_untold: int

    def fate(self, fate: Fate) -> int:
        """How many opinions met this fate."""
        return next((c.number for c in self.fates if c.key == fate.value), 0)

    def punctual(self, punctuality: Punctuality) -> int:
        """How many written answers stand so."""
        return next((c.number for c in self.punctuality if c.key == punctuality.value), 0)

    @property
    def answered(self) -> int:
        """Opinions answered in any of the three ways."""
        return sum(self.fate(f) for f in (Fate.ANSWERED_BEFORE, Fate.ANSWERED_IN_HALL, Fate.ANSWERED_IN_WRITING))


def result_figures(rows: Iterable[FigureRow], *, today: date) -> ResultFigures:
    """Count a set of opinions as they stand on a day."""
    rows = tuple(rows)
    written = [row.written for row in rows if row.written is not None]
    fates = Counter(row.fate for row in rows)
    punctuality = Counter(punctuality_of(one, today) for one in written)
    return ResultFigures(
        on=today,
        received=len(rows),
        by_channel=_counts(row.channel for row in rows),
        by_topic=_counts(row.topic for row in rows),
        by_village=_counts(row.village for row in rows),
        by_nature=_counts(row.nature for row in rows),
        fates=tuple(Count(fate.value, fates[fate]) for fate in Fate),
        written=len(written),
        punctuality=tuple(Count(kind.value, punctuality[kind]) for kind in Punctuality),
        promises=_promises(written, today),
        repeated=sum(row.repeated for row in rows),
        reopened=sum(one.reopened for one in written),
        extensions_untold=sum(one.extension_untold for one in written),
    )


def _counts(keys: Iterable[str]) -> tuple[Count, ...]:
    counter = Counter(keys)
    return tuple(Count(key, counter[key]) for key in sorted(counter, key=lambda k: (-counter[k], k)))


def _promises(written: Sequence[WrittenFact], today: date) -> Promises:
    made = [one for one in written if one.result == Result.PROMISED and one.signed_on is not None]
    kept = sum(one.kept_on is not None for one in made)
    broken = sum(is_broken(one.promised_on, one.kept_on, today) for one in made)
    return Promises(made=len(made), kept=kept, to_come=len(made) - kept - broken, broken=broken)


def is_broken(promised_on: date | None, kept_on: date | None, today: date) -> bool:
    """Whether a promised day has passed with nothing proved done."""
    return kept_on is None and promised_on is not None and promised_on < today


def without_small(counts: Iterable[Count], *, least: int = 5) -> tuple[Count | None, ...]:
    """The same counts with None in place of those that could point at a person (1 up to `least` - 1)."""
    return tuple(None if 0 < count.number < least else count for count in counts)
