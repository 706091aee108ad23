"""A list of things that are not events: rows drawn one at a time, a cursor, and a heading over the columns."""

from __future__ import annotations

from typing import Protocol

from rich.cells import cell_len

from tui.app.widgets.cursor_rows import CursorRows, DrawnRows
from tui.app.widgets.lines import Lines
from tui.drawing.spans.spans import Line, Span


class RowSource(DrawnRows, Protocol):
    """The source of a list's rows."""

    def holds(self, row: int) -> bool:
        """True when the cursor can stand on a row."""

    def header(self, width: int) -> Line:
        """The names of the columns."""


class RowListHeader(Lines):
    """The names of a list's columns."""

    DEFAULT_CSS = """
    RowListHeader { height: 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.listing: RowSource | None = None

    def show(self, listing: RowSource) -> None:
        """Stand over another list."""
        self.listing = listing
        self.redraw()

    def lines(self, width: int, height: int) -> list[Line]:
        """The one row."""
        return [self.listing.header(width)] if self.listing and len(self.listing) else []


class RowListView(CursorRows):
    """A list that one moves through, row by row, passing over headings."""

    def __init__(self) -> None:
        super().__init__()
        self.listing: RowSource | None = None
        self.instead = ""
        """The words for when there is no row."""

    def show(self, listing: RowSource, row: int, instead: str) -> None:
        """Show another list with the cursor on that row or the nearest; `instead` is said when it is empty."""
        self.listing, self.instead = listing, instead
        self.show_rows(listing, row)

    def holds(self, row: int) -> bool:
        """True when a row is no heading."""
        return self.listing is not None and self.listing.holds(row)

    def line_instead(self, y: int) -> Line:
        """One sentence in the upper third."""
        lead = max(1, (self.size.width - cell_len(self.instead)) // 2)
        return (Span(" " * lead), Span(self.instead, "dim")) if y == self.size.height // 3 else ()
