"""The plain records of the hall's shared parts. Wording arrives already translated, as in ``records.py``."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Clock:
    """How long somebody has spoken (``used``, as ``03:25``) of how many minutes."""

    used: str
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
    state: str = "plain"
    state_words: str = ""
    clock: Clock | None = None


@dataclass(frozen=True)
class Key:
    """One button of the operator's strip and the key that presses it; ``deed`` and ``of`` are what it sends."""

    key: str
    words: str
    deed: str
    of: str = ""
    kind: str = "second"


@dataclass(frozen=True)
class Insert:
    """A ready-made paragraph of the minutes; ``key`` is what its button sends."""

    key: str
    title: str
    text: str
