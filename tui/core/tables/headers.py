"""The row of headers of a table: found by what its cells are called, be it in two rows of merged cells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui.core.exchange.fields import field_of_header
from tui.core.tables.table import Table
from tui.core.text.clean import clean_line

_LOOKED_AT = 40
"""Rows in which headers are looked for: what stands above them is a title, a logo, a remark."""
_LONGEST = 80
"""Characters: longer texts are no headers."""


class Headers(NamedTuple):
    """The names of the columns, and the rows that they take."""

    names: tuple[str, ...]
    """A name for each column; those of two rows are joined by a space, and a column without one has none."""
    first: int
    """The first row of headers, from 0."""
    last: int
    """The last row of headers."""


def find_headers(table: Table, row: int | None = None) -> Headers | None:
    """The headers of a table, those that begin with a given row if one is named; None for an empty table."""
    if row is None:
        row = _best_row(table)
        if row is None:
            return None
        if row and _is_parent(table, row - 1, row):
            return Headers(_joined(table, row - 1, row), row - 1, row)
    if row >= len(table.rows):
        return None
    if row + 1 < len(table.rows) and _is_parent(table, row, row + 1):
        return Headers(_joined(table, row, row + 1), row, row + 1)
    return Headers(tuple(_name(cell) for cell in table.rows[row]), row, row)


def _name(cell: str) -> str:
    return clean_line(" ".join(cell.split()))


def _best_row(table: Table) -> int | None:
    """The first row that names the most fields; where none does, the first with two texts, else the first at all."""
    best, most = None, 0
    for number, cells in enumerate(table.rows[:_LOOKED_AT]):
        names = {field_of_header(_name(cell)) for cell in cells if cell and len(cell) <= _LONGEST} - {None}
        if len(names) > most:
            best, most = number, len(names)
    if best is not None and (most > 1 or sum(map(bool, table.rows[best])) == 1):
        return best
    filled = [number for number, cells in enumerate(table.rows) if any(cells)]
    return next((number for number in filled if sum(map(bool, table.rows[number])) > 1), filled[0] if filled else None)


def _is_parent(table: Table, above: int, below: int) -> bool:
    """True when two rows are headers together: cells of the one are merged, or blank over names of the other."""
    upper, lower = table.rows[above], table.rows[below]
    if sum(map(bool, upper)) < 2 or not any(lower):
        return False
    spans = [one for one in table.merged if one[0] == above and one[1] < one[3]]
    has_names = any(field_of_header(_name(cell)) for cell in upper) or bool(spans)
    if not has_names or any(len(cell) > _LONGEST for cell in (*upper, *lower)):
        return False
    parted = [column for column, cell in enumerate(lower) if cell and not _at(upper, column)]
    named = [field_of_header(name) for name in _joined(table, above, below)]
    children = [cell for cell in lower if cell]
    known = sum(field_of_header(_name(cell)) is not None for cell in children)
    return bool(parted or spans) and known * 2 >= len(children) and sum(map(bool, named)) >= 2


def _at(cells: Sequence[str], column: int) -> str:
    return cells[column] if column < len(cells) else ""


def _joined(table: Table, above: int, below: int) -> tuple[str, ...]:
    """The names of two rows: a name above that is merged, or has blanks beside it, stands over those below them."""
    upper, lower = table.rows[above], table.rows[below]
    width = max(len(upper), len(lower))
    over = ""
    names = []
    for column in range(width):
        own, under = _name(_at(upper, column)), _name(_at(lower, column))
        over = own or (over if under else "")
        if not under or not over or under == over:
            names.append(under or own)
            continue
        names.append(f"{over} {under}")
    return tuple(names)
