"""Plain Vietnamese: office words with the words people use instead, and how long a sentence is. Pure functions.

The table of words comes in as an argument; it lies beside the pages (web/ui/plain_words.toml). Not here: who is told.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

LONGEST_SENTENCE = 20
"""Tiếng in one sentence: more than that and a slow reader has lost its beginning."""
MOST_SENTENCES = 2
"""In one piece of advice."""

_PLACE = re.compile(r"%\(\w+\)[sd]")
_END = re.compile(r"(?<=[.!?…])[”)]?\s+(?=[“(]?\w)")
_TIENG = re.compile(r"\w[\w/.:%-]*")


@dataclass(frozen=True)
class PlainPair:
    """One office word and what to say instead. `fits` are phrases in which it is the right word after all."""

    office: str
    plain: str
    fits: tuple[str, ...] = ()


def pairs_of(table: Mapping[str, Mapping[str, str]]) -> tuple[PlainPair, ...]:
    """The pairs of a table: `words` gives each its plain pair, `fits` names phrases that are right, with their reason."""
    fits = [phrase.casefold() for phrase in table.get("fits", {})]
    return tuple(
        PlainPair(office, plain, tuple(phrase for phrase in fits if _word(office).search(phrase)))
        for office, plain in table["words"].items()
    )


def office_words_in(text: str, pairs: tuple[PlainPair, ...]) -> list[PlainPair]:
    """Every office word that a text uses outside a phrase in which it fits."""
    found = []
    for pair in pairs:
        left = text.casefold()
        for phrase in pair.fits:
            left = left.replace(phrase, " ")
        if _word(pair.office).search(left):
            found.append(pair)
    return found


def sentences_of(text: str) -> list[str]:
    """The sentences of a text, a placeholder counting as one word."""
    told = _PLACE.sub("x", text).strip()
    return [sentence for sentence in _END.split(told) if sentence.strip()]


def tieng_of(sentence: str) -> int:
    """How many tiếng a sentence has; a date or a number in digits is one."""
    return len(_TIENG.findall(_PLACE.sub("x", sentence)))


def _word(office: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(office.casefold())}(?!\w)")
