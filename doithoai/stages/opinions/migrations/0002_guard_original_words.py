"""Refuse in the database itself to change what a citizen said and who said it, and to delete any opinion.

A later migration that rebuilds the table on SQLite drops its triggers: it must put them back by the same statements.
"""

from typing import ClassVar

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

KEPT = (
    "commune_id", "year", "number", "code", "submission_key", "received_at", "channel", "entered_by_id",
    "entered_by_name", "on_behalf", "original_words", "seal_salt", "speaker_name", "speaker_kind", "speaker_phone",
    "speaker_address",
)  # fmt: skip
CHANGED = " OR ".join(f"NEW.{name} IS DISTINCT FROM OLD.{name}" for name in KEPT)
CHANGED_SQLITE = " OR ".join(f"NEW.{name} IS NOT OLD.{name}" for name in KEPT)

SQLITE = (
    (
        f"CREATE TRIGGER opinion_original_kept BEFORE UPDATE ON opinions_opinion WHEN {CHANGED_SQLITE}"
        " BEGIN SELECT RAISE(ABORT, 'original words of an opinion never change'); END"
    ),
    (
        "CREATE TRIGGER opinion_never_deleted BEFORE DELETE ON opinions_opinion"
        " BEGIN SELECT RAISE(ABORT, 'an opinion is never deleted'); END"
    ),
)
POSTGRESQL = (
    (
        "CREATE FUNCTION opinion_keep_original() RETURNS trigger LANGUAGE plpgsql AS"
        " $$ BEGIN RAISE EXCEPTION 'original words of an opinion never change' USING ERRCODE = '23000'; END $$"
    ),
    (
        "CREATE FUNCTION opinion_keep_row() RETURNS trigger LANGUAGE plpgsql AS"
        " $$ BEGIN RAISE EXCEPTION 'an opinion is never deleted' USING ERRCODE = '23000'; END $$"
    ),
    (
        f"CREATE TRIGGER opinion_original_kept BEFORE UPDATE ON opinions_opinion FOR EACH ROW WHEN ({CHANGED})"
        " EXECUTE FUNCTION opinion_keep_original()"
    ),
    (
        "CREATE TRIGGER opinion_never_deleted BEFORE DELETE ON opinions_opinion FOR EACH ROW"
        " EXECUTE FUNCTION opinion_keep_row()"
    ),
)
UNDO_SQLITE = ("DROP TRIGGER opinion_original_kept", "DROP TRIGGER opinion_never_deleted")
UNDO_POSTGRESQL = (
    "DROP TRIGGER opinion_original_kept ON opinions_opinion",
    "DROP TRIGGER opinion_never_deleted ON opinions_opinion",
    "DROP FUNCTION opinion_keep_original()",
    "DROP FUNCTION opinion_keep_row()",
)


def guard(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Add the triggers of this vendor."""
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement)


def unguard(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take the triggers away again."""
    for statement in UNDO_SQLITE if schema_editor.connection.vendor == "sqlite" else UNDO_POSTGRESQL:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies: ClassVar = [("opinions", "0001_initial")]
    operations: ClassVar = [migrations.RunPython(guard, unguard)]
