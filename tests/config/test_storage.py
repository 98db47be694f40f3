"""How the database is opened."""

import pytest
from django.db import connection

from doithoai.config import storage
from doithoai.config.env import BadSetting


@pytest.mark.parametrize(
    ("asked", "version", "mode"),
    [
        ("auto", (3, 40, 1), "DELETE"),
        ("auto", (3, 51, 2), "DELETE"),
        ("auto", (3, 51, 3), "WAL"),
        ("auto", (4, 0, 0), "WAL"),
        ("delete", (3, 51, 3), "DELETE"),
        ("wal", (3, 51, 3), "WAL"),
    ],
)
def test_journal_is_write_ahead_only_on_a_version_without_the_fault(asked, version, mode):
    assert storage.journal_mode(asked, version) == mode


def test_journal_is_refused_when_write_ahead_is_asked_of_a_faulty_version():
    with pytest.raises(BadSetting, match=r"3\.51\.2"):
        storage.journal_mode("wal", (3, 51, 2))


@pytest.mark.django_db
@pytest.mark.parametrize(("pragma", "value"), [("foreign_keys", 1), ("synchronous", 2), ("secure_delete", 1)])
def test_sqlite_is_opened_safely(pragma, value):
    if connection.vendor != "sqlite":
        pytest.skip("only SQLite has pragmas")

    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {pragma}")
        assert cursor.fetchone() == (value,)


@pytest.mark.django_db
def test_sqlite_journal_is_the_one_chosen():
    if connection.vendor != "sqlite":
        pytest.skip("only SQLite has a journal mode")

    with connection.cursor() as cursor:
        cursor.execute("PRAGMA journal_mode")
        assert cursor.fetchone() == (storage.journal_mode("auto").lower(),)
