"""Colours as people write them, and whether one can be seen on paper. Not here: which colours a page uses (web/ui).

Contrast is that of WCAG 2: 1 for the same colour twice, 21 for black on white; 3 is the least for a shape to be seen.
"""

import re

PAPER = "#FFFDF8"
LEAST_SEEN = 3.0
_SIX = re.compile(r"#?([0-9A-Fa-f]{6})")
_THREE = re.compile(r"#?([0-9A-Fa-f])([0-9A-Fa-f])([0-9A-Fa-f])")


def colour_of(typed: str) -> str:
    """`a3161a`, `#A3161A` or `#a11` as `#RRGGBB` in capitals; an empty text when it is no colour."""
    typed = typed.strip()
    if whole := _SIX.fullmatch(typed):
        return f"#{whole.group(1).upper()}"
    if short := _THREE.fullmatch(typed):
        return "#" + "".join(2 * digit for digit in short.groups()).upper()
    return ""


def contrast(one: str, other: str) -> float:
    """How far two colours `#RRGGBB` stand apart."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def is_seen_on_paper(colour: str) -> bool:
    """Whether a band of this colour `#RRGGBB` shows on the ground of our pages."""
    return contrast(colour, PAPER) >= LEAST_SEEN


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[start : start + 2], 16) / 255) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
