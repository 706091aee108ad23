"""What every widget of ours that draws lines of spans has in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual import getters
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from tui.app.base.reader import ReadersApp
from tui.app.base.styles import ThemeStyles
from tui.drawing.spans.glyphs import Glyphs
from tui.drawing.spans.spans import Line

if TYPE_CHECKING:
    _Base = Widget
else:
    # Textual takes its styles from the first base that is one of its own: this is to be none.
    _Base = object


class WholeRowWidget(_Base):
    """A widget whose `render_line` gives whole rows, and keeps them: Textual need not put anything around them.

    It has no border, outline, tint or opacity, nor anything else that Textual would draw over its rows.
    """

    def render_lines(self, crop: Region) -> list[Strip]:
        """Rows as they are drawn, in half the time that their boxes would take; with padding, as Textual does it."""
        if self.styles.gutter:
            return super().render_lines(crop)
        strips = [self.render_line(y) for y in crop.line_range]
        _, ground = self.background_colors
        for one in self.get_line_filters():
            strips = [strip.apply_filter(one, ground) for strip in strips]
        if crop.column_span != (0, self.size.width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips


class Lines(WholeRowWidget, Widget):
    """A widget of a few rows, each a line of spans; `lines` is asked anew when something changed."""

    DEFAULT_CSS = """
    Lines { height: auto; }
    """

    app = getters.app(ReadersApp)

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes=classes)
        self._drawn: list[Strip] | None = None
        self._drawn_for: Size | None = None

    @property
    def looks(self) -> ThemeStyles:
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
            self._drawn = [self.looks.strip(line, width) for line in self.lines(width, self.size.height)]
            self._drawn_for = self.size
        return self._drawn[y] if y < len(self._drawn) else self.looks.blank(width)
