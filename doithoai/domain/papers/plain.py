"""A paper as plain text, line by line: for golden files, copying, search and reading aloud. No layout beyond line ends."""

from collections.abc import Callable, Iterator
from typing import Any

from doithoai.domain.papers.blocks import (
    Address,
    Block,
    Boxed,
    Closing,
    Code,
    Cut,
    Dotted,
    Header,
    Heading,
    Item,
    PageBreak,
    Paper,
    Paragraph,
    Signature,
    Signatures,
    Table,
    Text,
    Ticks,
    Title,
)
from doithoai.domain.papers.layout import Layout
from doithoai.domain.papers.wording import listed


def plain_text(paper: Paper) -> str:
    """The whole text, one line a paragraph or table row (cells divided by ' | '), ending with a line end."""
    blocks = paper.blocks if paper.header is None else (paper.header, *paper.blocks)
    lines = [line for block in blocks for line in block_lines(block, paper.layout)]
    return "\n".join(line.rstrip() for line in lines if line.strip()) + "\n"


def block_lines(block: Block, layout: Layout) -> Iterator[str]:
    """The lines of one block; only a header asks the layout."""
    if isinstance(block, Header):
        return _header(block, layout)
    return iter(_LINES[type(block)](block))


def _header(header: Header, layout: Layout) -> Iterator[str]:
    yield from header.superior
    yield from header.issuer
    yield "*" if layout.issuer_mark == "star" else ""
    yield layout.national_title
    yield layout.motto
    yield header.number
    yield header.about
    yield header.place_date


def words_of(text: Text) -> str:
    """The bare words of a run list."""
    return "".join(run.text for run in text)


def _address(block: Address) -> Iterator[str]:
    if len(block.recipients) == 1:
        yield f"Kính gửi: {block.recipients[0]}"
        return
    yield "Kính gửi:"
    yield from (f"- {name}" for name in listed(block.recipients))


def _table(block: Table) -> Iterator[str]:
    yield " | ".join(column.head for column in block.columns)
    yield from (" | ".join(cell.replace("\n", " / ") for cell in row) or "|" for row in block.rows)


def _signature(block: Signature) -> Iterator[str]:
    yield from block.capacity
    yield block.note
    yield block.name


def _closing(block: Closing) -> Iterator[str]:
    yield "Nơi nhận:"
    yield from (f"- {name}" for name in block.recipients)
    yield from _signature(block.signature)


def _signatures(block: Signatures) -> Iterator[str]:
    for one in block.signatures:
        yield from _signature(one)


_LINES: dict[type, Callable[[Any], Iterator[str] | tuple[str, ...]]] = {
    Title: lambda block: (block.name, block.summary),
    Address: _address,
    Heading: lambda block: (block.text,),
    Paragraph: lambda block: (words_of(block.text),),
    Item: lambda block: (f"- {words_of(block.text)}",),
    Table: _table,
    Boxed: lambda block: tuple(words_of(text) for text in block.paragraphs),
    Dotted: lambda block: (block.label, *("…",) * block.lines),
    Ticks: lambda block: (f"{block.label} " + "  ".join(f"[ ] {option}" for option in block.options),),
    Cut: lambda block: (f"--- {block.text} ---",),
    Code: lambda block: (f"{block.label} {block.code}",),
    Closing: _closing,
    Signatures: _signatures,
    PageBreak: lambda _block: ("",),
}
