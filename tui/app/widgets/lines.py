"""The common part of every widget of ours that draws lines of spans."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual import events, getters
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.app.base.reader import ReadersApp
from tui.app.base.styles import ThemeStyles
from tui.core.index.protocol import Answers
from tui.drawing.spans.glyphs import Glyphs
from tui.drawing.spans.spans import Line


def whole_rows(widget: Widget, crop: Region) -> list[Strip]:
    """The rows of a widget whose `render_line` gives whole ones, in half the time that their boxes would take.

    It has no border, padding, outline, tint or opacity, nor anything else that Textual would draw over its rows.
    """
    strips = [widget.render_line(y) for y in crop.line_range]
    _, ground = widget.background_colors
    for one in widget.get_line_filters():
        strips = [strip.apply_filter(one, ground) for strip in strips]
    if crop.column_span != (0, widget.size.width):
        strips = [strip.crop(*crop.column_span) for strip in strips]
    return strips


class Lines(Widget):
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
        return []

    def render_lines(self, crop: Region) -> list[Strip]:
        """Rows as they are drawn; with padding, as Textual does it."""
        return super().render_lines(crop) if self.styles.gutter else whole_rows(self, crop)

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


class AnswerLines(Lines):
    """Rows about the answers to a query."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: Answers | None = None

    def show(self, answers: Answers) -> None:
        """Tell of other answers."""
        self.answers = answers
        self.redraw()

    def lines(self, width: int, height: int) -> list[Line]:
        """The rows, once there are answers."""
        return [] if self.answers is None else self.rows(self.answers, width)

    def rows(self, answers: Answers, width: int) -> list[Line]:
        """The rows about answers in that many cells."""
        return []


class CursorLines(Lines):
    """Rows of which one has the cursor; those around it are in sight."""

    WHEEL: ClassVar[int] = 1
    """Rows by which a notch of the wheel moves the cursor."""
    ABOVE: ClassVar[int] = 0
    """Rows above the cursor that are always in sight."""

    @dataclass(eq=False, repr=False)
    class Pointed(Message):
        """The reader pointed at the row that is now under the cursor."""

        clicks: int
        """1, or more when they were fast; 0 of the wheel."""

    def __init__(self) -> None:
        super().__init__()
        self.at = 0
        """The row of the cursor."""
        self.top = 0
        """The first row in sight."""

    def holds(self, row: int) -> bool:
        """True when the cursor can stand on a row."""
        return False

    def move(self, steps: int) -> None:
        """Move the cursor by so many rows."""
        self.at += steps
        self.redraw()

    def in_sight(self, count: int, height: int) -> range:
        """Of so many rows, those around the cursor."""
        self.top = max(min(self.top, self.at - self.ABOVE), self.at - height + 1, 0)
        return range(self.top, min(count, self.top + height))

    def on_click(self, click: events.Click) -> None:
        """A click moves the cursor."""
        if self.holds(self.top + click.y):
            self.at = self.top + click.y
            self.redraw()
            self.post_message(self.Pointed(click.chain))

    def on_mouse_scroll_down(self) -> None:
        """The wheel moves the cursor."""
        self.move(self.WHEEL)
        self.post_message(self.Pointed(0))

    def on_mouse_scroll_up(self) -> None:
        """The wheel moves it back."""
        self.move(-self.WHEEL)
        self.post_message(self.Pointed(0))
