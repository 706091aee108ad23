"""Lines of text, scrolled."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import getters
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.app.base.reader import ReadersApp
from tui.drawing.spans.spans import Line, Span


class ScrolledText(ScrollView, can_focus=True, inherit_bindings=False):
    """Lines that are made for a width, with a margin about them."""

    DEFAULT_CSS = """
    ScrolledText { scrollbar-size: 0 0; height: 1fr; }
    """
    WIDEST: ClassVar[int] = 84
    """Cells beyond which lines of text tire the eye."""
    BESIDE: ClassVar[int] = 4
    """Cells that stay empty at both sides together."""
    TOP: ClassVar[int] = 1
    """Empty rows above the lines, and as many below."""
    LEAST: ClassVar[int] = 1
    """Cells in which there is room for any text."""

    app = getters.app(ReadersApp)

    def __init__(self, told: Callable[[int], list[Line]]) -> None:
        """`told` gives the lines for a number of cells."""
        super().__init__()
        self.told = told
        self.rows: list[Line] = []

    def on_resize(self) -> None:
        """Text is wrapped to the width."""
        self.tell()

    def tell(self) -> None:
        """Ask for the lines again, and stay at the row where one reads."""
        width = min(self.WIDEST, self.size.width - self.BESIDE)
        if width >= self.LEAST:
            self.rows = self.told(width)
            self.virtual_size = Size(self.size.width, len(self.rows) + 2 * self.TOP)
            self.refresh()

    def scroll_rows(self, rows: int) -> None:
        """Scroll by rows."""
        self.scroll_relative(y=rows, animate=False, force=True)

    def scroll_pages(self, pages: int) -> None:
        """Scroll by what is in sight."""
        self.scroll_rows(pages * max(1, self.size.height - 2))

    def margin(self, row: int) -> Span:
        """Two cells before a row."""
        return Span("  ")

    def render_line(self, y: int) -> Strip:
        """One row."""
        row, width, looks = y + self.scroll_offset.y - self.TOP, self.size.width, self.app.reader.looks
        if not 0 <= row < len(self.rows):
            return looks.blank(width)
        return looks.strip((self.margin(row), *self.rows[row]), width)
