"""The XML of a document (Office Open XML, Wordprocessing): runs, paragraphs, rows and tables as text."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

from tui.core.text.clean import clean

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = f'xmlns:w="{WORD}" xmlns:r="{_RELATIONS}"'
HYPERLINK = f"{_RELATIONS}/hyperlink"
TWIPS = 567
"""Of a centimetre."""
SHADE, LINE = "E9EDF1", "B8C0C8"
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def clean_xml(text: str) -> str:
    """A text without what steers, and without what XML has no place for."""
    return _NO_XML.sub("\N{REPLACEMENT CHARACTER}", clean(text))


def run(text: str, style: str = "") -> str:
    """A piece of text, of a style of characters."""
    if not text:
        return ""
    how = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{how}<w:t xml:space="preserve">{escape(clean_xml(text))}</w:t></w:r>'


def paragraph(style: str, runs: str) -> str:
    """A paragraph of a style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>'


def band(label: str, columns: int) -> str:
    """A row across the table, as a heading."""
    return (
        f'<w:tr {NAMES}><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="{columns}"/>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{SHADE}"/></w:tcPr>'
        f"{paragraph('Heading2', run(label))}</w:tc></w:tr>"
    )


def empty_table(heads: tuple[str, ...], wide: tuple[float, ...]) -> str:
    """A table with its head, which stands on each of its pages."""
    widths = [round(one * TWIPS) for one in wide]
    line = f'w:val="single" w:sz="4" w:space="0" w:color="{LINE}"'
    edges = "".join(f"<w:{side} {line}/>" for side in ("top", "bottom", "insideH"))
    grid = "".join(f'<w:gridCol w:w="{one}"/>' for one in widths)
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraph("JalonHead", run(head))}</w:tc>'
        for head, width in zip(heads, widths, strict=True)
    )
    return (
        f'<w:tbl {NAMES}><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{edges}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
        '<w:bottom w:w="60" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr></w:tbl>"
    )


def row(cells: str, anchor: str = "") -> str:
    """A row; with an anchor, a link within the document leads to it."""
    if anchor:
        number = anchor.removeprefix(ANCHOR)
        mark = f'<w:bookmarkStart w:id="{number}" w:name="{anchor}"/><w:bookmarkEnd w:id="{number}"/>'
        cells = cells.replace("</w:pPr>", f"</w:pPr>{mark}", 1)
    return f"<w:tr {NAMES}>{cells}</w:tr>"


ANCHOR, RELATION = "source", "rLink"
"""The beginnings of the names of anchors and of relationships; a number follows."""


def link_out(relation: str, runs: str) -> str:
    """A link to an address, by its relationship."""
    return f'<w:hyperlink r:id="{relation}">{runs}</w:hyperlink>'


def link_within(anchor: str, runs: str) -> str:
    """A link to an anchor of the document."""
    return f'<w:hyperlink w:anchor="{anchor}">{runs}</w:hyperlink>'


def right_tab(centimetres: float) -> str:
    """The tabulators of a foot: one alone, at its right end."""
    right = f'<w:tab w:val="right" w:pos="{round(centimetres * TWIPS)}"/>'
    return f'<w:tabs {NAMES}><w:tab w:val="clear" w:pos="4680"/>{right}</w:tabs>'


def field(code: str) -> str:
    """A field that the office fills, such as PAGE."""
    return f'<w:fldSimple {NAMES} w:instr="{code}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def language(locale: str) -> str:
    """The language of a text."""
    return f"<w:lang {NAMES} w:val={quoteattr(locale)}/>"
