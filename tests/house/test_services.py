"""A service is one file per verb with one public function, called by name, told who acts and when.

What several services of a stage share (locks, scope) may lie beside them in a module of its own, named by a noun.
"""

import ast
from pathlib import Path

from tests.house.sources import PACKAGE, name, tree

TOLD = {"actor", "at"}
# Before signing in nobody acts yet; drawing a projection again from what was decided is nobody's act.
NOBODY_ACTS = {"sign_in", "refresh_dialogue"}


def takes(function: ast.FunctionDef) -> set[str]:
    return {argument.arg for argument in (*function.args.args, *function.args.kwonlyargs)}


def verbs(path: Path) -> list[ast.FunctionDef]:
    return [
        node
        for node in tree(path).body
        if isinstance(node, ast.FunctionDef) and node.name.startswith(path.stem) and "at" in takes(node)
    ]


def files() -> list[Path]:
    return sorted(PACKAGE.glob("stages/*/services/[a-z]*.py"))


def test_service_file_offers_one_verb_of_its_own_name():
    services = [path for path in files() if verbs(path)]

    assert len(services) > 3 * (len(files()) - len(services))
    assert [name(path) for path in services if len(verbs(path)) != 1] == []


def test_service_takes_everything_by_name():
    by_place = [f"{name(path)}:{verb.name}" for path in files() for verb in verbs(path) if verb.args.args]

    assert by_place == []


def test_service_is_told_who_acts_and_when():
    untold = [
        f"{name(path)}:{verb.name}: {missing}"
        for path in files()
        for verb in verbs(path)
        if verb.name not in NOBODY_ACTS
        for missing in sorted(TOLD - takes(verb))
    ]

    assert untold == []
