"""Events over time in a row of cells, each as high as there are events in its stretch of days."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate

from tui.core.course import Stretch
from tui.core.ink import Glyphs
from tui.core.scale import Scale

FAINT = 1 / 30
"""Ink in a cell below which nothing is drawn."""


def ink(stretches: Iterable[Stretch], scale: Scale) -> list[float]:
    """How much of an event each column holds: one event is one unit, spread over its possible days."""
    opens, closes, columns = scale
    days = scale.days
    certain = [0] * columns
    steps = [0.0] * (columns + 1)
    for begin, end in stretches:
        if end <= opens or begin >= closes:
            continue
        if end == begin + 1:
            certain[(begin - opens) * columns // days] += 1
            continue
        first = max(opens, begin)
        past = min(closes, end)
        from_column = (first - opens) * columns // days
        past_column = (past - 1 - opens) * columns // days + 1
        share = (past - first) / (end - begin) / (past_column - from_column)
        steps[from_column] += share
        steps[past_column] -= share
    return [whole + spread for whole, spread in zip(certain, accumulate(steps[:-1]), strict=True)]


def heights(amounts: Iterable[float], most: float, glyphs: Glyphs) -> list[str]:
    """A block a cell: full at `most`, the lowest for the faintest that counts, none below that."""
    blocks = glyphs.blocks
    steps = len(blocks) - 1
    faint = min(FAINT, most / 2)
    return [
        blocks[max(1, min(steps, round(amount / most * steps)))] if amount > faint else blocks[0] for amount in amounts
    ]
