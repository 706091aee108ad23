"""A document (.docx): a chronology as a table and a list of exhibits, its rows written as XML of their own.

python-docx makes the package, its styles and its pages; to have it make each cell would take minutes for 10,000 rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from io import BytesIO
from typing import Any

from tui.core.dates.calendar import year_month_day
from tui.core.dates.labels import year_label
from tui.core.export.extract import Extract
from tui.core.export.formats import chronology
from tui.core.export.formats.chronology import Cell, Paragraph, Row, Run
from tui.core.text.messages import _
from tui.store.export import word_xml
from tui.store.export.missing import LibraryMissing

EVENTS_WIDE = (3.4, 10.3, 7.2, 4.8)
"""Widths of the columns of the chronology, in centimetres: together those of a page of A4 on its side."""
EXHIBITS_WIDE = (1.4, 11.0, 4.6, 8.7)
INK, PALE = "1F2933", "5B6673"
_STYLES = {
    chronology.TITLE: "JalonTitle",
    chronology.TEXT: "JalonText",
    chronology.SMALL: "JalonSmall",
    chronology.STRONG: "JalonStrong",
    chronology.REMARK: "JalonRemark",
}
_LOCALES = {"en": "en-GB", "fr": "fr-FR", "nl": "nl-NL"}
_FIRST_YEAR = 1980
"""Of a time in a ZIP; each part has its first, so that the same export is the same file."""


def document(whole: Extract) -> bytes:
    """The bytes of the document of an extract."""
    try:
        import docx
    except ImportError as missing:
        raise LibraryMissing("docx", "python-docx") from missing
    made = docx.Document()
    _Chronology(made, whole).write()
    file = BytesIO()
    made.save(file)
    return _timeless(file.getvalue())


class _Chronology:
    """A document while it is written."""

    def __init__(self, made: Any, whole: Extract) -> None:
        self.made = made
        self.whole = whole
        self.links: dict[str, str] = {}
        """The relationship of each address."""
        self.anchors = {name: f"{word_xml.ANCHOR}{place}" for place, name in enumerate(whole.timeline.sources, 1)}

    def write(self) -> None:
        """Write all of it."""
        voice, timeline = self.whole.voice, self.whole.timeline
        title = voice.line(timeline.titles) or _("Timeline")
        _set_styles(self.made, _LOCALES.get(self.whole.language, self.whole.language))
        _set_properties(self.made, word_xml.clean_xml(title), self.whole)
        _set_page(self.made, word_xml.clean_xml(title))
        self.made.add_heading(word_xml.clean_xml(title), 0)
        for line in chronology.heading(self.whole):
            self.made.add_paragraph(word_xml.clean_xml(line), style="JalonRemark")
        for part in voice.text(timeline.about).split("\n\n"):
            if part.strip():
                self.made.add_paragraph(word_xml.clean_xml(" ".join(part.split())), style="JalonAbout")
        self.made.add_heading(_("Chronology"), 1)
        self._table(chronology.columns(), EVENTS_WIDE, self._events())
        if timeline.sources:
            self.made.add_heading(_("List of exhibits and sources"), 1)
            self._table(chronology.exhibit_columns(), EXHIBITS_WIDE, map(self._row, chronology.exhibits(self.whole)))

    def _events(self) -> Iterator[str]:
        """The rows of the events, with a row above those of each year."""
        last = None
        for year, row in chronology.rows(self.whole):
            if year != last:
                last = year
                label = year_label(int(year), self.whole.language) if year else _("Undated")
                yield word_xml.band(label, len(row.cells))
            yield self._row(row)

    def _table(self, heads: tuple[str, ...], wide: tuple[float, ...], rows: Iterable[str]) -> None:
        """A table, of which each row is parsed by itself: nothing grows but the table."""
        from docx.oxml import parse_xml

        table = parse_xml(word_xml.empty_table(heads, wide))
        for row in rows:
            table.append(parse_xml(row))
        self.made.element.body.insert(len(self.made.element.body) - 1, table)

    def _row(self, row: Row) -> str:
        return word_xml.row("".join(map(self._cell, row.cells)), self.anchors.get(row.anchor, ""))

    def _cell(self, cell: Cell) -> str:
        parts = "".join(map(self._paragraph, cell)) or word_xml.paragraph("JalonText", "")
        return f"<w:tc>{parts}</w:tc>"

    def _paragraph(self, part: Paragraph) -> str:
        return word_xml.paragraph(_STYLES[part.style], "".join(map(self._run, part.runs)))

    def _run(self, run: Run) -> str:
        if run.address:
            return word_xml.link_out(self._link(run.address), word_xml.run(run.text, "JalonLink"))
        if run.anchor in self.anchors:
            return word_xml.link_within(self.anchors[run.anchor], word_xml.run(run.text, "JalonLink"))
        return word_xml.run(run.text)

    def _link(self, address: str) -> str:
        """The relationship to an address; python-docx would look through all of them for each."""
        found = self.links.get(address)
        if found is None:
            found = self.links[address] = f"{word_xml.RELATION}{len(self.links) + 1}"
            self.made.part.rels.add_relationship(word_xml.HYPERLINK, address, found, is_external=True)
        return found


# ---- Styles, pages, properties


def _set_styles(made: Any, locale: str) -> None:
    """The styles of the document, and its language, by which an office spells and hyphenates."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml import parse_xml
    from docx.shared import Pt, RGBColor

    ink, pale = RGBColor.from_string(INK), RGBColor.from_string(PALE)
    normal = made.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(10)
    for name, size in (("Title", 22), ("Heading 1", 15), ("Heading 2", 11)):
        style = made.styles[name]
        style.font.name, style.font.size, style.font.color.rgb, style.font.bold = "Calibri", Pt(size), ink, True
        fonts = style.element.rPr.rFonts
        for which in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(f"{{{word_xml.WORD}}}{which}", None)
    made.styles["Heading 2"].paragraph_format.space_before = Pt(2)
    made.styles["Heading 2"].paragraph_format.space_after = Pt(2)
    for name, points, bold, italic, color, after in (
        ("JalonText", 9.5, False, False, ink, 2), ("JalonTitle", 10.5, True, False, ink, 2),
        ("JalonStrong", 9.5, True, False, ink, 1), ("JalonSmall", 8.5, False, False, pale, 2),
        ("JalonRemark", 9, False, True, pale, 2), ("JalonHead", 9.5, True, False, ink, 2),
        ("JalonAbout", 10, False, False, ink, 6),
    ):  # fmt: skip
        style = made.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = normal
        style.font.size, style.font.bold, style.font.italic, style.font.color.rgb = Pt(points), bold, italic, color
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(0), Pt(after)
    made.styles["JalonHead"].paragraph_format.keep_with_next = True
    link = made.styles.add_style("JalonLink", WD_STYLE_TYPE.CHARACTER)
    link.font.color.rgb, link.font.underline = RGBColor.from_string("0B4F9E"), False
    defaults = made.styles.element.find(f".//{{{word_xml.WORD}}}rPrDefault/{{{word_xml.WORD}}}rPr")
    for old in defaults.findall(f"{{{word_xml.WORD}}}lang"):
        defaults.remove(old)
    defaults.append(parse_xml(word_xml.language(locale)))


