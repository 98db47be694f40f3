"""Plain text in UTF-8, UTF-16 or Windows Vietnamese → lines in NFC. Markdown marks are cleaned by the domain."""

import unicodedata

from doithoai.adapters.readers.unreadable import EMPTY, MOST_LETTERS, SAVE_AS, Unreadable, too_long
from doithoai.domain.reading.characters import fold
from doithoai.domain.reading.lines import Line

_COMMON = ("nhan dan", "ke hoach", "uy ban", "thon", "ngay", "cong", "khong", "nhung")


def read_text(content: bytes) -> list[Line]:
    """Lines of a text file, numbered from 1; raises Unreadable when it is no text, empty, or far too long."""
    if len(content) > 4 * MOST_LETTERS:
        raise too_long()
    text = _decoded(content)
    if len(text) > MOST_LETTERS:
        raise too_long()
    if not text.strip():
        raise Unreadable(EMPTY)
    text = (
        unicodedata.normalize("NFC", text)
        .replace("\r\n", "\n")
        .replace("\r", "\n")
        .replace("\f", "\n")
        .replace("\0", "")
    )
    return [Line(number, line) for number, line in enumerate(text.split("\n"), 1)]


def _decoded(content: bytes) -> str:
    for encoding in _encodings(content):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding != "cp1258":
            return text
        text = unicodedata.normalize("NFC", text)
        if sum(word in fold(text[:5000]) for word in _COMMON) >= 2:
            return text
    raise Unreadable(f"Không nhận ra bảng mã chữ của tệp (có thể là phông cũ TCVN3 hoặc VNI). {SAVE_AS}")


def _encodings(content: bytes) -> tuple[str, ...]:
    """Encodings worth trying, the surest first."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    head = content[:4096]
    if head[1::2].count(0) > len(head) // 5:
        return ("utf-16-le",)
    if head[0::2].count(0) > len(head) // 5:
        return ("utf-16-be",)
    return ("utf-8-sig", "cp1258")
