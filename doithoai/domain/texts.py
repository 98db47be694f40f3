"""Vietnamese text as typed and as compared: cleaning, folding, words; pure functions.

Not here: finding people's identity in a text (`identity.py`), queries and indexes.
"""

import unicodedata

_DROPPED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_KEPT_CONTROLS = "\n\t"


def clean(text: str) -> str:
    """What is stored of typed text: NFC, one kind of line end, no control, invisible or unpaired characters.

    Words themselves are never altered: capitals, spelling and inner spaces stay as the person wrote them.
    """
    joined = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    composed = unicodedata.normalize("NFC", joined)
    kept = (c for c in composed if c in _KEPT_CONTROLS or unicodedata.category(c) not in _DROPPED)
    return "".join(kept).strip()


def clean_line(text: str) -> str:
    """Like `clean`, on one line: for names, phones, titles."""
    return " ".join(clean(text).split())


def fold(text: str) -> str:
    """Small letters without diacritics (đ becomes d), one character for each character of the NFC text."""
    return "".join(_base(c) for c in unicodedata.normalize("NFC", text))


def _base(char: str) -> str:
    small = char.lower()
    if len(small) != 1:
        return small[0]
    if small == "đ":
        return "d"
    return unicodedata.normalize("NFD", small)[0]


def words_of(text: str) -> list[str]:
    """The text's words, folded: runs of letters and digits. `Đường 391, thôn Đoài` gives duong, 391, thon, doai."""
    return _split(fold(text))


def accented_words_of(text: str) -> list[str]:
    """The text's words with their diacritics in one fixed order, so that `hoà` and `hòa` are the same word."""
    return [_accented(word) for word in _split(unicodedata.normalize("NFC", text).lower())]


def _split(text: str) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in text).split()


def _accented(word: str) -> str:
    if word.isascii():
        return word
    parts = unicodedata.normalize("NFD", word)
    letters = "".join(c for c in parts if not unicodedata.combining(c))
    marks = "".join(sorted(c for c in parts if unicodedata.combining(c)))
    return letters + marks


def same_word(typed: str, meant: str) -> bool:
    """Whether a typed word is `meant` with the very accents, or typed with none of them."""
    return _accented(typed.lower()) == _accented(meant.lower()) or (typed.isascii() and typed.lower() == fold(meant))


def searchable(text: str) -> str:
    """Folded words between single spaces, so that a whole word is found as ` word `."""
    return _fenced(words_of(text))


def searchable_accented(text: str) -> str:
    """Accented words between single spaces."""
    return _fenced(accented_words_of(text))


def _fenced(words: list[str]) -> str:
    return f" {' '.join(words)} " if words else ""


def digits_of(text: str) -> str:
    """Only the decimal digits 0-9."""
    return "".join(c for c in text if c.isascii() and c.isdigit())


def national_phone(text: str) -> str:
    """A phone number as digits with a leading 0 (+84 and 84 are taken off); empty when it cannot be one."""
    digits = digits_of(text)
    if digits.startswith("84") and len(digits) in (11, 12):
        digits = "0" + digits[2:]
    return digits if digits.startswith("0") and 9 <= len(digits) <= 11 else ""
