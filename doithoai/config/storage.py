"""Which database, and how it is opened: SQLite in the data folder, or PostgreSQL by one setting.

No table is made here; see `prepare.py`. SQLite before 3.51.3 can damage a file in write-ahead mode when two
connections reset the log at once, so there the rollback journal is used, and asking for the other one is refused.
"""

import sqlite3
from pathlib import Path

from doithoai.config import env

DATABASE_NAME = "doithoai.sqlite3"
SAFE_WAL_SINCE = (3, 51, 3)
BUSY_SECONDS = 20


def journal_mode(asked: str, version: tuple[int, ...] = sqlite3.sqlite_version_info) -> str:
    """`DELETE` or `WAL` for `auto`, `delete` or `wal`; raises BadSetting for `wal` on a version that can damage files."""
    safe = version >= SAFE_WAL_SINCE
    if asked == "wal" and not safe:
        number = ".".join(map(str, version))
        raise env.BadSetting(
            f"DOITHOAI_SQLITE_JOURNAL=wal: SQLite {number} trên máy này có lỗi có thể làm hỏng dữ liệu ở chế độ WAL. "
            "Hãy bỏ thiết đặt này, hoặc dùng SQLite từ 3.51.3."
        )
    return "WAL" if safe and asked != "delete" else "DELETE"


def sqlite(data: Path, *, journal: str) -> dict[str, object]:
    """A Django database entry for the file of a data folder. `secure_delete` overwrites what is erased."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": data / DATABASE_NAME,
        "CONN_MAX_AGE": None,
        "TEST": {"NAME": str(data / "test.sqlite3")},
        "OPTIONS": {
            "timeout": BUSY_SECONDS,
            "transaction_mode": "IMMEDIATE",
            "init_command": (
                f"PRAGMA journal_mode={journal};PRAGMA synchronous=FULL;PRAGMA secure_delete=ON;"
                "PRAGMA temp_store=MEMORY;"
            ),
        },
    }


def database(data: Path) -> dict[str, object]:
    """The one database entry of this installation, by DOITHOAI_DATABASE or else in the data folder."""
    server = env.postgres("DOITHOAI_DATABASE")
    if server is not None:
        server.update(CONN_MAX_AGE=None, CONN_HEALTH_CHECKS=True, DISABLE_SERVER_SIDE_CURSORS=True)
        return server
    asked = env.one_of("DOITHOAI_SQLITE_JOURNAL", ("auto", "delete", "wal"), "auto")
    return sqlite(data, journal=journal_mode(asked))
