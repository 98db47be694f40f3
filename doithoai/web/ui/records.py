"""The plain records that pages hand to the shared components. A mapping with the same keys serves as well.

Wording arrives already translated; states are those of a duty: ``open``, ``soon``, ``late``, ``done``.
"""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class NavItem:
    """One entry of a navigation, tab row or breadcrumb; `icon` is one of `tools/inline_icons.py`."""

    words: str
    url: str
    current: bool = False
    icon: str = ""


@dataclass(frozen=True)
class SignedIn:
    """Who is at the desk: name, the post in words, and a key that separates kept drafts of different people."""

    name: str
    post: str
    key: str


@dataclass(frozen=True)
class Contact:
    """Where people ask for help; every part may be empty."""

    place: str = ""
    phone: str = ""
    hours: str = ""


@dataclass(frozen=True)
class Column:
    """A table column. ``key`` makes the heading a sort link; ``numeric`` aligns right."""

    words: str
    key: str = ""
    numeric: bool = False


@dataclass(frozen=True)
class Answered:
    """One line of a check-your-answers list."""

    label: str
    value: object
    change_url: str = ""


@dataclass(frozen=True)
class Rung:
    """One dated duty of the ladder; ``on`` is None while the day is open."""

    on: date | None
    words: str
    state: str = "open"
    state_words: str = ""
    actor: str = ""
    note: str = ""
    url: str = ""
    is_conference: bool = False


@dataclass(frozen=True)
class Event:
    """Something that happened, for a timeline."""

    at: date | datetime
    words: str
    by: str = ""
    note: str = ""


@dataclass(frozen=True)
class Step:
    """One stage of a journey; ``state`` is ``done``, ``current`` or empty for what is still ahead."""

    words: str
    state: str = ""
    note: str = ""


@dataclass(frozen=True)
class Task:
    """One line of a task list."""

    words: str
    url: str
    state: str = "open"
    state_words: str = ""
    hint: str = ""


@dataclass(frozen=True)
class Figure:
    """One big number with its words; ``tone`` is a state or empty."""

    value: int
    words: str
    tone: str = ""
    url: str = ""


@dataclass(frozen=True)
class YearLane:
    """One conference on the year board: its name, what stands beside it, and its dated marks (`YearMark`)."""

    words: str
    url: str = ""
    hint: str = ""
    state: str = ""
    state_words: str = ""
    marks: tuple["YearMark", ...] = ()


@dataclass(frozen=True)
class YearMark:
    """One dated thing on the year board."""

    on: date
    words: str
    state: str = "open"
    state_words: str = ""
    url: str = ""
    is_conference: bool = False


@dataclass(frozen=True)
class Bar:
    """One bar of a bar chart, or one part of a whole; `tone` is a state or empty."""

    words: str
    value: int
    tone: str = ""
    url: str = ""


@dataclass(frozen=True)
class Promise:
    """What the commune promised: the deed, the unit, the day, and whether it was kept (``state``, ``state_words``).

    ``rest`` is the whole deed where ``words`` are only its beginning.
    """

    words: str
    by: str
    due_on: date
    state: str = "open"
    state_words: str = ""
    promised_at: str = ""
    note: str = ""
    rest: str = ""


@dataclass(frozen=True)
class DueHint:
    """The date that the rules give (None where they give none), the rule and article, and how it was counted."""

    on: date | None
    rule: str = ""
    article: str = ""
    why: str = ""


@dataclass(frozen=True)
class MergeSide:
    """One of two records that may be the same; ``facts`` are pairs of label and value."""

    id: int | str
    title: str
    text: str
    facts: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True)
class PastedCell:
    """One cell as pasted; ``fault`` says what is wrong with it, or is empty."""

    text: str
    fault: str = ""


@dataclass(frozen=True)
class PastedRow:
    """One pasted row under its number in the spreadsheet."""

    number: int
    cells: tuple[PastedCell, ...]

    @property
    def faults(self) -> tuple[tuple[int, str], ...]:
        """Bad cells: place from 1, and what is wrong."""
        return tuple((place, cell.fault) for place, cell in enumerate(self.cells, start=1) if cell.fault)

    @property
    def is_good(self) -> bool:
        """Whether the row can be saved as it is."""
        return not self.faults


@dataclass(frozen=True)
class PaperLine:
    """An official paper that can be there: what it is of, how it stands, where it opens and where its file is."""

    kind: str
    name: str
    of_id: int
    note: str = ""
    url: str = ""
    file_url: str = ""
    state: str = ""
    state_words: str = ""