def _set_properties(made: Any, title: str, whole: Extract) -> None:
    """The title and the day; nobody's name."""
    about = made.core_properties
    year, month, day = year_month_day(whole.today)
    when = datetime(min(max(year, _FIRST_YEAR), 9999), month, min(day, 28) if year > 9999 else day)
    about.title, about.author, about.last_modified_by, about.comments = title[:255], "", "", ""
    about.language, about.revision = whole.language, 1
    about.created = about.modified = when


def _set_page(made: Any, title: str) -> None:
    """A4 on its side, with the title and the number of the page at its foot."""
    from docx.enum.section import WD_ORIENT
    from docx.oxml import parse_xml
    from docx.shared import Cm

    page = made.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = Cm(29.7), Cm(21)
    page.left_margin = page.right_margin = page.top_margin = Cm(2)
    page.bottom_margin, page.footer_distance = Cm(2.2), Cm(1.2)
    foot = page.footer.paragraphs[0]
    foot.style = made.styles["JalonSmall"]
    foot._p.get_or_add_pPr().append(parse_xml(word_xml.right_tab(sum(EVENTS_WIDE))))
    foot.add_run(f"{title}\t")
    for field, between in (("PAGE", " / "), ("NUMPAGES", "")):
        foot._p.append(parse_xml(word_xml.field(field)))
        if between:
            foot.add_run(between)


def _timeless(data: bytes) -> bytes:
    """The same package with one time for all its parts: the same export is the same file."""
    import zipfile

    file = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, (_FIRST_YEAR, 1, 1, 0, 0, 0)), old.read(name), zipfile.ZIP_DEFLATED)
    return file.getvalue()
