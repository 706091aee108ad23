"""A table with its headers, its map, and the way in which each column is read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tui.core.exchange.fields import FIELDS
from tui.core.tables.column_map import ColumnMap, ColumnUse, date_readings, unique, uses
from tui.core.tables.date_column import DateReading, OpenOrder
from tui.core.tables.headers import Headers
from tui.core.tables.table import Table

_IN_ROWS = re.compile(r"[;|\n]")
_WITH_COMMAS = frozenset(("actors", "countries", "tags"))
"""The fields whose values commas part, where no cell of the column has another sign."""


class TableReading(NamedTuple):
    """A table with its headers, its map, and how each column is read."""

    table: Table
    headers: Headers
    how: ColumnMap
    columns: tuple[ColumnUse, ...]
    rows: tuple[int, ...]
    """The rows that say something, from 0."""
    empty: int
    """Rows between them that say nothing, or repeat the headers."""
    dates: Mapping[int, DateReading | OpenOrder]
    """By the number of the column."""
    signs: Mapping[int, str]
    """The sign that parts several values in a column, by its number: `;` or `,`."""

    @property
    def open_orders(self) -> dict[int, OpenOrder]:
        """The columns whose order of day and month nobody knows."""
        return {number: one for number, one in self.dates.items() if isinstance(one, OpenOrder)}

    def lost(self) -> dict[str, int]:
        """The number of values in each column that no field takes."""
        counts: Counter[str] = Counter()
        for column in self.columns:
            if not column.field:
                filled = sum(1 for row in self.rows if cell_at(self.table.rows[row], column.number))
                name = column.name or self.table.place(self.headers.last, column.number)
                counts[name] += filled
        return {name: count for name, count in counts.items() if count}


def read_table(table: Table, headers: Headers, how: ColumnMap) -> TableReading:
    """Look at a whole table, as its map says."""
    table = _with_merged(table, headers.last + 1)
    names = tuple(unique(headers.names))
    rows, empty = [], 0
    faulty = {row for row, _column in table.faults}
    last = max((number for number, cells in enumerate(table.rows) if any(cells) or number in faulty), default=-1)
    for number in range(headers.last + 1, last + 1):
        cells = table.rows[number]
        if number not in faulty and (not any(cells) or _says_headers(cells, headers)):
            empty += 1
        else:
            rows.append(number)
    width = max((len(table.rows[row]) for row in rows), default=0)
    if width > len(names):  # cells beside the headers are not lost silently
        headers = headers._replace(names=(*headers.names, *[""] * (width - len(names))))
    columns = uses(headers, how.fields)
    dates = date_readings(table, rows, columns, how)
    signs = {column.number: how.separator or _sign(table, rows, column) for column in columns if _is_list(column.field)}
    return TableReading(table, headers, how, columns, tuple(rows), empty, dates, signs)


def _says_headers(cells: Sequence[str], headers: Headers) -> bool:
    """True for a row that repeats the headers, as on a new page."""
    return [" ".join(cell.split()) for cell in cells if cell] == [name for name in headers.names if name]


def _with_merged(table: Table, first: int) -> Table:
    """The table with the value of cells that are merged downwards in each row of theirs."""
    spans = [one for one in table.merged if one[0] >= first and one[2] > one[0]]
    if not spans:
        return table
    rows = [list(cells) for cells in table.rows]
    for top, left, bottom, _right in spans:
        value = cell_at(rows[top], left)
        for number in range(top + 1, min(bottom + 1, len(rows))):
            if left < len(rows[number]) and not rows[number][left] and any(rows[number]):
                rows[number][left] = value
    return table._replace(rows=rows)


def _is_list(field: str) -> bool:
    return field in FIELDS and FIELDS[field].is_list


def _sign(table: Table, rows: Sequence[int], column: ColumnUse) -> str:
    """The sign that parts the values of a column; empty for the usual ones, which no comma is."""
    if column.field not in _WITH_COMMAS:
        return ""
    has_other = any(_IN_ROWS.search(cell_at(table.rows[row], column.number)) for row in rows)
    return "" if has_other else ","


def cell_at(cells: Sequence[str], column: int) -> str:
    """The text of a row in a column; empty beyond its last cell."""
    return cells[column] if column < len(cells) else ""
