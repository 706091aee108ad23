"""The rows of the spine around a place: events, ends of intervals, silences and today, with the lanes beside them.

Events without a date stand on a shelf behind all others, below a heading.

Rows are laid out in one walk in the order of time, of everything for a page, or of what stands around a place for
the screen: no more is held than one moves through in some pages.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from math import inf
from typing import NamedTuple

from tui.core.dates.edtf import FARTHEST_DAY
from tui.core.index.protocol import BACKWARD, PAGE, Answers, End, EventFacts, Key, walk

EVENT = "event"
END = "end"
SILENCE = "silence"
TODAY = "today"
SHELF = "shelf"
"""The heading above the events that have no date."""

NO_EVENTS = (SILENCE, TODAY, SHELF)
"""The kinds of row that stand between events."""

FREE = -1

NARROW, WIDE = 50, 100
"""Cells of a row below which two lanes are the most, and from which there are more than three."""
A_LANE_MORE = 20
"""Cells that a wide row has for each lane more,"""
MOST_LANES = 8
"""as far as the eye still tells them apart."""

WHOLE = 1000
"""Events up to which all are laid out at once;"""
BESIDE = 300
"""of more these before and after a place,"""
BEFORE_THEM = 300
"""once as many before them were walked over for the lanes that they hold."""

Lanes = tuple[EventFacts | None, ...]
"""For each lane from the left, the event that holds it."""


def lanes_in(width: int) -> int:
    """The number of lanes that a row of so many cells has room for beside its text."""
    if width < WIDE:
        return 2 if width < NARROW else 3
    return min(MOST_LANES, 4 + (width - WIDE) // A_LANE_MORE)


class SpineRow(NamedTuple):
    """One row of the spine."""

    kind: str
    about: EventFacts | None
    """The event; for a silence or a heading, the one after it; None for today."""
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

    @property
    def facts(self) -> EventFacts | None:
        """The event that the row is about; None for what stands between events."""
        return None if self.kind in NO_EVENTS else self.about


class SpineLayout:
    """Rows in their order, of everything or of what stands around a place."""

    def __init__(self, rows: list[SpineRow], *, is_first: bool = True, is_last: bool = True) -> None:
        """`is_first` and `is_last` say that nothing stands before the first row, and after the last."""
        self.rows = rows
        self.is_first = is_first
        self.is_last = is_last
        self.row_of: dict[str, int] = {}
        """The row of an event, by its id."""
        self.end_row_of: dict[str, int] = {}
        """The row on which an interval ends, by the event's id."""
        self.today_row: int | None = None
        self.shelf_row: int | None = None
        """The heading above the events that have no date, where there are any."""
        for at, row in enumerate(rows):
            if row.kind == TODAY:
                self.today_row = at
            elif row.kind == SHELF:
                self.shelf_row = at
            elif row.about is not None and row.kind != SILENCE:
                (self.row_of if row.kind == EVENT else self.end_row_of)[row.about.key.id] = at
        self.lanes = max((len(row.lanes) for row in rows), default=0)
        """The number of lanes that are ever in use at once."""
        self.is_crowded = any(row.crowded for row in rows)
        """True when an interval anywhere found no lane free."""

    def row_at(self, day: int) -> int:
        """The last row that stands on or before a day; 0 when all stand after it."""
        return max(0, bisect_left(self.rows, day + 1, key=lambda row: row.day) - 1)

    @property
    def is_whole(self) -> bool:
        """True when all events are among these."""
        return self.is_first and self.is_last

    def holds(self, key: Key) -> bool:
        """True when the rows on both sides of a key are among these."""
        before, after = self.is_first or _event_key(self.rows) < key, self.is_last or key < _event_key(self.rows[::-1])
        return before and after


def _event_key(rows: Iterable[SpineRow]) -> Key:
    """The key of the first event in some rows."""
    return next(row.about.key for row in rows if row.kind == EVENT and row.about is not None)


def whole_layout(answers: Answers, today: int, silences: Mapping[Key, int], most: int) -> Iterator[SpineRow]:
    """The rows of all events one after the other: each event, the ends of intervals, silences, and today's line.

    `silences` are days by the event after them, `most` is the number of lanes that there is room for.
    """
    time = _TimeWalk(_ends(answers, None), today, silences, most)
    for event in walk(answers):
        yield from time.before(event)
        yield time.row(event)
    yield from time.rest()


def newest_first(rows: Iterable[SpineRow]) -> list[SpineRow]:
    """The rows of all events in the contrary order; those on the shelf stay behind all others, as they stand."""
    ordered = list(rows)
    shelf = next((at for at, row in enumerate(ordered) if row.kind == SHELF), len(ordered))
    return [*ordered[:shelf][::-1], *ordered[shelf:]]


