"""Events by when they are, so that those in a window are found without a walk over all of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from tui.core import rows
from tui.core.course import MINUTES, Moment, course, minute
from tui.core.derived import once
from tui.core.edtf import NOWHERE
from tui.core.index import Index
from tui.core.scale import Scale

LONG = 62
"""Days; what may lie or go on over more is looked for apart from the rest."""


class Long(NamedTuple):
    """What reaches far from the day by which it is put in order, by its row of the index."""

    on: Mapping[int, Moment]
    """The moment after the last of what reaches forward."""
    back: frozenset[int]
    """What has always been going on."""


@once
def long(index: Index) -> Long:
    """The few events of a timeline that reach far."""
    on: dict[int, Moment] = {}
    back: set[int] = set()
    for row, (begin, past) in enumerate(index.stretches):
        if past - begin > LONG:
            on[row] = past * MINUTES
    intervals = rows.where(event.date.interval for event in index.events)
    for row in rows.listed(index.lasting | intervals, len(index.events)):
        lies = course(index.events[row], index.today)
        if lies.past > (index.days[row] + LONG) * MINUTES:
            on[row] = lies.past
        if lies.begin < index.days[row] * MINUTES:
            back.add(row)
    return Long(on, frozenset(back))


class Spread:
    """Some events, by their rows of the index, in order of time; those that lie nowhere are left out."""

    def __init__(self, given: list[int], index: Index) -> None:
        days = list(map(index.days.__getitem__, given))
        past = bisect_left(days, NOWHERE)
        self.index = index
        self.rows, self.days = given[:past], days[:past]
        self._on, back = long(index)
        self._longs = list(filter(self._on.__contains__, self.rows))
        self._backs = list(filter(back.__contains__, self.rows)) if back else []

    def touching(self, scale: Scale) -> list[int]:
        """Those that lie in view, in order of time, and perhaps a few that just miss it."""
        first, past = scale.begin // MINUTES, -(-scale.end // MINUTES)
        begin, end = bisect_left(self.days, first - LONG), bisect_left(self.days, past)
        near = self.rows[begin:end]
        earlier = self._longs[: bisect_left(self._longs, self.rows[begin])] if begin < len(self.rows) else self._longs
        later = self._backs[bisect_left(self._backs, self.rows[end]) :] if end < len(self.rows) else []
        return [*(row for row in earlier if self._on[row] > scale.begin), *near, *later]

    def outside(self, scale: Scale) -> tuple[int, int]:
        """How many begin before what is in view, and how many after it."""
        before = bisect_left(self.days, scale.begin // MINUTES + 1)
        return before, len(self.rows) - max(before, bisect_left(self.days, -(-scale.end // MINUTES)))


def begun(given: Sequence[int], index: Index, scale: Scale) -> list[int]:
    """How many of some rows, in order of time, begin in each column; those out of view count at its ends."""
    if scale.length >= scale.columns * MINUTES:
        day_of = index.days.__getitem__
        steps = [bisect_left(given, -(-edge // MINUTES), key=day_of) for edge in scale.edges()]
        return [past - first for first, past in pairwise([0, *steps[1:-1], len(given)])]
    counts = [0] * scale.columns
    for row in given:
        at = index.days[row] * MINUTES + (minute(index.events[row].date) or 0)
        counts[min(max(scale.column(at), 0), scale.columns - 1)] += 1
    return counts
