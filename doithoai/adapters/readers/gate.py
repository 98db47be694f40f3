"""What a file really is, told by its first bytes and never by its name, and the reader that fits it.

Every refusal is `Unreadable`. Nothing is unpacked or decoded before its size is known.
"""

import os
from collections.abc import Callable
from pathlib import Path

from doithoai.adapters.readers.docx.reader import read_docx
from doithoai.adapters.readers.text.reader import read_text
from doithoai.adapters.readers.unreadable import EMPTY, MOST_BYTES, SAVE_AS, Unreadable
from doithoai.domain.reading.lines import Line

_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM", b"\x00\x00\x01\x00")
_PACKED = (b"7z\xbc\xaf", b"Rar!", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")
_SOUND = (b"ID3", b"OggS", b"fLaC", b"\x1aE\xdf\xa3")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_LOCKED_WORDS = "Tệp Word có mật khẩu. Mở tệp, bỏ mật khẩu, lưu lại dạng .docx rồi tải lên lại."
_WIDE = (b"\xff\xfe", b"\xfe\xff")


def read_lines(source: str | os.PathLike[str] | bytes, _name: str = "") -> list[Line]:
    """Lines of a document, numbered from 1, in NFC; `source` is a path or the bytes, and its name tells nothing.

    Raises Unreadable for anything that is no readable .docx, .txt or .md, for empty and for oversized files.
    """
    content = source if isinstance(source, bytes) else _content(Path(source))
    if len(content) > MOST_BYTES:
        raise _too_big()
    if not content.strip(b"\x00 \t\r\n\xef\xbb\xbf\xfe\xff"):
        raise Unreadable(EMPTY)
    refusal = _refusal(content)
    if refusal:
        raise Unreadable(refusal)
    return read_docx(content) if content.startswith(b"PK") else read_text(content)


def _content(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise Unreadable(f"“{path.name}” là thư mục, không phải tệp. Chọn một tệp .docx hoặc .txt.")
        if path.stat().st_size > MOST_BYTES:
            raise _too_big()
        return path.read_bytes()
    except FileNotFoundError:
        raise Unreadable(f"Không tìm thấy tệp “{path.name}”. Kiểm tra lại tên và đường dẫn.") from None
    except OSError:
        raise Unreadable(f"Không mở được tệp “{path.name}”. Đóng tệp ở chương trình khác rồi thử lại.") from None


def _too_big() -> Unreadable:
    return Unreadable(
        "Tệp quá lớn (hơn 20 MB). Kế hoạch chỉ vài trang chữ: bỏ ảnh chụp khỏi tệp hoặc lưu lại dạng .txt rồi tải lên lại."
    )


def _refusal(content: bytes) -> str | None:
    """Why the content cannot be read, by its first bytes; null when a reader may try."""
    if content[:1024].find(b"%PDF-") >= 0:
        return f"Đây là tệp PDF, chưa đọc được. {SAVE_AS}"
    if content.startswith(_OLD_OFFICE):
        return _LOCKED_WORDS if _LOCKED in content else f"Đây là tệp Word đời cũ (.doc), chưa đọc được. {SAVE_AS}"
    known = next((words for fits, words in _REFUSED if fits(content)), None)
    if known:
        return known
    head = content[:4096]
    if b"\x00" in head and not content.startswith((b"PK", *_WIDE)) and not _is_wide(head):
        return f"Không nhận ra loại tệp này. {SAVE_AS}"
    return None


def _is_picture(content: bytes) -> bool:
    modern = content[4:12] in {b"ftypheic", b"ftypmif1"} or content[8:12] == b"WEBP"
    return content.startswith(_PICTURES) or modern


def _is_sound(content: bytes) -> bool:
    return content.startswith((*_SOUND, b"RIFF")) or content[4:8] == b"ftyp"


_REFUSED: tuple[tuple[Callable[[bytes], bool], str], ...] = (
    (
        _is_picture,
        "Đây là tệp ảnh, chưa đọc được chữ trong ảnh. Tải lên bản Word gốc (.docx) của kế hoạch, hoặc gõ lại thành tệp .txt.",
    ),
    (lambda content: content.startswith(b"{\\rtf"), f"Đây là tệp RTF, chưa đọc được. {SAVE_AS}"),
    (
        lambda content: content.startswith(_PACKED),
        "Đây là tệp nén. Giải nén rồi tải lên tệp .docx hoặc .txt bên trong.",
    ),
    (_is_sound, "Đây là tệp âm thanh hoặc phim, không phải văn bản. Tải lên tệp .docx hoặc .txt của kế hoạch."),
)


def _is_wide(head: bytes) -> bool:
    """Whether bytes look like UTF-16 text without its mark: zeros in every other place."""
    return head[1::2].count(0) > len(head) // 5 or head[0::2].count(0) > len(head) // 5
