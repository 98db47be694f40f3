"""The plain records of the hall's shared parts. Wording arrives already translated, as in ``records.py``."""

from dataclasses import dataclass

from doithoai.web.ui.records import Promise


@dataclass(frozen=True)
class Clock:
    """From when and until when somebody speaks, as ``09:30``: true for as long as the page stands, unlike a count."""

    since: str
    until: str
    minutes: int
    is_over: bool = False


@dataclass(frozen=True)
class Turn:
    """One person in the list of speakers; ``clock`` while this one has the floor."""

    id: int
    name: str
    village: str = ""
    about: str = ""
    minutes: int = 5
    clock: Clock | None = None


@dataclass(frozen=True)
class CardPart:
    """One text of the chair's card: its first words and, where these are not all, the whole of it."""

    heading: str
    first: str
    rest: str = ""


@dataclass(frozen=True)
class ChairCard:
    """One opinion in the chair's hand. ``previous``, ``now`` and ``next`` are where the card is turned to."""

    where: str
    question: CardPart
    about: str = ""
    speaking: str = ""
    parts: tuple[CardPart, ...] = ()
    promises: tuple[Promise, ...] = ()
    note: str = ""
    previous: str = ""
    now: str = ""
    next: str = ""


@dataclass(frozen=True)
class Insert:
    """A ready-made paragraph of the minutes; ``key`` is what its button sends."""

    key: str
    title: str
    text: str
