"""Each block between head and end as XML. A new kind of block is one function and one line in `_WRITERS`."""

from collections.abc import Callable
from typing import Any

from doithoai.adapters.renderers.docx.escaping import fit
from doithoai.adapters.renderers.docx.frame import closing_xml, header_xml, signatures_xml
from doithoai.adapters.renderers.docx.parts import section_xml
from doithoai.adapters.renderers.docx.pieces import cell, gap, row, rule, run, runs, styled, table
from doithoai.adapters.renderers.docx.styles import twips
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
    Paragraph,
    Signatures,
    Table,
    Ticks,
    Title,
    Voice,
)
from doithoai.domain.papers.layout import Layout
from doithoai.domain.papers.metrics import text_width_mm
from doithoai.domain.papers.wording import listed

_STYLES = {Voice.BODY: "Body", Voice.BASIS: "Basis", Voice.CENTRE: "Centre", Voice.NOTE: "Note", Voice.PLAIN: "Plain"}


def block_xml(block: Block, layout: Layout) -> str:
    """One block as the XML of its paragraphs and tables."""
    return _WRITERS[type(block)](block, layout)


def _paragraph(block: Paragraph, _layout: Layout) -> str:
    return styled(_STYLES[block.voice], runs(block.text), extra="<w:keepNext/>" if block.keep_next else "")


def _item(block: Item, _layout: Layout) -> str:
    return styled("Body", run("- ") + runs(block.text))


def _heading(block: Heading, _layout: Layout) -> str:
    return styled(f"H{block.level}", run(block.text))


def _title(block: Title, layout: Layout) -> str:
    lines = [gap(10), styled("Type", run(block.name))]
    lines += [styled("Summary", run(line)) for line in block.summary.split("\n") if line]
    if block.summary and layout.summary_mark == "dashes":
        lines.append(styled("Summary", run("-----")))
    elif block.summary:
        last = text_width_mm(block.summary.rsplit("\n", 1)[-1], pt=layout.summary_pt, bold=True)
        lines.append(rule(width_mm=min(last, layout.text_width_mm) * 0.4, within_mm=layout.text_width_mm))
    return "".join(lines) + gap(6)


def _address(block: Address, _layout: Layout) -> str:
    if len(block.recipients) == 1:
        return styled("Centre", run(f"Kính gửi: {block.recipients[0]}"))
    extra = f'<w:spacing w:before="60"/><w:ind w:left="{twips(55)}" w:hanging="{twips(3)}"/><w:jc w:val="left"/>'
    names = [styled("Plain", run(f"- {name}"), extra=extra) for name in listed(block.recipients)]
    label = styled("Plain", run("Kính gửi:"), extra=f'<w:keepNext/><w:ind w:left="{twips(32)}"/>')
    return label + "".join(names)


def _table(block: Table, layout: Layout) -> str:
    shares = sum(column.share for column in block.columns)
    widths = [layout.text_width_mm * column.share / shares for column in block.columns]
    head = row(
        (
            cell(
                styled("Cell", run(column.head, bold=True), extra='<w:keepNext/><w:jc w:val="center"/>'),
                width_mm=width,
                middle=True,
            )
            for column, width in zip(block.columns, widths, strict=True)
        ),
        head=True,
    )
    return gap(6, keep_next=True) + table(
        [head, *(_table_row(block, words, widths) for words in block.rows)], widths_mm=widths, bordered=True
    )


def _table_row(block: Table, words: tuple[str, ...], widths: list[float]) -> str:
    if len(words) == 1 < len(widths):
        spanning = cell(
            styled("Cell", run(words[0], bold=True), extra="<w:keepNext/>"), width_mm=sum(widths), span=len(widths)
        )
        return row((spanning,))
    aligns = {"left": "", "centre": '<w:jc w:val="center"/>', "right": '<w:jc w:val="right"/>'}
    cells = (
        cell(
            "".join(styled("Cell", run(line), extra=aligns[column.align]) for line in text.split("\n")), width_mm=width
        )
        for column, width, text in zip(block.columns, widths, words, strict=True)
    )
    return row(cells, least_mm=block.row_mm)


def _boxed(block: Boxed, _layout: Layout) -> str:
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="12" w:space="4" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right")
    )
    extra = f'<w:pBdr>{sides}</w:pBdr><w:spacing w:before="0" w:after="0"/><w:ind w:left="113" w:right="113"/><w:jc w:val="left"/>'
    return gap(6) + "".join(styled("Plain", runs(text), extra=extra) for text in block.paragraphs) + gap(6)


def _dotted(block: Dotted, layout: Layout) -> str:
    stop = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{twips(layout.text_width_mm)}"/></w:tabs>'
    extra = f'{stop}<w:spacing w:before="0" w:after="0" w:line="{twips(block.height_mm)}" w:lineRule="exact"/><w:jc w:val="left"/>'
    labels = [f"{block.label} " if block.label else "", *[""] * (block.lines - 1)]
    return "".join(
        styled("Plain", (run(label) if label else "") + "<w:r><w:tab/></w:r>", extra=extra) for label in labels
    )


def _ticks(block: Ticks, _layout: Layout) -> str:
    box = '<w:r><w:rPr><w:bdr w:val="single" w:sz="8" w:space="0" w:color="000000"/></w:rPr><w:t>\u00a0\u00a0\u00a0\u00a0</w:t></w:r>'
    options = "".join(f"{box}{run(f' {option}      ')}" for option in block.options)
    return styled("Plain", run(f"{block.label}   ") + options, extra='<w:jc w:val="left"/>')


def _cut(block: Cut, _layout: Layout) -> str:
    border = '<w:pBdr><w:top w:val="dashed" w:sz="8" w:space="3" w:color="000000"/></w:pBdr>'
    return styled(
        "Note", run(block.text, italic=True), extra=f'{border}<w:spacing w:before="240"/><w:jc w:val="center"/>'
    )


def _code(block: Code, _layout: Layout) -> str:
    look = '<w:rPr><w:b/><w:bCs/><w:spacing w:val="40"/><w:sz w:val="44"/></w:rPr>'
    large = f'<w:r>{look}<w:t xml:space="preserve">{fit(block.code)}</w:t></w:r>'
    return styled("Plain", run(f"{block.label} ") + large, extra='<w:jc w:val="left"/>')


def _page_break(_block: PageBreak, layout: Layout) -> str:
    low = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr>'
    return f"<w:p><w:pPr>{low}{section_xml(layout)}</w:pPr></w:p>"


_WRITERS: dict[type, Callable[[Any, Layout], str]] = {
    Address: _address,
    Boxed: _boxed,
    Closing: closing_xml,
    Code: _code,
    Cut: _cut,
    Dotted: _dotted,
    Header: header_xml,
    Heading: _heading,
    Item: _item,
    PageBreak: _page_break,
    Paragraph: _paragraph,
    Signatures: signatures_xml,
    Table: _table,
    Ticks: _ticks,
    Title: _title,
}
