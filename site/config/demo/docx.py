"""Write a small Word document: headings, paragraphs and list items, French, with a title."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
STYLE_OF = {"h1": "Heading1", "h2": "Heading2", "p": "Normal", "li": "ListBullet"}
# A zip entry carries a date: always the same one, so that the file is always the same.
_DATE = (2025, 1, 1, 0, 0, 0)

_TYPES = f"""{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{_OFFICE}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="{_OFFICE}.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="{_OFFICE}.numbering+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>"""
_ROOT = f"""{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" Type="{_RELATIONS}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>"""
_PARTS = f"""{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" Type="{_RELATIONS}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="{_RELATIONS}/numbering" Target="numbering.xml"/></Relationships>"""
_NUMBERING = f"""{_HEAD}<w:numbering {_W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:pPr><w:ind w:left="360" w:hanging="260"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"""


def _style(
    key: str, name: str, *, size: int, colour: str = "14211E", more: str = "", bold: bool = False
) -> str:
    default = ' w:default="1"' if key == "Normal" else '<w:basedOn w:val="Normal"/>'
    based = default if default.startswith("<") else ""
    weight = "<w:b/>" if bold else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{key}"{"" if based else default}><w:name w:val="{name}"/>{based}'
        f'<w:pPr><w:spacing w:before="120" w:after="120"/>{more}</w:pPr>'
        f'<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>{weight}<w:color w:val="{colour}"/>'
        f'<w:sz w:val="{size}"/><w:lang w:val="fr-FR"/></w:rPr></w:style>'
    )


_LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
_STYLES = (
    f"{_HEAD}<w:styles {_W}>"
    + _style("Normal", "Normal", size=22)
    + _style(
        "Heading1",
        "heading 1",
        size=44,
        colour="0A332D",
        more='<w:outlineLvl w:val="0"/>',
        bold=True,
    )
    + _style(
        "Heading2",
        "heading 2",
        size=28,
        colour="0F5B50",
        more='<w:outlineLvl w:val="1"/>',
        bold=True,
    )
    + _style("ListBullet", "List Bullet", size=22, more=_LIST)
    + "</w:styles>"
)


def write_docx(*, title: str, blocks: list[tuple[str, str]]) -> bytes:
    """Return the bytes of a document made of `blocks` of (kind, text)."""
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _ROOT,
        "docProps/core.xml": _properties(title),
        "word/document.xml": _document(blocks),
        "word/styles.xml": _STYLES,
        "word/numbering.xml": _NUMBERING,
        "word/_rels/document.xml.rels": _PARTS,
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, text)
    return out.getvalue()


def _properties(title: str) -> str:
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>Oh My Lot !</dc:creator>"
        "<dc:language>fr-FR</dc:language></cp:coreProperties>"
    )


def _document(blocks: list[tuple[str, str]]) -> str:
    paragraphs = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{STYLE_OF[kind]}"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'
        for kind, text in blocks
    )
    size = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>'
    return f"{_HEAD}<w:document {_W}><w:body>{paragraphs}{size}</w:body></w:document>"
