"""Reads the layouts of `rulebooks/layouts/*.toml`. What a layout is: see `domain/papers/layout.py`."""

import tomllib
from functools import cache
from pathlib import Path

import doithoai
from doithoai.domain.numbering import PaperForm
from doithoai.domain.papers.layout import Layout, layout_from_table

_FOLDER = Path(doithoai.__file__).parent.parent / "rulebooks" / "layouts"


@cache
def layout(form: PaperForm) -> Layout:
    """The layout of a form; OSError when its file is missing, ValueError when it is wrong."""
    return layout_from_table(tomllib.loads((_FOLDER / f"{form}.toml").read_text(encoding="utf-8")))
