"""Refuse UPDATE and DELETE on audit_line in the database itself, on SQLite and on PostgreSQL."""

from typing import ClassVar

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

SQLITE = (
    "CREATE TRIGGER audit_line_no_update BEFORE UPDATE ON audit_line"
    " BEGIN SELECT RAISE(ABORT, 'audit_line is append-only'); END",
    "CREATE TRIGGER audit_line_no_delete BEFORE DELETE ON audit_line"
    " BEGIN SELECT RAISE(ABORT, 'audit_line is append-only'); END",
)
POSTGRESQL = (
    "CREATE FUNCTION audit_line_refuse() RETURNS trigger LANGUAGE plpgsql AS"
    " $$ BEGIN RAISE EXCEPTION 'audit_line is append-only'; END $$",
    "CREATE TRIGGER audit_line_no_change BEFORE UPDATE OR DELETE ON audit_line"
    " FOR EACH ROW EXECUTE FUNCTION audit_line_refuse()",
)
UNDO_SQLITE = ("DROP TRIGGER audit_line_no_update", "DROP TRIGGER audit_line_no_delete")
UNDO_POSTGRESQL = ("DROP TRIGGER audit_line_no_change ON audit_line", "DROP FUNCTION audit_line_refuse()")


def guard(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Add the triggers of this vendor."""
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement)


def unguard(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take the triggers away again."""
    for statement in UNDO_SQLITE if schema_editor.connection.vendor == "sqlite" else UNDO_POSTGRESQL:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies: ClassVar = [("base", "0001_initial")]
    operations: ClassVar = [migrations.RunPython(guard, unguard)]
