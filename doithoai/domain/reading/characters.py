"""Vietnamese letters: folding to plain ASCII of the same length, bare (accentless) text, capitals.

Nothing here knows what a plan is; offsets in a folded text are offsets in the text it came from.
"""

import unicodedata
from functools import lru_cache

_PUNCTUATION = {
    "–": "-",
    "—": "-",
    "−": "-",
    "‑": "-",
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "\u00a0": " ",
    "\t": " ",
}


def _folding() -> dict[int, str]:
    table = {ord(mark): plain for mark, plain in _PUNCTUATION.items()}
    for code in (*range(0x41, 0x5B), *range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFD", chr(code))[0]
        folded = {"đ": "d", "Đ": "d"}.get(chr(code), base.lower())
        table[code] = folded if len(folded) == 1 else chr(code)
    return table


_TABLE = _folding()


def fold(text: str) -> str:
    """Lower-case ASCII letters for Vietnamese ones, one for one: len(fold(t)) == len(t) for NFC text."""
    return text.translate(_TABLE)


def is_bare(text: str) -> bool:
    """Whether a text of some length carries no Vietnamese mark at all (typed or copied without accents)."""
    return text.isascii()


@lru_cache(maxsize=20_000)
def tone_free_order(word: str) -> str:
    """A word with its tone marks moved to the end, so that "hoà" and "hòa" compare equal."""
    tones: list[str] = []
    letters: list[str] = []
    for mark in unicodedata.normalize("NFD", word.lower()):
        (tones if mark in "\u0300\u0301\u0303\u0309\u0323" else letters).append(mark)
    return unicodedata.normalize("NFC", "".join(letters)) + "".join(tones)


def same_words(written: str, expected: str) -> bool:
    """Whether two words are the same but for case and the place of the tone mark."""
    return tone_free_order(written) == tone_free_order(expected)


def is_capitals(text: str) -> bool:
    """Whether every letter of the text is a capital, and there are at least three."""
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) >= 3 and all(letter == letter.upper() for letter in letters)


def starts_upper(text: str) -> bool:
    """Whether the first letter of the text is a capital."""
    return next((letter.isupper() for letter in text if letter.isalpha()), False)


def tidy(text: str) -> str:
    """One space between words, none at the ends, no closing ".;,:" and no "./."."""
    text = " ".join(text.split())
    return text.rstrip(" .;,:/").strip()
