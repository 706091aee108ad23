"""A table as another program keeps it: rows of text, and the name of each cell as a spreadsheet has it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

EPOCH_1900 = "1899-12-30"
"""The day that most spreadsheets count from."""
EPOCH_1904 = "1904-01-01"
"""The day that workbooks of old Macs count from."""

Span = tuple[int, int, int, int]
"""Merged cells: the first row and column, the last row and column, from 0."""


class Table(NamedTuple):
    """One sheet, or one file of rows; each cell is text, and empty where it says nothing."""

    rows: Sequence[Sequence[str]]
    sheet: str = ""
    """The name of the sheet; empty for a file that is one table."""
    epoch: str = EPOCH_1900
    """The day from which its numbers of days count."""
    merged: Sequence[Span] = ()
    links: Mapping[tuple[int, int], str] = {}
    """The address that a cell leads to, by row and column from 0."""
    faults: Mapping[tuple[int, int], str] = {}
    """The reason why the value of a cell cannot be had, by row and column from 0."""
    about: Sequence[str] = ()
    """Sentences on how it was read: its signs, its other sheets."""

    def place(self, row: int, column: int | None = None) -> str:
        """The name of a row or a cell, counted from 0: `Sheet1!17`, `Sheet1!B17`; without a sheet `B17`."""
        cell = f"{'' if column is None else column_letters(column)}{row + 1}"
        return f"{self.sheet}!{cell}" if self.sheet else cell


def column_letters(column: int) -> str:
    """The letters of a column, counted from 0: `A`, `Z`, `AA`."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
