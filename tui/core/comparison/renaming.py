"""Ids that changed between two timelines: the old one under the names of the new one, and what was renamed."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from typing import NamedTuple, TypeVar

from tui.core.comparison.pairing import Entry, Pair, Sides, paired_actors, paired_events, paired_sources
from tui.core.timeline.model import Actor, Citation, Claim, Event, Source, Timeline

Keyed = TypeVar("Keyed", Source, Actor)
Names = Mapping[str, str]
"""The new id by the old one, of those that have another."""


class Renaming(NamedTuple):
    """An id that is another one now."""

    kind: str
    """`event`, `source` or `actor`."""
    before: str
    after: str


class UnderNewNames(NamedTuple):
    """The old timeline with the ids of the new one, and how it came to them."""

    timeline: Timeline
    events: tuple[Pair[Event], ...]
    """Each event, under the new names but for its own id, with what it has become."""
    names: Mapping[str, Names]
    """The new ids, by kind."""


def under_new_names(old: Timeline, new: Timeline) -> UnderNewNames:
    """The old timeline as it would be if its ids had been those of the new one from the beginning."""
    sides = Sides(old, new)
    sources = _names(paired_sources(sides), new.sources)
    actors = _names(paired_actors(sides), new.actors)
    renamed = _renamed(old, sources, actors)
    pairs = paired_events(Sides(renamed, new))
    ids = {event.id for event in new.events}
    events = _names(pairs, ids)
    if events:
        pairs = [(before and before._replace(about=_each(before.about, events)), after) for before, after in pairs]
    views = tuple(one._replace(query=_query(one.query, sources, actors, events)) for one in renamed.views)
    renamed = renamed._replace(views=views) if sources or actors or events else renamed
    return UnderNewNames(renamed, tuple(pairs), {"event": events, "source": sources, "actor": actors})


def _names(pairs: Iterable[Pair[Entry]], taken: Container[str]) -> dict[str, str]:
    """The new names of what has another; what is no more, and whose name is now another's, has one to itself."""
    found: dict[str, str] = {}
    for before, after in pairs:
        if before is None:
            continue
        if after is not None and after.id != before.id:
            found[before.id] = after.id
        elif after is None and before.id in taken:
            found[before.id] = f"{before.id} (as it was)"
    return found


def _renamed(timeline: Timeline, sources: Names, actors: Names) -> Timeline:
    if not sources and not actors:
        return timeline
    return timeline._replace(
        events=tuple(_event(event, sources, actors) for event in timeline.events),
        sources=_under(timeline.sources, sources),
        actors=_under(timeline.actors, actors),
    )


def _under(entries: Mapping[str, Keyed], names: Names) -> dict[str, Keyed]:
    """Sources or actors under their new ids."""
    return {(new := names.get(name, name)): one._replace(id=new) for name, one in entries.items()}


def _event(event: Event, sources: Names, actors: Names) -> Event:
    return event._replace(
        actors=_each(event.actors, actors),
        told=_each(event.told, actors),
        says=_each(event.says, actors),
        citations=_citations(event.citations, sources),
        claims=tuple(_claim(claim, sources) for claim in event.claims),
    )


def _claim(claim: Claim, sources: Names) -> Claim:
    return claim._replace(
        values=tuple(value._replace(citations=_citations(value.citations, sources)) for value in claim.values)
    )


def _citations(citations: tuple[Citation, ...], sources: Names) -> tuple[Citation, ...]:
    return tuple(one._replace(source=sources.get(one.source, one.source)) for one in citations)


def _each(names: tuple[str, ...], new: Names) -> tuple[str, ...]:
    return tuple(new.get(name, name) for name in names)


_TERM = re.compile(r"(?<![\w\"])(actor|source|id|in|within|possibly|before|after|from|to):([^\s()\"]+)")


def _query(query: str, sources: Names, actors: Names, events: Names) -> str:
    """A query with the new names where it asks for old ones."""

    def named(term: re.Match[str]) -> str:
        new = {"source": sources, "actor": actors}.get(term[1], events)
        return f"{term[1]}:{','.join(_each(tuple(term[2].split(',')), new))}"

    return _TERM.sub(named, query)
