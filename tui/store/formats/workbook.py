"""Tables in workbooks, XLSX and ODS: their cells as text, without a formula run; what they hide is said."""

from __future__ import annotations

import io
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from tui.core.exchange.fields import field_of_header
from tui.core.tables.headers import find_headers
from tui.core.tables.table import Table
from tui.core.text.messages import worded
from tui.store.formats.delimited import NoTable
from tui.store.formats.workbook_parts import WorkbookParts, area_of, workbook_parts

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook


_MOST_CELLS = 50_000_000
"""The cells of a sheet, empty ones too: the library makes room for each, and the process ends where it finds none."""


def read_workbook(data: bytes, sheet: str = "") -> Table:
    """One sheet of a workbook: the one that is named, else the first whose headers say most; NoTable, ImportError."""
    from python_calamine import CalamineError, CalamineWorkbook

    if area_of(data) > _MOST_CELLS:
        raise NoTable(worded("it has a cell so far down or to the right that it cannot be read"))
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        names = list(book.sheet_names)
        parts = workbook_parts(data)
        if sheet and sheet not in names:
            raise NoTable(
                worded('it has no sheet "{name}"', name=sheet), worded("it has {names}", names=", ".join(names))
            )
        tables = [_table(book, name, parts) for name in ([sheet] if sheet else names)]
    except CalamineError as error:
        raise NoTable(worded("this is no workbook: {reason}", reason=str(error).split("\n")[0])) from None
    tables = [table for table in tables if any(any(row) for row in table.rows)]
    if not tables:
        raise NoTable(worded("there is nothing in it"))
    best = max(tables, key=_fields)
    others = [name for name in names if name != best.sheet]
    if others:
        told = worded("it is the sheet {name}; {others} are left out", name=best.sheet, others=", ".join(others))
        best = best._replace(about=(*best.about, told))
    return best


def _fields(table: Table) -> int:
    """The number of fields that the headers of a table name."""
    headers = find_headers(table)
    return len({field_of_header(name) for name in headers.names} - {None}) if headers else 0


def _table(book: CalamineWorkbook, name: str, parts: WorkbookParts) -> Table:
    sheet = book.get_sheet_by_name(name)
    rows = [[_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    merged = tuple((*first, *last) for first, last in sheet.merged_cell_ranges or ())
    of_sheet = parts.sheets.get(name)
    table = Table(rows, name, parts.epoch, merged)
    if of_sheet is None:
        return table
    faults = {
        place: worded("the cell holds the error {error}", error=error) for place, error in of_sheet.errors.items()
    }
    faults |= {place: worded("the cell holds a formula without its value") for place in of_sheet.without_value}
    for row, column in faults:  # a row of nothing but errors says something
        while len(rows) <= row:
            rows.append([])
        rows[row] += [""] * (column + 1 - len(rows[row]))
    return table._replace(links=of_sheet.links, faults=faults)


def _text(cell: object) -> str:
    """The value of a cell as text: a day as ISO 8601, a whole number without decimals."""
    if cell.__class__ is str:
        return str(cell).strip(" \t")
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime):
        is_midnight = not (cell.hour or cell.minute or cell.second or cell.microsecond)
        return (
            cell.date().isoformat()
            if is_midnight
            else cell.isoformat(timespec="minutes" if not cell.second else "seconds")
        )
    if isinstance(cell, (date, time)):
        return cell.isoformat() if isinstance(cell, date) else cell.isoformat(timespec="minutes")
    if isinstance(cell, timedelta):
        minutes = int(cell.total_seconds()) // 60
        return f"{minutes // 60:02d}:{minutes % 60:02d}"
    return str(cell)
