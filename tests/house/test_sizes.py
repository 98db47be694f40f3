"""Sizes: a file that grows past its limit is split by verb or by kind, or its reason stands in exceptions.toml."""

import ast
import tomllib
from pathlib import Path

import pytest

from tests.house.sources import HOUSE, name, python_files, tree

FILE_LINES = 400
FUNCTION_LINES = 60
PARAMETERS = 6

EXCEPTIONS = {
    entry["where"]: entry["reason"]
    for entry in tomllib.loads((HOUSE / "tests/house/exceptions.toml").read_text(encoding="utf-8")).get("exception", [])
}


def faults(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").count("\n")
    found = [f"{name(path)}: {lines} lines"] if lines > FILE_LINES and name(path) not in EXCEPTIONS else []
    for node in ast.walk(tree(path)):
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) or f"{name(path)}:{node.name}" in EXCEPTIONS:
            continue
        length = (node.end_lineno or node.lineno) - node.lineno + 1
        if length > FUNCTION_LINES:
            found.append(f"{name(path)}:{node.name}: {length} lines")
        arguments = [a.arg for a in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)]
        count = len([a for a in arguments if a not in {"self", "cls"}])
        if count > PARAMETERS and not node.name.startswith("test_"):
            found.append(f"{name(path)}:{node.name}: {count} parameters")
    return found


def test_files_and_functions_keep_their_size():
    assert [fault for path in python_files() for fault in faults(path)] == []


def test_exceptions_are_still_needed_and_have_reasons():
    known = {name(path) for path in python_files()}

    assert all(len(reason) > 10 for reason in EXCEPTIONS.values())
    assert {where.split(":")[0] for where in EXCEPTIONS} <= known


def test_size_is_measured_when_function_is_too_long(tmp_path, monkeypatch):
    path = HOUSE / "tests" / "house" / "unseen.py"
    source = "def long(a, b, c, d, e, f, g):\n" + "    a\n" * FILE_LINES
    monkeypatch.setattr(Path, "read_text", lambda *_args, **_named: source)
    tree.cache_clear()

    found = faults(path)

    tree.cache_clear()
    assert found == [
        "tests/house/unseen.py: 401 lines",
        "tests/house/unseen.py:long: 401 lines",
        "tests/house/unseen.py:long: 7 parameters",
    ]


@pytest.mark.parametrize("banned", ["utils", "helpers", "common", "misc", "manager", "handler"])
def test_no_file_is_a_drawer_for_everything(banned):
    assert [name(path) for path in python_files() if path.stem in {banned, f"{banned}s"}] == []
