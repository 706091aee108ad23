"""A list of things that are not events: rows drawn one at a time, a cursor, and a heading over the columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from rich.cells import cell_len
from textual import events, getters
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.app.base.reader import ReadersApp
from tui.app.widgets.lines import Lines, WholeRowWidget
from tui.drawing.spans.spans import Line, Span

KEPT = 2000
"""Strips that are kept."""


class RowSource(Protocol):
    """What is listed."""

    def __len__(self) -> int:
        """How many rows there are."""

    def holds(self, row: int) -> bool:
        """Whether the cursor can stand on a row."""

    def header(self, width: int) -> Line:
        """What the columns hold."""

    def draw(self, row: int, width: int, *, top: bool = False, cursor: bool = False) -> Line:
        """One row."""


class RowListHeader(Lines):
    """What the columns of a list hold."""

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


class RowListView(WholeRowWidget, ScrollView, can_focus=True, inherit_bindings=False):
    """A list that one moves through, row by row, passing over headings."""

    DEFAULT_CSS = """
    RowListView { scrollbar-size: 0 0; height: 1fr; }
    """

    app = getters.app(ReadersApp)

    cursor: var[int] = var(-1, init=False)
    """The row that the cursor is on; -1 when there is none."""

    @dataclass(eq=False, repr=False)
    class CursorMoved(Message):
        """The cursor came to another row."""

        row_list_view: RowListView

    @dataclass(eq=False, repr=False)
    class RowChosen(Message):
        """The reader wants what the row under the cursor stands for."""

        row_list_view: RowListView

    def __init__(self) -> None:
        super().__init__()
        self.listing: RowSource | None = None
        self.instead = ""
        """What is said when there is no row."""
        self._strips: dict[tuple[int, int, bool, bool], Strip] = {}

    def show(self, listing: RowSource, row: int, instead: str) -> None:
        """Show another list with the cursor on that row or the nearest; `instead` is said when it is empty."""
        self.listing = listing
        self.instead = instead
        self._strips.clear()
        self.virtual_size = Size(self.size.width, max(1, len(listing)))
        self.set_reactive(RowListView.cursor, -1)
        self.go_to_row(row)
        self.refresh()

    # Moving

    def move(self, steps: int) -> None:
        """Move the cursor by rows that it can stand on."""
        step = 1 if steps > 0 else -1
        row = self.cursor
        for _ in range(abs(steps)):
            row = self._next(row, step)
        if row == self.cursor and row >= 0:  # at either end: a heading may stand beyond
            self._bring_in_sight(0 if step < 0 else row)
        self.cursor = row

    def move_page(self, pages: float) -> None:
        """Move the cursor by a share of what is in sight."""
        rows = max(1, round(abs(pages) * max(1, self.size.height - 1)))
        self.go_to_row(self.cursor + (rows if pages > 0 else -rows), 1 if pages > 0 else -1)

    def go_to_row(self, row: int, step: int = 1) -> None:
        """Put the cursor on that row or the nearest that it can stand on, looking that way first."""
        if self.listing is None or not len(self.listing):
            return
        row = min(max(0, row), len(self.listing) - 1)
        if not self.listing.holds(row):
            ahead = self._next(row, step)
            row = ahead if ahead != row else self._next(row, -step)
        self.cursor = row if self.listing.holds(row) else -1

    def _next(self, row: int, step: int) -> int:
        """The next row that way on which the cursor can stand; the same when there is none."""
        ahead = row + step
        while self.listing is not None and 0 <= ahead < len(self.listing):
            if self.listing.holds(ahead):
                return ahead
            ahead += step
        return row

    def _bring_in_sight(self, row: int) -> None:
        self.scroll_to_region(Region(0, row, 1, 1), animate=False, force=True, immediate=True)

    # Reacting

    def watch_cursor(self, before: int, after: int) -> None:
        """Redraw the two rows, keep the cursor in sight, and say where it is."""
        for row in (before, after):
            if row >= 0:
                self.refresh(Region(0, row - self.scroll_offset.y, self.size.width, 1))
        if after >= 0:
            self._bring_in_sight(after)
        self.post_message(self.CursorMoved(self))

    def on_resize(self) -> None:
        """Rows are drawn to the width."""
        self._strips.clear()
        if self.listing is not None:
            self.virtual_size = Size(self.size.width, max(1, len(self.listing)))
        if self.cursor >= 0:
            self.call_after_refresh(self._bring_in_sight, self.cursor)

    def notify_style_update(self) -> None:
        """A change of theme makes the strips stale."""
        super().notify_style_update()
        self._strips.clear()

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One row of the screen."""
        width, looks = self.size.width, self.app.reader.looks
        if self.listing is None or not len(self.listing):
            return looks.strip(self._instead(width), width) if y == self.size.height // 3 else looks.blank(width)
        row = y + self.scroll_offset.y
        if row >= len(self.listing):
            return looks.blank(width)
        on_cursor = row == self.cursor
        key = (row, width, y == 0, on_cursor)
        strip = self._strips.get(key)
        if strip is None:
            if len(self._strips) > KEPT:
                self._strips.clear()
            line = self.listing.draw(row, width, top=y == 0, cursor=on_cursor)
            strip = self._strips[key] = looks.strip(line, width, on_cursor=on_cursor)
        return strip

    def _instead(self, width: int) -> Line:
        return Span(" " * max(1, (width - cell_len(self.instead)) // 2)), Span(self.instead, "dim")

    # The mouse

    def on_click(self, click: events.Click) -> None:
        """A click moves the cursor; a second one on the same row chooses it."""
        row = click.y + self.scroll_offset.y
        if self.listing is not None and row < len(self.listing) and self.listing.holds(row):
            self.cursor = row
            if click.chain == 2:
                self.post_message(self.RowChosen(self))
