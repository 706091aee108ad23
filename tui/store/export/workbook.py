"""A workbook (.xlsx): a sheet a table, real dates beside the words, links that open."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from shutil import copyfileobj
from typing import Any

from tui.core.dates.calendar import year_month_day
from tui.core.export.column_names import in_language
from tui.core.export.extract import Extract
from tui.core.export.tables import Cell, Table, tables
from tui.store.export.missing import LibraryMissing
from tui.store.export.sheet_xml import LAST_DAY, Rows, Styles

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


_STYLE = re.compile(rb's="([0-9]+)"')
_SAMPLE = re.compile(rb'<row r="2".*?</row>', re.DOTALL)


def workbook(whole: Extract) -> bytes:
    """The bytes of the workbook of an extract."""
    try:
        import xlsxwriter
    except ImportError as missing:
        raise LibraryMissing("xlsx", "XlsxWriter") from missing
    styles = _styles(_package(xlsxwriter, whole, [(Table("styles", ("words",), iter(())), 1)]))
    written: list[tuple[Table, Rows]] = []
    for table in tables(whole):
        rows = Rows(len(table.columns), styles)
        wide = _widths(table)[:_ON_PAPER]
        for row in table.rows:
            rows.add(row, _height(row, wide))
        written.append((table, rows))
    package = _package(xlsxwriter, whole, [(table, rows.count) for table, rows in written])
    return _filled(package, [rows for _table, rows in written])


def _package(library: Any, whole: Extract, sheets: Sequence[tuple[Table, int]]) -> bytes:
    """A workbook of sheets that have a head, and below it one row with each style; with how many rows each is to have.

    That row goes again; it shows by which numbers the styles are known.
    """
    file = BytesIO()
    book = library.Workbook(file, {"default_date_format": "yyyy-mm-dd", "strings_to_urls": False})
    when = datetime(*year_month_day(whole.today)) if 1 <= whole.today <= LAST_DAY else datetime(2000, 1, 1)
    book.set_properties({"title": whole.voice.line(whole.timeline.titles), "author": "", "created": when})
    plain = {"valign": "top", "text_wrap": True, "bottom": 1, "bottom_color": "#D5DAE0"}
    head = book.add_format({**plain, "bold": True, "bg_color": "#E9EDF1"})
    styles = [
        book.add_format(plain),
        book.add_format({**plain, "num_format": "yyyy-mm-dd", "align": "left"}),
        book.add_format({**plain, "text_wrap": False, "font_color": "#0B4F9E"}),
    ]
    for table, count in sheets:
        _lay_out(book.add_worksheet(table.name[:31]), table, count, head, styles)
    book.close()
    return file.getvalue()


def _lay_out(sheet: Any, table: Table, count: int, head: Any, styles: Sequence[Any]) -> None:
    """Widths, the head of the table, how it is printed; and the row with the styles."""
    last = len(table.columns) - 1
    for place, width in enumerate(_widths(table)):
        sheet.set_column(place, place, width)
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer("&L&A&R&P / &N")
    for place, name in enumerate(in_language(table.columns, by_name=True)):
        sheet.write_string(0, place, name, head)
    for place, style in enumerate(styles):
        sheet.write_blank(1, place, None, style)
    sheet.autofilter(0, 0, count - 1, last)
    if last > 2 * _ON_PAPER:
        sheet.print_area(0, 0, count - 1, _ON_PAPER - 1)


def _styles(package: bytes) -> Styles:
    """The numbers of the styles, from the row that has each of them."""
    with zipfile.ZipFile(BytesIO(package)) as parts:
        found = _SAMPLE.search(parts.read("xl/worksheets/sheet1.xml"))
    numbers = _STYLE.findall(found[0]) if found else []
    return Styles(*(number.decode() for number in numbers[:3]))


def _filled(package: bytes, sheets: Sequence[Rows]) -> bytes:
    """The package with the rows of each sheet in the place of its row of styles, and the links below them."""
    file = BytesIO()
    by_name = {f"xl/worksheets/sheet{number}.xml": rows for number, rows in enumerate(sheets, 1)}
    with zipfile.ZipFile(BytesIO(package)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            with new.open(info, "w") as part:
                _write_part(part, old.read(name), by_name.get(name))
        for name, rows in by_name.items():
            if rows.links():
                relations = name.replace("worksheets/", "worksheets/_rels/") + ".rels"
                info = zipfile.ZipInfo(relations, (1980, 1, 1, 0, 0, 0))
                new.writestr(info, rows.relations(), zipfile.ZIP_DEFLATED)
    return file.getvalue()


def _write_part(part: Any, data: bytes, rows: Rows | None) -> None:
    """One part of the package; of a sheet with its rows."""
    sample = _SAMPLE.search(data) if rows else None
    if rows is None or sample is None:
        part.write(data)
        return
    part.write(re.sub(rb'(<dimension ref="[A-Z]+1:[A-Z]+)2"', rb"\g<1>%d" % rows.count + b'"', data[: sample.start()]))
    rows.file.seek(0)
    copyfileobj(rows.file, part)
    rest = data[sample.end() :]
    at = next(place for mark in (b"<printOptions", b"<pageMargins") if (place := rest.find(mark)) >= 0)
    part.write(rest[:at] + rows.links().encode() + rest[at:])


def _widths(table: Table) -> list[int]:
    return [_WIDE.get(name, _USUAL) for name in table.columns]


def _height(row: Sequence[Cell], wide: Sequence[int]) -> float:
    """The height of a row in which all texts are wrapped: not every office finds it by itself."""
    lines = 1
    for cell, width in zip(row, wide, strict=False):
        if isinstance(cell, str) and (len(cell) > width or "\n" in cell):
            lines = max(lines, sum(1 + int(len(part) * _SPARE / width) for part in cell.split("\n")))
    return min(lines * _LINE + 2, _TALLEST)
