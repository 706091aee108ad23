"""The columns of a table as they are read, with three values of each: shown before anything is written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tui.core.dates.edtf import DateError
from tui.core.exchange.fields import FIELDS
from tui.core.exchange.foreign import UnfitText, line_of
from tui.core.exchange.status_words import status_of
from tui.core.tables.column_map import ColumnUse
from tui.core.tables.date_column import DateReading, OpenOrder, read_cell
from tui.core.tables.modifier_words import modifier_of
from tui.core.tables.source_cells import split_cell
from tui.core.tables.table_reading import TableReading
from tui.core.timeline import countries

MOST = 3


class ShownColumn(NamedTuple):
    """A column as a person is shown it."""

    name: str
    field: str
    """Empty for one that is left out."""
    order: str
    """The order of its dates; empty where it has none, or none that matters."""
    values: tuple[tuple[str, str], ...]
    """Values, each with what it is read as; the latter is empty where that is the same, or is none."""
    sign: str
    """The sign that parts several values; empty for the usual ones."""


def shown_columns(reading: TableReading) -> Iterator[ShownColumn]:
    """The columns of a table in their order, with different values of each."""
    for column in reading.columns:
        how = reading.dates.get(column.number)
        cells: dict[str, None] = {}
        for row in reading.rows:
            line = reading.table.rows[row]
            cell = " ".join(line[column.number].split()) if column.number < len(line) else ""
            if cell:
                cells[cell] = None
            if len(cells) >= MOST:
                break
        if not column.name and not cells:
            continue
        values = tuple((one, read_as(one, column, reading)) for one in list(cells)[:MOST])
        order = how.order if isinstance(how, DateReading) and _matters(values) else ""
        sign = reading.signs.get(column.number, "")
        yield ShownColumn(column.name, column.field, order, values, sign if any(sign in cell for cell in cells) else "")


def _matters(values: tuple[tuple[str, str], ...]) -> bool:
    return any(read for _, read in values)


def read_as(cell: str, column: ColumnUse, reading: TableReading) -> str:
    """The meaning of a cell where it is not the cell itself; `?` for one that has none."""
    field = column.field
    try:
        text = line_of(cell)
    except UnfitText:
        return "?"
    if not field:
        return ""
    how = reading.dates.get(column.number)
    if isinstance(how, DateReading):
        pieces = split_cell(text, reading.signs[column.number]) if FIELDS[field].is_list else [text]
        found = " · ".join(_read_date(piece, how) for piece in pieces)
    elif isinstance(how, OpenOrder):
        return "?"
    elif field == "modifier":
        found = modifier_of(text) or "?"
    elif field == "status":
        found = status_of(text) or "?"
    elif field == "countries":
        found = ", ".join(countries.find(one) or "?" for one in split_cell(text, reading.signs[column.number]))
    elif field in FIELDS and FIELDS[field].is_list:
        found = " · ".join(split_cell(text, reading.signs[column.number]))
    else:
        found = text
    return "" if found == cell else found


def _read_date(text: str, how: DateReading) -> str:
    try:
        return read_cell(text, how).text
    except DateError:
        return "?"
