"""A workbook is read as it is, or refused: no cell of it ends the process."""

from __future__ import annotations

from io import BytesIO

import pytest

from tui.store.formats.delimited import NoTable
from tui.store.formats.workbook import read_workbook
from tui.store.formats.workbook_parts import area_of

xlsxwriter = pytest.importorskip("xlsxwriter")
pytest.importorskip("python_calamine")


def book(row: int, column: int) -> bytes:
    """A workbook with a cell in that row and column, from 0, besides two rows of a table."""
    file = BytesIO()
    with xlsxwriter.Workbook(file) as made:
        sheet = made.add_worksheet()
        for place, cells in enumerate((("Date", "Title"), ("2025-01-02", "It begins"))):
            sheet.write_row(place, 0, cells)
        sheet.write(row, column, "x")
    return file.getvalue()


def test_a_cell_in_the_last_corner_is_refused_before_room_is_made_for_all_others() -> None:
    with pytest.raises(NoTable, match="so far down or to the right"):
        read_workbook(book(1_048_575, 16_383))


@pytest.mark.parametrize(("row", "column"), [(1, 16_383), (20_000, 1), (2, 2)])
def test_a_long_or_a_wide_sheet_is_read(row: int, column: int) -> None:
    table = read_workbook(book(row, column))
    assert table.rows[1][:2] == ["2025-01-02", "It begins"]
    assert table.rows[row][column] == "x"


def test_the_area_is_that_of_the_last_cell_and_of_no_other_file() -> None:
    assert area_of(book(9, 27)) == 10 * 28
    assert area_of(b"PK\x03\x04 and no more") == 0
    assert area_of(b"Date,Title") == 0
