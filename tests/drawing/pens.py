"""Pens and columns of text for tests."""

from __future__ import annotations

from rich.cells import cell_len

from tests.core.timelines import TODAY
from tui.drawing.spans.column import TextColumn
from tui.drawing.spans.pen import Pen

PEN = Pen("en", TODAY, measure=cell_len)
"""English, on the day of the tests, in the characters of Unicode."""


def column(width: int, pen: Pen = PEN) -> TextColumn:
    """A column of text of so many cells."""
    return TextColumn(width, pen)
