"""Automatic numbers of Word lists ("1.", "a)", "I.", "-"), which stand in no paragraph's text.

Only the common shapes are counted; an unknown one is shown as a dash.
"""

from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_DEEPEST = 9


def _value(parent: Element | None, name: str) -> str | None:
    child = parent.find(W + name) if parent is not None else None
    return child.get(W + "val") if child is not None else None


def _roman(number: int) -> str:
    out = ""
    for worth, sign in _ROMAN:
        while number >= worth:
            out, number = out + sign, number - worth
    return out


def _written(number: int, shape: str) -> str:
    letter = chr(96 + number) if 1 <= number <= 26 else str(number)
    shapes = {
        "decimal": str(number), "decimalZero": f"{number:02d}", "upperRoman": _roman(number).upper(), "lowerRoman": _roman(number),
        "upperLetter": letter.upper(), "lowerLetter": letter,
    }  # fmt: skip
    return shapes.get(shape, str(number))


class Numbers:
    """Counts the numbered paragraphs of one document as they pass."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        self._levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        self._lists: dict[str, str] = {}
        self._counts: dict[str, list[int]] = {}
        self._styles: dict[str, tuple[str, int]] = {}
        if numbering is not None:
            self._read_lists(numbering)
        if styles is not None:
            self._read_styles(styles)

    def _read_lists(self, numbering: Element) -> None:
        for abstract in numbering.iter(W + "abstractNum"):
            levels = {}
            for level in abstract.iter(W + "lvl"):
                place = int(level.get(W + "ilvl") or 0)
                start = int(_value(level, "start") or 1)
                levels[place] = (_value(level, "numFmt") or "decimal", _value(level, "lvlText") or "", start)
            self._levels[abstract.get(W + "abstractNumId") or ""] = levels
        for number in numbering.iter(W + "num"):
            self._lists[number.get(W + "numId") or ""] = _value(number, "abstractNumId") or ""

    def _read_styles(self, styles: Element) -> None:
        for style in styles.iter(W + "style"):
            properties = style.find(f"{W}pPr/{W}numPr")
            number = _value(properties, "numId")
            if number:
                self._styles[style.get(W + "styleId") or ""] = (number, int(_value(properties, "ilvl") or 0))

    def mark(self, paragraph: Element) -> str:
        """The number the paragraph shows, with a space after it, or nothing."""
        properties = paragraph.find(W + "pPr")
        own = properties.find(W + "numPr") if properties is not None else None
        number, level = _value(own, "numId"), int(_value(own, "ilvl") or 0)
        if number is None:
            number, level = self._styles.get(_value(properties, "pStyle") or "", (None, 0))
        if number in {None, "0"} or level >= _DEEPEST:
            return ""
        abstract = self._lists.get(number or "", "")
        levels = self._levels.get(abstract, {})
        shape, pattern, _ = levels.get(level, ("bullet", "", 1))
        if shape in {"bullet", "none"}:
            return "- " if shape == "bullet" else ""
        counts = self._counts.setdefault(abstract, [0] * _DEEPEST)
        counts[level] = counts[level] + 1 if counts[level] else levels[level][2]
        counts[level + 1 :] = [0] * (_DEEPEST - level - 1)
        for depth in range(level + 1):
            form, _, start = levels.get(depth, ("decimal", "", 1))
            pattern = pattern.replace(f"%{depth + 1}", _written(counts[depth] or start, form))
        return f"{pattern} " if pattern.strip() else ""
