"""The ZIP container of a DOCX: fixed members deflated once, one changing member added to them. No XML here.

Member times are fixed, so equal papers give equal files.
"""

import struct
import zlib

_STAMP = (0, 0x21)  # 1 January 1980, the first day a ZIP can name
_FLAGS = 0x800  # names are UTF-8
_DEFLATED = 8


class Package:
    """Fixed members ready to be written, waiting for one more called `changing`."""

    def __init__(self, fixed: dict[str, bytes], *, changing: str) -> None:
        self._name = changing.encode()
        head, entries = bytearray(), bytearray()
        for name, content in fixed.items():
            local, entry = _member(name.encode(), content, offset=len(head))
            head += local
            entries += entry
        self._head = bytes(head)
        self._entries = bytes(entries)
        self._count = len(fixed) + 1

    def closed_with(self, content: bytes) -> bytes:
        """The whole file with the changing member's content."""
        local, entry = _member(self._name, content, offset=len(self._head))
        directory_at = len(self._head) + len(local)
        directory = self._entries + entry
        end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, self._count, self._count, len(directory), directory_at, 0)
        return b"".join((self._head, local, directory, end))


def _member(name: bytes, content: bytes, *, offset: int) -> tuple[bytes, bytes]:
    """The member with its local header, and its entry of the central directory."""
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    packed = packer.compress(content) + packer.flush()
    sizes = (zlib.crc32(content), len(packed), len(content), len(name))
    local = struct.pack("<4s5H3L2H", b"PK\3\4", 20, _FLAGS, _DEFLATED, *_STAMP, *sizes, 0)
    entry = struct.pack("<4s6H3L5H2L", b"PK\1\2", 20, 20, _FLAGS, _DEFLATED, *_STAMP, *sizes, 0, 0, 0, 0, 0, offset)
    return local + name + packed, entry + name
