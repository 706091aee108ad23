"""Time laid over columns: to columns and back, panned, and zoomed by steps from centuries to seconds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tui.core.timeline.when import MINUTE, SECONDS, Moment

YEAR = 365 * SECONDS + SECONDS // 4
"""Seconds of a year, 365 days and a quarter."""

LEAST = 10
"""Minutes that are shown at least, or seconds where the time says its seconds: enough to see one beside the other."""

_SHORT = (1, 2, 5, 10, 15, 30)
_STEPS = (
    *_SHORT,
    *(minutes * MINUTE for minutes in (*_SHORT, 60, 120, 240, 480)),
    *(days * SECONDS for days in (1, 2, 4, 7, 15, 30, 61, 122)),
)
"""Seconds to a column, as one zooms out, below a year."""


def steps() -> Iterator[int]:
    """Seconds to a column, from one on without an end, each about twice the one before."""
    yield from _STEPS
    power = 1
    while True:
        yield from (power * YEAR, 2 * power * YEAR, 5 * power * YEAR)
        power *= 10


class Scale(NamedTuple):
    """A stretch of time laid over a number of columns, evenly."""

    begin: Moment
    """The first moment."""
    end: Moment
    """The moment after the last."""
    columns: int

    @classmethod
    def of_days(cls, first: int, past: int, columns: int) -> Scale:
        """From the midnight before a day to that before another."""
        return cls(first * SECONDS, past * SECONDS, columns)

    @classmethod
    def of_moments(cls, begin: Moment, past: Moment, columns: int) -> Scale:
        """From a moment to before another; what is very short has some time at either side."""
        unit = 1 if begin % MINUTE or past % MINUTE else MINUTE
        begin -= max(0, LEAST - (past - begin) // unit) // 2 * unit
        return cls(begin, max(past, begin + LEAST * unit), columns)

    @property
    def length(self) -> int:
        """Moments in view, at least one."""
        return max(1, self.end - self.begin)

    @property
    def days(self) -> tuple[int, int]:
        """The first day that begins in view, and the first that begins after it."""
        return -(-self.begin // SECONDS), -(-self.end // SECONDS)

    def column(self, moment: Moment) -> int:
        """The column in which a moment lies, from 0; outside the columns for one out of view."""
        return (moment - self.begin) * self.columns // (self.end - self.begin or 1)

    def moment(self, column: int) -> Moment:
        """The first moment of a column; where none begins, the one that goes on through it."""
        first = -(-column * self.length // self.columns)
        begins_in_it = first * self.columns < (column + 1) * self.length
        return self.begin + (first if begins_in_it else first - 1)

    def edges(self) -> list[Moment]:
        """The moments with which the columns begin, and the one after the last."""
        return [self.begin - (-column * self.length // self.columns) for column in range(self.columns + 1)]

    def holds(self, moment: Moment) -> bool:
        """True when a moment is in view."""
        return self.begin <= moment < self.end

    def over(self, columns: int) -> Scale:
        """The same stretch over another number of columns."""
        return self._replace(columns=max(1, columns))

    def panned(self, columns: int) -> Scale:
        """As long a stretch, so many columns later, or earlier."""
        by = columns * self.length // self.columns
        by = by or (columns > 0) - (columns < 0)
        return self._replace(begin=self.begin + by, end=self.end + by)

    def zoomed(self, times: int, about: Moment) -> Scale:
        """So many steps nearer, or farther if negative; what stands at `about` stays in its column."""
        scale = self
        for _ in range(abs(times)):
            scale = scale._over_columns_of(scale._nearer() if times > 0 else scale._farther(), about)
        return scale

    def _nearer(self) -> int:
        """The greatest step of which a column holds less than now; the least when none does."""
        found = 1
        for step in steps():
            if step * self.columns >= self.length:
                return found
            found = step
        return found

    def _farther(self) -> int:
        """The least step of which a column holds more than now."""
        return next(step for step in steps() if step * self.columns > self.length)

    def _over_columns_of(self, step: int, about: Moment) -> Scale:
        length = step * self.columns
        begin = about - (about - self.begin) * length // self.length
        return self._replace(begin=begin, end=begin + length)
