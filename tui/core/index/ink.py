"""How much of a selection lies where in time: one event is one unit of ink, spread over the days on which it may be."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, pairwise

from tui.core.dates.edtf import FARTHEST_DAY
from tui.core.index.selection import Selection
from tui.core.timeline.when import MINUTES, DaysFromTo, Moment


def ink_between(selection: Selection, edges: Sequence[Moment]) -> list[float]:
    """How much of an event each column holds, from one edge to before the next."""
    days = selection.sharp_days
    steps = [bisect_left(days, -(-edge // MINUTES)) for edge in edges]
    vague = _spread(selection.vague_stretches, edges)
    return [past - first + share for (first, past), share in zip(pairwise(steps), vague, strict=True)]


def _spread(stretches: list[DaysFromTo], edges: Sequence[Moment]) -> list[float]:
    """Each stretch as one unit over its days, those in view evenly over the columns in which they begin."""
    opens, closes = edges[0] // MINUTES, -(-edges[-1] // MINUTES)
    steps = [0.0] * len(edges)
    for (begin, end), events in Counter(stretches).items():  # a month or a year comes again and again
        if end <= opens or begin >= closes:
            continue
        first, past = max(opens, begin), min(closes, end)
        from_column = max(0, bisect_right(edges, first * MINUTES) - 1)
        past_column = max(from_column + 1, bisect_right(edges, (past - 1) * MINUTES))
        share = events * (past - first) / (end - begin) / (past_column - from_column)
        steps[from_column] += share
        steps[past_column] -= share
    return list(accumulate(steps[:-1]))


def outside(selection: Selection, first: int, past: int) -> tuple[int, int]:
    """How many events lie before a day and how many from another on, by their middle; undated ones lie nowhere."""
    days = selection.sharp_days
    before, after = bisect_left(days, first), bisect_left(days, FARTHEST_DAY) - bisect_left(days, past)
    middles = [(one[0] + one[1]) // 2 for one in selection.vague_stretches if one[0] < first or one[1] > past]
    return before + sum(day < first for day in middles), after + sum(day >= past for day in middles)
