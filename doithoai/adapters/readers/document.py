"""A file read whole: its lines, its text as kept, and what it says. What the command line and `start` ask for."""

import os
from dataclasses import dataclass
from pathlib import Path

from doithoai.adapters.readers.gate import read_lines
from doithoai.domain.reading.document import read_plan
from doithoai.domain.reading.lines import Line
from doithoai.domain.reading.record import Reading


@dataclass(frozen=True)
class Document:
    """A source with its reading; `text` is the lines joined by newlines, so that line n of it is source line n."""

    lines: tuple[Line, ...]
    text: str
    reading: Reading


def read_document(source: bytes | str | os.PathLike[str], name: str = "") -> Document:
    """Read a file from disk, or its bytes with the name it came by; raises Unreadable."""
    lines = read_lines(source, name or Path(os.fspath(source) if not isinstance(source, bytes) else "").name)
    return Document(tuple(lines), "\n".join(line.text for line in lines), read_plan(lines))
