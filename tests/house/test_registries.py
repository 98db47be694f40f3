"""Every folder of a drawer is wired, and every wired name is there."""

import importlib
import importlib.util
import pkgutil

import pytest

from doithoai.config.command import CLI, ROOF
from doithoai.config.wiring import DRAWERS
from tests.house.sources import PACKAGE

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


def test_every_verb_of_the_command_is_a_module():
    names = {found.name for found in pkgutil.iter_modules([str(PACKAGE / "cli")])}
    verbs = {name for name in names if hasattr(importlib.import_module(f"doithoai.cli.{name}"), "run")}

    assert verbs == set(CLI)
    assert all(importlib.util.find_spec(module) for module in ROOF.values())
