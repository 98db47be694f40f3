"""A paper as plain JSON values and back, without loss: what is kept when a paper is issued, and what its seal covers."""

import json
from dataclasses import fields, is_dataclass
from enum import Enum
from hashlib import sha256
from typing import Any

from doithoai.domain.papers import blocks, layout
from doithoai.domain.papers.blocks import Align, Paper, Voice

_CLASSES: dict[str, type[Any]] = {
    kind.__name__: kind
    for kind in (
        blocks.Paper, blocks.Header, blocks.Run, blocks.Title, blocks.Address, blocks.Heading, blocks.Paragraph, blocks.Item,
        blocks.Column, blocks.Table, blocks.Boxed, blocks.Dotted, blocks.Ticks, blocks.Cut, blocks.Code, blocks.Signature,
        blocks.Closing, blocks.Signatures, blocks.PageBreak, layout.Layout,
    )
}  # fmt: skip
_ENUMS: dict[str, type[Any]] = {"align": Align, "voice": Voice}


def paper_record(paper: Paper) -> dict[str, Any]:
    """The paper as dicts, lists, strings and numbers; each dict names its block under `is`."""
    record: dict[str, Any] = _record(paper)
    return record


def paper_from_record(record: dict[str, Any]) -> Paper:
    """The paper again; ValueError when the record is of another shape."""
    try:
        paper = _thing(record)
        if not isinstance(paper, Paper):
            raise TypeError(type(paper).__name__)
    except (KeyError, TypeError) as fault:
        raise ValueError("not the record of a paper") from fault
    return paper


def seal_of(paper: Paper) -> str:
    """SHA-256 (hex) over the record, with sorted keys: equal papers have equal seals."""
    whole = json.dumps(paper_record(paper), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(whole.encode()).hexdigest()


def _record(thing: Any) -> Any:
    if is_dataclass(thing):
        return {"is": type(thing).__name__} | {f.name: _record(getattr(thing, f.name)) for f in fields(thing)}
    if isinstance(thing, tuple):
        return [_record(one) for one in thing]
    return thing.value if isinstance(thing, Enum) else thing


def _thing(record: Any) -> Any:
    if isinstance(record, list):
        return tuple(_thing(one) for one in record)
    if not isinstance(record, dict):
        return record
    kind = _CLASSES[record["is"]]
    values: dict[str, Any] = {name: _thing(value) for name, value in record.items() if name != "is"}
    return kind(**{name: _ENUMS[name](value) if name in _ENUMS else value for name, value in values.items()})
