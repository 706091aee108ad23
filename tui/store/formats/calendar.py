"""Calendars (iCalendar, RFC 5545): entries with the last day that they have, each time that one recurs written out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from typing import Any

from tui.core.dates.calendar import year_month_day
from tui.core.exchange.foreign import ForeignEvent, ForeignSource
from tui.core.text.messages import worded, worded_number
from tui.store.formats.delimited import NoTable
from tui.store.formats.entries import Draft, Entries, each_once, key_of, linked

_MOST = 1000
"""Times that one entry is written out."""
HORIZON = 366
"""Days after today until which an entry that recurs is written out."""
_OTHERS = ("vtodo", "vjournal")
_STATUSES = {"TENTATIVE": "planned", "CANCELLED": "cancelled"}


def read_calendar(data: bytes, today: int) -> Entries:
    """The entries of a calendar; NoTable, and ImportError where the library is not there. `today` is a day number."""
    from icalendar import Calendar

    try:
        books: list[Any] = list(Calendar.from_ical(data, multiple=True))
    except (ValueError, IndexError, KeyError) as error:
        raise NoTable(worded("this is no calendar: {reason}", reason=str(error).split("\n")[0])) from None
    until = date(*year_month_day(today + HORIZON))
    entries = [(number, part) for number, part in enumerate(_parts(books), 1)]
    if not books:
        raise NoTable(worded("this is no calendar: {reason}", reason="VCALENDAR"))
    moved: dict[str, set[object]] = {}
    for _number, part in entries:
        with suppress(ValueError, AttributeError, KeyError):
            moved.setdefault(str(part.get("uid", "")), set()).add(_plain(part["recurrence-id"].dt))
    has_recurring = any(part.get("rrule") or part.get("rdate") for _number, part in entries)
    about = [worded("what recurs is written out until {day}", day=until.isoformat())] if has_recurring else []
    found = (one for number, part in entries for one in _read(number, part, until, moved))
    title = next((str(book.get("x-wr-calname", "")) for book in books), "")
    return Entries(tuple(each_once(found)), title, about=tuple(about))


def _read(number: int, part: Any, until: date, moved: dict[str, set[object]]) -> list[ForeignEvent]:
    """The events of an entry; one that is written as none can be is refused alone."""
    try:
        return list(_events(number, part, until, moved))
    except (ValueError, TypeError, AttributeError, KeyError, OverflowError) as broken:
        draft = Draft(f"{part.name} {number}")
        draft.fault(worded("it cannot be read ({reason})", reason=str(broken).split("\n")[0]))
        return [draft.event(key_of(number), None, "")]


def _parts(books: list[Any]) -> Iterator[Any]:
    for book in books:
        for part in book.walk():
            if part.name.lower() in ("vevent", *_OTHERS):
                yield part


def _events(number: int, part: Any, until: date, moved: dict[str, set[object]]) -> Iterator[ForeignEvent]:
    place = f"{part.name} {number}"
    draft = Draft(place)
    if part.name.lower() in _OTHERS:
        draft.fault(worded("{name} is no event", name=part.name))
        yield draft.event(key_of(place, part.get("uid")), None, str(part.get("summary", "")))
        return
    if part.get("rrule") is None and part.get("rdate") is None:
        yield _event(draft, part, None)
        return
    try:
        times, is_cut = _times(part, until, moved.get(str(part.get("uid", "")), set()))
    except (ValueError, TypeError, OverflowError, AttributeError) as error:
        draft.fault(worded("it recurs in a way that cannot be read ({reason})", reason=str(error)))
        yield draft.event(key_of(place), None, str(part.get("summary", "")))
        return
    for at, moment in enumerate(times, 1):
        yield _event(Draft(f"{place}.{at}"), part, moment)
    if is_cut:
        draft.fault(
            worded_number("it recurs beyond {number} time, which is written out",
                          "it recurs beyond {number} times, which are written out", len(times))
        )  # fmt: skip
        yield draft.event(key_of(place, "rest"), None, str(part.get("summary", "")))


def _times(part: Any, until: date, moved: set[object]) -> tuple[list[Any], bool]:
    """The starts of an entry that recurs, without those that are taken out or moved; True when some are left out."""
    from dateutil.rrule import rruleset, rrulestr

    first = part["dtstart"].dt
    start = _plain(first)
    times = rruleset()
    rule = part.get("rrule")
    if rule is not None:
        for one in rule if isinstance(rule, list) else [rule]:
            times.rrule(rrulestr(_local_rule(one, first), dtstart=start))
    else:
        times.rdate(start)
    for name, add in (("rdate", times.rdate), ("exdate", times.exdate)):
        for moment in _moments(part.get(name)):
            add(_plain(moment))
    end = datetime.combine(until, time.max)
    found: list[Any] = []
    for moment in times:
        if len(found) >= _MOST:
            return found, True
        if moment > end:
            return found, not _ends(part)
        if moment not in moved:
            found.append(moment)
    return found, False


def _ends(part: Any) -> bool:
    """True when no more is lost by a horizon than what is told of it: the rule itself has no end."""
    rule = part.get("rrule")
    rules = rule if isinstance(rule, list) else [rule] if rule else []
    return all("UNTIL" not in one and "COUNT" not in one for one in rules)


def _local_rule(rule: Any, first: object) -> str:
    """A rule by the clock of its place: an end in UTC is that moment there."""
    text = rule.to_ical().decode()
    ends = rule.get("UNTIL")
    if ends:
        moment = ends[0]
        zone = getattr(first, "tzinfo", None)
        if isinstance(moment, datetime) and moment.tzinfo is not None and zone is not None:
            moment = moment.astimezone(zone)
        local = _plain(moment) if isinstance(moment, datetime) else datetime.combine(moment, time.max)
        kept = ";".join(one for one in text.split(";") if not one.upper().startswith("UNTIL="))
        return f"{kept};UNTIL={local:%Y%m%dT%H%M%S}"
    return str(text)


def _moments(said: Any) -> Iterator[Any]:
    for one in said if isinstance(said, list) else [said] if said is not None else []:
        for moment in one.dts:
            yield moment.dt if not isinstance(moment.dt, tuple) else moment.dt[0]


def _plain(moment: Any) -> datetime:
    """A day or a time by the clock of its place."""
    return moment.replace(tzinfo=None) if isinstance(moment, datetime) else datetime.combine(moment, time())


def _event(draft: Draft, part: Any, moment: datetime | None) -> ForeignEvent:
    title = draft.line(str(part.get("x-jalon-title", "")) or str(part.get("summary", "")))
    text = str(part.get("description", ""))
    exact = draft.line(str(part.get("x-jalon-date", "")))
    when = exact if exact and moment is None else _date(draft, part, moment)
    uid, own = draft.line(str(part.get("uid", ""))), draft.line(str(part.get("x-jalon-id", "")))
    again = part.get("recurrence-id")
    shift = moment or (_plain(again.dt) if again is not None else "")
    address = draft.line(str(part.get("url", "")))
    for name in ("organizer", "attendee", "class", "contact", "comment", "geo"):
        values = part.get(name, [])
        for value in values if isinstance(values, list) else [values]:
            draft.keep(name, str(value))
    sources = (*((ForeignSource(address=address),) if address else ()), *linked(text))
    return draft.event(
        f"uid:{uid} {shift}".strip() if uid else key_of(when, title, shift),
        draft.date(when) if when else None, title, texts={"": body} if (body := draft.text(text)) else {}, id=own,
        places=draft.lines(str(part.get("location", ""))), tags=tuple(_categories(draft, part)),
        status=_STATUSES.get(str(part.get("status", "")).upper(), ""), sources=tuple(dict.fromkeys(sources)),
    )  # fmt: skip


def _categories(draft: Draft, part: Any) -> Iterator[str]:
    said = part.get("categories")
    for one in said if isinstance(said, list) else [said] if said is not None else []:
        yield from draft.lines([str(cat) for cat in one.cats])


def _date(draft: Draft, part: Any, moment: datetime | None) -> str:
    """The date of an entry in EDTF: the end of whole days is the day before its DTEND, which is no part of it."""
    if part.get("dtstart") is None:
        return ""
    start = part["dtstart"].dt
    end = part["dtend"].dt if part.get("dtend") is not None else None
    if end is None and part.get("duration") is not None:
        end = start + part["duration"].dt
    if moment is not None:
        length = None if end is None else _plain(end) - _plain(start)
        start = moment.replace(tzinfo=start.tzinfo) if isinstance(start, datetime) else moment.date()
        end = None if length is None else start + length
    if end is not None and not isinstance(end, datetime) and not isinstance(start, datetime):
        end -= timedelta(days=1)
    first, last = _edtf(start), "" if end is None else _edtf(end)
    if end is not None and _plain(end) < _plain(start):
        draft.fault(worded("it ends before it begins"))
    return f"{first}/{last}" if last and last != first else first


def _edtf(moment: Any) -> str:
    """A day, or a time with the offset of its place where that is known."""
    if not isinstance(moment, datetime):
        return str(moment.isoformat())
    text = moment.isoformat(timespec="minutes" if not moment.second else "seconds")
    return text[:-6] + "Z" if text.endswith("+00:00") else text
