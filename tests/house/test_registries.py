"""Every folder of a drawer is wired, and every wired name is there."""

import ast
import importlib

import pytest

from doithoai.config.command import CLI, ROOF
from doithoai.config.wiring import DRAWERS
from tests.house.sources import PACKAGE, tree

WIRED = [(drawer, code, dotted) for drawer, members in DRAWERS.items() for code, dotted in members.items()]


@pytest.mark.parametrize(("drawer", "code", "dotted"), WIRED, ids=[f"{drawer}:{code}" for drawer, code, _ in WIRED])
def test_wired_member_is_there(drawer, code, dotted):
    module, _, member = dotted.partition(":")

    assert getattr(importlib.import_module(module), member) is not None


def test_every_folder_of_a_drawer_is_wired():
    folders = {
        f"doithoai.adapters.{path.parent.name}.{path.name}"
        for path in (PACKAGE / "adapters").glob("*/*")
        if (path / "__init__.py").exists()
    }
    wired = {dotted.partition(":")[0] for _, _, dotted in WIRED}
    unwired = {folder for folder in folders if not any(f"{module}.".startswith(f"{folder}.") for module in wired)}

    assert unwired == set()


def offers_run(path):
    return any(isinstance(node, ast.FunctionDef) and node.name == "run" for node in tree(path).body)


def test_every_verb_of_the_command_is_a_module():
    verbs = {path.stem for path in (PACKAGE / "cli").glob("[a-z]*.py") if offers_run(path)}

    assert verbs == set(CLI)
    assert all(importlib.util.find_spec(module) for module in ROOF.values())
