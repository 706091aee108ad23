"""A timeline as published by a day: what its sources had said by then, and no more.

A source is surely out from the latest day on which it can have been published, else from the day it was seen;
possibly from the earliest, where it has one. What rests on no source that is out is not there. Nobody knows of what
was reported before its first possible day, but by a source that announces it; nor of a rule that only may have been.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from tui.core.dates.edtf import Date, DateError
from tui.core.dates.parse import parse_date
from tui.core.evidence.privacy import about_each_other
from tui.core.evidence.values import DATE, reading
from tui.core.evidence.verdicts import HAPPENED, PLANNED, REPORTED, STATUS, retained
from tui.core.text.fold import fold
from tui.core.timeline.model import POSSIBLY, STATUSES, SURELY, AsOf, Citation, Claim, Event, Source, Timeline, Value
from tui.core.timeline.order import in_time_order


class OutDays(NamedTuple):
    """From which days on a source is out; None for never."""

    possibly: int | None
    surely: int | None

    def on(self, day: int) -> str | None:
        """The certainty that it is out on a day; None when it is not."""
        if self.surely is not None and self.surely <= day:
            return SURELY
        return POSSIBLY if self.possibly is not None and self.possibly <= day else None


def placed(source: Source) -> OutDays:
    """The time when a source came out, as far as its date and the day on which it was seen tell."""
    published, seen = source.published, source.seen
    surely = published.latest if published is not None else None
    if surely is None and seen is not None:
        surely = seen.latest
    return OutDays(published.earliest if published is not None else None, surely)


class PublicationDay(NamedTuple):
    """The sources that come out on a day."""

    day: int
    surely: tuple[str, ...]
    possibly: tuple[str, ...]
    """Those that may have come out on that day at the earliest, and surely only later."""


def publications(timeline: Timeline) -> list[PublicationDay]:
    """The days on which some source comes out, in order."""
    surely: dict[int, list[str]] = {}
    possibly: dict[int, list[str]] = {}
    for source in timeline.sources.values():
        when = placed(source)
        if when.surely is not None:
            surely.setdefault(when.surely, []).append(source.id)
        if when.possibly is not None and (when.surely is None or when.possibly < when.surely):
            possibly.setdefault(when.possibly, []).append(source.id)
    return [
        PublicationDay(day, tuple(surely.get(day, ())), tuple(possibly.get(day, ())))
        for day in sorted(surely.keys() | possibly.keys())
    ]


def timeline_as_of(timeline: Timeline, day: int) -> Timeline:
    """The timeline as published by the end of a day; what it is told by is its `as_of`."""
    places = {name: placed(source) for name, source in timeline.sources.items()}
    out = {name: how for name, place in places.items() if (how := place.on(day)) is not None}
    shrinking = _Shrinking(day, places, out)
    events = [one for event in timeline.events if (one := shrinking.event(event)) is not None]
    events = about_each_other(events)
    if shrinking.moved:
        events = in_time_order(sorted(events, key=lambda event: event.line), lambda event: event.date)
    as_of = AsOf(
        day,
        out,
        tuple(name for name, place in places.items() if place == (None, None)),
        sum(not event.sources for event in timeline.events),
        shrinking.dates,
        shrinking.statuses,
        len(timeline.events),
        len(timeline.sources),
    )
    sources = {name: source for name, source in timeline.sources.items() if name in out}
    return timeline._replace(events=tuple(events), sources=sources, as_of=as_of)


def first_day_told(event: Event, timeline: Timeline, after: int) -> int | None:
    """The first day after one as of which an event is told of; None where it never is."""
    known = [timeline.sources[name] for name in event.sources if name in timeline.sources]
    days = {day for source in known for day in (*placed(source), event.date.earliest) if day is not None}
    alone = timeline._replace(events=(event,), sources={source.id: source for source in known})
    return next((day for day in sorted(days) if day > after and timeline_as_of(alone, day).events), None)


class _Shrinking:
    """Takes from events what was not out on a day."""

    def __init__(self, day: int, places: Mapping[str, OutDays], out: Mapping[str, str]) -> None:
        self.day = day
        self.places = places
        self.out = out
        self.dates: dict[str, str | None] = {}
        self.statuses: dict[str, str | None] = {}
        self.moved = False
        """True when some event has another date than in the file."""

    def event(self, event: Event) -> Event | None:
        """The event as it was told by that day; None if it was not."""
        citations, claims = _cited_by(self._told_by_then(event), self.out)
        if not citations and not claims:
            return None
        told = event._replace(
            citations=citations, claims=claims, date=self._date(event, claims), status=self._status(event, claims)
        )
        begins = told.date.earliest
        if told.status in HAPPENED and begins is not None and begins > self.day:
            told = told._replace(status=PLANNED)
        return told

    def _told_by_then(self, event: Event) -> Event:
        """The event as it can have been told of by the day: before its first possible day only what announces it.

        A rule is announced by whatever is surely out before it applies.
        """
        begins = event.date.earliest
        if event.status not in HAPPENED or begins is None or begins <= self.day:
            return event
        surely = {name for name, how in self.out.items() if how == SURELY} if event.status != REPORTED else ()

        def counts(_: Value, one: Citation) -> bool:
            return one.source in surely or one.announces

        def announces(value: Value, one: Citation) -> bool:
            return counts(value, one) or fold(value.text) == PLANNED

        claims = (_less(claim, announces if claim.name == STATUS else counts) for claim in event.claims)
        return event._replace(
            citations=tuple(one for one in event.citations if one.source in surely or one.announces),
            claims=tuple(claim for claim in claims if claim.values),
        )

    def _date(self, event: Event, claims: tuple[Claim, ...]) -> Date:
        """The retained date if it is out, else the best of those that are, else the event's own."""
        whole, claim = _named(event.claims, DATE), _named(claims, DATE)
        if whole is None or whole == claim:
            self._note(self.dates, event, claim, event.date.text)
            return event.date
        kept = retained(event, whole)
        if claim is None:
            self.dates[event.id] = None
            return event.date
        values = {value.text: date for value in claim.values if (date := _parsed(value.text)) is not None}
        text = event.date.text if kept is None else whole.values[kept].text
        if kept is not None and any(value.text == text for value in claim.values):
            self._note(self.dates, event, claim, text)
            return event.date
        rated = [(reading(one.text, DATE).vagueness, -len(one.citations)) for one in claim.values if one.text in values]
        if not rated:
            self.dates[event.id] = None
            return event.date
        best = [one for one in claim.values if one.text in values][rated.index(min(rated))]
        self._note(self.dates, event, claim, best.text)
        self.moved = True
        return values[best.text]

    def _status(self, event: Event, claims: tuple[Claim, ...]) -> str:
        """The retained status if it is out, else the one that was said last, else the event's own."""
        whole, claim = _named(event.claims, STATUS), _named(claims, STATUS)
        if whole is None or whole == claim:
            self._note(self.statuses, event, claim, event.status)
            return event.status
        said = {fold(value.text): value for value in claim.values if fold(value.text) in STATUSES} if claim else {}
        status = event.status
        if not said:
            self.statuses[event.id] = None
            return status
        if status not in said:
            status = max(said, key=lambda one: (self._first_said(said[one]), len(said[one].citations)))
        self._note(self.statuses, event, claim, said[status].text)
        return status

    def _first_said(self, value: Value) -> int:
        """The first day on which some source of a value is out as it is out now."""
        days = (
            place.surely if self.out[one.source] == SURELY else place.possibly
            for one in value.citations
            for place in (self.places[one.source],)
        )
        return min(day for day in days if day is not None)

    def _note(self, notes: dict[str, str | None], event: Event, claim: Claim | None, text: str) -> None:
        """Note that what a claim keeps is out possibly only."""
        value = next((one for one in claim.values if fold(one.text) == fold(text)), None) if claim else None
        if value is not None and citations_certainty(value.citations, self.out) == POSSIBLY:
            notes[event.id] = POSSIBLY


