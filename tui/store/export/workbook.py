"""A workbook (.xlsx), written row by row: a sheet a table, real dates beside the words, links that open."""

from __future__ import annotations

from collections.abc import Sequence
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
    "title": 36, "text": 56, "claims": 46, "passages": 46, "passage": 40, "source": 40, "sources": 40, "addresses": 40,
    "address": 34, "archive": 34, "words": 20, "date_note": 30, "because": 30, "note": 40, "published_note": 30,
    "actors": 24, "value": 24, "claim": 22, "publishers": 22, "publisher": 20, "about": 30, "id": 24, "place": 16,
    "published": 14, "date": 16, "status": 10, "disputed": 9, "kept": 8, "exhibit": 8,
}  # fmt: skip
"""Widths of columns in characters, where they are not the usual."""
_USUAL = 12
_ON_PAPER = 9
"""The columns of the events that are printed: the others would make them too small to read."""
_LINE, _TALLEST = 15.0, 240.0
"""Heights in points: of a line of text, and of the tallest row, which may hide the end of a long text."""
_SPARE = 1.06
"""The room that words take which do not fit to the end of a line."""


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
        self.wide = [_WIDE.get(name, _USUAL) for name in table.columns]
        plain = {"valign": "top", "text_wrap": True, "bottom": 1, "bottom_color": "#D5DAE0"}
        self.head = book.add_format({**plain, "bold": True, "bg_color": "#E9EDF1"})
        self.text = book.add_format(plain)
        self.day = book.add_format({**plain, "num_format": "yyyy-mm-dd", "align": "left"})
        self.link = book.add_format({**plain, "text_wrap": False, "font_color": "#0B4F9E"})

    def write(self) -> None:
        """Write the names of the columns and all rows."""
        last = len(self.table.columns) - 1
        for place, width in enumerate(self.wide):
            self.sheet.set_column(place, place, width)
        self.sheet.freeze_panes(1, 0)
        self.sheet.set_landscape()
        self.sheet.set_paper(9)  # A4
        self.sheet.fit_to_pages(1, 0)
        self.sheet.repeat_rows(0)
        self.sheet.set_footer("&L&A&R&P / &N")
        for place, name in enumerate(in_language(self.table.columns, by_name=True)):
            self.sheet.write_string(0, place, name, self.head)
        at = 0
        for at, row in enumerate(self.table.rows, 1):
            self.sheet.set_row(at, _height(row[:_ON_PAPER], self.wide), self.text)
            for place, cell in enumerate(row):
                if cell is not None and cell != "":
                    self._put(at, place, cell)
        self.sheet.autofilter(0, 0, at, last)
        if last > 2 * _ON_PAPER:
            self.sheet.print_area(0, 0, at, _ON_PAPER - 1)

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


def _height(row: Sequence[Cell], wide: Sequence[int]) -> float:
    """The height of a row in which all texts are wrapped: not every office finds it by itself."""
    lines = 1
    for cell, width in zip(row, wide, strict=False):
        if isinstance(cell, str) and (len(cell) > width or "\n" in cell):
            lines = max(lines, sum(1 + int(len(part) * _SPARE / width) for part in cell.split("\n")))
    return min(lines * _LINE + 2, _TALLEST)


def _cut(text: str) -> str:
    """A text as a cell holds it: harmless, and no longer than it may be."""
    said = clean(text)
    return said if len(said) <= LONGEST else said[: LONGEST - 1] + "…"
