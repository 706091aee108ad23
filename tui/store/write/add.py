"""Adding to a person's file with a guard: what comes out is read again, and must be what was there and what is new."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from tui.core.entry.draft import DraftContext
from tui.core.problems.problem import CODES, HINT, Problem
from tui.core.text.messages import worded
from tui.core.timeline.model import Event, Source, Timeline
from tui.store.files.joined import JoinedFiles
from tui.store.files.timeline_files import fetch_timeline
from tui.store.read.timeline import Reading, read
from tui.store.system import atomic_write
from tui.store.write import insert
from tui.store.write.insert import NoPlace
from tui.store.write.unplaced import unplaced, unplaced_timeline

__all__ = ["NoPlace", "Opened", "added", "opened", "reopened", "save"]

_OF_SYNTAX = frozenset(list(CODES)[: list(CODES).index("empty-file")])
"""Codes of what is wrong with a file as YAML."""


class Opened(NamedTuple):
    """A file as it was when it was read."""

    path: str
    data: bytes
    reading: Reading
    into: str = ""
    """Of a folder the file that is to be added to; empty for the one where the neighbours in time are."""

    def ground(self, today: int) -> DraftContext:
        """The ground that a new event is to stand on; `today` is a day number."""
        return DraftContext(self.reading.timeline, today, insert.lists_actors(self.reading.text))


def opened(path: str, into: str = "") -> Opened:
    """Read a file, or a folder, that is to be added to; Unreadable as `events.read`."""
    data = fetch_timeline(path)
    return Opened(path, data, read(data, path), into)


def reopened(file: Opened) -> Opened:
    """The file as it is now, for who holds its lock; the same when nothing has changed."""
    data = fetch_timeline(file.path)
    return file if data == file.data else Opened(file.path, data, read(data, file.path), file.into)


def added(file: Opened, event: Event | None, sources: Sequence[Source] = ()) -> Opened:
    """The file as it is to be, not yet saved; NoPlace when it cannot be had without loss."""
    before = file.reading
    if conflict := next((one for one in before.problems if one.code == "conflict-marker"), None):
        raise _faulty(conflict)  # what is put on one of its sides goes when the other is kept
    written, shown = _without_usual(before.timeline, event, sources)
    if isinstance(file.data, JoinedFiles):
        from tui.store.write.add_to_folder import with_entries  # a file alone needs none of it

        data: bytes = with_entries(file.data, before.timeline, written, shown, file.into)
    else:
        dates = {one.line: one.date for one in before.timeline.events}
        new = insert.Additions((written,) if written else (), shown)
        data = insert.inserted(file.data, new, before.timeline.language, dates)
    after = read(data, before.name)
    if not _is_what_was_meant(before.timeline, after.timeline, event, sources) or _has_new_faults(before, after):
        worst = next((one for one in before.problems if one.code in _OF_SYNTAX), None)
        if worst is None:
            raise NoPlace(worded("it cannot be added without a change to something else"), worded("add it by hand"))
        raise _faulty(worst)
    return Opened(file.path, data, after, file.into)


def _without_usual(
    timeline: Timeline, event: Event | None, sources: Sequence[Source]
) -> tuple[Event | None, Sequence[Source]]:
    """An event and sources as they are to be written: without what the timeline says of all that say nothing else."""
    if event is not None and timeline.countries and event.countries == timeline.countries:
        event = event._replace(countries=())
    usual = timeline.source_language
    return event, [one._replace(language=None) if usual and one.language == usual else one for one in sources]


def _faulty(problem: Problem) -> NoPlace:
    return NoPlace(
        worded("line {line}: {message}", line=problem.place.line, message=problem.message),
        worded("this has to be mended first"),
    )


def save(before: Opened, after: Opened) -> str:
    """Put one in the place of the other, under its lock: what could not be tidied away, mostly empty.

    Raises NotSaved, or Changed, when that cannot be.
    """
    if not (isinstance(before.data, JoinedFiles) and isinstance(after.data, JoinedFiles)):
        return atomic_write.replace(before.path, before.data, after.data)
    was = {one.path: one.data for one in before.data.files}
    changed = [one for one in after.data.files if was.get(one.path) != one.data]
    changed.sort(key=lambda one: one.rank)  # first what events refer to
    left = (atomic_write.replace(one.path, was.get(one.path), one.data) for one in changed)
    return " ".join(filter(None, left))


def _is_what_was_meant(before: Timeline, after: Timeline, event: Event | None, sources: Sequence[Source]) -> bool:
    """True when everything is there that was, just as it was, and what is new, and nothing else."""
    was, now = unplaced_timeline(before), unplaced_timeline(after)
    if event is not None and unplaced(event) not in now.events:
        return False
    meant = was._replace(
        events=tuple(one for one in now.events if not event or one.id != event.id),
        sources={**was.sources, **{one.id: unplaced(one) for one in sources}},
        actors={**was.actors, **{own: one for own, one in now.actors.items() if event and own in event.actors}},
    )
    return meant.events == was.events and meant == now._replace(events=meant.events)


def _has_new_faults(before: Reading, after: Reading) -> bool:
    """True when something is wrong that was not; hints do not count."""
    was, now = (Counter(one.code for one in reading.problems if one.severity != HINT) for reading in (before, after))
    return bool(now - was)
