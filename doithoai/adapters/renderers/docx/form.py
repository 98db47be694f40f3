"""A paper to bytes; and a form compiled once and filled many times, for letters that differ in a few words."""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from doithoai.adapters.renderers.docx.body import block_xml
from doithoai.adapters.renderers.docx.escaping import fit
from doithoai.adapters.renderers.docx.package import Package
from doithoai.adapters.renderers.docx.parts import DOCUMENT, fixed_parts, section_xml
from doithoai.adapters.renderers.docx.styles import NAMESPACE
from doithoai.domain.papers.blocks import Block, Closing, Paper, Paragraph, Signatures, Table
from doithoai.domain.papers.layout import Layout

_SLOT = re.compile("\ue000([^\ue001]*)\ue001")
_RELATIONS = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def render(paper: Paper) -> bytes:
    """The paper as a DOCX file. Equal papers give equal bytes."""
    return _package(paper.layout, paper.body_pt or paper.layout.body_pt).closed_with(_document(paper).encode())


def compile_form(paper: Paper) -> "CompiledForm":
    """A form from a paper holding slots (`blocks.slot`)."""
    return CompiledForm(_package(paper.layout, paper.body_pt or paper.layout.body_pt), _document(paper))


class CompiledForm:
    """A written document cut at its slots. `names` are the slots in order; one name may stand in several places."""

    def __init__(self, package: Package, document: str) -> None:
        self._package = package
        pieces = _SLOT.split(document)
        self._fixed = [piece.encode() for piece in pieces[::2]]
        self.names = tuple(pieces[1::2])

    def filled(self, values: Mapping[str, str]) -> bytes:
        """One letter; KeyError names a slot without a value."""
        parts = [self._fixed[0]]
        for name, fixed in zip(self.names, self._fixed[1:], strict=True):
            parts += (fit(values[name]).encode(), fixed)
        return self._package.closed_with(b"".join(parts))


@lru_cache(maxsize=16)
def _package(layout: Layout, body_pt: float) -> Package:
    return Package(fixed_parts(layout, body_pt=body_pt), changing=DOCUMENT)


def _document(paper: Paper) -> str:
    layout = paper.layout
    parts = [block_xml(block, layout) for block in _kept_together(paper)]
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document {NAMESPACE} {_RELATIONS}><w:body>'
        f"{''.join(parts)}{section_xml(layout)}</w:body></w:document>"
    )


def _kept_together(paper: Paper) -> list[Block]:
    """Paragraphs bound to the signature or table they lead to, so that neither stands alone on a page."""
    blocks: list[Block] = [*([paper.header] if paper.header else []), *paper.blocks]
    for at, block in enumerate(blocks[1:]):
        before = blocks[at]
        if isinstance(block, Closing | Signatures | Table) and isinstance(before, Paragraph):
            blocks[at] = replace(before, keep_next=True)
    return blocks
