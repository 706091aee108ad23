"""Where the spine's rows lie: events, ends of intervals, silences and today, with the lanes beside them."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from heapq import heappop, heappush
from itertools import pairwise
from math import inf
from typing import NamedTuple

from tui.core.course import last_day
from tui.core.index import Selection

EVENT = "event"
END = "end"
SILENCE = "silence"
TODAY = "today"

MOST_LANES = 3
FREE = -1

EVENTS_PER_SILENCE = 6
"""Silences take at most one row for so many events."""
LEAST_SILENCE = 2
"""Days below which nothing is a silence."""

Lanes = tuple[int, ...]
"""For each lane from the left, the place in the selection of the event that holds it, or FREE."""


class Row(NamedTuple):
    """One row of the spine."""

    kind: str
    place: int
    """The event's place in the selection; for a silence, of the event after it; -1 for today."""
    day: int
    """The day number by which the row stands where it stands."""
    lanes: Lanes
    """The lanes that pass by or touch this row."""
    lane: int = FREE
    """The lane that opens (at an event) or closes (at an end) here."""
    crowded: bool = False
    """Whether the event is an interval for which no lane was free."""
    length: int = 0
    """Days of a silence."""


class Layout(NamedTuple):
    """All rows of a selection, in order."""

    rows: tuple[Row, ...]
    row_of: tuple[int, ...]
    """The row of each event, by its place in the selection."""
    end_row_of: dict[int, int]
    """The row on which an interval ends, by the event's place."""
    lanes: int
    """How many lanes are ever in use at once, at most MOST_LANES."""


@lru_cache(maxsize=4)
def lay_out(selection: Selection, today: int, *, silences: bool = True) -> Layout:
    """The rows of a selection: each event, the ends of intervals, silences, and today's line.

    The last few are kept: the whole timeline is laid out once, however often one comes back to it.
    """
    return _Walk(selection, today, silent(selection, today) if silences else {}).walk()


def silent(selection: Selection, today: int) -> dict[int, int]:
    """The silences worth a row, by the place of the event after each: days on which nothing is dated.

    The longest ones, few enough for the number of events, and each longer than the middle one of the gaps
    between neighbouring days: so they follow the density of what is told. While something is going on,
    nothing is silent.
    """
    quiet = _quiet(selection, today)
    gaps = sorted(after - before for before, after in pairwise(selection.days) if after != before)
    usual = gaps[(len(gaps) - 1) // 2] if gaps else 0
    lengths = sorted(quiet.values(), reverse=True)
    most = max(1, len(selection) // EVENTS_PER_SILENCE)
    excluded = lengths[most] if most < len(lengths) else 0
    least = max(LEAST_SILENCE, usual + 1, excluded + 1)
    return {place: length for place, length in quiet.items() if length >= least}


def _quiet(selection: Selection, today: int) -> dict[int, int]:
    """The days before each event on which the one before it cannot lie and nothing is going on."""
    quiet: dict[int, int] = {}
    busy: float = -inf
    reached: float = inf
    for place, (day, goes_on) in enumerate(zip(selection.days, selection.going_on, strict=True)):
        event = selection.event(place)
        told = max(busy, reached)
        if told + 1 < day:
            quiet[place] = day - int(told) - 1
        if goes_on:
            last = last_day(event, today)
            if last is None or not event.date.interval:
                break  # it goes on, for all that is known
            busy = max(busy, last)
        reached = inf if event.date.latest is None else max(day, event.date.latest)
    return quiet


class _Walk:
    """One pass over the events in order of time, with what is under way."""

    def __init__(self, selection: Selection, today: int, silences: dict[int, int]) -> None:
        self.selection = selection
        self.today = today
        self.silences = silences
        self.rows: list[Row] = []
        self.row_of: list[int] = []
        self.end_row_of: dict[int, int] = {}
        self.lanes: Lanes = ()
        self.most_lanes = 0
        self.pending: list[tuple[int, int, int]] = []
        """(last day, place, lane) of what is going on and will end, soonest first."""
        self.stop: int | float = today
        """The last day before something other than an event has to be drawn."""
        self.told_today = False

    def walk(self) -> Layout:
        silences = self.silences
        for place, (day, goes_on) in enumerate(zip(self.selection.days, self.selection.going_on, strict=True)):
            if day > self.stop:
                self._come_to(day)
            if place in silences:
                self.rows.append(Row(SILENCE, place, day, self.lanes, length=silences[place]))
            self.row_of.append(len(self.rows))
            if goes_on:
                self._put_opening(place, day)
            else:
                self.rows.append(Row(EVENT, place, day, self.lanes))
        if self.rows:
            self._come_to(inf)
        return Layout(tuple(self.rows), tuple(self.row_of), self.end_row_of, self.most_lanes)

    def _come_to(self, day: int | float) -> None:
        """Close what ends before that day, and draw today's line if it lies between."""
        while self.pending and self.pending[0][0] < day:
            last, place, lane = heappop(self.pending)
            if self.lanes[lane : lane + 1] != (place,):
                continue  # another has taken its lane
            is_interval = self._is_interval(place)
            if last > self.today or not is_interval:
                self._put_today()
            if is_interval:
                self.end_row_of[place] = len(self.rows)
                self.rows.append(Row(END, place, last, self.lanes, lane))
            self._free(lane)
        if day > self.today:
            self._put_today()
        self._set_stop()

    def _set_stop(self) -> None:
        self.stop = min(self.pending[0][0] if self.pending else inf, inf if self.told_today else self.today)

    def _put_today(self) -> None:
        if not self.told_today and self.rows:
            self.rows.append(Row(TODAY, FREE, self.today, self.lanes))
        self.told_today = True

    def _put_opening(self, place: int, day: int) -> None:
        """An event from which on something is going on; what lasts a day only needs no lane."""
        last = last_day(self.selection.event(place), self.today)
        lasts = last is None or last > day
        lane = self._take(place) if lasts else FREE
        if lane != FREE and last is not None:
            heappush(self.pending, (last, place, lane))
            self._set_stop()
        self.rows.append(Row(EVENT, place, day, self.lanes, lane, lasts and lane == FREE))

    def _take(self, place: int) -> int:
        """A lane for an event: a free one, a new one, else that of the oldest rule in force; FREE if none."""
        lanes = list(self.lanes)
        if FREE in lanes:
            lane = lanes.index(FREE)
        elif len(lanes) < MOST_LANES:
            lane = len(lanes)
            lanes.append(FREE)
        else:
            rules = [held for held in lanes if not self._is_interval(held)]
            if not rules:
                return FREE
            lane = lanes.index(min(rules))
        lanes[lane] = place
        self.lanes = tuple(lanes)
        self.most_lanes = max(self.most_lanes, len(lanes))
        return lane

    def _is_interval(self, place: int) -> bool:
        return self.selection.event(place).date.interval

    def _free(self, lane: int) -> None:
        lanes = list(self.lanes)
        lanes[lane] = FREE
        while lanes and lanes[-1] == FREE:
            lanes.pop()
        self.lanes = tuple(lanes)


def row_at(layout: Layout, day: int) -> int:
    """The last row that stands on or before a day; 0 when all stand after it."""
    return max(0, bisect_right(layout.rows, day, key=lambda row: row.day) - 1)
