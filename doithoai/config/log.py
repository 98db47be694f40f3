"""One JSON line per event on standard error, with allow-listed fields only.

A line never holds a query string, a body, a header, a name or an exception's own words, since all of these can carry
what a citizen wrote: an event is its unfilled message, a request is its route, an exception is its type and places.
"""

import json
import logging
import sys
import traceback
from datetime import UTC, datetime
from typing import Any

from django.conf import settings

ALLOWED = ("method", "route", "status", "ms", "job", "count", "seconds", "code")


class Line(logging.Formatter):
    """Turns a record into one JSON line."""

    def format(self, record: logging.LogRecord) -> str:
        """The unfilled message with the allowed extra fields, and where an exception came from."""
        line: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": str(record.msg),
        }
        line |= {name: getattr(record, name) for name in ALLOWED if hasattr(record, name)}
        status = getattr(record, "status_code", None)
        if isinstance(status, int):
            line["status"] = status
        if record.exc_info and record.exc_info[0]:
            line["error"] = record.exc_info[0].__name__
            line["where"] = [f"{f.filename}:{f.lineno} {f.name}" for f in traceback.extract_tb(record.exc_info[2])][-8:]
        return json.dumps(line, ensure_ascii=False, default=str)


def set_up() -> None:
    """Send every logger through `Line` at DOITHOAI_LOG's level. Repeating it replaces the handler."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Line())
    root = logging.getLogger()
    root.handlers[:] = [kept for kept in root.handlers if not isinstance(kept.formatter, Line)] + [handler]
    root.setLevel(settings.LOG_LEVEL.upper())
    # Parameters of a statement are personal data; the engine's own lines would show them.
    logging.getLogger("django.db.backends").setLevel(logging.WARNING)
    logging.getLogger("asyncio").setLevel(logging.WARNING)
