"""Events over time in a row of cells, each as high as there are events in its stretch of time."""

from __future__ import annotations

from collections.abc import Sequence

FAINTEST = 1 / 30
"""Ink in a cell below which nothing is drawn."""

BURST = 20
"""Events in a cell from which it may be a burst beside which the others are flat."""
HALF_AN_EVENT = 0.5


def heights(amounts: Sequence[float], blocks: str, most: float | None = None) -> list[str]:
    """A block a cell: full at `most`, else at the greatest amount, or at one event where none is more.

    The lowest stands for the faintest that counts; below that there is none.
    """
    densest = max(amounts, default=0.0)
    full = max(densest, 1.0) if most is None else most
    faintest = min(FAINTEST, (densest if most is None else most) / 2) or FAINTEST
    steps = len(blocks) - 1
    return [
        blocks[max(1, min(steps, round(amount / full * steps)))] if amount >= faintest else blocks[0]
        for amount in amounts
    ]


def has_burst(amounts: Sequence[float], blocks: str) -> bool:
    """True where a few cells hold so much that most of those with an event or more would be as low as can be."""
    told = [amount for amount in amounts if amount >= HALF_AN_EVENT]
    lowest = 1.5 * max(told, default=0.0) / (len(blocks) - 1)
    return max(told, default=0.0) >= BURST and sum(amount < lowest for amount in told) * 2 > len(told)
