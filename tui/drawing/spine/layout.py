"""The rows of the spine around a place: events, ends of intervals, silences and today, with the lanes beside them.

Events without a date stand on a shelf behind all others, below a heading.

Rows are laid out in one walk in the order of time, of everything for a page, or of what stands around a place for
the screen: no more is held than one moves through in some pages.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import count
from math import inf
from typing import NamedTuple

from tui.core.dates.calendar import year_month_day
from tui.core.dates.edtf import FARTHEST_DAY
from tui.core.index.protocol import BACKWARD, Answers, End, EventFacts, Key, walk

EVENT = "event"
END = "end"
SILENCE = "silence"
TODAY = "today"
SHELF = "shelf"
"""The heading above the events that have no date."""
MORE = "more"
"""The number of intervals that go on without a lane and without a known end, and since when."""

SECOND = "second"
"""The rest of a title that is too long for the row above."""

NO_EVENTS = (SILENCE, TODAY, SHELF, MORE, SECOND)
"""The kinds of row that are neither an event nor an end."""

FREE = -1

NARROW, WIDE = 50, 100
"""Cells of a row below which two lanes are the most, and from which there are more than three."""
A_LANE_MORE = 20
"""Cells that a wide row has for each lane more,"""
MOST_LANES = 8
"""as far as the eye still tells them apart."""

SCREENFUL = 24
"""Rows after which an interval of which no end is known gives its lane back, and others do when one asks for it;"""
LONGEST = 100
"""rows after which every other gives it back too: nobody sees it whole."""

WHOLE = 400
"""Events up to which all are laid out at once;"""
BESIDE = 120
"""of more at least as many before and after a place,"""
BEFORE_THEM = 120
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
    """The event; for what stands between events, the one after it; None for today."""
    day: int
    """The day number by which the row stands where it stands."""
    lanes: Lanes
    """The lanes that pass by or touch this row."""
    lane: int = FREE
    """The lane that opens (at an event) or closes (at an end) here."""
    crowded: bool = False
    """True when the event is an interval for which no lane was free."""
    length: int = 0
    """Days of a silence; of intervals without a lane how many."""
    since: int = 0
    """The day on which the first of these began."""
    fading: tuple[int, ...] = ()
    """The lanes that end here because they are given back."""

    @property
    def facts(self) -> EventFacts | None:
        """The event that the row is about; None for what stands between events."""
        return None if self.kind in NO_EVENTS else self.about


_NUMBERS = count()


class SpineLayout:
    """Rows in their order, of everything or of what stands around a place."""

    def __init__(self, rows: list[SpineRow], *, is_first: bool = True, is_last: bool = True) -> None:
        """`is_first` and `is_last` say that nothing stands before the first row, and after the last."""
        self.rows = rows
        self.number = next(_NUMBERS)
        """One of its own, by which drawn rows are kept."""
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
            elif row.facts is not None and row.about is not None:
                (self.row_of if row.kind == EVENT else self.end_row_of)[row.about.key.id] = at
        self.lanes = max((len(row.lanes) for row in rows), default=0)
        """The number of lanes that are ever in use at once."""
        self.is_crowded = any(row.crowded for row in rows)
        """True when an interval anywhere found no lane free."""

    def with_second_rows(self, is_cut: Callable[[SpineRow], bool]) -> SpineLayout:
        """The same, with a second row below each whose title is cut."""
        rows = []
        for row in self.rows:
            rows.append(row)
            if row.kind == EVENT and is_cut(row):
                rows.append(row._replace(kind=SECOND))
        return SpineLayout(rows, is_first=self.is_first, is_last=self.is_last)

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
    time = _TimeWalk(answers, None, today, silences, most)
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
    answers: Answers,
    today: int,
    silences: Mapping[Key, int],
    most: int,
    around: Key | None = None,
    *,
    beside: int = BESIDE,
) -> SpineLayout:
    """The rows of so many events beside a key, or of the first; all of them where they are few."""
    if answers.count() <= WHOLE:
        return SpineLayout(list(whole_layout(answers, today, silences, most)))
    here = answers.event(around.id) if around is not None else None
    before = answers.window(around, beside + BEFORE_THEM, BACKWARD) if around is not None else []
    events = [*before, *([here] if here is not None else []), *answers.window(around, beside + 1)]
    is_first = len(before) < beside + BEFORE_THEM
    is_last = len(events) - len(before) <= beside
    time = _TimeWalk(answers, None if is_first else events[0].key, today, silences, most)
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
    """The intervals by their ends, some at a time."""
    while page := answers.ends(after, BEFORE_THEM):
        yield from page
        after = End(page[-1].last_day or 0, page[-1].key)


def lasts(event: EventFacts) -> bool:
    """True when what goes on from an event goes on after its day: that wants a lane, or is crowded."""
    last = event.last_day
    return event.goes_on and not event.event.date.is_undated and (last is None or last > event.key.day)


def is_endless(event: EventFacts) -> bool:
    """True of an interval of which nothing says when it ends."""
    return event.event.date.interval and event.last_day is None


class _Held(NamedTuple):
    """A lane that is held."""

    by: EventFacts
    since: int
    """The rows that were laid out before it opened."""


class _TimeWalk:
    """One pass over events in order of time, with what is under way."""

    def __init__(
        self, answers: Answers, begin: Key | None, today: int, silences: Mapping[Key, int], most: int
    ) -> None:
        """`begin` is the first event of the walk, None for the first of all."""
        self.ends = _ends(answers, End(begin.day, begin) if begin else None)
        self.ending = next(self.ends, None)
        """The interval that ends next."""
        self.today = today
        self.silences = silences
        self.most = most
        self.lanes: list[_Held | None] = []
        self.rows = 0
        """Rows that are laid out."""
        self.last: EventFacts | None = None
        """The event before."""
        self.is_begun = begin is not None
        """True when an event came before; today's line never stands before all of them."""
        self.told_today = begin is not None and begin.day > today
        self.told_shelf = False
        self.endless, first = answers.endless(begin) if begin else (0, None)
        """The intervals without a known end that hold no lane any more,"""
        self.since = first.key.day if first else FARTHEST_DAY
        """the day on which the first of them began,"""
        self.told = (self.endless, 0, 0)
        """how many of them were told last, at which row, in which year."""

    # ---- Rows

    def before(self, event: EventFacts) -> Iterator[SpineRow]:
        """The rows between the event before and this one."""
        self.last = event
        if event.event.date.is_undated:
            if not self.told_shelf:
                yield from self._until(inf)
                self.lanes = []
                yield self._row(SHELF, event, FARTHEST_DAY)
            self.told_shelf = True
            return
        day = event.key.day
        yield from self._until(day)
        if event.key in self.silences:
            yield self._row(SILENCE, event, day, length=self.silences[event.key])
        if lasts(event):
            self._make_room(event)
        yield from self._more(event, day)

    def row(self, event: EventFacts) -> SpineRow:
        """The row of an event: where something goes on from it, a lane opens."""
        self.is_begun = True
        lane = self._take(event) if lasts(event) else FREE
        return self._row(EVENT, event, event.key.day, lane, crowded=lane == FREE and lasts(event))

    def rest(self) -> Iterator[SpineRow]:
        """The rows after all events, where no shelf has stood."""
        if self.is_begun and not self.told_shelf:
            yield from self._until(inf)

    def _row(
        self, kind: str, about: EventFacts | None, day: int, lane: int = FREE, *, crowded: bool = False,
        length: int = 0, since: int = 0
    ) -> SpineRow:  # fmt: skip
        """A row with the lanes beside it, of which some are given back after it."""
        self.rows += 1
        if not self.lanes:
            return SpineRow(kind, about, day, (), lane, crowded, length, since)
        fading = tuple(at for at, held in enumerate(self.lanes) if held and at != lane and self._fades(held))
        lanes = tuple(held and held.by for held in self.lanes)
        for at in fading:
            self._give_back(at)
        return SpineRow(kind, about, day, lanes, lane, crowded, length, since, fading)

    def _until(self, day: float) -> Iterator[SpineRow]:
        """Close what ends before a day, and draw today's line if it lies between."""
        while (closing := self._closing(day)) is not None:
            last, lane = closing.last_day or 0, self._lane_of(closing)
            is_interval = closing.event.date.interval
            if last > self.today or not is_interval:
                yield from self._today()
            if is_interval:
                yield self._row(END, closing, last, lane)
                self.ending = next(self.ends, None)
            self._free(lane)
        if day > self.today:
            yield from self._today()

    def _closing(self, day: float) -> EventFacts | None:
        """The next that ends before a day: an interval, or a rule in force that holds a lane."""
        known = [held.by for held in self.lanes if held and not held.by.event.date.interval]
        if self.ending is not None:
            known.append(self.ending)
        over = [one for one in known if one.last_day is not None and one.last_day < day]
        return min(over, key=lambda one: (one.last_day, one.key), default=None)

    def _today(self) -> Iterator[SpineRow]:
        if not self.told_today and self.is_begun:
            yield self._row(TODAY, None, self.today)
        self.told_today = True

    def _more(self, event: EventFacts, day: int) -> Iterator[SpineRow]:
        """The number of intervals that go on without a lane and a known end; told once a year, or after a screenful."""
        told, row, year = self.told
        if self.endless == told:
            return
        now = year_month_day(day)[0]
        if now != year or self.rows - row >= SCREENFUL:
            self.told = self.endless, self.rows, now
            yield self._row(MORE, event, day, length=self.endless, since=self.since)

    # ---- Lanes

    def _lane_of(self, event: EventFacts) -> int:
        return next((at for at, held in enumerate(self.lanes) if held and held.by.key == event.key), FREE)

    def _fades(self, held: _Held) -> bool:
        """True when a lane is beside as many rows as anyone sees."""
        return self.rows - held.since >= (SCREENFUL if is_endless(held.by) else LONGEST)

    def _make_room(self, event: EventFacts) -> None:
        """Give back a lane where all are held: that of the oldest rule in force; else of the oldest without an end.

        Else of the one that ends last, if that is after the event does and a screenful of it was seen.
        """
        held = [(at, one) for at, one in enumerate(self.lanes) if one]
        if len(held) < self.most:
            return
        rules = [(at, one.by) for at, one in held if not one.by.event.date.interval]
        endless = [(at, one.by) for at, one in held if is_endless(one.by)]
        if rules or endless:
            self._give_back(min(rules or endless, key=lambda one: one[1].key)[0])
            return
        seen = [(one.by.last_day or 0, at) for at, one in held if self.rows - one.since >= SCREENFUL]
        if seen and event.last_day is not None and max(seen)[0] > event.last_day:
            self._give_back(max(seen)[1])

    def _take(self, event: EventFacts) -> int:
        """A lane for an event: a free one, or a new one; FREE if there is none."""
        if None in self.lanes:
            lane = self.lanes.index(None)
        elif len(self.lanes) < self.most:
            lane = len(self.lanes)
            self.lanes.append(None)
        else:
            return FREE if not is_endless(event) else self._lose(event)
        self.lanes[lane] = _Held(event, self.rows)
        return lane

    def _give_back(self, lane: int) -> None:
        held = self.lanes[lane]
        if held and is_endless(held.by):
            self._lose(held.by)
        self._free(lane)

    def _lose(self, event: EventFacts) -> int:
        """Count an interval without an end that has no lane; FREE."""
        self.endless, self.since = self.endless + 1, min(self.since, event.key.day)
        return FREE

    def _free(self, lane: int) -> None:
        if lane != FREE:
            self.lanes[lane] = None
        while self.lanes and self.lanes[-1] is None:
            self.lanes.pop()
