"""Named paragraph styles of a layout, so that a clerk can go on editing in Word. Sizes in half-points, lengths in twips."""

from doithoai.domain.papers.layout import Layout

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
FONT = "Times New Roman"


def twips(mm: float) -> int:
    """Millimetres in twentieths of a point."""
    return round(mm * 1440 / 25.4)


def half_points(pt: float) -> int:
    """Points in the half-points Word counts sizes in."""
    return round(pt * 2)


def _style(code: str, name: str, *, paragraph: str = "", run: str = "", base: str = "Normal") -> str:
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{code}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{base}"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>'
    )


def _heading(level: int, *, paragraph: str, run: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="H{level}"><w:name w:val="heading {level}"/><w:basedOn w:val="Normal"/>'
        f'<w:next w:val="Body"/><w:qFormat/><w:pPr><w:keepNext/>{paragraph}<w:outlineLvl w:val="{level - 1}"/></w:pPr>'
        f"<w:rPr>{run}</w:rPr></w:style>"
    )


def _size(pt: float) -> str:
    return f'<w:sz w:val="{half_points(pt)}"/><w:szCs w:val="{half_points(pt)}"/>'


def styles_xml(layout: Layout, *, body_pt: float) -> bytes:
    """`word/styles.xml`. `body_pt` is the paper's text size, which may be larger than the layout's."""
    before = round(layout.paragraph_before_pt * 20)
    line = round(layout.line_spacing * 240)
    spacing = f'<w:spacing w:before="{before}" w:after="0" w:line="{line}" w:lineRule="auto"/>'
    indent = f'<w:ind w:firstLine="{twips(layout.first_line_mm)}"/>'
    left, both, centre = '<w:jc w:val="left"/>', '<w:jc w:val="both"/>', '<w:jc w:val="center"/>'
    small = max(body_pt - 2, 11)
    styles = [
        _style("Body", "Nội dung", paragraph=spacing + indent + both),
        _style("Plain", "Nội dung không thụt dòng", paragraph=spacing + both),
        _style("Basis", "Căn cứ", paragraph=spacing + indent + both, run="<w:i/><w:iCs/>" + _size(layout.basis_pt)),
        _style("Centre", "Dòng giữa", paragraph=spacing + centre),
        _style(
            "Note", "Ghi chú", paragraph=f'<w:spacing w:before="{before // 2}" w:after="0"/>' + both, run=_size(small)
        ),
        _style(
            "Type", "Tên loại", paragraph="<w:keepNext/>" + centre, run="<w:b/><w:bCs/>" + _size(layout.type_name_pt)
        ),
        _style(
            "Summary", "Trích yếu", paragraph="<w:keepNext/>" + centre, run="<w:b/><w:bCs/>" + _size(layout.summary_pt)
        ),
        _style(
            "Cell", "Ô bảng", paragraph='<w:spacing w:before="20" w:after="20"/>' + left, run=_size(layout.table_pt)
        ),
        _heading(1, paragraph=spacing + indent + both, run="<w:b/><w:bCs/>"),
        _heading(2, paragraph=spacing + indent + both, run="<w:b/><w:bCs/>"),
        _heading(3, paragraph=spacing + indent + both, run="<w:i/><w:iCs/>"),
    ]
    fonts = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}" w:eastAsia="{FONT}"/>'
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles {NAMESPACE}><w:docDefaults><w:rPrDefault><w:rPr>'
        f'{fonts}<w:color w:val="000000"/>{_size(body_pt)}<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/>'
        '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        f"{''.join(styles)}</w:styles>"
    ).encode()
