"""New events and sources put into one of several files: where the neighbours in time are."""

from __future__ import annotations

import os
from collections.abc import Sequence

from tui.core.text.messages import worded
from tui.core.timeline.model import Event, Source, Timeline
from tui.store.files.joined import JoinedFiles, StoryFile
from tui.store.write.event_lines import YamlStyle, event_lines
from tui.store.write.insert import Additions, NoPlace, inserted
from tui.store.yaml.file_layout import mended_layout

_NEW_SOURCES = "sources.yaml"
"""The file that is made for sources where no file has any."""


def with_entries(
    data: JoinedFiles, timeline: Timeline, event: Event | None, sources: Sequence[Source], into: str
) -> JoinedFiles:
    """The files with an event and sources in them; NoPlace where the way they are written leaves none.

    The event goes into the file of the event before it in time; where that is an event alone, it becomes a file beside
    it. `into` names another file. Sources go where that file has some, else where most are.
    """
    target = _named(data, into) if into else _near(data, timeline, event)
    if sources:
        home = _home_of_sources(data, target)
        data = _inserted(data, home, timeline, None, sources)
    if event is None:
        return data
    if target.is_event and not into:
        return _beside(data, target, event, timeline.language)
    return _inserted(data, target.path, timeline, event, ())


def _named(data: JoinedFiles, path: str) -> StoryFile:
    real = os.path.realpath(path)
    found = next((one for one in data.files if os.path.realpath(one.path) == real), None)
    if found is None:
        raise NoPlace(worded("{file} is not one of the files of this folder", file=path))
    if found.is_event:
        raise NoPlace(worded("{file} is one event", file=path), worded("a file with events: or a new one"))
    return found


def _near(data: JoinedFiles, timeline: Timeline, event: Event | None) -> StoryFile:
    """The file of the last event that is not later, else of the first; without events the first file with sections."""
    if event is None or not timeline.events:
        return next((one for one in data.files if not one.is_event), data.files[0])
    key = event.date.sort_key
    earlier = [one for one in timeline.events if one.date.sort_key <= key]
    neighbour = earlier[-1] if earlier else timeline.events[0]
    return data.files[data.lines.number(neighbour.line)]


def _home_of_sources(data: JoinedFiles, target: StoryFile) -> str:
    counts = {one.path: _sources_in(one) for one in data.files}
    if counts[target.path]:
        return target.path
    best = max(counts, key=lambda path: counts[path])
    if counts[best]:
        return best
    if not target.is_event:
        return target.path
    return os.path.join(os.path.dirname(target.path), _NEW_SOURCES)


def _sources_in(file: StoryFile) -> int:
    """The number of sources that a file tells of."""
    if file.is_event or b"sources:" not in file.data:
        return 0
    section = mended_layout(_text(file.data)).sections.get("sources")
    return len(section.items) if section else 0


def _text(data: bytes) -> str:
    return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def _inserted(
    data: JoinedFiles, path: str, timeline: Timeline, event: Event | None, sources: Sequence[Source]
) -> JoinedFiles:
    new = Additions((event,) if event else (), sources)
    number = next((n for n, one in enumerate(data.files) if one.path == path), None)
    if number is None:
        return data.with_file(path, inserted(b"", new, timeline.language, {}))
    own = (one for one in timeline.events if data.lines.number(one.line) == number)
    dates = {data.lines.at(one.line)[1]: one.date for one in own}
    return data.with_file(path, inserted(data.files[number].data, new, timeline.language, dates))


def _beside(data: JoinedFiles, neighbour: StoryFile, event: Event, language: str) -> JoinedFiles:
    """The files with one more, which is the event and has its id for a name."""
    folder, ending = os.path.dirname(neighbour.path), os.path.splitext(neighbour.path)[1]
    path = os.path.join(folder, f"{event.id}{ending}")
    if any(one.path == path for one in data.files) or os.sep in event.id or event.id.startswith("."):
        raise NoPlace(worded("{file} cannot be made", file=path), worded("another id, or --into FILE"))
    manner = YamlStyle()
    lines = event_lines(event, language, manner)
    text = "".join(f"{line[manner.keys :]}\n" for line in [" " * manner.keys + lines[0][manner.keys :], *lines[1:]])
    return data.with_file(path, text.encode())
