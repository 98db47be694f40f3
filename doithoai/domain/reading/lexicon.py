"""A list of phrases that can be found in a text with or without its accents.

The lists themselves live beside what uses them.
"""

import re
from collections.abc import Iterable, Iterator

from doithoai.domain.reading.characters import fold, is_bare, same_words


class Lexicon:
    """Finds whole phrases, longest first; a one-word phrase must also agree in its accents.

    Phrases in `unsure` mean too many things without accents to be found in a text that has none.
    """

    def __init__(self, phrases: Iterable[str], unsure: Iterable[str] = ()) -> None:
        self._unsure = {fold(phrase) for phrase in unsure}
        self._spelt: dict[str, list[str]] = {}
        for phrase in phrases:
            self._spelt.setdefault(fold(phrase), []).append(phrase)
        ordered = sorted(self._spelt, key=len, reverse=True)
        self._pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, ordered)) + r")(?!\w)")

    def find(self, text: str, start: int = 0) -> Iterator[tuple[int, int]]:
        """Spans of the phrases in the text, in order; linear in its length."""
        bare = is_bare(text)
        for match in self._pattern.finditer(fold(text), start):
            if bare and match.group() in self._unsure:
                continue
            if bare or self._agrees(text[match.start() : match.end()], match.group()):
                yield match.span()

    def starts(self, text: str) -> int:
        """Length of the phrase the text begins with, 0 when it begins with none."""
        match = self._pattern.match(fold(text))
        if match and (is_bare(text) or self._agrees(text[: match.end()], match.group())):
            return match.end()
        return 0

    def _agrees(self, written: str, folded: str) -> bool:
        if " " in folded:
            return True
        return any(same_words(written, phrase) for phrase in self._spelt[folded])
