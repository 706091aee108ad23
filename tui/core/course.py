"""How an event lies in time: the day it is put in order by, what goes on from there, and until when."""

from __future__ import annotations

from tui.core.edtf import Date
from tui.core.model import Event

Stretch = tuple[int, int]
"""A first day, and the day after a last one."""


def key_day(date: Date) -> int:
    """The day by which a date is put in order: its earliest, or for one without an earliest its latest."""
    begin = date.start.begin
    return date.sort_key[0] if begin is None else begin


def stretch(date: Date) -> Stretch:
    """The days on which an event may be, or may begin, as far as they are bounded."""
    begin, end = date.start
    if begin is not None and end is not None:
        return begin, end
    day = key_day(date)
    return day, day + 1


def goes_on(event: Event) -> bool:
    """Whether something is going on from the event on: an interval, or a rule in force."""
    if event.date.interval:
        return event.date.start.begin is not None
    return event.status == "in-force"


def last_day(event: Event, today: int) -> int | None:
    """The last day of what is going on; None when that is open or unknown, today for a rule in force."""
    if event.date.interval:
        return event.date.latest
    return today if key_day(event.date) <= today else None
