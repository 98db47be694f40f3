"""Gives every test run its own data folder and database server, before Django reads its settings.

A pytest plugin, loaded by name in `pyproject.toml`. DOITHOAI_TEST_DATABASE=postgresql makes the run use a PostgreSQL
that it starts itself from the machine's own binaries, in a temporary folder, and stops at the end; anything else means
SQLite in a file, as in a commune's office.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

import pytest

from tests import postgresql

ON_POSTGRESQL = os.environ.get("DOITHOAI_TEST_DATABASE", "sqlite") == "postgresql"
IS_WORKER = "PYTEST_XDIST_WORKER" in os.environ


def _own_folder() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="doithoai-test-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _prepare() -> None:
    """Set the environment that `settings.py` will read. Workers share the server, never the folder."""
    folder = _own_folder()
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "doithoai.config.settings",
        "DOITHOAI_DATA": str(folder),
        "DOITHOAI_STATIC": str(folder / "no-static"),
        "DOITHOAI_LOG": "error",
        "DOITHOAI_TEMPLATES_STRICT": "1",
        "DOITHOAI_DEBUG": "0",
    }
    if not ON_POSTGRESQL:
        os.environ.pop("DOITHOAI_DATABASE", None)
    elif not IS_WORKER:
        if not postgresql.is_installed():
            raise pytest.UsageError(postgresql.MISSING)
        server = postgresql.start()
        atexit.register(server.stop)
        os.environ["DOITHOAI_DATABASE"] = server.address


_prepare()


@pytest.hookimpl(trylast=True)
def pytest_configure() -> None:
    """Passwords of tests need no strength: the real hash costs fifty milliseconds each."""
    from django.conf import settings  # read only after _prepare

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def pytest_report_header() -> str:
    """Which database this run is about."""
    return f"database: {'PostgreSQL, started by this run' if ON_POSTGRESQL else 'SQLite'}"
