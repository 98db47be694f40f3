"""Reads the gallery's sections: each sample is a piece of template, shown as it is written and drawn from the same text.

A section is one file of ``templates/ui/gallery/``. Its first line names it and the layouts it is made for,
``{# Nút bấm | citizen staff #}``; ``{# = Nút chính #}`` begins each sample. What samples show is in the other modules.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from django.template import engines
from django.utils.safestring import SafeString, mark_safe

FOLDER = Path(__file__).resolve().parents[1] / "templates/ui/gallery"
_TITLE = re.compile(r"\{# (.+?) \| (.+?) #\}\n")
_SAMPLE = re.compile(r"^\{# = (.+?) #\}\n", re.MULTILINE)


@dataclass(frozen=True)
class Sample:
    """One part in one state: its name, how it is called, and what comes of it."""

    key: str
    name: str
    source: str
    drawn: SafeString


@dataclass(frozen=True)
class Section:
    """The samples of one job."""

    key: str
    title: str
    samples: tuple[Sample, ...]


def sections(layout: str, context: Mapping[str, object], only: str = "") -> list[Section]:
    """The sections made for a layout, drawn; `only` draws the one sample of that key."""
    found = [_section(path, context, only) for path in sorted(FOLDER.glob("*.html")) if layout in _layouts(path)]
    return [section for section in found if section.samples]


def _layouts(path: Path) -> list[str]:
    return _head(path)[1].split()


def _head(path: Path) -> tuple[str, str]:
    found = _TITLE.match(path.read_text(encoding="utf-8"))
    if found is None:
        raise ValueError(f"{path.name}: the first line must be {{# title | layouts #}}")
    return found[1], found[2]


def _section(path: Path, context: Mapping[str, object], only: str) -> Section:
    key = path.stem.partition("_")[2]
    return Section(key, _head(path)[0], tuple(_samples(path, key, context, only)))


def _samples(path: Path, section: str, context: Mapping[str, object], only: str) -> Iterator[Sample]:
    _before, *pairs = _SAMPLE.split(path.read_text(encoding="utf-8"))
    made = engines["jinja2"].env
    for number, (name, source) in enumerate(zip(pairs[::2], pairs[1::2], strict=True), start=1):
        key = f"{section}-{number}"
        if only in ("", key):
            drawn = made.from_string('{% import "ui/components.html" as ui %}' + source).render(context)
            if not only:
                drawn = drawn.replace(" autofocus", "")  # on a page of many samples none may take the reader to itself
            yield Sample(key, name, source.strip(), mark_safe(drawn))  # noqa: S308 -- drawn by the template engine, which escapes
