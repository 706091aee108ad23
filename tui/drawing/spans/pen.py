"""The pen of every drawing: the reader's language and day, the drawing characters, the measure of a text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tui.core.text.cells import Measure, fit
from tui.drawing.spans.glyphs import ASCII, UNICODE, Glyphs
from tui.drawing.spans.spans import Span


class Pen(NamedTuple):
    """The settings that a face hands to all that draws, and that are handed on from there."""

    language: str
    """Its code; dates, titles and texts are in it where the file has them."""
    today: int
    """A day number."""
    glyphs: Glyphs = UNICODE
    measure: Measure = len
    """Cells that a text takes (of a picture: pixels)."""

    @property
    def dot(self) -> str:
        """The dot between things of one row, with its blanks."""
        return f" {self.glyphs.separator} "

    @property
    def is_ascii(self) -> bool:
        """True when only ASCII is drawn, days included."""
        return self.glyphs.same == ASCII.same

    def on(self, day: int) -> Pen:
        """The pen of another day: a timeline told as published by a day has that for today."""
        return self._replace(today=day)

    def fit(self, text: str, width: int) -> str:
        """A text in at most so many cells, with the dots of a cut where it goes on."""
        return fit(text, width, self.measure, self.glyphs.cut)

    def padded(self, text: str, width: int) -> str:
        """A text cut or filled to exactly so many cells."""
        if not text:
            return " " * width
        text = self.fit(text, width)
        return text + " " * (width - self.measure(text))

    def wide(self, line: Iterable[Span]) -> int:
        """Cells that a row takes."""
        return sum(self.measure(span.text) for span in line)
