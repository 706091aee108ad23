"""A workbook (.xlsx), written row by row: a sheet a table, real dates beside the words, links that open."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from tui.core.dates.calendar import day_number, iso, year_month_day
from tui.core.export.column_names import in_language
from tui.core.export.extract import Extract
from tui.core.export.tables import Cell, Day, Link, Table, tables
from tui.core.text.clean import clean
from tui.store.export.missing import LibraryMissing

LONGEST = 32_767
"""Characters of a cell, by Excel's own limits."""
LONGEST_ADDRESS = 2_079
MOST_LINKS = 65_530
"""Of a sheet; what comes after them is text."""
FIRST_DAY, LAST_DAY = day_number(1900, 3, 1), day_number(9999, 12, 31)
"""The days that a spreadsheet counts rightly: it takes 1900 for a leap year, and knows none before."""
_WIDE = {
    "title": 46, "text": 70, "claims": 60, "passages": 50, "passage": 50, "source": 46, "sources": 46, "addresses": 40,
    "address": 40, "archive": 40, "words": 24, "date_note": 36, "because": 36, "note": 46, "published_note": 36,
    "actors": 28, "value": 28, "claim": 22, "publishers": 24, "publisher": 22, "about": 36, "id": 28, "place": 18,
    "published": 14, "date": 18,
}  # fmt: skip
"""Widths of columns in characters, where they are not the usual."""
_USUAL = 12


def workbook(whole: Extract) -> bytes:
    """The bytes of the workbook of an extract."""
    try:
        from xlsxwriter import Workbook
    except ImportError as missing:
        raise LibraryMissing("xlsx", "XlsxWriter") from missing
    from datetime import datetime

    file = BytesIO()
    book = Workbook(file, {"constant_memory": True, "default_date_format": "yyyy-mm-dd", "strings_to_urls": False})
    when = datetime(*year_month_day(whole.today)) if 1 <= whole.today <= LAST_DAY else datetime(2000, 1, 1)
    book.set_properties({"title": whole.voice.line(whole.timeline.titles), "author": "", "created": when})
    for table in tables(whole):
        _Sheet(book, table).write()
    book.close()
    return file.getvalue()


class _Sheet:
    """One sheet while it is written."""

    def __init__(self, book: Any, table: Table) -> None:
        self.sheet = book.add_worksheet(table.name[:31])
        self.table = table
        self.links = 0
        plain = {"valign": "top", "text_wrap": True}
        self.head = book.add_format({**plain, "bold": True, "bottom": 1, "bg_color": "#F0EFEA"})
        self.text = book.add_format(plain)
        self.day = book.add_format({**plain, "num_format": "yyyy-mm-dd", "align": "left"})
        self.link = book.add_format({**plain, "font_color": "#0B4F9E", "underline": 1})

    def write(self) -> None:
        """Write the names of the columns and all rows."""
        last = len(self.table.columns) - 1
        for place, name in enumerate(self.table.columns):
            self.sheet.set_column(place, place, _WIDE.get(name, _USUAL))
        self.sheet.freeze_panes(1, 0)
        self.sheet.set_landscape()
        self.sheet.set_paper(9)  # A4
        self.sheet.fit_to_pages(1, 0)
        self.sheet.repeat_rows(0)
        self.sheet.set_footer("&L&A&R&P / &N")
        for place, name in enumerate(in_language(self.table.columns)):
            self.sheet.write_string(0, place, name, self.head)
        at = 0
        for at, row in enumerate(self.table.rows, 1):
            for place, cell in enumerate(row):
                if cell is not None and cell != "":
                    self._put(at, place, cell)
        self.sheet.autofilter(0, 0, at, last)

    def _put(self, row: int, place: int, cell: Cell) -> None:
        if isinstance(cell, Day):
            self._put_day(row, place, cell.day)
        elif isinstance(cell, Link) and len(cell.address) <= LONGEST_ADDRESS and self.links < MOST_LINKS:
            self.links += 1
            self.sheet.write_url(row, place, cell.address, self.link, _cut(cell.text))
        else:
            self.sheet.write_string(row, place, _cut(cell.text if isinstance(cell, Link) else cell or ""), self.text)

    def _put_day(self, row: int, place: int, day: int) -> None:
        if FIRST_DAY <= day <= LAST_DAY:
            self.sheet.write_number(row, place, day - FIRST_DAY + 61, self.day)
        else:
            self.sheet.write_string(row, place, iso(day), self.text)


def _cut(text: str) -> str:
    """A text as a cell holds it: harmless, and no longer than it may be."""
    said = clean(text)
    return said if len(said) <= LONGEST else said[: LONGEST - 1] + "…"
