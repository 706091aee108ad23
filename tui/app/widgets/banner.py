"""Rows that are there only when something is wrong with the file."""

from __future__ import annotations

from textual.geometry import Size

from tui.app.widgets.lines import Lines
from tui.core.text.cells import fit, wrap
from tui.drawing.spans.spans import Line, Span


class Banner(Lines):
    """One sentence in the colour of alarm, on two rows at most."""

    DEFAULT_CSS = """
    Banner { height: auto; display: none; }
    Banner.-said { display: block; }
    """

    MOST_ROWS = 2

    def __init__(self) -> None:
        super().__init__()
        self.sentence = ""

    def say(self, sentence: str) -> None:
        """Say it, or with an empty sentence go away."""
        if sentence != self.sentence:
            self.sentence = sentence
            self.set_class(bool(sentence), "-said")
            self.refresh(layout=True)
            self.redraw()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The rows that the sentence takes."""
        return len(self.lines(width, self.MOST_ROWS))

    def lines(self, width: int, height: int) -> list[Line]:
        """The sentence, cut where it takes more."""
        rows = wrap(self.sentence, max(1, width - 2), self.measure)
        if len(rows) > self.MOST_ROWS:
            rest = " ".join(rows[self.MOST_ROWS - 1 :])
            rows = [*rows[: self.MOST_ROWS - 1], fit(rest, max(1, width - 2), self.measure, self.glyphs.cut)]
        return [(Span(f" {row}", "alarm"),) for row in rows]
