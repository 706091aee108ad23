"""The place of an event in time: the day that it is put in order by, the days on which it goes on, and its end."""

from __future__ import annotations

from typing import NamedTuple

from tui.core.dates.edtf import FARTHEST_DAY, Date
from tui.core.dates.instants import DAY, seconds_of_day
from tui.core.timeline.model import Event

DaysFromTo = tuple[int, int]
"""A first day, and the day after a last one."""

SECONDS = DAY
"""Of a day."""
MINUTE = 60
Moment = int
"""Seconds since the midnight with which day 0 begins: day and time of day as one number."""
FARTHEST_MOMENT = FARTHEST_DAY * SECONDS
"""Farther than any moment, on either side."""


def moments_of(date: Date) -> tuple[Moment | None, Moment | None]:
    """The first moment of all that a date covers, and the one after its last; None where it is open."""
    begin, past = date.start.begin, date.end.end
    first = None if begin is None else begin * SECONDS + (second(date) or 0)
    if past is None:
        return first, None
    at = end_second(date)
    last = past * SECONDS if at is None else (past - 1) * SECONDS + at
    return first, last + (_width(date.end_time) if last == first else 0)


def key_day(date: Date) -> int:
    """The day by which a date is put in order: its earliest, or for one without an earliest its latest."""
    begin = date.start.begin
    return date.sort_key[0] if begin is None else begin


def second(date: Date) -> int | None:
    """Seconds from midnight to the time of day of its start, when it has one; the end of a day is its last minute."""
    return _second(date.time)


def end_second(date: Date) -> int | None:
    """Seconds from midnight to the time of day of its end, when it has one."""
    return _second(date.end_time)


def _second(time: str | None) -> int | None:
    if not time:
        return None
    return SECONDS - MINUTE if time[:2] == "24" else min(seconds_of_day(time), SECONDS - 1)


def _width(time: str | None) -> int:
    """Seconds of a time of day: one, or a minute where it says no seconds."""
    return 1 if time and time[5:6] == ":" and time[:2] != "24" else MINUTE


def moment(date: Date) -> Moment:
    """The moment by which a date is put in order."""
    return key_day(date) * SECONDS + (second(date) or 0)


def start_days(date: Date) -> DaysFromTo:
    """The days on which an event may be, or may begin, as far as they are bounded."""
    begin, end = date.start
    if begin is not None and end is not None:
        return begin, end
    day = key_day(date)
    return day, day + 1


def goes_on(event: Event) -> bool:
    """True when something is going on from the event on: an interval, or a rule in force."""
    if event.date.interval:
        return event.date.start.begin is not None
    return event.status == "in-force" and not event.date.is_undated


def last_day(event: Event, today: int) -> int | None:
    """The last day of what is going on; None when that is open or unknown, today for a rule in force."""
    if event.date.interval:
        return event.date.latest
    return today if key_day(event.date) <= today else None


class TimeExtent(NamedTuple):
    """An event in time, in moments: where it may be, and between which moments it certainly goes on.

    A beginning or an end that is open or unknown has `opens` or `goes_on`; a stretch without limit reaches
    ALWAYS, one that is merely unknown ends where the nearest certain day does.
    """

    begin: Moment
    """The first moment on which something of it may be."""
    sure: Moment
    """From when it certainly goes on; as late as `sure_past` when it never certainly does."""
    sure_past: Moment
    past: Moment
    """The moment after the last."""
    opens: bool = False
    """True when nothing says when it began."""
    goes_on: bool = False
    """True when nothing says when it ends."""
    lasts: bool = False
    """True when it is more than a point: an interval, or a rule in force."""

    @property
    def is_sure(self) -> bool:
        """True when all of it is certain."""
        return (self.begin, self.past) == (self.sure, self.sure_past) and not self.opens


def time_extent(event: Event, today: int) -> TimeExtent:
    """The extent of an event in time."""
    date = event.date
    if date.interval:
        return _interval(date, today)
    begin, past = start_days(date)
    opens, ends = date.start.begin is None, date.start.end is None
    if event.status == "in-force" and not opens:
        return _in_force(begin, past, today)
    at = second(date)
    if at is not None:
        at += begin * SECONDS
        past_it = at + _width(date.time)
        return TimeExtent(at, at, past_it, past_it)
    first, last = begin * SECONDS, past * SECONDS
    sure = last if past - begin == 1 and not (opens or ends) else first
    return TimeExtent(first, first, sure, last, opens, ends)


def _in_force(begin: int, past: int, today: int) -> TimeExtent:
    """A rule: from its day on until today, as far as anyone knows; one to come for ever."""
    sure = (past - 1) * SECONDS
    if begin > today:
        return TimeExtent(begin * SECONDS, sure, sure, FARTHEST_MOMENT, goes_on=True, lasts=True)
    now = today * SECONDS + MINUTE
    return TimeExtent(begin * SECONDS, min(sure, now), now, now, goes_on=True, lasts=True)


def _interval(date: Date, today: int) -> TimeExtent:
    """The extent of something that begins somewhere in one span and ends somewhere in another."""
    (first, late), (early, last) = date.start, date.end
    has_no_start, has_no_end = date.start == (None, None), date.end == (None, None)
    sure = late - 1 if late is not None and first is not None else None
    sure_past = early + 1 if early is not None and last is not None else None
    if has_no_start:
        sure = -FARTHEST_DAY
    if has_no_end:
        sure_past = max(today, sure or -FARTHEST_DAY) + 1
    if sure is None:  # an unknown start: only its last days are known
        sure = sure_past - 1 if sure_past is not None else 0
    if sure_past is None:  # an unknown end: only its first are
        sure_past = sure + 1 if late is not None and first is not None and late - first == 1 else sure
    begin = first if first is not None else -FARTHEST_DAY if has_no_start else sure
    past = last if last is not None else FARTHEST_DAY
    sure_past = max(sure, sure_past)
    moments = [day * SECONDS for day in (begin, sure, sure_past, max(past, sure_past))]
    if (at := second(date)) is not None:
        moments[0] = moments[1] = begin * SECONDS + at
        moments[2] = max(moments[1:3])
    if (at := end_second(date)) is not None and last is not None:
        moments[2] = moments[3] = max((last - 1) * SECONDS + at, moments[1] + _width(date.time))
    return TimeExtent(moments[0], moments[1], moments[2], moments[3], first is None, last is None, lasts=True)
