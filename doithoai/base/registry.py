"""Drawers and their members by code; a member is a dotted name until somebody asks for it.

A lower floor that needs the outside world names a drawer and a code here; `config/wiring.py` fills the drawers.
Loading late keeps document and reader libraries out of a process that never uses them.
"""

from importlib import import_module
from typing import Any

_drawers: dict[str, dict[str, str]] = {}


def register(drawer: str, code: str, dotted: str) -> None:
    """Put a member (`package.module:name`) into a drawer; the same code again replaces it."""
    _drawers.setdefault(drawer, {})[code] = dotted


def codes(drawer: str) -> tuple[str, ...]:
    """Codes of a drawer in the order of their wiring."""
    return tuple(_drawers.get(drawer, {}))


def member(drawer: str, code: str) -> Any:
    """The member itself; raises LookupError when the drawer has no such code."""
    try:
        dotted = _drawers[drawer][code]
    except KeyError:
        raise LookupError(f"{drawer}: no member {code!r}") from None
    module, _, name = dotted.partition(":")
    return getattr(import_module(module), name)
