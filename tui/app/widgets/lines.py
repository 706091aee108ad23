"""What every widget of ours that draws lines of spans has in common."""

from __future__ import annotations

from rich.cells import cell_len
from textual import getters
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from tui.app.looks import Looks
from tui.app.reader import ReadersApp
from tui.core.ink import Glyphs, Line


class Lines(Widget):
    """A widget of a few rows, each a line of spans; `lines` is asked anew when something changed."""

    DEFAULT_CSS = """
    Lines { height: auto; }
    """

    app = getters.app(ReadersApp)

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes=classes)
        self._drawn: list[Line] | None = None
        self._drawn_for: Size | None = None

    @property
    def looks(self) -> Looks:
        """The styles of the theme in force."""
        return self.app.reader.looks

    @property
    def glyphs(self) -> Glyphs:
        """The drawing characters in force."""
        return self.app.reader.glyphs

    @staticmethod
    def measure(text: str) -> int:
        """Cells that a text takes."""
        return cell_len(text)

    def lines(self, width: int, height: int) -> list[Line]:
        """The rows to show in that many cells and rows."""
        raise NotImplementedError

    def redraw(self) -> None:
        """Ask for the lines again."""
        self._drawn = None
        self.refresh()

    def notify_style_update(self) -> None:
        """A change of theme or size makes the lines stale."""
        super().notify_style_update()
        self._drawn = None

    def render_line(self, y: int) -> Strip:
        """One row."""
        width = self.size.width
        if self._drawn is None or self._drawn_for != self.size:
            self._drawn = self.lines(width, self.size.height)
            self._drawn_for = self.size
        if y >= len(self._drawn):
            return self.looks.blank(width)
        return self.looks.strip(self._drawn[y], width)
