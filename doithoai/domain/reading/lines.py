"""Source lines and their first cleaning: markdown marks, page numbers, invisible characters.

Joining lines into paragraphs is `paragraphs.py`; mending letters a scan lost is `repair.py`.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from doithoai.domain.reading.characters import fold

_INVISIBLE = dict.fromkeys([0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xAD])
_CONTROL = {code: " " for code in range(32) if code not in (9, 10)}
_MARKDOWN = re.compile(r"^\s*#{1,6}\s+")
_ESCAPED = re.compile(r"\\([-*_.+()#|>\[\]])")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_RULE = re.compile(r"^[\s\-_=*~.…—–|:+]*$")
_PAGE = re.compile(r"^(?:-\s*)?(?:trang\s+)?\d{1,3}(?:\s*/\s*\d{1,3})?(?:\s*-)?$")
_STAMP = re.compile(r"^(?:nguoi ky|ky boi|thoi gian ky|ngay ky|email|co quan|signature|digitally signed)\s*:")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the source, counted from 1; `heading` when the source itself marks it as one, `whole` when it is
    a whole paragraph and not a piece of one broken at the page's width.
    """

    number: int
    text: str
    heading: bool = False
    whole: bool = False


def clean_lines(lines: Iterable[Line]) -> list[Line]:
    """The lines that carry words, in NFC, without markdown marks; rules, page numbers and stamps are left out.

    Leading spaces stay: a paragraph's indent says where it begins. Numbers stay those of the source.
    """
    kept = []
    for line in lines:
        text = line.text
        if not unicodedata.is_normalized("NFC", text):
            text = unicodedata.normalize("NFC", text)
        text = text.translate(_INVISIBLE).translate(_CONTROL).replace("\u00a0", " ").expandtabs(4).rstrip()
        heading = line.heading or bool(_MARKDOWN.match(text))
        text = _BREAK.sub(" ", _ESCAPED.sub(r"\1", _MARKDOWN.sub("", text)))
        text = text.replace("**", "").replace("__", "")
        if text.startswith("|") and text.endswith("|"):
            text = text[1:-1].strip()
        bare = fold(text).strip()
        if _RULE.match(bare) or _PAGE.match(bare) or _STAMP.match(bare):
            continue
        kept.append(Line(line.number, text, heading, line.whole))
    return kept


def columns(text: str) -> list[str]:
    """The parts of a line that stand apart by a wide gap or by table bars."""
    return [part.strip() for part in re.split(r"\s{3,}|\|", text.strip()) if part.strip()]
