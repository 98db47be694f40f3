"""A duty bound to a moment in words, with no number ("sớm nhất", "sau khi kết thúc"): shown, never late by law."""

from collections.abc import Mapping
from typing import Final

CODE: Final = "moment"
FIELDS: Final = frozenset({"text"})


def read(row: Mapping[str, object]) -> None:
    """Raises ValueError when the words themselves are missing."""
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        raise ValueError('text phải ghi lời của văn bản, ví dụ text = "kịp thời"')
