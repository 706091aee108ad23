"""A calendar (.ics): the entries of the core, through icalendar, which folds and escapes them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from tui.core.dates.calendar import year_month_day
from tui.core.export.extract import Extract
from tui.core.export.formats.calendar import Entry, Moment, entries
from tui.store.export.missing import LibraryMissing

PRODUCT = "-//jalon//jalon//EN"


def calendar(whole: Extract) -> bytes:
    """The bytes of the calendar of an extract."""
    try:
        from icalendar import Calendar
    except ImportError as missing:
        raise LibraryMissing("ics", "icalendar") from missing
    book = Calendar()
    book.add("prodid", PRODUCT)
    book.add("version", "2.0")
    book.add("calscale", "GREGORIAN")
    name = whole.voice.line(whole.timeline.titles)
    if name:
        book.add("x-wr-calname", name)
    stamp = datetime.combine(_date(whole.today), time(), UTC)
    for entry in entries(whole):
        book.add_component(_event(entry, stamp))
    return bytes(book.to_ical())


def _event(entry: Entry, stamp: datetime) -> Any:
    from icalendar import Event

    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", stamp)
    event.add("summary", entry.title)
    event.add("dtstart", _value(entry.start))
    if entry.past is not None:
        event.add("dtend", _value(entry.past))
    event.add("status", entry.status)
    event.add("transp", "TRANSPARENT")
    event.add("description", entry.description)
    if entry.categories:
        event.add("categories", list(entry.categories))
    if entry.place:
        event.add("location", entry.place)
    if entry.address:
        event.add("url", entry.address)
    event.add("x-jalon-id", entry.id)
    event.add("x-jalon-date", entry.edtf)
    if entry.plain_title != entry.title:
        event.add("x-jalon-title", entry.plain_title)
    return event


def _value(moment: Moment) -> date | datetime:
    """A day, a time by the clock of the place, or an instant in UTC."""
    if moment.instant is not None:
        return datetime(1, 1, 1, tzinfo=UTC) + timedelta(seconds=moment.instant - 86_400)
    if moment.minute is None:
        return _date(moment.day)
    return datetime.combine(_date(moment.day), time(*divmod(moment.minute, 60)))


def _date(day: int) -> date:
    return date(*year_month_day(day))
