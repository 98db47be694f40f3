"""The blocks a paper is made of, in reading order. Neither fonts nor file formats: those are layout and renderer.

Order and components follow Decree 30/2020/NĐ-CP, Annex I (state) and Party guidance 36-HD/VPTW (party).
"""

from dataclasses import dataclass
from enum import StrEnum

from doithoai.domain.papers.layout import Layout


class Align(StrEnum):
    """How the text of a table column stands."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Voice(StrEnum):
    """How a paragraph is set: ordinary text, a legal basis (italic), a centred line, or a small note."""

    BODY = "body"
    BASIS = "basis"
    CENTRE = "centre"
    NOTE = "note"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style."""

    text: str
    bold: bool = False
    italic: bool = False


Text = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Header:
    """Top of the first page. `about` is the 'V/v' line of an official letter; empty strings leave a line out."""

    superior: tuple[str, ...]
    issuer: tuple[str, ...]
    number: str
    place_date: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Title:
    """Type name in capitals and its subject summary (trích yếu)."""

    name: str
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Address:
    """'Kính gửi:' one addressee on the same line, several as a list."""

    recipients: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """Level 1 is 'I. …', level 2 '1. …', level 3 'a) …'; the numeral is part of the text."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. `keep_next` holds it on the page of what follows."""

    text: Text
    voice: Voice = Voice.BODY
    keep_next: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """A dash item; the dash is part of the layout, not of the text."""

    text: Text


@dataclass(frozen=True, slots=True)
class Column:
    """One table column; `share` is its part of the width relative to the others."""

    head: str
    share: int
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Table:
    """Bordered table; its head repeats on each page. A row of one cell spans the table. `row_mm` is a least height."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    row_mm: float = 0


@dataclass(frozen=True, slots=True)
class Boxed:
    """Paragraphs in a frame, for a warning that must be read first."""

    paragraphs: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Dotted:
    """Dotted lines to write on by hand, `height_mm` apart, the first one beginning with `label`."""

    label: str
    lines: int = 1
    height_mm: float = 12


@dataclass(frozen=True, slots=True)
class Ticks:
    """Boxes to tick by hand, in one line after the label."""

    label: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cut:
    """A dashed line to cut along, with its instruction."""

    text: str


@dataclass(frozen=True, slots=True)
class Code:
    """A receipt code in large letters."""

    label: str
    code: str


@dataclass(frozen=True, slots=True)
class Signature:
    """Capacity lines in capitals ('TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'), an optional note, and the name without titles."""

    capacity: tuple[str, ...]
    name: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Closing:
    """Recipients at the left, signature at the right: the end of an official paper."""

    recipients: tuple[str, ...]
    signature: Signature


@dataclass(frozen=True, slots=True)
class Signatures:
    """Several signatures side by side: the end of minutes and lists."""

    signatures: tuple[Signature, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows is a paper of its own: a new page, page numbers from 1 again."""


Block = (
    Header
    | Title
    | Address
    | Heading
    | Paragraph
    | Item
    | Table
    | Boxed
    | Dotted
    | Ticks
    | Cut
    | Code
    | Closing
    | Signatures
    | PageBreak
)


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole paper. `name` is its title in lists; `body_pt` replaces the layout's text size (0: as the layout says)."""

    name: str
    layout: Layout
    header: Header | None
    blocks: tuple[Block, ...]
    body_pt: float = 0


def text(*parts: str | Run) -> Text:
    """Text from strings and runs, in order."""
    return tuple(Run(part) if isinstance(part, str) else part for part in parts)


def bold(words: str) -> Run:
    """A bold run."""
    return Run(words, bold=True)


def italic(words: str) -> Run:
    """An italic run."""
    return Run(words, italic=True)


def para(*parts: str | Run, voice: Voice = Voice.BODY) -> Paragraph:
    """A paragraph from strings and runs."""
    return Paragraph(text(*parts), voice)


def item(*parts: str | Run) -> Item:
    """A dash item from strings and runs."""
    return Item(text(*parts))


def slot(name: str) -> str:
    """A place in the text that a compiled form fills later, once per letter."""
    return f"\ue000{name}\ue001"