def lay_out(
    answers: Answers, today: int, silences: Mapping[Key, int], most: int, around: Key | None = None
) -> SpineLayout:
    """The rows around a key, or the first; all of them where they are few."""
    if answers.count() <= WHOLE:
        return SpineLayout(list(whole_layout(answers, today, silences, most)))
    here = answers.event(around.id) if around is not None else None
    before = answers.window(around, BESIDE + BEFORE_THEM, BACKWARD) if around is not None else []
    events = [*before, *([here] if here is not None else []), *answers.window(around, BESIDE + 1)]
    is_first = len(before) < BESIDE + BEFORE_THEM
    is_last = len(events) - len(before) <= BESIDE
    begin = events[0].key
    time = _TimeWalk(
        _ends(answers, None if is_first else End(begin.day, begin)), today, silences, most, is_begun=not is_first
    )
    rows: list[SpineRow] = []
    for at, event in enumerate(events):
        between = list(time.before(event))
        if not is_first and at <= BEFORE_THEM:
            rows = []
        rows += between
        if is_last or at < len(events) - 1:
            rows.append(time.row(event))
    return SpineLayout([*rows, *time.rest()] if is_last else rows, is_first=is_first, is_last=is_last)


def _ends(answers: Answers, after: End | None) -> Iterator[EventFacts]:
    """The intervals by their ends, a page at a time."""
    while page := answers.ends(after, PAGE):
        yield from page
        after = End(page[-1].last_day or 0, page[-1].key)


def lasts(event: EventFacts) -> bool:
    """True when what goes on from an event goes on after its day: that wants a lane, or is crowded."""
    last = event.last_day
    return event.goes_on and not event.event.date.is_undated and (last is None or last > event.key.day)


class _TimeWalk:
    """One pass over events in order of time, with what is under way."""

    def __init__(
        self, ends: Iterable[EventFacts], today: int, silences: Mapping[Key, int], most: int, *, is_begun: bool = False
    ) -> None:
        """`is_begun` says that the walk does not begin with the first of all events."""
        self.ends = iter(ends)
        self.ending = next(self.ends, None)
        """The interval that ends next."""
        self.today = today
        self.silences = silences
        self.most = most
        self.lanes: Lanes = ()
        self.is_begun = is_begun
        """True when an event came before; today's line never stands before all of them."""
        self.told_today: bool | None = None
        self.told_shelf = False

    def before(self, event: EventFacts) -> Iterator[SpineRow]:
        """The rows between the event before and this one."""
        if event.event.date.is_undated:
            if not self.told_shelf:
                yield from self._until(inf)
                self.lanes = ()
                yield SpineRow(SHELF, event, FARTHEST_DAY, ())
            self.told_shelf = True
            return
        if self.told_today is None:
            self.told_today = self.is_begun and event.key.day > self.today
        yield from self._until(event.key.day)
        if event.key in self.silences:
            yield SpineRow(SILENCE, event, event.key.day, self.lanes, length=self.silences[event.key])

    def row(self, event: EventFacts) -> SpineRow:
        """The row of an event: where something goes on from it, a lane opens."""
        self.is_begun = True
        lane = self._take(event) if lasts(event) else FREE
        return SpineRow(EVENT, event, event.key.day, self.lanes, lane, crowded=lane == FREE and lasts(event))

    def rest(self) -> Iterator[SpineRow]:
        """The rows after all events, where no shelf has stood."""
        if self.is_begun and not self.told_shelf:
            yield from self._until(inf)

    def _until(self, day: float) -> Iterator[SpineRow]:
        """Close what ends before a day, and draw today's line if it lies between."""
        while (closing := self._closing(day)) is not None:
            last = closing.last_day or 0
            lane = self.lanes.index(closing) if closing in self.lanes else FREE
            is_interval = closing.event.date.interval
            if last > self.today or not is_interval:
                yield from self._today()
            if is_interval:
                self.ending = next(self.ends, None)
            if is_interval and lane != FREE:
                yield SpineRow(END, closing, last, self.lanes, lane)
            if lane != FREE:
                self._free(lane)
        if day > self.today:
            yield from self._today()

    def _closing(self, day: float) -> EventFacts | None:
        """The next that ends before a day: an interval, or a rule in force that holds a lane."""
        rules = [one for one in self.lanes if one is not None and not one.event.date.interval]
        known = [one for one in (*rules, self.ending) if one is not None and one.last_day is not None]
        found = min(known, key=lambda one: (one.last_day, one.key), default=None)
        return found if found is not None and (found.last_day or 0) < day else None

    def _today(self) -> Iterator[SpineRow]:
        if not self.told_today and self.is_begun:
            yield SpineRow(TODAY, None, self.today, self.lanes)
        self.told_today = True

    def _take(self, event: EventFacts) -> int:
        """A lane for an event: a free one, a new one, else that of the oldest rule in force; FREE if none."""
        lanes = list(self.lanes)
        if None in lanes:
            lane = lanes.index(None)
        elif len(lanes) < self.most:
            lane = len(lanes)
            lanes.append(None)
        else:
            rules = [one for one in lanes if one is not None and not one.event.date.interval]
            if not rules:
                return FREE
            lane = lanes.index(min(rules, key=lambda one: one.key))
        lanes[lane] = event
        self.lanes = tuple(lanes)
        return lane

    def _free(self, lane: int) -> None:
        lanes = list(self.lanes)
        lanes[lane] = None
        while lanes and lanes[-1] is None:
            lanes.pop()
        self.lanes = tuple(lanes)
