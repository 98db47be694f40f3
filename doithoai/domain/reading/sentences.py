"""Where sentences and clauses begin and end in a paragraph, without stumbling over "TT.", "07.10" or "v.v.".

Only punctuation is looked at; what a sentence says is no concern here.
"""

import re
from collections.abc import Iterator

_END = re.compile(r"[.!?…]+(?=\s)|[.!?]$")
_ABBREVIATION = re.compile(r"(?:^|[\s(/])(?:TT|TM|KT|TL|TUQ|Tp|TP|Q|P|CT|PCT|đ/c|Đ/c|ThS|TS|BS|Số|số|v\.v|STT)$")
_CLAUSE = re.compile(r";|,\s*(?=(?:Trường hợp|Đối với|Những|Riêng|Nếu)\b)|(?<=\w):\s+-\s")
_LONGEST = 4_000

Span = tuple[int, int]


def sentences(text: str) -> Iterator[Span]:
    """Spans of the sentences of a paragraph; an endless one is cut at 4,000 characters."""
    start = 0
    for match in _END.finditer(text):
        after = text[match.end() : match.end() + 12].lstrip()[:1]
        if (after and not (after.isupper() or after in '-+*"“(')) or _ABBREVIATION.search(
            text[max(0, match.start() - 8) : match.start()]
        ):
            continue
        yield from _pieces(text, start, match.start())
        start = match.end()
    yield from _pieces(text, start, len(text))


def clauses(text: str, span: Span) -> Iterator[Span]:
    """Spans of the clauses of a sentence: cut at semicolons and where a new case is taken up."""
    start, end = span
    for match in _CLAUSE.finditer(text, start, end):
        if text[start : match.start()].count("(") > text[start : match.start()].count(")"):
            continue
        yield from _pieces(text, start, match.start())
        start = match.end()
    yield from _pieces(text, start, end)


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    while end - start > _LONGEST:
        cut = text.rfind(" ", start + 1, start + _LONGEST)
        cut = cut if cut > start else start + _LONGEST
        yield start, cut
        start = cut
    while start < end and text[start] in " \t.,;:":
        start += 1
    while end > start and text[end - 1] in " \t":
        end -= 1
    if end > start:
        yield start, end
