"""The parts of a DOCX that do not change from paper to paper of one layout. No text of any paper, no name of any person."""

from doithoai.adapters.renderers.docx.styles import FONT, NAMESPACE, half_points, styles_xml, twips
from doithoai.domain.papers.layout import Layout

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_NUMBERED_HEADER, _EMPTY_HEADER = "rId4", "rId5"

DOCUMENT = "word/document.xml"


def fixed_parts(layout: Layout, *, body_pt: float) -> dict[str, bytes]:
    """Everything but the document itself, by its name in the package."""
    kinds = {
        "styles": "styles",
        "settings": "settings",
        "fontTable": "fontTable",
        "header1": "header",
        "header2": "header",
    }
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{kind}+xml"/>' for name, kind in kinds.items()
    )
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/relationships/{kind}" Target="{name}.xml"/>'
        for number, (name, kind) in enumerate(kinds.items(), start=1)
    )
    return {
        "[Content_Types].xml": (
            f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/{DOCUMENT}" ContentType="{_WORD}.document.main+xml"/>{overrides}</Types>'
        ).encode(),
        "_rels/.rels": (
            f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
            f'<Relationship Id="rId1" Type="{_OFFICE}/relationships/officeDocument" Target="{DOCUMENT}"/></Relationships>'
        ).encode(),
        "word/_rels/document.xml.rels": (
            f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>'
        ).encode(),
        "word/styles.xml": styles_xml(layout, body_pt=body_pt),
        "word/settings.xml": _settings(),
        "word/fontTable.xml": _fonts(),
        "word/header1.xml": _header(layout, field=True),
        "word/header2.xml": _header(layout, field=False),
    }


def section_xml(layout: Layout) -> str:
    """Page size, margins and headers: upright A4, page numbers from the second page on, counted from 1."""
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="{_NUMBERED_HEADER}"/>'
        f'<w:headerReference w:type="first" r:id="{_EMPTY_HEADER}"/>'
        f'<w:pgSz w:w="{twips(210)}" w:h="{twips(297)}"/>'
        f'<w:pgMar w:top="{twips(layout.margin_top_mm)}" w:right="{twips(layout.margin_right_mm)}" '
        f'w:bottom="{twips(layout.margin_bottom_mm)}" w:left="{twips(layout.margin_left_mm)}" '
        f'w:header="{twips(layout.margin_top_mm / 2)}" w:footer="{twips(10)}" w:gutter="0"/>'
        '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )


def _settings() -> bytes:
    return (
        f'{_HEAD}<w:settings {NAMESPACE}><w:zoom w:percent="100"/><w:removePersonalInformation/>'
        '<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="vi-VN"/></w:settings>'
    ).encode()


def _fonts() -> bytes:
    return (
        f'{_HEAD}<w:fonts {NAMESPACE}><w:font w:name="{FONT}"><w:panose1 w:val="02020603050405020304"/>'
        '<w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    ).encode()


def _header(layout: Layout, *, field: bool) -> bytes:
    size = f'<w:rPr><w:sz w:val="{half_points(layout.page_number_pt)}"/></w:rPr>'
    page = (
        f'<w:r>{size}<w:fldChar w:fldCharType="begin"/></w:r><w:r>{size}<w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        f'<w:r>{size}<w:fldChar w:fldCharType="separate"/></w:r><w:r>{size}<w:t>2</w:t></w:r>'
        f'<w:r>{size}<w:fldChar w:fldCharType="end"/></w:r>'
    )
    return (
        f'{_HEAD}<w:hdr {NAMESPACE}><w:p><w:pPr><w:jc w:val="center"/></w:pPr>{page if field else ""}</w:p></w:hdr>'
    ).encode()
