"""Events over time in a row of cells."""

from __future__ import annotations

from tui.drawing.spans.glyphs import ASCII, UNICODE
from tui.drawing.time.sparkline import heights


def test_a_height_is_a_share_of_the_most_and_a_trace_is_nothing() -> None:
    assert heights([0, 0.001, 0.1, 1, 2, 4], UNICODE.blocks, 4) == [" ", " ", "▁", "▂", "▄", "█"]
    assert heights([0, 4], ASCII.blocks, 4) == [" ", "#"]
