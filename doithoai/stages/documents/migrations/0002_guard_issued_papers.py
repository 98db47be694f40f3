"""Refuse in the database itself to change or delete an issued paper.

A later migration that rebuilds the table on SQLite drops its triggers: it must put them back by the same statements.
"""

from typing import ClassVar

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

SQLITE = tuple(
    f"CREATE TRIGGER document_issued_{name} BEFORE {act} ON documents_officialdocument WHEN OLD.state = 'issued'"
    " BEGIN SELECT RAISE(ABORT, 'an issued paper never changes'); END"
    for act, name in (("UPDATE", "kept"), ("DELETE", "stays"))
)
POSTGRESQL = (
    "CREATE FUNCTION document_keep_issued() RETURNS trigger LANGUAGE plpgsql AS"
    " $$ BEGIN RAISE EXCEPTION 'an issued paper never changes' USING ERRCODE = '23000'; END $$",
    *(
        f"CREATE TRIGGER document_issued_{name} BEFORE {act} ON documents_officialdocument FOR EACH ROW"
        " WHEN (OLD.state = 'issued') EXECUTE FUNCTION document_keep_issued()"
        for act, name in (("UPDATE", "kept"), ("DELETE", "stays"))
    ),
)
UNDO_SQLITE = ("DROP TRIGGER document_issued_kept", "DROP TRIGGER document_issued_stays")
UNDO_POSTGRESQL = (
    "DROP TRIGGER document_issued_kept ON documents_officialdocument",
    "DROP TRIGGER document_issued_stays ON documents_officialdocument",
    "DROP FUNCTION document_keep_issued()",
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
    dependencies: ClassVar = [("documents", "0001_initial")]
    operations: ClassVar = [migrations.RunPython(guard, unguard)]
