"""The part of a timeline that goes out in another format: its events, and only what they name."""

from __future__ import annotations

from typing import NamedTuple

from tui.core.citation.resolve import ResolvedCitation, citations_by_source
from tui.core.index.protocol import Answers, EventFacts, walk
from tui.core.timeline.in_language import TimelineInLanguage
from tui.core.timeline.model import SURELY, Actor, Citation, Event, Source, Timeline


class Extract(NamedTuple):
    """The events of a query with what they name. Nothing else of the file is in it, and so nothing else goes out."""

    timeline: Timeline
    """With these events, sources, passages and actors alone, and without views."""
    facts: tuple[EventFacts, ...]
    """The facts that are known of each of its events, in their order."""
    language: str
    today: int
    """Of a timeline told by a day that day."""

    @property
    def voice(self) -> TimelineInLanguage:
        """The timeline in the reader's language."""
        return TimelineInLanguage(self.timeline, self.language)

    def cited(self) -> list[tuple[ResolvedCitation, ...]]:
        """The citations of all events, each once, those of each source together, in the order of first mention."""
        groups: dict[str, dict[Citation, ResolvedCitation]] = {}
        for event in self.timeline.events:
            for group in citations_by_source(event, self.timeline):
                known = groups.setdefault(group[0].citation.source, {})
                known.update((one.citation, one) for one in group)
        return [tuple(group.values()) for group in groups.values()]


def extract(answers: Answers, language: str) -> Extract:
    """The extract of the events that a query selects."""
    facts = tuple(walk(answers))
    events = tuple(one.event for one in facts)
    head = answers.engine.head
    if head.as_of is not None:
        dates = {one.event.id: one.date_out for one in facts if one.date_out != SURELY}
        statuses = {one.event.id: one.status_out for one in facts if one.status_out != SURELY}
        head = head._replace(as_of=head.as_of._replace(dates=dates, statuses=statuses))
    has_data = {name for event in events for name in event.data}
    timeline = head._replace(
        events=events,
        sources=_cited(events, head),
        actors=_named(events, head),
        data={name: unit for name, unit in head.data.items() if name in has_data},
        views=(),
        view=None,
    )
    return Extract(timeline, facts, language, answers.engine.today)


def _cited(events: tuple[Event, ...], head: Timeline) -> dict[str, Source]:
    """The sources that the events cite, each with the passages that they cite, in the order of the file."""
    passages: dict[str, set[str]] = {}
    for event in events:
        for citation in event.cited:
            found = passages.setdefault(citation.source, set())
            if citation.passage is not None:
                found.add(citation.passage.name)
    return {
        name: source._replace(passages={key: one for key, one in source.passages.items() if key in passages[name]})
        for name, source in head.sources.items()
        if name in passages
    }


def _named(events: tuple[Event, ...], head: Timeline) -> dict[str, Actor]:
    """The actors whom the events name, and those that they are a part of."""
    wanted: dict[str, None] = {}
    waiting = [name for event in events for name in (*event.actors, *event.told, *event.says)]
    while waiting:
        name = waiting.pop()
        if name not in wanted:
            wanted[name] = None
            waiting += head.actors[name].part_of if name in head.actors else ()
    return {name: actor for name, actor in head.actors.items() if name in wanted}
