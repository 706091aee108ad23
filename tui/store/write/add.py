"""Adding to a person's file with a guard: what comes out is read again, and must be what was there and what is new."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple, TypeVar

from tui.core.entry.draft import DraftContext
from tui.core.problems.problem import CODES, HINT, Place, Problem
from tui.core.timeline.model import Actor, Event, Silence, Source, Timeline
from tui.store.read.timeline import Reading, read
from tui.store.system import atomic_write, read_bytes
from tui.store.write import insert
from tui.store.write.insert import NoPlace

__all__ = ["NoPlace", "Opened", "added", "opened", "save"]

_OF_SYNTAX = frozenset(list(CODES)[: list(CODES).index("empty-file")])
"""Codes of what is wrong with a file as YAML."""

_NOWHERE = Place(0, 0, 0, 0)

_Thing = TypeVar("_Thing", Event, Source, Actor)


class Opened(NamedTuple):
    """A file as it was when it was read."""

    path: str
    data: bytes
    reading: Reading

    def ground(self, today: int) -> DraftContext:
        """What a new event is to stand on; `today` is a day number."""
        return DraftContext(self.reading.timeline, today, insert.lists_actors(self.reading.text))


def opened(path: str) -> Opened:
    """Read a file that is to be added to; Unreadable as `events.read`."""
    data = read_bytes.fetch(path)
    return Opened(path, data, read(data, path))


def added(file: Opened, event: Event | None, sources: Sequence[Source] = ()) -> Opened:
    """The file as it is to be, not yet saved; NoPlace when it cannot be had without loss."""
    before = file.reading
    if conflict := next((one for one in before.problems if one.code == "conflict-marker"), None):
        raise _faulty(conflict)  # what is put on one of its sides goes when the other is kept
    dates = {one.line: one.date for one in before.timeline.events}
    data = insert.inserted(file.data, event, sources, before.timeline.language, dates)
    after = read(data, before.name)
    if not _is_what_was_meant(before.timeline, after.timeline, event, sources) or _has_new_faults(before, after):
        worst = next((one for one in before.problems if one.code in _OF_SYNTAX), None)
        if worst is None:
            raise NoPlace("it cannot be added without a change to something else", "add it by hand")
        raise _faulty(worst)
    return Opened(file.path, data, after)


def _faulty(problem: Problem) -> NoPlace:
    return NoPlace(f"line {problem.place.line}: {problem.message}", "this has to be mended first")


def save(before: Opened, after: Opened) -> None:
    """Put one in the place of the other; saving.NotSaved, or saving.Changed, when that cannot be."""
    atomic_write.replace(before.path, before.data, after.data)


def _is_what_was_meant(before: Timeline, after: Timeline, event: Event | None, sources: Sequence[Source]) -> bool:
    """Whether everything is there that was, just as it was, and what is new, and nothing else."""
    new = event.id if event else None
    events_now = [_placeless(one) for one in after.events]
    if event is not None and _placeless(event) not in events_now:
        return False
    if [one for one in events_now if one.id != new] != [_placeless(one) for one in before.events]:
        return False
    actors = {**before.actors, **{own: one for own, one in after.actors.items() if event and own in event.actors}}
    return (
        _all_placeless(after.sources.values()) == _all_placeless([*before.sources.values(), *sources])
        and _all_placeless(after.actors.values()) == _all_placeless(actors.values())
        and _head(after) == _head(before)
    )


def _head(timeline: Timeline) -> Timeline:
    """A timeline without what is told apart one by one, and without places."""
    return timeline._replace(events=(), sources={}, actors={}, silences=_unplaced(timeline.silences))


def _placeless(thing: _Thing) -> _Thing:
    return thing._replace(line=0, silences=_unplaced(thing.silences))


def _unplaced(silences: Sequence[Silence]) -> tuple[Silence, ...]:
    """Silences wherever they stand."""
    return tuple(one._replace(place=_NOWHERE) for one in silences)


def _all_placeless(things: object) -> dict[str, object]:
    return {one.id: _placeless(one) for one in things}  # type: ignore[attr-defined]


def _has_new_faults(before: Reading, after: Reading) -> bool:
    """Whether something is wrong that was not; hints do not count."""
    was, now = (Counter(one.code for one in reading.problems if one.severity != HINT) for reading in (before, after))
    return bool(now - was)
