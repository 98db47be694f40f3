"""Finds the words that a Python file shows on screen, marked or named. Reads only; the catalogues are `messages.py`.

Marked: the argument of a gettext call, under whatever name the file imports it, or of a parameter `translate`.
Named: `domain` may not know gettext, so its Vietnamese words stand there bare and pages show them through `_(NAME)`.
In the drawers of NAMED a Vietnamese string counts as shown when it is in the value of an UPPER_CASE name, in a call that
words a refusal or a follow-up, or returned. Docstrings, official papers and the agenda's customary steps do not count.
"""

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

VIETNAMESE = re.compile("[À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]")
PLACE = re.compile(r"%\(\w+\)s")
"""A few Vietnamese sentences have plain letters only: "Theo: %(rule)s." is one."""
NAMED = ("doithoai/domain/", "doithoai/web/", "doithoai/adapters/readers/", "doithoai/stages/")
PAPERS = (
    "doithoai/domain/papers/",
    "doithoai/domain/reading/",
    "doithoai/domain/rules/",
    "doithoai/domain/holiday_table.py",
    "doithoai/domain/identity.py",
    "doithoai/domain/minutes.py",
    "doithoai/domain/numbering.py",
    "doithoai/domain/plan_rules.py",
    "doithoai/stages/documents/",
    "doithoai/web/ui/gallery/",
)
NAMED_TOO = ("doithoai/domain/rules/actors.py",)
KINDS_OF_PAPER = "/spec.py"
"""A paper's own words stay Vietnamese; the name of its kind stands in lists on screen."""
WORDED_CALLS = frozenset(
    {"NotPossible", "Incomplete", "BadInput", "NotFound", "NotAllowed", "Unreadable", "Lifecycle", "FollowUp", "Deed"}
)
NOT_SHOWN_CALLS = frozenset(
    {"Step", "frozenset", "split", "replace", "removesuffix", "removeprefix", "startswith", "endswith", "compile"}
)
"""A `Step` of the customary agenda is printed and spoken; the rest recognize what was typed."""
PLURALS = frozenset({"ngettext", "ngettext_lazy"})
IN_CONTEXT = frozenset({"pgettext", "pgettext_lazy"})
SAYING = ("django.utils.translation", "doithoai.web.ui.saying")
MARKS = frozenset({"gettext", "gettext_lazy", "gettext_noop"}) | PLURALS | IN_CONTEXT


class Shown(NamedTuple):
    """One msgid, with its plural form or its context when it has one."""

    line: int
    words: str
    plural: str = ""
    context: str = ""


def shown_in(path: Path, house: Path) -> Iterator[Shown]:
    """Every word of the file that a screen may show."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    place = path.relative_to(house).as_posix()
    yield from _marked(tree)
    if place.endswith(KINDS_OF_PAPER):
        yield from _kind_names(tree)
    if place.startswith(NAMED_TOO) or (place.startswith(NAMED) and not place.startswith(PAPERS)):
        yield from _named(tree, _constants(path.parent) | _constants_of(tree))


def _marked(tree: ast.Module) -> Iterator[Shown]:
    marks = {"translate": "gettext"}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module in SAYING:
            marks |= {alias.asname or alias.name: alias.name for alias in node.names if alias.name in MARKS}
    for call in ast.walk(tree):
        if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in marks):
            continue
        said = [arg.value for arg in call.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
        kind = marks[call.func.id]
        if kind in PLURALS and len(said) >= 2:
            yield Shown(call.lineno, said[0], plural=said[1])
        elif kind in IN_CONTEXT and len(said) >= 2:
            yield Shown(call.lineno, said[1], context=said[0])
        elif said:
            yield Shown(call.lineno, said[0])


def _named(tree: ast.Module, constants: Mapping[str, str]) -> Iterator[Shown]:
    for node in tree.body:
        target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
        if isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(target, ast.Name) and target.id.isupper():
            yield from _within(node.value, constants)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name_of(node.func) in WORDED_CALLS:
            yield from _within(node, constants)
        elif isinstance(node, ast.Return) and isinstance(node.value, ast.Constant | ast.JoinedStr | ast.IfExp):
            yield from _within(node.value, constants)


def _kind_names(tree: ast.Module) -> Iterator[Shown]:
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and _name_of(call.func) == "DocumentKind":
            named = (word.value for word in call.keywords if word.arg == "name")
            yield from (shown for value in named for shown in _within(value, {}))


def _within(node: ast.AST | None, constants: Mapping[str, str]) -> Iterator[Shown]:
    """Whole Vietnamese strings below the node, but for keys; an f-string counts when it is made of named constants alone."""
    if node is None or (isinstance(node, ast.Call) and _name_of(node.func) in NOT_SHOWN_CALLS):
        return
    if isinstance(node, ast.Constant | ast.JoinedStr):
        words = _text(node, constants)
        if words and (VIETNAMESE.search(words) or PLACE.search(words)):
            yield Shown(node.lineno, words)
        return
    below = node.values if isinstance(node, ast.Dict) else ast.iter_child_nodes(node)
    for part in below:
        yield from _within(part, constants)


def _text(node: ast.AST, constants: Mapping[str, str]) -> str | None:
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if isinstance(node, ast.FormattedValue):
        return constants.get(node.value.id) if isinstance(node.value, ast.Name) else None
    if isinstance(node, ast.JoinedStr):
        parts = [_text(part, constants) for part in node.values]
        return None if None in parts else "".join(part for part in parts if part)
    return None


def _constants_of(tree: ast.Module) -> dict[str, str]:
    found = (node for node in tree.body if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant))
    return {
        node.targets[0].id: node.value.value
        for node in found
        if isinstance(node.targets[0], ast.Name) and isinstance(node.value.value, str)
    }


@cache
def _constants(folder: Path) -> dict[str, str]:
    """Plain named strings of a folder and of the one above it, for f-strings that end on a shared sentence."""
    found: dict[str, str] = {}
    for path in sorted([*folder.parent.glob("*.py"), *folder.glob("*.py")]):
        found |= _constants_of(ast.parse(path.read_text(encoding="utf-8")))
    return found


def _name_of(func: ast.expr) -> str:
    return func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "")
