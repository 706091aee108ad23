"""The weight of a selection over time: one event is one unit of ink, spread over the days on which it may be."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, pairwise

from tui.core.dates.edtf import FARTHEST_DAY
from tui.core.index import row_set
from tui.core.index.index import Index
from tui.core.index.memo import once_per_index
from tui.core.index.selection import Selection
from tui.core.timeline.when import SECONDS, DaysFromTo, Moment, key_day, last_day, second, start_days


def ink_between(selection: Selection, edges: Sequence[Moment], *, by_hour: bool = False) -> list[float]:
    """The ink in each column, in events, from one edge to before the next; by the hour, where its time is."""
    if by_hour:
        return spread(_moments(selection, edges), edges, 1)
    days = selection.sharp_days
    steps = [bisect_left(days, -(-edge // SECONDS)) for edge in edges]
    vague = spread(selection.vague_stretches, edges, SECONDS)
    return [past - first + share for (first, past), share in zip(pairwise(steps), vague, strict=True)]


def _moments(selection: Selection, edges: Sequence[Moment]) -> list[DaysFromTo]:
    """All that may lie in view, in moments: a second where its time is known, else whole days."""
    days = selection.days
    first, past = bisect_left(days, edges[0] // SECONDS), bisect_left(days, -(-edges[-1] // SECONDS))
    found = [(begin * SECONDS, end * SECONDS) for begin, end in selection.vague_stretches]
    for event in selection.rows(first, past):
        begin, end = start_days(event.date)
        if end == begin + 1:
            at, time = begin * SECONDS, second(event.date)
            found.append((at, at + SECONDS) if time is None else (at + time, at + time + 1))
    return found


def spread(stretches: list[DaysFromTo], edges: Sequence[Moment], unit: int) -> list[float]:
    """Each stretch as one unit of ink over the columns that it touches; what of it is out of view is left out.

    Stretches are in units of so many seconds; each of these lies in the column in which it begins.
    """
    opens, closes = edges[0] // unit, -(-edges[-1] // unit)
    begins = [opens, *(-(-edge // unit) for edge in edges[1:])]  # the first column has the rest of its unit too
    steps = [0.0] * len(edges)
    for (begin, end), events in Counter(stretches).items():  # a month or a year comes again and again
        if end <= opens or begin >= closes:
            continue
        first = max(begin, opens)
        past = min(end, closes)
        from_column = bisect_right(begins, first) - 1
        past_column = bisect_right(begins, past - 1)
        share = events * (past - first) / (end - begin) / (past_column - from_column)
        steps[from_column] += share
        steps[past_column] -= share
    return list(accumulate(steps[:-1]))


def outside(selection: Selection, first: int, past: int) -> tuple[int, int]:
    """The number of events before a day and from another on, by their middle; undated ones lie nowhere."""
    from tui.core.timeline.story import middle

    days = selection.sharp_days
    before, after = bisect_left(days, first), bisect_left(days, FARTHEST_DAY) - bisect_left(days, past)
    middles = [middle(one) for one in selection.vague_stretches if one[0] < first or one[1] > past]
    return before + sum(day < first for day in middles), after + sum(day >= past for day in middles)


# ---- What goes on

Lasting = tuple[int, int, int, int]
"""Minus the number of its days, its row of the index, its first day, and the day after its last."""


@once_per_index
def longest_first(index: Index) -> list[Lasting]:
    """All that goes on, so that what is too short for a bar need not be looked at."""
    found: list[Lasting] = []
    for row in row_set.listed(index.lasting, len(index.events)):
        event = index.events[row]
        begin, last = key_day(event.date), last_day(event, index.today)
        past = FARTHEST_DAY if last is None else last + 1
        found.append((begin - past, row, begin, past))
    return sorted(found)
