"""The meaning of a file without its places: it is compared before and after lines move."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from tui.core.problems.problem import Place
from tui.core.timeline.model import Actor, Event, Silence, Source, Timeline

_NOWHERE = Place(0, 0, 0, 0)

_Thing = TypeVar("_Thing", Event, Source, Actor)


def unplaced(thing: _Thing) -> _Thing:
    """An event, a source or an actor without its line and the places of what it silences."""
    return thing._replace(line=0, silences=_silences(thing.silences))


def unplaced_timeline(timeline: Timeline) -> Timeline:
    """A timeline without the places of anything in it."""
    return timeline._replace(
        events=tuple(unplaced(one) for one in timeline.events),
        sources=_by_id(timeline.sources.values()),
        actors=_by_id(timeline.actors.values()),
        silences=_silences(timeline.silences),
    )


def _by_id(things: Iterable[_Thing]) -> dict[str, _Thing]:
    return {one.id: unplaced(one) for one in things}


def _silences(silences: Sequence[Silence]) -> tuple[Silence, ...]:
    return tuple(one._replace(place=_NOWHERE) for one in silences) if silences else ()
