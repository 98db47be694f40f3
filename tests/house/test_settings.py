"""Every variable that the product reads stands in docs/settings.md, and nothing stands there that is not read."""

import ast
import re

from tests.house.sources import HOUSE, name, python_files, tree

VARIABLE = re.compile(r"DOITHOAI_[A-Z_]+")
FOR_TESTS = {"DOITHOAI_TEST_DATABASE"}


def variables_read() -> set[str]:
    return {
        node.value
        for path in python_files("doithoai")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and VARIABLE.fullmatch(node.value)
    }


def variables_told() -> set[str]:
    rows = (HOUSE / "docs/settings.md").read_text(encoding="utf-8").splitlines()
    return {found[0] for row in rows if row.startswith("|") and (found := VARIABLE.search(row))}


def test_settings_are_told_one_for_one():
    read = variables_read()

    assert "DOITHOAI_DATA" in read
    assert variables_told() - {"DOITHOAI_SECRET_KEY_FILE"} == read - FOR_TESTS


def test_environment_is_read_by_the_roof_alone():
    readers = {
        name(path).split("/")[1]
        for path in python_files("doithoai")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and node.attr in {"environ", "getenv"}
    }

    assert readers <= {"config"}
