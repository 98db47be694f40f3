"""Migrations are named for their change, stand in one line, and fit the models."""

import re
from io import StringIO

import pytest
from django.core.management import call_command

from tests.house.sources import PACKAGE, name

FILES = sorted(PACKAGE.glob("**/migrations/[0-9]*.py"))
MADE_UP = re.compile(r"_auto_|_and_more$|_alter_\w+_options$")


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_migration_is_named_for_its_change(path):
    assert not MADE_UP.search(path.stem), name(path)


def test_migrations_of_a_stage_stand_in_one_line():
    for folder in {path.parent for path in FILES}:
        numbers = sorted(path.stem.split("_")[0] for path in folder.glob("[0-9]*.py"))

        assert numbers == [f"{number:04d}" for number in range(1, len(numbers) + 1)], name(folder)


@pytest.mark.django_db
def test_migrations_fit_the_models():
    told = StringIO()

    call_command("makemigrations", check=True, dry_run=True, verbosity=1, stdout=told)

    assert "No changes detected" in told.getvalue()
