"""A .docx opened with care: how many parts, how large, how tightly packed, before a single one is unpacked.

What the parts say is read in `reader.py`.
"""

import io
import zipfile
import zlib
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from doithoai.adapters.readers.unreadable import SAVE_AS, Unreadable

MOST_PARTS = 2_000
MOST_UNPACKED = 200_000_000
MOST_IN_A_PART = 8_000_000
MOST_PACKED_RATIO = 300
_DOCUMENT = "word/document.xml"
_FAULTS = (
    ParseError,
    DefusedXmlException,
    zipfile.BadZipFile,
    RuntimeError,
    NotImplementedError,
    EOFError,
    OSError,
    ValueError,
    zlib.error,
)
_BROKEN = f"Tệp Word bị hỏng hoặc không trọn vẹn. Thử mở bằng Word; nếu mở được: {SAVE_AS}"


class Package:
    """The parts of one .docx; raises Unreadable when it is broken, locked, holds macros, or is no Word document."""

    def __init__(self, content: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
            parts = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
            raise Unreadable(_BROKEN) from None
        names = {part.filename for part in parts}
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
            raise Unreadable(f"Tệp nén quá nhiều dữ liệu, không giống một văn bản thường. {SAVE_AS}")
        if _DOCUMENT not in names:
            raise Unreadable(_other_kind(names))
        if any(part.flag_bits & 0x1 for part in parts):
            raise Unreadable("Tệp Word có mật khẩu. Mở tệp, bỏ mật khẩu, lưu lại dạng .docx rồi tải lên lại.")
        if any(name.endswith("vbaProject.bin") for name in names):
            raise Unreadable(
                "Tệp Word có chứa macro nên không nhận. Mở tệp bằng Word, lưu lại dạng .docx thường rồi tải lên lại."
            )

    def document(self) -> Element:
        """The body's XML."""
        found = self.part(_DOCUMENT)
        if found is None:
            raise Unreadable(_BROKEN)
        return found

    def part(self, name: str) -> Element | None:
        """One part as XML, null when there is none; entities and external references are refused."""
        try:
            about = self._zip.getinfo(name)
        except KeyError:
            return None
        if (
            about.file_size > MOST_IN_A_PART
            or about.file_size > MOST_PACKED_RATIO * max(about.compress_size, 1) + 100_000
        ):
            raise Unreadable(f"Phần chữ trong tệp Word quá lớn, không giống một bản kế hoạch. {SAVE_AS}")
        try:
            with self._zip.open(about) as stream:
                data = stream.read(MOST_IN_A_PART + 1)
            if len(data) > MOST_IN_A_PART:
                raise Unreadable(_BROKEN)
            element: Element = fromstring(data)
        except (
            ParseError,
            DefusedXmlException,
            zipfile.BadZipFile,
            RuntimeError,
            NotImplementedError,
            EOFError,
            OSError,
            ValueError,
            zlib.error,
        ):
            raise Unreadable(_BROKEN) from None
        return element


def _other_kind(names: set[str]) -> str:
    if any(name.startswith("xl/") for name in names):
        return f"Đây là tệp Excel, không phải văn bản. {SAVE_AS}"
    if any(name.startswith("ppt/") for name in names):
        return f"Đây là tệp trình chiếu, không phải văn bản. {SAVE_AS}"
    if "content.xml" in names:
        return f"Đây là tệp OpenDocument (.odt), chưa đọc được. {SAVE_AS}"
    return "Đây là tệp nén. Giải nén rồi tải lên tệp .docx hoặc .txt bên trong."
