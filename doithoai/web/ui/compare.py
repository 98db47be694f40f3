"""What changed between two texts, word by word, for two versions to be read as one. No markup here.

Lines are matched first and words only within lines that changed: minutes of thirty pages stay quick to compare.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORDS = re.compile(r"\S+\s*|\s+")


@dataclass(frozen=True)
class Change:
    """A stretch of text: kept (``""``), put in (``ins``) or taken out (``del``)."""

    kind: str
    text: str


def changes(before: str, after: str) -> list[Change]:
    """Stretches in reading order; those kept or put in make up `after`, those kept or taken out `before`."""
    found: list[Change] = []
    for old, new in _differing(_plain(before).splitlines(keepends=True), _plain(after).splitlines(keepends=True)):
        if old == new:
            found.append(Change("", "".join(old)))
        else:
            found.extend(_words_of("".join(old), "".join(new)))
    return _joined(found)


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n")


def _words_of(before: str, after: str) -> Iterator[Change]:
    for old, new in _differing(_WORDS.findall(before), _WORDS.findall(after)):
        if old == new:
            yield Change("", "".join(old))
        else:
            yield Change("del", "".join(old))
            yield Change("ins", "".join(new))


def _differing(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    for _tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        yield before[a:b], after[c:d]


def _joined(found: Sequence[Change]) -> list[Change]:
    """Without empty stretches, and neighbours of one kind as one."""
    whole: list[Change] = []
    for one in found:
        if not one.text:
            continue
        if whole and whole[-1].kind == one.kind:
            whole[-1] = Change(one.kind, whole[-1].text + one.text)
        else:
            whole.append(one)
    return whole
