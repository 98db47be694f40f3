"""The words of a .docx, paragraph by paragraph and table row by table row, in reading order.

Pictures, headers, comments and deleted words are left out. A table that only sets two columns side by side
(letterhead, signature) is read column by column; one that holds data, row by row with "|" between cells.
"""

import re
import unicodedata
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from doithoai.adapters.readers.docx.numbers import Numbers, W
from doithoai.adapters.readers.docx.package import Package
from doithoai.adapters.readers.unreadable import EMPTY, MOST_LETTERS, Unreadable, too_long
from doithoai.domain.reading.characters import fold
from doithoai.domain.reading.lines import Line

_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_LAYOUT = re.compile(
    r"cong hoa xa hoi|doc lap|noi nhan|^\W*so\s*[:.]|dang cong san viet nam|^\W*(?:tm|kt|t/m)\b", re.MULTILINE
)
_SKIPPED = {W + "del", W + "moveFrom", W + "instrText", _CHOICE + "Fallback", W + "pPr", W + "rPr"}
_DEEPEST = 12


def read_docx(content: bytes) -> list[Line]:
    """Lines of a Word document, numbered from 1 in reading order; raises Unreadable."""
    package = Package(content)
    body = package.document().find(W + "body")
    numbers = Numbers(package.part("word/numbering.xml"), package.part("word/styles.xml"))
    lines: list[Line] = []
    letters = 0
    for text, heading in _blocks(body, numbers, 0) if body is not None else ():
        letters += len(text)
        if letters > MOST_LETTERS:
            raise too_long()
        for piece in unicodedata.normalize("NFC", text).split("\n"):
            lines.append(Line(len(lines) + 1, piece, heading, whole=True))
    if not any(line.text.strip() for line in lines):
        raise Unreadable(EMPTY)
    return lines


def _blocks(parent: Element, numbers: Numbers, depth: int) -> Iterator[tuple[str, bool]]:
    """Paragraphs and rows under an element, with whether each is styled as a heading."""
    if depth > _DEEPEST:
        return
    for child in parent:
        if child.tag == W + "p":
            yield numbers.mark(child) + _words(child), _is_heading(child)
        elif child.tag == W + "tbl":
            for text in _table(child, numbers, depth):
                yield text, False
        elif child.tag in {W + "sdt", W + "sdtContent", W + "ins", W + "customXml", W + "smartTag"}:
            yield from _blocks(child, numbers, depth + 1)


def _is_heading(paragraph: Element) -> bool:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return style is not None and (style.get(W + "val") or "").lower().startswith("heading")


def _words(paragraph: Element) -> str:
    parts: list[str] = []
    stack = [paragraph]
    while stack:
        here = stack.pop()
        if here.tag in _SKIPPED:
            continue
        if here.tag == W + "t":
            parts.append(here.text or "")
        elif here.tag in {W + "br", W + "cr"}:
            parts.append("\n")
        elif here.tag == W + "tab":
            parts.append("\t")
        elif here.tag == W + "noBreakHyphen":
            parts.append("-")
        stack.extend(reversed(here))
    return "".join(parts)


def _table(table: Element, numbers: Numbers, depth: int) -> Iterator[str]:
    rows = [[_cell(cell, numbers, depth) for cell in row.iter(W + "tc")] for row in _rows(table)]
    whole = fold("\n".join("\n".join(cell) for row in rows for cell in row))
    layout = bool(rows) and max(map(len, rows), default=0) <= 3 and (bool(_LAYOUT.search(whole)) or len(rows) == 1)
    above: list[list[str]] = []
    for row in rows:
        if layout:
            for cell in row:
                yield from cell
            continue
        filled = [_merged(cell, at, above) for at, cell in enumerate(row)]
        above = filled
        texts = ["; ".join(part.strip() for part in cell if part.strip()).replace("|", "/") for cell in filled]
        if any(texts):
            yield " | ".join(" ".join(text.split()) or "…" for text in texts)


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == W + "tr":
            yield child
        elif child.tag in {W + "sdt", W + "sdtContent", W + "ins"}:
            yield from _rows(child)


def _cell(cell: Element, numbers: Numbers, depth: int) -> list[str]:
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    if merge is not None and merge.get(W + "val") != "restart":
        return ["\0"]
    return [part for text, _ in _blocks(cell, numbers, depth + 1) for part in text.split("\n")]


def _merged(cell: list[str], at: int, above: list[list[str]]) -> list[str]:
    """A cell joined with the one above it repeats its words."""
    if cell != ["\0"]:
        return cell
    return above[at] if at < len(above) else []
