"""Widths of Times New Roman, enough to draw a rule as long as a text. Not for breaking lines.

Advance widths in thousandths of an em; Liberation Serif and Tinos have the same. Marks on a Vietnamese letter add no width.
"""

import unicodedata

_REGULAR = {
    250: " ,.", 278: "/:;ijlt", 333: "!()-Ifr", 389: "Js", 408: '"', 444: "?acez", 529: "ơ", 542: "ư", 556: "FPS",
    611: "ELTZ", 667: "BCR", 722: "ADGHKNOQUVXYwĐƠ", 776: "Ư", 778: "m", 889: "M", 944: "W",
}  # fmt: skip
_BOLD = {
    250: " ,.", 278: "/il", 333: "!()-:;fjt", 389: "Is", 444: "cerz", 500: "?Jagovxy", 554: "ơ", 555: '"', 556: "Sbdhknpquđ",
    600: "ư", 611: "FP", 667: "BELTZ", 722: "ACDNRUVXYwĐ", 778: "GHKOQƠ", 796: "Ư", 833: "m", 944: "M", 1000: "W",
}  # fmt: skip
_USUAL = 500
_PT_MM = 25.4 / 72


def _by_letter(groups: dict[int, str]) -> dict[str, int]:
    return {letter: width for width, letters in groups.items() for letter in letters}


_WIDTHS = {False: _by_letter(_REGULAR), True: _by_letter(_BOLD)}
_HORN = "\u031b"


def text_width_mm(text: str, *, pt: float, bold: bool = False) -> float:
    """Width of one line of text in mm at a size in points."""
    widths = _WIDTHS[bold]
    return sum(widths.get(_bare(letter), _USUAL) for letter in text) / 1000 * pt * _PT_MM


def _bare(letter: str) -> str:
    """The letter without tone and circumflex; the horn of ơ and ư stays, as it widens the letter."""
    parts = unicodedata.normalize("NFD", letter)
    return unicodedata.normalize("NFC", parts[0] + _HORN) if _HORN in parts else parts[0]
