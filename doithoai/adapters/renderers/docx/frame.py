"""Top and end of a paper: issuer and national title, recipients and signatures. Layout differences are data, not branches."""

from doithoai.adapters.renderers.docx.pieces import cell, gap, paragraph, row, rule, run, table
from doithoai.domain.papers.blocks import Closing, Header, Signature, Signatures
from doithoai.domain.papers.layout import Layout
from doithoai.domain.papers.metrics import text_width_mm

_RULE_SHARE = 0.42  # of the text above it; the decree says one third to one half
_SEAL_ROOM_PT = 72


def header_xml(header: Header, layout: Layout) -> str:
    """Two columns without borders: whose paper at the left, the nation or the Party at the right."""
    left_mm = layout.left_block_mm
    right_mm = layout.text_width_mm - left_mm
    top = row(
        (cell(_issuer(header, layout, left_mm), width_mm=left_mm), cell(_nation(layout, right_mm), width_mm=right_mm))
    )
    rows = [top]
    if header.number or header.place_date:
        number = paragraph(run(header.number, pt=layout.number_pt), before_pt=6)
        if header.about:
            number += paragraph(run(header.about, pt=layout.about_pt), before_pt=6)
        day = paragraph(
            run(header.place_date, pt=_fitting(header.place_date, layout.place_date_pt, right_mm), italic=True),
            before_pt=6,
        )
        rows.append(row((cell(number, width_mm=left_mm), cell(day, width_mm=right_mm))))
    return table(rows, widths_mm=(left_mm, right_mm), bordered=False)


def _fitting(words: str, pt: float, width_mm: float) -> float:
    """The size, one point less when the words would not stand on one line: the decree allows 13 to 14."""
    return pt if text_width_mm(words, pt=pt) < width_mm else pt - 1


def _issuer(header: Header, layout: Layout, width_mm: float) -> str:
    lines = [paragraph(run(line, pt=layout.superior_pt)) for line in header.superior]
    lines += [paragraph(run(line, pt=layout.issuer_pt, bold=True)) for line in header.issuer]
    if layout.issuer_mark == "star":
        lines.append(paragraph(run("*", pt=layout.issuer_pt)))
    else:
        widest = min(text_width_mm(header.issuer[-1], pt=layout.issuer_pt, bold=True), width_mm)
        lines.append(rule(width_mm=max(widest * _RULE_SHARE, 14), within_mm=width_mm))
    return "".join(lines)


def _nation(layout: Layout, width_mm: float) -> str:
    lines = [paragraph(run(layout.national_title, pt=layout.national_title_pt, bold=True))]
    words, pt = layout.national_title, layout.national_title_pt
    if layout.motto:
        words, pt = layout.motto, layout.motto_pt
        lines.append(paragraph(run(words, pt=pt, bold=True)))
    lines.append(rule(width_mm=text_width_mm(words, pt=pt, bold=True), within_mm=width_mm))
    return "".join(lines)


def closing_xml(closing: Closing, layout: Layout) -> str:
    """Recipients and signature side by side, never torn apart by a page end."""
    left_mm = round(layout.text_width_mm * 0.48, 1)
    right_mm = layout.text_width_mm - left_mm
    italic = layout.recipients_label_style == "bold_italic"
    label = run(
        "Nơi nhận:",
        pt=layout.recipients_label_pt,
        bold=italic,
        italic=italic,
        underlined=layout.recipients_label_style == "underlined",
    )
    left = paragraph(label, align="left")
    left += "".join(paragraph(run(f"- {name}", pt=layout.recipients_pt), align="left") for name in closing.recipients)
    cells = (cell(left, width_mm=left_mm), cell(_signed(closing.signature, layout), width_mm=right_mm))
    return gap(12, keep_next=True) + table([row(cells)], widths_mm=(left_mm, right_mm), bordered=False)


def signatures_xml(block: Signatures, layout: Layout) -> str:
    """Signatures in columns of equal width."""
    width = layout.text_width_mm / len(block.signatures)
    cells = [cell(_signed(one, layout), width_mm=width) for one in block.signatures]
    return gap(12, keep_next=True) + table([row(cells)], widths_mm=[width] * len(cells), bordered=False)


def _signed(signature: Signature, layout: Layout) -> str:
    lines = [paragraph(run(line, pt=layout.capacity_pt, bold=True)) for line in signature.capacity]
    if signature.note:
        lines.append(paragraph(run(signature.note, pt=layout.capacity_pt - 1, italic=True)))
    lines.append(paragraph(run(signature.name, pt=layout.signer_pt, bold=True), before_pt=_SEAL_ROOM_PT))
    return "".join(lines)
