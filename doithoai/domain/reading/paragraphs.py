"""Lines -> paragraphs: a broken sentence is joined again, every list mark begins a paragraph of its own.

Each paragraph knows which source line every one of its characters came from. Headings and nesting are `outline.py`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from doithoai.domain.reading.characters import fold, is_capitals, starts_upper
from doithoai.domain.reading.lines import Line

_MARKS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("part", re.compile(r"^(?:PHẦN|Phần|CHƯƠNG|Chương|PHAN|CHUONG)\s+(?:thứ\s+\S+|[IVX]+|\d+)\s*[.:\-]?\s*")),
    ("article", re.compile(r"^(?:Điều|ĐIỀU|Dieu|DIEU)\s+\d{1,2}\s*[.:\-]\s*")),
    ("step", re.compile(r"^(?:Bước|BƯỚC|Buoc|Giai đoạn|GIAI ĐOẠN)\s+(?:\d{1,2}|[IVX]+)\s*[.:\-)]\s*(?=\S)")),
    ("roman", re.compile(r"^(?=[IVX])(?:X{0,2}(?:IX|IV|V?I{0,3}))\s*[.)\-:/]\s*(?=\D)")),
    ("upper", re.compile(r"^[A-EĐ]\s*[.)/]\s+(?=\w)")),
    ("decimal", re.compile(r"^\d{1,2}(?:\.\d{1,2}){1,3}\s*[.):]?\s*(?=[^\W\d]|[*\"“(])")),
    ("number", re.compile(r"^\d{1,2}\s*[.):/\-]+\s*(?=[^\W\d]|[*\"“(])")),
    ("letter", re.compile(r"^[a-zđ]\s*[).]\s*(?=[^\W\d]|[\"“(])")),
    ("plus", re.compile(r"^\+\s*(?=\S)")),
    ("star", re.compile(r"^[*]\s*(?=\S)")),
    ("dash", re.compile(r"^(?:[-–—−•●▪■○◦·➢✓→\uf0b7\uf0a7\uf02d])\s*(?=\S)")),
)
_ITEM_INSIDE = re.compile(
    r"(?<=[.;])\s+(?=\d{1,2}\.\s+[^\W\d_a-z][^.;:\d]{1,40}:)|(?<=[^\d\s][.;])\s+(?=(?:Thư ký|Chủ trì|Đồng chủ trì|Địa điểm|Thời gian|Thành phần)[^.;:]{0,30}:)"
)
_BEGINS = re.compile(r"(?:Căn cứ|CĂN CỨ|Can cu|Nơi nhận|Kính gửi|Trên đây là)\b")
_HALVES = ("van phong", "tu phap", "van hoa", "tai chinh", "dia chinh")
_OTHER_HALVES = ("thong ke", "ho tich", "xa hoi", "ke toan", "xay dung")
_TERMINAL = (".", ";", ":", "!", "?", "…")
_NARROWEST, _WIDEST, _FULL = 40, 130, 0.76


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph without its mark; `kind` names the mark ("plain" for none), `places` maps offsets to lines."""

    text: str
    kind: str
    mark: str
    places: tuple[tuple[int, int], ...]
    heading: bool = False
    folded: str = field(default="", compare=False)

    @property
    def first_line(self) -> int:
        """Source line of the first character."""
        return self.places[0][1]

    @property
    def last_line(self) -> int:
        """Source line of the last character."""
        return self.places[-1][1]

    def line_at(self, offset: int) -> int:
        """Source line of the character at an offset."""
        line = self.places[0][1]
        for start, number in self.places:
            if start > offset:
                break
            line = number
        return line


def split_mark(text: str) -> tuple[str, str, str]:
    """A line's kind of mark, the mark, and the words after it."""
    for kind, pattern in _MARKS:
        match = pattern.match(text)
        if match and match.end():
            return kind, match.group().strip(), text[match.end() :].strip()
    return "plain", "", text


def width_of(lines: Sequence[Line]) -> int | None:
    """The width lines are broken at, or null where each line is a whole paragraph."""
    lengths = sorted(len(line.text.strip()) for line in lines if line.text.strip())
    if not lengths:
        return None
    if any(line.whole for line in lines) or lengths[int(len(lengths) * 0.95)] > _WIDEST:
        return None
    return max(lengths[int(len(lengths) * 0.9)], _NARROWEST)


def join_lines(lines: Sequence[Line]) -> list[Paragraph]:
    """Paragraphs of a run of clean lines, in order."""
    width = width_of(lines)
    groups: list[list[Line]] = []
    for line in _one_item_a_line(lines):
        if not line.text.strip():
            continue
        if groups and _continues(groups[-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_paragraph(group) for group in groups]


def _one_item_a_line(lines: Sequence[Line]) -> Iterator[Line]:
    """Lines with a labelled item in their middle ("1. Chủ trì: … . 2. Mời: …") cut before it."""
    for line in lines:
        start = 0
        for match in _ITEM_INSIDE.finditer(line.text) if ":" in line.text else ():
            yield replace(line, text=line.text[start : match.start()])
            start = match.start()
        yield replace(line, text=line.text[start:].lstrip()) if start else line


def _continues(group: list[Line], line: Line, width: int | None) -> bool:
    before, text = group[-1].text.strip(), line.text.strip()
    if "|" in text or "|" in before or line.heading or group[-1].heading:
        return False
    if _BEGINS.match(text):
        return False
    kind, _, rest = split_mark(text)
    ended = before.endswith(_TERMINAL) or before.endswith("./")
    full = width is not None and len(before) >= width * _FULL
    if kind != "plain":
        return full and not ended and not _begins_item(kind, rest, before)
    if is_capitals(before) and is_capitals(text) and not ended:
        return split_mark(before)[0] in {"roman", "upper", "part", "article"} or len(group) > 1
    if (is_capitals(text) and len(text) > len("UBND")) or is_capitals(before):
        return False
    if not starts_upper(text):
        return not ended or (full and text[:1].islower() and not before.endswith(":"))
    if ended:
        return False
    return full


def _begins_item(kind: str, rest: str, before: str) -> bool:
    """Whether a marked line after an unfinished full line is an item all the same."""
    if kind in {"roman", "upper", "part", "article", "step"}:
        return starts_upper(rest)
    if kind in {"dash", "plus", "star", "letter"}:
        return starts_upper(rest) and not (fold(before).endswith(_HALVES) and fold(rest).startswith(_OTHER_HALVES))
    return starts_upper(rest)


def _paragraph(group: list[Line]) -> Paragraph:
    kind, mark, first = split_mark(group[0].text.strip())
    text, places = "", []
    for line in group:
        words = first if line is group[0] else line.text.strip()
        words = " ".join(words.split())
        if text:
            text += " "
        places.append((len(text), line.number))
        text += words
    return Paragraph(text, kind, mark, tuple(places), group[0].heading, fold(text))
