"""Rows that one moves through with a cursor: drawn one at a time, and kept as they were drawn."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Protocol

from textual import events, getters
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.app import commands
from tui.app.base.reader import ReadersApp
from tui.app.widgets.lines import whole_rows
from tui.drawing.spans.spans import Line

KEPT = 2000
"""Strips that are kept."""


class DrawnRows(Protocol):
    """Rows, each drawn when it is in sight."""

    def __len__(self) -> int:
        """The number of rows."""

    def draw(self, row: int, width: int, *, top: bool = False, cursor: bool = False) -> Line:
        """One row."""


class CursorRows(ScrollView, can_focus=True, inherit_bindings=False):
    """Rows with a cursor, which passes over those on which it cannot stand."""

    DEFAULT_CSS = """
    CursorRows { scrollbar-size: 0 0; height: 1fr; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings(commands.TIMELINE, "move", "page", "first", "last")]

    app = getters.app(ReadersApp)

    cursor: var[int] = var(-1, init=False)
    """The row that the cursor is on; -1 when there is none."""

    class RowChosen(Message):
        """The reader wants what is under the cursor."""

    def __init__(self) -> None:
        super().__init__()
        self.on_move: Callable[[], None] = lambda: None
        """Called when the cursor came to another row, or other rows in sight: all that follows is in one frame."""
        self._rows: DrawnRows | None = None
        self._strips: dict[tuple[int, int, int, bool, bool], Strip] = {}

    def show_rows(self, rows: DrawnRows, row: int) -> None:
        """Show other rows, with the cursor on one of them or the nearest."""
        self._rows = rows
        self.virtual_size = Size(self.size.width, max(1, len(rows)))
        self.set_reactive(CursorRows.cursor, -1)
        self.go_to_row(row)
        self.redraw()

    def redraw(self) -> None:
        """Draw every row anew."""
        self._strips.clear()
        self.refresh()

    # Moving

    @property
    def rows_number(self) -> int:
        """The number of the rows that there are, where they are some of more: those that were drawn are kept by it."""
        return 0

    @property
    def count(self) -> int:
        """The number of rows."""
        return len(self._rows) if self._rows is not None else 0

    def holds(self, row: int) -> bool:
        """True when the cursor can stand on a row."""
        return True

    def _next(self, row: int, step: int) -> int:
        """The next row that way on which the cursor can stand; the same when there is none."""
        ahead = row + step
        while 0 <= ahead < self.count and not self.holds(ahead):
            ahead += step
        return ahead if 0 <= ahead < self.count else row

    def move(self, steps: int) -> None:
        """Move the cursor by rows that it can stand on; at either end, what lies beyond comes in sight."""
        step, row = 1 if steps > 0 else -1, self.cursor
        if row < 0:
            return
        for _ in range(abs(steps)):
            row = self._next(row, step)
        if row == self.cursor:
            self.bring_in_sight(0 if step < 0 else self.count - 1)
        self.cursor = row

    def move_page(self, pages: float) -> None:
        """Move the cursor by a share of what is in sight."""
        rows = max(1, round(abs(pages) * max(1, self.size.height - 1)))
        self.go_to_row(self.cursor + (rows if pages > 0 else -rows), 1 if pages > 0 else -1)

    def go_to_row(self, row: int, step: int = 1) -> None:
        """Put the cursor on that row or the nearest that it can stand on, looking that way first."""
        if not self.count:
            return
        row = min(max(0, row), self.count - 1)
        if not self.holds(row):
            ahead = self._next(row, step)
            row = ahead if ahead != row else self._next(row, -step)
        self.cursor = row if self.holds(row) else -1

    def action_move(self, steps: int) -> None:
        """By rows on which the cursor can stand, such as those of events."""
        self.move(steps)

    def action_page(self, pages: float) -> None:
        """By what is in sight."""
        self.move_page(pages)

    def action_first(self) -> None:
        """To the first row."""
        self.go_to_row(0)

    def action_last(self) -> None:
        """To the last row."""
        self.go_to_row(10**9, -1)

    def bring_in_sight(self, row: int) -> None:
        """Scroll so that a row is in sight."""
        self.scroll_to_region(Region(0, row, 1, 1), animate=False, force=True, immediate=True)

    # Reacting

    def watch_cursor(self, before: int, after: int) -> None:
        """Redraw the two rows, keep the cursor in sight, and say where it is."""
        for row in (before, after):
            if row >= 0:
                self.refresh(Region(0, row - self.scroll_offset.y, self.size.width, 1))
        if after >= 0:
            self.bring_in_sight(after)
        self.on_move()

    def on_resize(self) -> None:
        """Rows are drawn to the width."""
        self._strips.clear()
        if self._rows is not None:
            self.virtual_size = Size(self.size.width, max(1, self.count))
        self.stay_in_sight()

    def stay_in_sight(self) -> None:
        """Keep the cursor in sight at another size."""
        if self.cursor >= 0:
            self.call_after_refresh(self.bring_in_sight, self.cursor)

    def notify_style_update(self) -> None:
        """A change of theme makes the strips stale."""
        super().notify_style_update()
        self._strips.clear()

    # Drawing

    def line_instead(self, y: int) -> Line:
        """A row of what is said when there are no rows."""
        return ()

    def with_marks(self, line: Line) -> Line:
        """A row with what is marked on it now."""
        return line

    def render_lines(self, crop: Region) -> list[Strip]:
        """Whole rows, as they are kept."""
        return whole_rows(self, crop)

    def render_line(self, y: int) -> Strip:
        """One row of the screen."""
        width, looks, row = self.size.width, self.app.reader.looks, y + self.scroll_offset.y
        if self._rows is None or not self.count:
            return looks.strip(self.line_instead(y), width)
        if row >= self.count:
            return looks.blank(width)
        key = (self.rows_number, row, width, y == 0, row == self.cursor)
        strip = self._strips.get(key)
        if strip is None:
            if len(self._strips) > KEPT:
                self._strips.clear()
            line = self.with_marks(self._rows.draw(row, width, top=y == 0, cursor=row == self.cursor))
            strip = self._strips[key] = looks.strip(line, width, on_cursor=row == self.cursor)
        return strip

    def on_click(self, click: events.Click) -> None:
        """A click moves the cursor; a second one on the same row chooses what it stands for."""
        row = click.y + self.scroll_offset.y
        if row < self.count and self.holds(row):
            self.cursor = row
            if click.chain == 2:
                self.post_message(self.RowChosen())
