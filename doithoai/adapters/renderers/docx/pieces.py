"""The smallest XML pieces: runs, paragraphs, rules, table cells. They know sizes and widths, not what a paper is."""

from collections.abc import Iterable

from doithoai.adapters.renderers.docx.escaping import fit
from doithoai.adapters.renderers.docx.styles import half_points, twips
from doithoai.domain.papers.blocks import Text


def run(words: str, *, pt: float = 0, bold: bool = False, italic: bool = False, underlined: bool = False) -> str:
    """One run; size 0 leaves the style's size."""
    marks = "<w:b/><w:bCs/>" if bold else ""
    marks += "<w:i/><w:iCs/>" if italic else ""
    marks += f'<w:sz w:val="{half_points(pt)}"/><w:szCs w:val="{half_points(pt)}"/>' if pt else ""
    marks += '<w:u w:val="single"/>' if underlined else ""
    properties = f"<w:rPr>{marks}</w:rPr>" if marks else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{fit(words)}</w:t></w:r>'


def runs(text: Text, *, pt: float = 0) -> str:
    """The runs of a text."""
    return "".join(run(one.text, pt=pt, bold=one.bold, italic=one.italic) for one in text)


def styled(style: str, content: str, *, extra: str = "") -> str:
    """A paragraph in a named style; `extra` is further paragraph properties in the order the format asks."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{extra}</w:pPr>{content}</w:p>'


def paragraph(content: str, *, align: str = "center", before_pt: float = 0, keep_next: bool = False) -> str:
    """A paragraph of the default style."""
    keep = "<w:keepNext/>" if keep_next else ""
    spacing = f'<w:spacing w:before="{round(before_pt * 20)}"/>' if before_pt else ""
    return f'<w:p><w:pPr>{keep}{spacing}<w:jc w:val="{align}"/></w:pPr>{content}</w:p>'


def rule(*, width_mm: float, within_mm: float, keep_next: bool = False) -> str:
    """A solid line of a width, centred in a column: an empty low paragraph with a border on top."""
    side = max(twips((within_mm - width_mm) / 2), 0)
    keep = "<w:keepNext/>" if keep_next else ""
    return (
        f'<w:p><w:pPr>{keep}<w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>'
        f'<w:spacing w:before="70" w:after="0" w:line="110" w:lineRule="exact"/><w:ind w:left="{side}" w:right="{side}"/>'
        '<w:rPr><w:sz w:val="8"/></w:rPr></w:pPr></w:p>'
    )


def gap(pt: float = 2, *, keep_next: bool = False) -> str:
    """A low empty paragraph: a table must be followed by one."""
    keep = "<w:keepNext/>" if keep_next else ""
    return (
        f'<w:p><w:pPr>{keep}<w:spacing w:before="0" w:after="0" w:line="{round(pt * 20)}" w:lineRule="exact"/>'
        '<w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>'
    )


def cell(content: str, *, width_mm: float, span: int = 1, middle: bool = False) -> str:
    """A table cell holding whole paragraphs."""
    spanning = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    standing = '<w:vAlign w:val="center"/>' if middle else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{twips(width_mm)}" w:type="dxa"/>{spanning}{standing}</w:tcPr>{content}</w:tc>'


def row(cells: Iterable[str], *, head: bool = False, least_mm: float = 0) -> str:
    """A table row that is never broken across pages; a head row repeats."""
    height = f'<w:trHeight w:val="{twips(least_mm)}" w:hRule="atLeast"/>' if least_mm else ""
    repeat = "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{height}{repeat}</w:trPr>{''.join(cells)}</w:tr>"


def table(rows: Iterable[str], *, widths_mm: Iterable[float], bordered: bool) -> str:
    """A table of fixed widths with the low paragraph that must follow it."""
    widths = [twips(width) for width in widths_mm]
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in sides)
    borders = f"<w:tblBorders>{lines}</w:tblBorders>" if bordered else ""
    inner = 80 if bordered else 0
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>{borders}<w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar><w:left w:w="{inner}" w:type="dxa"/><w:right w:w="{inner}" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>{gap()}"
    )
