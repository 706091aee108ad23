"""The keys and values of a file, each with its path and its place: what an editor points at.

They come from the parser's events, so that a place is right whatever the manner in which a value is written; what has
no syntax is blanked as in reading, and all else keeps its place.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from tui.core.problems.problem import Place
from tui.store.files.joined import JoinedFiles
from tui.store.read.folder import mended
from tui.store.yaml.composer import DEPTH, DepthError
from tui.store.yaml.decode import parser_text
from tui.store.yaml.libyaml import (
    CParser,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from tui.store.yaml.recovery import Recovery
from tui.store.yaml.until_sound import until_sound

Path = tuple[str | int, ...]
"""Keys, and places in lists from 0: `("events", 3, "actors", 0)`; of a key it ends in the key itself."""


class Written(NamedTuple):
    """A key, or a value that is one text."""

    path: Path
    is_key: bool
    text: str
    """As it reads."""
    place: Place
    """Without quotes, an anchor or a tag."""
    is_plain: bool
    """True when it is written as it reads, letter for letter, so that a part of it can be pointed at."""
    end: int
    """The last line of what stands under it, from 1; of a value its own."""

    def part(self, begin: int, end: int) -> Place:
        """The place of some of its characters; all of it when it is not written as it reads."""
        if not self.is_plain:
            return self.place
        line, column = self.place[:2]
        return Place(line, column + begin, line, column + end)


def written(text: str, files: JoinedFiles | None = None) -> list[Written]:
    """All that is written in a text whose line ends are LF, keys before what stands under them.

    Of a folder it is the text of all its files, each a document; else it has one.
    """
    if files is not None:
        sound, _problems, _gone = mended(parser_text(text), files.lines)
        return list(_Walk(sound).documents(files))
    return until_sound(Recovery(parser_text(text)), lambda left: list(_Walk(left).all()))


class _Walk:
    """One way through the events of the parser."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._next = CParser(text.encode()).get_event
        self._last = 1
        """The line on which what was seen so far ends, from 1."""
        self._events = 0
        """The events of the files before."""

    def all(self) -> Iterator[Written]:
        """Everything in the first document."""
        while (event := self._next()) is not None:
            if isinstance(event, ScalarEvent | MappingStartEvent | SequenceStartEvent):
                yield from self._node(event, (), 0)
                return

    def documents(self, files: JoinedFiles) -> Iterator[Written]:
        """Everything in all files; the number of an event is that among all."""
        while (event := self._next()) is not None:
            if isinstance(event, ScalarEvent | MappingStartEvent | SequenceStartEvent):
                mark: Any = event.start_mark
                is_event = files.files[files.lines.number(mark.line + 1)].is_event
                yield from self._node(event, ("events", self._events) if is_event else (), 0)
                self._events += is_event

    def _node(self, event: Any, path: Path, depth: int) -> list[Written]:
        kind = event.__class__
        if kind is ScalarEvent:
            found = self._scalar(event, path, is_key=False)
            self._last = found.end
            return [found]
        self._last = event.start_mark.line + 1
        if depth > DEPTH:
            raise DepthError(event.start_mark)
        if kind is MappingStartEvent:
            return self._mapping(event, path, depth)
        if kind is SequenceStartEvent:
            return self._sequence(event, path, depth)
        return []  # an alias

    def _mapping(self, event: Any, path: Path, depth: int) -> list[Written]:
        found: list[Written] = []
        while (key := self._next()).__class__ is not MappingEndEvent:
            if key.__class__ is not ScalarEvent:
                self._node(key, path, depth + 1)
                self._node(self._next(), path, depth + 1)
                continue
            own = (*path, key.value)
            head = self._scalar(key, own, is_key=True)
            self._last = head.end
            under = self._node(self._next(), own, depth + 1)
            found.append(head._replace(end=self._last))
            found += under
        self._close(event, key)
        return found

    def _sequence(self, event: Any, path: Path, depth: int) -> list[Written]:
        found: list[Written] = []
        is_of_events = path == ("events",)
        count = self._events if is_of_events else 0
        while (item := self._next()).__class__ is not SequenceEndEvent:
            found += self._node(item, (*path, count), depth + 1)
            count += 1
        self._events = count if is_of_events else self._events
        self._close(event, item)
        return found

    def _close(self, begin: Any, end: Any) -> None:
        """Take note of a closing bracket; the end of a block is where the next thing begins."""
        if begin.flow_style:
            self._last = end.end_mark.line + 1

    def _scalar(self, event: Any, path: Path, *, is_key: bool) -> Written:
        start, stop, text = event.start_mark, event.end_mark, event.value
        source = self._text[start.index : stop.index]
        line, column = start.line + 1, start.column + 1
        is_plain = "\n" not in source
        if is_plain:
            at = source.rfind(text) if text else len(source)
            quoted = event.style in ("'", '"')
            is_plain = at >= 0 and at + len(text) + quoted == len(source)
            if is_plain:
                column += at
                return Written(path, is_key, text, Place(line, column, line, column + len(text)), True, line)
        end_line = stop.line + 1 if stop.column or stop.line == start.line else stop.line
        end_column = stop.column + 1 if end_line == stop.line + 1 else len(_line(self._text, stop.index - 1)) + 1
        return Written(path, is_key, text, Place(line, column, end_line, end_column), False, end_line)


def _line(text: str, end: int) -> str:
    """The line that ends at an index."""
    return text[text.rfind("\n", 0, max(end, 0)) + 1 : max(end, 0)]
