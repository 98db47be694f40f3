"""Every code that a person may meet (stage, state, kind, role, duty…) has its Vietnamese word in docs/glossary.md."""

import importlib
import inspect
import pkgutil
import re
from enum import StrEnum

import pytest
from django.conf import settings

import doithoai.domain
from tests.house.sources import HOUSE, PACKAGE

# Codes that are never shown to anyone: layout of paper, arithmetic of terms, reach of a role.
INSIDE = {"Align", "Voice", "Direction", "Unit", "Anchor", "Reach", "Act"}
CODE = re.compile(r"`([a-z0-9_]+)`")


def glossary_codes() -> set[str]:
    rows = (HOUSE / "docs/glossary.md").read_text(encoding="utf-8").splitlines()
    return {code for row in rows if row.startswith("|") for code in CODE.findall(row)}


def enums() -> list[type[StrEnum]]:
    modules = [
        importlib.import_module(found.name)
        for found in pkgutil.walk_packages(doithoai.domain.__path__, "doithoai.domain.")
    ]
    return sorted(
        {
            kind
            for module in modules
            for _, kind in inspect.getmembers(module, inspect.isclass)
            if issubclass(kind, StrEnum) and kind is not StrEnum and kind.__module__ == module.__name__
        },
        key=lambda kind: (kind.__module__, kind.__name__),
    )


@pytest.mark.parametrize(
    "kind", [kind for kind in enums() if kind.__name__ not in INSIDE], ids=lambda kind: kind.__name__
)
def test_glossary_pairs_every_code(kind):
    assert {str(member) for member in kind} - {""} - glossary_codes() == set()


def test_glossary_pairs_every_stage():
    assert set(settings.STAGES) - glossary_codes() == set()


def test_glossary_pairs_every_kind_of_document_and_rule():
    documents = {
        path.name for path in (PACKAGE / "stages/documents/kinds").iterdir() if (path / "__init__.py").exists()
    }
    rules = {path.stem for path in (PACKAGE / "domain/rules/kinds").glob("[a-z]*.py")}

    assert documents
    assert rules
    assert (documents | rules) - glossary_codes() == set()
