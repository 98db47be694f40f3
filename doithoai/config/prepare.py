"""Opens a data folder: makes it, brings its tables up to this version, refuses one written by a newer version.

`doithoai prepare` does it by hand; every other verb that needs data does it on the way. No demo is loaded here.
"""

import sys
from pathlib import Path

from doithoai.config import storage

NEWER = (
    "dữ liệu này do một phiên bản mới hơn của phần mềm ghi ({names}). Hãy cài phiên bản mới, hoặc dùng thư mục khác."
)
MISSING = "thư mục {data} chưa có dữ liệu. Hãy chạy “doithoai start FILE --data {data}” hoặc “doithoai demo” trước."


def run(argv: list[str]) -> int:  # noqa: ARG001 -- the folder is already named by the environment
    """`doithoai prepare --data DIR`: tables, then style sheets and compiled templates."""
    import django

    django.setup()
    if refusal := open_data(make=True, needed=True):
        sys.stderr.write(f"doithoai: {refusal}\n")
        return 2
    collect()
    return 0


def open_data(*, make: bool, needed: bool) -> str:
    """Make the tables current. Gives the words of a refusal, or nothing when the data may be used."""
    from django.conf import settings

    data: Path = settings.DATA
    on_sqlite = "sqlite3" in str(settings.DATABASES["default"]["ENGINE"])
    if on_sqlite and not make and not (data / storage.DATABASE_NAME).exists():
        return MISSING.format(data=data) if needed else ""
    for folder in (data, settings.FILES, settings.CACHE):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    written, known = _written(), _known()
    if newer := sorted(f"{app}.{name}" for app, name in written - known):
        return NEWER.format(names=", ".join(newer[:3]))
    if known - written:
        _migrate()
    if on_sqlite:
        # A folder that was there before may be open to other users of the computer; the citizens' words in it are not.
        (data / storage.DATABASE_NAME).chmod(0o600)
    return ""


def collect() -> None:
    """Gather style sheets, fonts and scripts under hashed names; the next start serves them so."""
    from django.conf import settings
    from django.core.management import call_command

    # The settings choose this keeper only where files are gathered already, which the first time they are not.
    settings.STORAGES["staticfiles"]["BACKEND"] = settings.GATHERED_STATIC
    call_command("collectstatic", interactive=False, verbosity=0, clear=False)


def collect_again() -> None:
    """Gather once more when a file has changed since; nothing where they were never gathered (they are found as they lie)."""
    from django.conf import settings

    if not settings.STATIC_IS_BUILT:
        return
    gathered = (settings.STATIC_ROOT / "staticfiles.json").stat().st_mtime
    files = (file for folder in settings.STATICFILES_DIRS for file in Path(folder).rglob("*"))
    if any(file.stat().st_mtime > gathered for file in files):
        collect()


def _written() -> set[tuple[str, str]]:
    """Migrations that the database says it has, as (app label, name)."""
    from django.db import connection
    from django.db.migrations.recorder import MigrationRecorder

    return set(MigrationRecorder(connection).applied_migrations())


def _known() -> set[tuple[str, str]]:
    """Migrations on disk, without importing them: the check runs at every start."""
    from django.apps import apps

    return {
        (app.label, file.stem)
        for app in apps.get_app_configs()
        for file in Path(app.path, "migrations").glob("[0-9]*.py")
    }


def _migrate() -> None:
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=0)
