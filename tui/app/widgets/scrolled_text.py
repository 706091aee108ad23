"""Lines of text, scrolled: what there is no room for beside a list."""

from __future__ import annotations

from collections.abc import Callable

from textual import getters
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.app.base.reader import ReadersApp
from tui.drawing.spans.spans import Line

WIDEST = 84
"""Cells beyond which lines of text tire the eye."""


class ScrolledText(ScrollView, can_focus=True, inherit_bindings=False):
    """Lines that are made for a width, with a margin about them."""

    DEFAULT_CSS = """
    ScrolledText { scrollbar-size: 0 0; height: 1fr; }
    """

    app = getters.app(ReadersApp)

    def __init__(self, told: Callable[[int], list[Line]]) -> None:
        """`told` gives the lines for a number of cells."""
        super().__init__()
        self.told = told
        self.rows: list[Line] = []

    def on_resize(self) -> None:
        """Text is wrapped to the width."""
        width = min(WIDEST, self.size.width - 4)
        if width > 0:
            self.rows = self.told(width)
            self.virtual_size = Size(self.size.width, len(self.rows) + 2)
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """One row."""
        row, width, looks = y + self.scroll_offset.y - 1, self.size.width, self.app.reader.looks
        if not 0 <= row < len(self.rows):
            return looks.blank(width)
        return Strip.join([looks.blank(2), looks.strip(self.rows[row], width - 2)])
