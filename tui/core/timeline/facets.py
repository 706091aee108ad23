"""The values that an event has of a field that is counted and picked: its own, those of its sources, its year."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache

from tui.core.dates.calendar import year_month_day
from tui.core.dates.edtf import FARTHEST_DAY
from tui.core.timeline.members import bodies, outermost
from tui.core.timeline.model import Event, Source, Timeline

OF_EVENT: Mapping[str, Callable[[Event], Sequence[str]]] = {
    "actor": lambda event: event.actors,
    "country": lambda event: event.countries,
    "kind": lambda event: (event.kind,) if event.kind else (),
    "source": lambda event: event.sources,
    "status": lambda event: (event.status,),
    "place": lambda event: event.places,
    "tag": lambda event: event.tags,
    "told": lambda event: event.told,
    "about": lambda event: event.about,
    "year": lambda event: _year(event),
}
"""The values that an event has of a field of its own."""

BODY = "body"
"""The field of actors as parts of others: each stands for the outermost that it is a part of."""

OF_SOURCE: Mapping[str, Callable[[Source], str | None]] = {
    "publisher": lambda source: source.publisher_or_site,
    "language": lambda source: source.language,
}
"""The value that a source has of a field."""


def _outermost(timeline: Timeline) -> Mapping[str, tuple[str, ...]]:
    """The outermost bodies of each actor; empty for a file in which none is a part of another."""
    return bodies(timeline.actors) if _has_members(timeline) else {}


def _has_members(timeline: Timeline) -> bool:
    return any(actor.part_of for actor in timeline.actors.values())


def _bodies_of(event: Event, outermost: Mapping[str, tuple[str, ...]]) -> Sequence[str]:
    found = (body for actor in event.actors for body in outermost.get(actor, (actor,))) if outermost else ()
    return tuple(dict.fromkeys(found))


def _year(event: Event) -> tuple[str, ...]:
    """The year by which it is put in order; none of an event that no day is known of."""
    return _year_of(event.date.sort_key[0])


@lru_cache(maxsize=4096)
def _year_of(day: int) -> tuple[str, ...]:
    return () if day == FARTHEST_DAY else (str(year_month_day(day)[0]),)


def column(field: str, timeline: Timeline) -> Iterator[Sequence[str]]:
    """The values of a field that each event has, in the order of the events."""
    if field in OF_EVENT:
        return map(OF_EVENT[field], timeline.events)
    if field == BODY:
        outermost = _outermost(timeline)
        return (_bodies_of(event, outermost) for event in timeline.events)
    read = OF_SOURCE[field]
    known = {name: read(source) for name, source in timeline.sources.items()}
    return ([value for name in event.sources if (value := known.get(name))] for event in timeline.events)


def values_of(field: str, event: Event, timeline: Timeline) -> Sequence[str]:
    """The values of a field that one event has, each once."""
    if field in OF_EVENT:
        return OF_EVENT[field](event)
    if field == BODY:
        around = (body for actor in event.actors for body in outermost(actor, timeline.actors))
        return tuple(dict.fromkeys(around)) if _has_members(timeline) else ()
    read, known = OF_SOURCE[field], timeline.sources
    found = (read(known[name]) for name in event.sources if name in known)
    return tuple(dict.fromkeys(value for value in found if value))