def _named(claims: Iterable[Claim], name: str) -> Claim | None:
    return next((claim for claim in claims if claim.name == name), None)


def _parsed(text: str) -> Date | None:
    try:
        return parse_date(text)
    except DateError:
        return None


def _cited_by(event: Event, sources: Mapping[str, str]) -> tuple[tuple[Citation, ...], tuple[Claim, ...]]:
    """The citations and the claims of an event, as far as they are by some of the sources."""
    citations = tuple(one for one in event.citations if one.source in sources)
    less = (_less(claim, lambda _, one: one.source in sources) for claim in event.claims)
    return citations, tuple(claim for claim in less if claim.values)


def _less(claim: Claim, counts: Callable[[Value, Citation], bool]) -> Claim:
    """A claim with the values that some of the citations give; what is kept goes with its value."""
    values = tuple(
        value._replace(citations=by)
        for value in claim.values
        if (by := tuple(one for one in value.citations if counts(value, one)))
    )
    if claim.keep is not None and claim.keep not in [value.text for value in values]:
        return claim._replace(values=values, keep=None, because={})
    return claim._replace(values=values)


# ---- What is out, of a timeline that is told by a day


def citations_certainty(citations: Iterable[Citation], sources: Mapping[str, str]) -> str:
    """The certainty that something is out that rests on these citations: surely if one of them is."""
    return SURELY if any(sources.get(one.source) == SURELY for one in citations) else POSSIBLY


def event_certainty(event: Event, as_of: AsOf) -> str:
    """The certainty that an event is out."""
    return citations_certainty(event.cited, as_of.sources)


def surely_out_part(event: Event, timeline: Timeline) -> Event:
    """The part of an event that is surely out; all of one that is possibly out only, or of a file told as it is."""
    as_of = timeline.as_of
    if as_of is None or event_certainty(event, as_of) == POSSIBLY:
        return event
    sure = {name: SURELY for name in event.sources if as_of.sources.get(name) == SURELY}
    citations, claims = _cited_by(event, sure)
    return event._replace(citations=citations, claims=claims)
