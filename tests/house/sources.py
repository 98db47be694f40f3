"""Finds and parses the files that the tests of the house look at, once per run."""

import ast
import subprocess
from functools import cache
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2]
PACKAGE = HOUSE / "doithoai"
FOLDERS = ("doithoai", "tests", "tools", "bench")


@cache
def python_files(*folders: str) -> tuple[Path, ...]:
    """Every Python file of the folders (all, when none is named), without generated migrations."""
    return tuple(
        path
        for folder in folders or FOLDERS
        for path in sorted((HOUSE / folder).rglob("*.py"))
        if path.parent.name != "migrations" and "__pycache__" not in path.parts
    )


@cache
def tree(path: Path) -> ast.Module:
    """The parsed file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def name(path: Path) -> str:
    """The path as it is written in messages and in exceptions.toml."""
    return path.relative_to(HOUSE).as_posix()


@cache
def tracked_files() -> tuple[Path, ...]:
    """Every file that git keeps; all files of the checkout where there is no git."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=HOUSE, capture_output=True, check=False)
    if listed.returncode == 0:
        return tuple(path for word in listed.stdout.decode().split("\0") if word and (path := HOUSE / word).is_file())
    return tuple(path for path in HOUSE.rglob("*") if path.is_file() and not {".venv", ".git"} & set(path.parts))
