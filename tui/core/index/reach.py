"""The rows of a selection that lie in a window in time, found without a walk over all of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from tui.core.dates.edtf import FARTHEST_DAY
from tui.core.index import row_set
from tui.core.index.index import Index
from tui.core.index.memo import once_per_index
from tui.core.index.selection import Selection
from tui.core.timeline.when import MINUTES, Moment, moment, time_extent

LONG = 62
"""Days; what may lie or go on over more is looked for apart from the rest."""
CLOCKS = 2
"""Days within which the order of instants may differ from that of the days written down."""


class FarReach(NamedTuple):
    """The rows that reach far from the day by which they are put in order, themselves in order."""

    on: Mapping[int, Moment]
    """The moment after the last of what reaches forward."""
    back: Mapping[int, Moment]
    """The first moment of what may have begun before that day."""


@once_per_index
def far_reach(index: Index) -> FarReach:
    """The few events of a timeline that reach far."""
    on: dict[int, Moment] = {}
    back: dict[int, Moment] = {}
    for row, (begin, past) in enumerate(index.stretches):
        if past - begin > LONG:
            on[row] = past * MINUTES
    intervals = row_set.where(event.date.interval for event in index.events)
    for row in row_set.listed(index.lasting | intervals, len(index.events)):
        lies = time_extent(index.events[row], index.today)
        if lies.past > (index.days[row] + LONG) * MINUTES:
            on[row] = lies.past
        if lies.begin < index.days[row] * MINUTES:
            back[row] = lies.begin
    return FarReach(dict(sorted(on.items())), back)


class Reach:
    """The rows of a selection in time; those that lie nowhere are left out."""

    def __init__(self, selection: Selection) -> None:
        self.selection = selection
        self.index = selection.index

    @cached_property
    def _on(self) -> list[tuple[int, Moment]]:
        return [one for one in far_reach(self.index).on.items() if self.selection.has(one[0])]

    @cached_property
    def _back(self) -> list[tuple[int, Moment]]:
        return [one for one in far_reach(self.index).back.items() if self.selection.has(one[0])]

    def touching(self, begin: Moment, end: Moment) -> Iterator[int]:
        """The rows that may be, or go on, at some moment from one to before another."""
        early, late = self._row(begin // MINUTES - LONG), self._row(end // MINUTES + CLOCKS)
        yield from (row for row, past in self._on if row < early and past > begin)
        for row in self.selection.rows_between(early, late):
            if not self._is_over(row, begin) and time_extent(self.index.events[row], self.index.today).begin < end:
                yield row
        yield from (row for row, first in self._back if late <= row < self._nowhere and first < end)

    def unseen(self, begin: Moment, end: Moment) -> tuple[int, int]:
        """The number of rows that are over before a moment, and of those that begin from another on."""
        early, near = self._row(begin // MINUTES - LONG), self._row(begin // MINUTES + CLOCKS)
        before = self.selection.between(0, early) - sum(row < early and past > begin for row, past in self._on)
        before += sum(self._is_over(row, begin) for row in self.selection.rows_between(early, near))
        close, late = self._row(end // MINUTES), self._row(end // MINUTES + CLOCKS)
        after = self.selection.between(late, self._nowhere)
        after -= sum(late <= row < self._nowhere and first < end for row, first in self._back)
        events, today = self.index.events, self.index.today
        lie = (time_extent(events[row], today) for row in self.selection.rows_between(close, late))
        return before, after + sum(one.begin >= end for one in lie)

    def _is_over(self, row: int, begin: Moment) -> bool:
        """True where nothing of a row is or goes on from a moment on."""
        index = self.index
        if not index.going_on[row] and index.stretches[row][1] * MINUTES <= begin:
            return True
        return time_extent(index.events[row], index.today).past <= begin

    def moments(self, edges: Sequence[Moment]) -> list[int]:
        """The number of rows put from each moment to before the next, by the time of day where it is known."""
        counts = [0] * (len(edges) - 1)
        first, past = self._row(edges[0] // MINUTES), self._row(edges[-1] // MINUTES + CLOCKS)
        for row in self.selection.rows_between(first, past):
            at = bisect_right(edges, moment(self.index.events[row].date)) - 1
            if 0 <= at < len(counts):
                counts[at] += 1
        return counts

    def _row(self, day: int) -> int:
        """The first row of a day or a later one."""
        return bisect_left(self.index.days, day, 0, self._nowhere)

    @cached_property
    def _nowhere(self) -> int:
        return bisect_left(self.index.days, FARTHEST_DAY)
