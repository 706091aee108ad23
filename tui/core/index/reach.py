"""The rows of a selection that lie in a window in time, found without a walk over all of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import compress
from typing import NamedTuple

from tui.core.dates.edtf import FARTHEST_DAY
from tui.core.index import row_set
from tui.core.index.index import Index
from tui.core.index.memo import once_per_index
from tui.core.index.row_set import RowMask
from tui.core.index.selection import Selection
from tui.core.timeline.when import SECONDS, Moment, TimeExtent, moment, time_extent

LONG = 62
"""Days; what may lie or go on over more is looked for apart from the rest."""
CLOCKS = 2
"""Days within which the order of instants may differ from that of the days written down."""


class FarReach(NamedTuple):
    """The rows that reach far from the day by which they are put in order, forward or back."""

    rows: RowMask
    moments: Sequence[Moment]
    """Of each in order the moment after its last; of one that reaches back its first."""


@once_per_index
def far_reach(index: Index) -> tuple[FarReach, FarReach]:
    """The few rows of a timeline that go on for long, and those that may have begun before their day."""
    on: dict[int, Moment] = {}
    back: dict[int, Moment] = {}
    for row, (begin, past) in enumerate(index.stretches):
        if past - begin > LONG:
            on[row] = past * SECONDS
    intervals = row_set.where(event.date.interval for event in index.events)
    for row in row_set.listed(index.lasting | intervals, len(index.events)):
        lies = time_extent(index.events[row], index.today)
        if lies.past > (index.days[row] + LONG) * SECONDS:
            on[row] = lies.past
        if lies.begin < index.days[row] * SECONDS:
            back[row] = lies.begin
    found = (FarReach(row_set.of(far, len(index.events)), [far[row] for row in sorted(far)]) for far in (on, back))
    return next(found), next(found)


class Reach:
    """The rows of a selection in time; those that lie nowhere are left out."""

    def __init__(self, selection: Selection) -> None:
        self.selection = selection
        self.index = selection.index

    @cached_property
    def _on(self) -> tuple[list[int], list[Moment]]:
        return self._of_these(far_reach(self.index)[0])

    @cached_property
    def _back(self) -> tuple[list[int], list[Moment]]:
        return self._of_these(far_reach(self.index)[1])

    def _of_these(self, far: FarReach) -> tuple[list[int], list[Moment]]:
        """The rows of those of them that are selected, in order, and the moment of each."""
        rows = row_set.listed(self.selection.meeting(far.rows), len(self.index.events))
        return rows, list(compress(far.moments, self.selection.marks_within(far.rows)))

    def _going_on(self, early: int, begin: Moment) -> list[int]:
        """The rows before a row that reach beyond a moment."""
        if not early:
            return []
        rows, pasts = self._on
        before = bisect_left(rows, early)
        return list(compress(rows[:before], map(begin.__lt__, pasts[:before])))

    def _begun(self, late: int, end: Moment) -> list[int]:
        """The rows from a row on that may have begun before a moment."""
        if late == self._nowhere:
            return []
        rows, begins = self._back
        after = bisect_left(rows, late)
        found = compress(rows[after:], map(end.__gt__, begins[after:]))
        return [row for row in found if row < self._nowhere]

    def touching(self, begin: Moment, end: Moment) -> Iterator[int]:
        """The rows that may be, or go on, at some moment from one to before another."""
        early, late = self._row(begin // SECONDS - LONG), self._row(end // SECONDS + CLOCKS)
        yield from self._going_on(early, begin)
        for row in self.selection.rows_between(early, late):
            lies = self._lying(row, begin)
            if lies is not None and lies.begin < end:
                yield row
        yield from self._begun(late, end)

    def unseen(self, begin: Moment, end: Moment) -> tuple[int, int]:
        """The number of rows that are over before a moment, and of those that begin from another on."""
        early, near = self._row(begin // SECONDS - LONG), self._row(begin // SECONDS + CLOCKS)
        before = self.selection.between(0, early) - len(self._going_on(early, begin))
        before += sum(self._lying(row, begin) is None for row in self.selection.rows_between(early, near))
        close, late = self._row(end // SECONDS), self._row(end // SECONDS + CLOCKS)
        after = self.selection.between(late, self._nowhere) - len(self._begun(late, end))
        events, today = self.index.events, self.index.today
        lie = (time_extent(events[row], today) for row in self.selection.rows_between(close, late))
        return before, after + sum(one.begin >= end for one in lie)

    def _lying(self, row: int, begin: Moment) -> TimeExtent | None:
        """A row in time; None when nothing of it is or goes on from a moment on."""
        index = self.index
        if not index.going_on[row] and index.stretches[row][1] * SECONDS <= begin:
            return None
        lies = time_extent(index.events[row], index.today)
        return lies if lies.past > begin else None

    def moments(self, edges: Sequence[Moment]) -> list[int]:
        """The number of rows put from each moment to before the next, by the time of day where it is known."""
        counts = [0] * (len(edges) - 1)
        first, past = self._row(edges[0] // SECONDS), self._row(edges[-1] // SECONDS + CLOCKS)
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
