"""The places of the spine's rows: events, ends of intervals, silences and today, with the lanes beside them.

Events without a date stand on a shelf behind all others, below a heading.

Most rows are events from which nothing goes on, one after the other: they are not walked over. What is walked over
is what comes between them (ends, silences, today) and where lanes open; a row is made when it is asked for.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import lru_cache
from heapq import heappop, heappush
from math import inf
from typing import NamedTuple, overload

from tui.core.dates.edtf import FARTHEST_DAY
from tui.core.index.selection import Selection
from tui.drawing.spine.gaps import silent

EVENT = "event"
END = "end"
SILENCE = "silence"
TODAY = "today"
SHELF = "shelf"
"""The heading above the events that have no date."""

FREE = -1

NARROW, WIDE = 50, 100
"""Cells of a row below which two lanes are the most, and from which there are more than three."""
A_LANE_MORE = 20
"""Cells that a wide row has for each lane more,"""
MOST_LANES = 8
"""as far as the eye still tells them apart."""

Lanes = tuple[int, ...]
"""For each lane from the left, the place in the selection of the event that holds it, or FREE."""


def lanes_in(width: int) -> int:
    """The number of lanes that a row of so many cells has room for beside its text."""
    if width < WIDE:
        return 2 if width < NARROW else 3
    return min(MOST_LANES, 4 + (width - WIDE) // A_LANE_MORE)


class SpineRow(NamedTuple):
    """One row of the spine."""

    kind: str
    place: int
    """The event's place in the selection; for a silence or a heading, of the event after it; -1 for today."""
    day: int
    """The day number by which the row stands where it stands."""
    lanes: Lanes
    """The lanes that pass by or touch this row."""
    lane: int = FREE
    """The lane that opens (at an event) or closes (at an end) here."""
    crowded: bool = False
    """True when the event is an interval for which no lane was free."""
    length: int = 0
    """Days of a silence."""


class SpineLayout(Sequence[SpineRow]):
    """All rows of a selection, in order; each is made when it is asked for."""

    def __init__(self, days: Sequence[int], last_days: Mapping[int, int | None]) -> None:
        """By their places in the selection, the days by which events are put in order, and the last of some."""
        self._days = days
        self._last_days = last_days
        self._between: list[SpineRow] = []
        """The rows that are no events: ends, silences, today, the heading of the shelf."""
        self._before: list[int] = []
        """For each of them the place of the event after it."""
        self._between_rows: list[int] = []
        self._openings: dict[int, SpineRow] = {}
        """The rows of events at which a lane opens, by their places."""
        self._changes: list[int] = []
        """The rows from which on other lanes are held than before,"""
        self._held: list[Lanes] = []
        """and the lanes that are held from there on."""
        self.end_row_of: dict[int, int] = {}
        """The row on which an interval ends, by the event's place."""
        self.today_row: int | None = None
        self.shelf_row: int | None = None
        """The heading above the events that have no date, where there are any."""
        self.lanes = 0
        """The number of lanes that are ever in use at once."""
        self.is_crowded = False
        """True when an interval anywhere found no lane free."""

    def __len__(self) -> int:
        return len(self._days) + len(self._between)

    @overload
    def __getitem__(self, row: int) -> SpineRow: ...
    @overload
    def __getitem__(self, row: slice) -> list[SpineRow]: ...
    def __getitem__(self, row: int | slice) -> SpineRow | list[SpineRow]:
        if isinstance(row, slice):
            return [self[at] for at in range(*row.indices(len(self)))]
        if row < 0:
            row += len(self)
        if not 0 <= row < len(self):
            raise IndexError(row)
        before = bisect_left(self._between_rows, row)
        if before < len(self._between) and self._between_rows[before] == row:
            return self._between[before]
        place = row - before
        opening = self._openings.get(place)
        if opening is not None:
            return opening
        change = bisect_right(self._changes, row) - 1
        held = self._held[change] if change >= 0 else ()
        return SpineRow(EVENT, place, self._days[place], held, crowded=self.lasts(place))

    def lasts(self, place: int) -> bool:
        """True when what goes on from an event goes on after its day: that wants a lane, or is crowded."""
        day = self._days[place]
        last = self._last_days.get(place, day)
        return last is None or last > day

    def row_of(self, place: int) -> int:
        """The row of an event, by its place in the selection."""
        return place + bisect_right(self._before, place)

    def row_at(self, day: int) -> int:
        """The last row that stands on or before a day; 0 when all stand after it."""
        return max(0, bisect_right(self, day, key=_day_of) - 1)

    # ---- Being laid out

    def put_between(self, row: SpineRow, before: int) -> int:
        """Add a row that is no event before the event of that place; where it is."""
        at = before + len(self._between)
        self._between.append(row)
        self._between_rows.append(at)
        self._before.append(before)
        return at

    def put_opening(self, row: SpineRow) -> None:
        """An event at which a lane opens."""
        self._openings[row.place] = row

    def hold(self, lanes: Lanes, place: int) -> None:
        """From the event of that place on, or what comes before it, other lanes are held."""
        row = place + len(self._between)
        if self._changes and self._changes[-1] == row:
            self._held[-1] = lanes
        else:
            self._changes.append(row)
            self._held.append(lanes)


def _day_of(row: SpineRow) -> int:
    return row.day


