"""Every module says in its first lines what lives there."""

import ast

import pytest

from tests.house.sources import name, python_files, tree

TEST_FOLDERS = ("tests",)


def is_test_module(path) -> bool:
    return path.name.startswith("test_") or (
        path.name == "__init__.py" and path.parts[-2] != "doithoai" and "tests" in path.parts
    )


def test_every_module_opens_with_its_docstring():
    silent = [
        name(path)
        for path in python_files()
        if not is_test_module(path) and not (ast.get_docstring(tree(path)) or "").strip()
    ]

    assert silent == []


@pytest.mark.parametrize("folder", ["doithoai/domain", "doithoai/base"])
def test_public_functions_of_low_floors_have_return_types(folder):
    untyped = [
        f"{name(path)}:{node.name}"
        for path in python_files(folder)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef) and node.returns is None
    ]

    assert untyped == []
