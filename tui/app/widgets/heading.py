"""The first row: what is shown, how much of it, and today."""

from __future__ import annotations

from tui.app.widgets.lines import Lines
from tui.core.index.selection import Selection
from tui.drawing.spans.spans import Line
from tui.drawing.spine.heading import timeline_heading


class Heading(Lines):
    """Title, counts and today."""

    DEFAULT_CSS = """
    Heading { height: 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.selection: Selection | None = None

    def show(self, selection: Selection) -> None:
        """Count another selection."""
        self.selection = selection
        self.redraw()

    def lines(self, width: int, height: int) -> list[Line]:
        """The one row."""
        if self.selection is None:
            return []
        return [timeline_heading(self.selection, width, self.app.reader.pen.on(self.selection.index.today))]