@lru_cache(maxsize=4)
def lay_out(selection: Selection, today: int, *, silences: bool = True, most: int = 3) -> SpineLayout:
    """The rows of a selection: each event, the ends of intervals, silences, and today's line.

    `most` is the number of lanes that there is room for.
    The last few are kept: the whole timeline is laid out once, however often one comes back to it.
    """
    return _TimeWalk(selection, today, silent(selection) if silences else {}, most).walk()


class _TimeWalk:
    """One pass over what is worth a stop, in order of time, with what is under way."""

    def __init__(self, selection: Selection, today: int, silences: dict[int, int], most: int) -> None:
        self.selection = selection
        self.days = selection.days
        self.today = today
        self.silences = silences
        self.most = most
        self.opening = selection.last_days
        self.layout = SpineLayout(self.days, self.opening)
        self.lanes: Lanes = ()
        self.is_full = False
        """True when every lane is known to be held by an interval, which gives it to nobody."""
        self.pending: list[tuple[int, int, int]] = []
        """(last day, place, lane) of what is going on and will end, soonest first."""
        self.stop: int | float = today
        """The last day before something other than an event has to be drawn."""
        self.told_today = False

    def walk(self) -> SpineLayout:
        stops = sorted(self.opening.keys() | self.silences.keys())
        at = 0
        while at < len(stops):
            place = stops[at]
            day = self.days[place]
            if day > self.stop:
                self._come_up_to(place)
            if place in self.silences:
                row = SpineRow(SILENCE, place, day, self.lanes, length=self.silences[place])
                self.layout.put_between(row, place)
            if self.is_full:
                at = self._pass_over(stops, at)
                continue
            if place in self.opening and self.layout.lasts(place):
                self._put_opening(place, day, self.opening[place])
            at += 1
        dated = self.selection.dated
        if dated:
            self._come_up_to(dated - 1)
            self._come_to(inf, dated)
        if dated < len(self.days):
            self._hold((), dated)
            self.layout.shelf_row = self.layout.put_between(SpineRow(SHELF, dated, FARTHEST_DAY, ()), dated)
        return self.layout

    def _pass_over(self, stops: list[int], at: int) -> int:
        """The first stop after those that are passed over, since no lane is free for any event before it."""
        past = len(stops) if self.stop == inf else bisect_left(stops, bisect_right(self.days, self.stop), at)
        if not self.layout.is_crowded:
            self.layout.is_crowded = any(map(self.layout.lasts, stops[at:past]))
        return max(at + 1, past)

    def _come_up_to(self, place: int) -> None:
        """Draw all that lies between events up to that one, each before the first event that comes after it."""
        while self.days[place] > self.stop:
            following = bisect_right(self.days, self.stop)
            self._come_to(self.days[following], following)

    def _come_to(self, day: int | float, place: int) -> None:
        """Close what ends before that day, and draw today's line if it lies between; `place` is what comes then."""
        while self.pending and self.pending[0][0] < day:
            last, ending, lane = heappop(self.pending)
            if self.lanes[lane : lane + 1] != (ending,):
                continue  # another has taken its lane
            is_interval = self._is_interval(ending)
            if last > self.today or not is_interval:
                self._put_today(place)
            if is_interval:
                row = SpineRow(END, ending, last, self.lanes, lane)
                self.layout.end_row_of[ending] = self.layout.put_between(row, place)
            self._free(lane, place)
        if day > self.today:
            self._put_today(place)
        self._set_stop()

    def _set_stop(self) -> None:
        self.stop = min(self.pending[0][0] if self.pending else inf, inf if self.told_today else self.today)

    def _put_today(self, place: int) -> None:
        if not self.told_today and place:
            self.layout.today_row = self.layout.put_between(SpineRow(TODAY, FREE, self.today, self.lanes), place)
        self.told_today = True

    def _put_opening(self, place: int, day: int, last: int | None) -> None:
        """An event from which on something is going on, for more than a day."""
        lane = self._take(place)
        if lane == FREE:
            self.layout.is_crowded = True
            return
        if last is not None:
            heappush(self.pending, (last, place, lane))
            self._set_stop()
        self.layout.put_opening(SpineRow(EVENT, place, day, self.lanes, lane))

    def _take(self, place: int) -> int:
        """A lane for an event: a free one, a new one, else that of the oldest rule in force; FREE if none."""
        lanes = list(self.lanes)
        if FREE in lanes:
            lane = lanes.index(FREE)
        elif len(lanes) < self.most:
            lane = len(lanes)
            lanes.append(FREE)
        else:
            rules = [held for held in lanes if not self._is_interval(held)]
            if not rules:
                self.is_full = True
                return FREE
            lane = lanes.index(min(rules))
        lanes[lane] = place
        self._hold(tuple(lanes), place)
        self.layout.lanes = max(self.layout.lanes, len(lanes))
        return lane

    def _is_interval(self, place: int) -> bool:
        return self.selection.event(place).date.interval

    def _free(self, lane: int, place: int) -> None:
        lanes = list(self.lanes)
        lanes[lane] = FREE
        while lanes and lanes[-1] == FREE:
            lanes.pop()
        self._hold(tuple(lanes), place)

    def _hold(self, lanes: Lanes, place: int) -> None:
        self.lanes = lanes
        self.is_full = False
        self.layout.hold(lanes, place)
