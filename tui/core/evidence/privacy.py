"""The part of a timeline that may be printed, copied and exported: no private part, and none that rests on one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tui.core.text.messages import _
from tui.core.text.plural import plural
from tui.core.timeline.model import Citation, Claim, Event, Source, Timeline


class Withheld(NamedTuple):
    """The number of events and of sources that are kept back."""

    events: int = 0
    sources: int = 0

    def __bool__(self) -> bool:
        return bool(self.events or self.sources)

    def __str__(self) -> str:
        events, sources = plural(self.events, "event"), plural(self.sources, "source")
        if self.events and self.sources:
            return _("{events} and {sources}", events=events, sources=sources)
        return events if self.events else sources if self.sources else ""


def public(timeline: Timeline) -> Timeline:
    """The timeline without what is private.

    A private source goes with its citations, with the claimed values that it alone gives, and with the events that
    rest on private sources alone: to tell those would tell what they say.
    """
    private = private_sources(timeline)
    if not private and not any(event.private for event in timeline.events):
        return timeline
    parts = (public_part(event, private) for event in timeline.events)
    events = [event for event in parts if event is not None]
    return timeline._replace(
        events=tuple(about_each_other(events)),
        sources={name: source for name, source in timeline.sources.items() if name not in private},
        proofs=timeline.proofs and timeline.proofs.without(private),
    )


def tellable(timeline: Timeline) -> Timeline:
    """The public part, also without what only what is kept back names or cites: what lists and hints may tell."""
    told = public(timeline)
    if told is timeline:
        return timeline
    named, all_named = (
        {name for event in events for name in (*event.actors, *event.told, *event.says)}
        for events in (told.events, timeline.events)
    )
    kept = {name for name in told.actors if name in named or name not in all_named}
    waiting = list(kept)
    while waiting:  # what an actor says that it is a part of is told with it
        new = {body for body in told.actors[waiting.pop()].part_of if body in told.actors} - kept
        kept |= new
        waiting += new
    only_hidden = _cited_in(timeline.events) - _cited_in(told.events)
    return told._replace(
        actors={name: actor for name, actor in told.actors.items() if name in kept},
        sources={
            name: _of_passages(source, only_hidden)
            for name, source in told.sources.items()
            if (name, None) not in only_hidden
        },
        proofs=told.proofs and told.proofs.without({name for name, passage in only_hidden if passage is None}),
    )


def _cited_in(events: Iterable[Event]) -> set[tuple[str, str | None]]:
    """The sources that events cite, each with None, and their passages, each with its name."""
    cited = {one for event in events for one in event.cited}
    named = {(one.source, one.passage.name) for one in cited if one.passage is not None}
    return {(one.source, None) for one in cited} | named


def _of_passages(source: Source, without: set[tuple[str, str | None]]) -> Source:
    """The source without some of its passages."""
    passages = {name: one for name, one in source.passages.items() if (source.id, name) not in without}
    return source if len(passages) == len(source.passages) else source._replace(passages=passages)


def about_each_other(events: list[Event]) -> list[Event]:
    """Of the events that are told each without what it is about and is not told."""
    names = {event.id for event in events}
    return [event if names.issuperset(event.about) else _about(event, names) for event in events]


def _about(event: Event, names: set[str]) -> Event:
    return event._replace(about=tuple(name for name in event.about if name in names))


def private_sources(timeline: Timeline) -> frozenset[str]:
    """The ids of the sources that are private."""
    return frozenset(name for name, source in timeline.sources.items() if source.private)


def is_kept_back(event: Event, private: frozenset[str]) -> bool:
    """True for an event that is private, or that rests on private sources alone."""
    return event.private or (bool(private) and bool(event.sources) and private.issuperset(event.sources))


def public_part(event: Event, private: frozenset[str]) -> Event | None:
    """The event without its citations of private sources and what hangs on them; None when it is not to be told."""
    if is_kept_back(event, private):
        return None
    if private.isdisjoint(event.sources):
        return event
    claims = (_public_claim(claim, private) for claim in event.claims)
    return event._replace(
        citations=_public(event.citations, private), claims=tuple(claim for claim in claims if claim is not None)
    )


def withheld(timeline: Timeline, asked: Iterable[Event]) -> Withheld:
    """The number of events among those asked for that are kept back, and of private sources that these cite."""
    private = private_sources(timeline)
    events, sources = 0, set[str]()
    for event in asked:
        events += is_kept_back(event, private)
        sources |= private.intersection(event.sources)
    return Withheld(events, len(sources))


def _public(citations: tuple[Citation, ...], private: frozenset[str]) -> tuple[Citation, ...]:
    return tuple(one for one in citations if one.source not in private)


def _public_claim(claim: Claim, private: frozenset[str]) -> Claim | None:
    """The claim without the values that private sources alone give; of a kept one the reason goes with it."""
    values = []
    for value in claim.values:
        citations = _public(value.citations, private)
        if citations or not value.citations:
            values.append(value._replace(citations=citations))
    if not values:
        return None
    kept = claim.keep is None or any(value.text == claim.keep for value in values)
    found = claim._replace(values=tuple(values))
    return found if kept else found._replace(keep=None, because={})
