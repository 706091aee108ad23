"""A row that is there only when something is wrong with the file."""

from __future__ import annotations

from tui.app.widgets.lines import Lines
from tui.core.ink import Line, Span
from tui.core.text import fit


class Banner(Lines):
    """One sentence in the colour of alarm."""

    DEFAULT_CSS = """
    Banner { height: 1; display: none; }
    Banner.-said { display: block; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.sentence = ""

    def say(self, sentence: str) -> None:
        """Say it, or with an empty sentence go away."""
        self.sentence = sentence
        self.set_class(bool(sentence), "-said")
        self.redraw()

    def lines(self, width: int, height: int) -> list[Line]:
        """The one row."""
        return [(Span(fit(f" {self.sentence}", width, self.measure, self.glyphs.cut), "alarm"),)]
