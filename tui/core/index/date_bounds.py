"""The bounds of every date in order, so that a question of when is answered by bisection."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from math import inf

from tui.core.dates.edtf import Date
from tui.core.dates.edtf_member import DaySpan
from tui.core.index import row_set
from tui.core.index.row_set import RowMask
from tui.core.query.predicates import may_lie_within

_Order = tuple[list[float], list[int]]
"""Days in order, and the row of each."""


class DateBounds:
    """The dates of rows, asked which of them lie before, after, over or in a window of days."""

    def __init__(self, dates: Sequence[Date]) -> None:
        self.dates = dates

    @cached_property
    def _begins(self) -> _Order:
        """By the earliest start; what may always have been comes first."""
        return _in_order([-inf if date.start.begin is None else date.start.begin for date in self.dates])

    @cached_property
    def _ends(self) -> _Order:
        """By the day after the latest end; what may never end comes last."""
        return _in_order([inf if date.end.end is None else date.end.end for date in self.dates])

    @cached_property
    def _every(self) -> RowMask:
        return row_set.every(len(self.dates))

    def _beginning_from(self, day: int | None) -> RowMask:
        """The rows that begin on that day or after it, whatever the reading; all when there is no limit."""
        if day is None:
            return self._every
        days, order = self._begins
        return row_set.of(order[bisect_left(days, day) :], len(order))

    def _over_by(self, day: int | None) -> RowMask:
        """The rows that are over before that day, whatever the reading; all when there is no limit."""
        if day is None:
            return self._every
        days, order = self._ends
        return row_set.of(order[: bisect_right(days, day)], len(order))

    def meeting(self, field: str, window: DaySpan) -> RowMask:
        """The rows of which a field of dates is true."""
        begin, end = window
        if field == "within":
            return self._beginning_from(begin) & self._over_by(end)
        if field in ("before", "from"):
            before = self._over_by(begin) if begin is not None else 0
            return before if field == "before" else self._every ^ before
        if field in ("after", "to"):
            after = self._beginning_from(end) if end is not None else 0
            return after if field == "after" else self._every ^ after
        overlapping = self.meeting("from", window) & self.meeting("to", window)
        return overlapping if field == "in" else self._possibly(overlapping, window)

    @cached_property
    def _intervals(self) -> RowMask:
        return row_set.where(date.interval for date in self.dates)

    def _possibly(self, overlapping: RowMask, window: DaySpan) -> RowMask:
        """Of those that may overlap the window points may lie in it; intervals are looked at one by one."""
        long = overlapping & self._intervals
        found = (row for row in row_set.listed(long, len(self.dates)) if may_lie_within(self.dates[row], window))
        return (overlapping ^ long) | row_set.of(found, len(self.dates))


def _in_order(days: list[float]) -> _Order:
    order = sorted(range(len(days)), key=days.__getitem__)
    return [days[row] for row in order], order
