"""The lowest floor is pure: standard library only, no clock, no disk, no chance."""

import ast
import sys

from tests.house.sources import name, python_files, tree

IMPURE = {
    "os", "io", "pathlib", "shutil", "tempfile", "socket", "subprocess", "random", "secrets", "time", "threading",
    "asyncio", "urllib", "sqlite3", "locale",
}  # fmt: skip
# A receipt code must be unguessable, and its shape is a fact of the stage; nothing else here is left to chance.
ALLOWED = {"doithoai/domain/opinions.py: secrets"}
ASKS_CLOCK = {"today", "now", "utcnow"}


def imported(path) -> set[str]:
    found = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            found.add((node.module or "").split(".")[0])
    return found


def test_domain_imports_the_standard_library_alone():
    allowed = (sys.stdlib_module_names | {"doithoai"}) - IMPURE
    foreign = {
        f"{name(path)}: {module}" for path in python_files("doithoai/domain") for module in imported(path) - allowed
    }

    assert foreign <= ALLOWED


def test_domain_never_asks_the_clock_or_opens_a_file():
    calls = [
        f"{name(path)}:{node.lineno}"
        for path in python_files("doithoai/domain")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        and (
            (isinstance(node.func, ast.Attribute) and node.func.attr in ASKS_CLOCK)
            or (isinstance(node.func, ast.Name) and node.func.id in {"open", "input", "print"})
        )
    ]

    assert calls == []
