"""Events by when they are, so that those in a window are found without a walk over all of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from tui.core.dates.edtf import FARTHEST_DAY
from tui.core.index import row_set
from tui.core.index.index import Index
from tui.core.index.memo import once_per_index
from tui.core.index.row_set import OrderedRows
from tui.core.index.selection import Selection
from tui.core.timeline.when import MINUTES, Moment, minute, time_extent
from tui.drawing.time.scale import Scale

LONG = 62
"""Days; what may lie or go on over more is looked for apart from the rest."""


class FarRows(NamedTuple):
    """The rows of some events that reach far from the day by which they are put in order, forward or back."""

    on: Sequence[int]
    back: Sequence[int]


class FarReach(NamedTuple):
    """The events that reach far from the day by which they are put in order, by their row of the index."""

    on: Mapping[int, Moment]
    """The moment after the last of what reaches forward."""
    back: frozenset[int]
    """The rows of those that have always been going on."""


@once_per_index
def far_reach(index: Index) -> FarReach:
    """The few events of a timeline that reach far."""
    on: dict[int, Moment] = {}
    back: set[int] = set()
    for row, (begin, past) in enumerate(index.stretches):
        if past - begin > LONG:
            on[row] = past * MINUTES
    intervals = row_set.where(event.date.interval for event in index.events)
    for row in row_set.listed(index.lasting | intervals, len(index.events)):
        lies = time_extent(index.events[row], index.today)
        if lies.past > (index.days[row] + LONG) * MINUTES:
            on[row] = lies.past
        if lies.begin < index.days[row] * MINUTES:
            back.add(row)
    return FarReach(on, frozenset(back))


class RowsInTime:
    """Some events, by their rows of the index, in order of time; those that lie nowhere are left out."""

    def __init__(self, given: OrderedRows, index: Index) -> None:
        self.index = index
        self._nowhere = bisect_left(index.days, FARTHEST_DAY)
        self.rows = given.within(0, self._nowhere)

    @cached_property
    def _far(self) -> FarRows:
        """Those of them that reach far."""
        on, back = far_reach(self.index)
        return FarRows(*([row for row in some if row in self.rows] for some in (on, back)))

    def touching(self, scale: Scale) -> OrderedRows:
        """Those that lie in view, and perhaps a few that just miss it."""
        first, past = scale.begin // MINUTES, -(-scale.end // MINUTES)
        begin = bisect_left(self.index.days, first - LONG, 0, self._nowhere)
        end = bisect_left(self.index.days, past, 0, self._nowhere)
        if begin == 0 and end == self._nowhere:
            return self.rows
        on = far_reach(self.index).on
        earlier = [row for row in self._far.on if row < begin and on[row] > scale.begin]
        later = [row for row in self._far.back if row >= end]
        return self.rows.within(begin, end, earlier + later)

    def outside(self, scale: Scale) -> tuple[int, int]:
        """The number of those that begin before what is in view, and of those that begin after it."""
        begin = bisect_left(self.index.days, scale.begin // MINUTES + 1, 0, self._nowhere)
        end = bisect_left(self.index.days, -(-scale.end // MINUTES), 0, self._nowhere)
        return self.rows.between(0, begin), self.rows.between(max(begin, end), self._nowhere)


def unseen(selection: Selection, scale: Scale) -> tuple[int, int]:
    """The number of those before what is in view and after it, with nothing of them in view."""
    index = selection.index
    lie = [time_extent(index.events[row], index.today) for row in selection.places if index.days[row] < FARTHEST_DAY]
    return sum(one.past <= scale.begin for one in lie), sum(one.begin >= scale.end for one in lie)


def begun(given: OrderedRows, index: Index, scale: Scale) -> list[int]:
    """The number of the given rows that begin in each column; those out of view count at its ends."""
    if scale.length >= scale.columns * MINUTES:
        steps = [bisect_left(index.days, -(-edge // MINUTES)) for edge in scale.edges()]
        return [given.between(first, past) for first, past in pairwise([0, *steps[1:-1], len(index.days)])]
    counts = [0] * scale.columns
    for row in given:
        at = index.days[row] * MINUTES + (minute(index.events[row].date) or 0)
        counts[min(max(scale.column(at), 0), scale.columns - 1)] += 1
    return counts
