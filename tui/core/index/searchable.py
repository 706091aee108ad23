"""The words of an event that a reader sees: its row and the whole of it beside the list."""

from __future__ import annotations

from collections.abc import Iterator

from tui.core.evidence.notation import value_in_language
from tui.core.timeline.in_language import TimelineInLanguage
from tui.core.timeline.model import Event


def shown_words(event: Event, voice: TimelineInLanguage) -> Iterator[str]:
    """The texts of its own that an event shows, in the reader's language."""
    yield voice.as_written(event.titles)
    yield voice.as_written(event.shorts)
    yield voice.as_written(event.texts)
    yield voice.as_written(event.date_note)
    for claim in event.claims:
        yield claim.name
        yield voice.as_written(claim.names)
        yield from (value_in_language(value.text, claim.name, voice.language) for value in claim.values)
        yield voice.as_written(claim.because)


def shared_words(event: Event, voice: TimelineInLanguage) -> Iterator[str]:
    """The words that it shows and others show too: status and kind, places, actors, tags, and its sources."""
    yield event.status
    if event.kind:
        yield event.kind
    yield from event.places
    yield from map(voice.country, event.countries)
    yield from map(voice.actor, event.actors)
    yield from map(voice.actor, (*event.told, *event.says))
    yield from event.tags
    for name in event.sources:
        yield voice.publisher(name)
        source = voice.timeline.sources.get(name)
        if source is not None:
            yield voice.as_written(source.titles)
