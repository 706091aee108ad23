"""How a file is laid out: in which rows its sections, events and sources stand, and in what manner they are written.

Rows and columns count from 0. What has no syntax is blanked as in reading, so that lines keep their numbers.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from yaml._yaml import CParser
from yaml.error import MarkedYAMLError
from yaml.events import (
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceStartEvent,
)
from yaml.reader import ReaderError

from tui.store.yaml.composer import DEPTH, DepthError
from tui.store.yaml.decode import only_our_lines
from tui.store.yaml.recovery import Recovery

LIST, BLOCK, FLOW, EMPTY, OTHER = "list", "block", "flow", "empty", "other"


class Item(NamedTuple):
    """An event of the list, or an entry of a section that maps names to things."""

    row: int
    """Of its dash or its name."""
    last: int
    """The last row that is its own; comments between items are not."""
    start: int
    """The row that the reader gives its line by: of the first key behind the dash, or of the name."""
    column: int
    """Of its keys."""
    fields: tuple[tuple[str, str], ...]
    """Each key with the manner of its value: `text`, `[1]` (one between brackets), `[]`, `{}`, `:`, or `-` and how far
    right of the key that is."""


class FileSection(NamedTuple):
    """A key of the file with what stands under it."""

    row: int
    column: int
    manner: str
    """`list` (a dash an item), `block` (a name an item), `flow` (between brackets), `empty` (or nothing between them)
    or `other`."""
    last: int
    """The last row that is its own."""
    inner: int
    """The column of its items."""
    items: tuple[Item, ...]
    brackets: tuple[int, int, int, int] | None = None
    """Where brackets with nothing between them begin and end: row, column, row, column."""


class FileSections(NamedTuple):
    """The sections of a file by name, in order."""

    root: str
    """`block`, `flow`, `empty` or `other`: how the file as a whole is written."""
    sections: dict[str, FileSection]


def read_sections(text: str) -> FileSections:
    """How a file is laid out, of its text with LF as line ends."""
    recovery = Recovery(only_our_lines(text))
    while True:
        try:
            return _Dissection(recovery).read_sections()
        except MarkedYAMLError as error:
            recovery.blank(error)
        except ReaderError:
            recovery.replace_controls()
        except DepthError as error:
            recovery.blank_deep_nesting(error)


class _Dissection:
    """One way through the events of the parser."""

    def __init__(self, recovery: Recovery) -> None:
        self._next: Callable[[], Any] = CParser(recovery.data).get_event
        self._lines = recovery.text.split("\n")
        self._last = 0
        self._known: dict[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]] = {}

    def read_sections(self) -> FileSections:
        while not isinstance(event := self._next(), DocumentStartEvent):
            if event is None:
                return FileSections(EMPTY, {})
        root = self._next()
        if not isinstance(root, MappingStartEvent):
            is_empty = isinstance(root, ScalarEvent) and not root.value
            self._skip(root)
            return self._whole(EMPTY if is_empty else OTHER, {})
        if root.flow_style:
            self._skip(root)
            return self._whole(FLOW, {})
        sections: dict[str, FileSection] = {}
        while not isinstance(key := self._next(), MappingEndEvent):
            self._skip(key)
            value = self._next()
            section = self._section(key, value)
            if isinstance(key, ScalarEvent):
                sections.setdefault(key.value, section)
        return self._whole(BLOCK, sections)

    def _whole(self, root: str, sections: dict[str, FileSection]) -> FileSections:
        """To the end, so that a fault further down is met too."""
        while self._next() is not None:
            pass
        return FileSections(root, sections)

    def _section(self, key: Any, value: Any) -> FileSection:
        row, column = key.start_mark.line, key.start_mark.column
        start = value.start_mark
        if isinstance(value, ScalarEvent):
            self._skip(value)
            return FileSection(row, column, OTHER if value.value or value.style else EMPTY, self._last, column, ())
        if not isinstance(value, CollectionStartEvent):
            self._skip(value)
            return FileSection(row, column, OTHER, self._last, column, ())
        if value.flow_style:
            count, end = self._skip(value)
            brackets = None if count else (start.line, start.column, end.line, end.column)
            return FileSection(row, column, FLOW if count else EMPTY, self._last, column, (), brackets)
        is_list = isinstance(value, SequenceStartEvent)
        items = tuple(self._list(start.column) if is_list else self._entries())
        return FileSection(row, column, LIST if is_list else BLOCK, self._last, start.column, items)

    def _list(self, dash: int) -> list[Item]:
        items = []
        while not isinstance(event := self._next(), CollectionEndEvent):
            mark = event.start_mark
            row = mark.line
            while row and self._lines[row][dash : dash + 1] != "-":
                row -= 1
            items.append(self._item(row, event, mark.line))
        return items

    def _entries(self) -> list[Item]:
        items = []
        while not isinstance(key := self._next(), MappingEndEvent):
            self._skip(key)
            row = key.start_mark.line
            items.append(self._item(row, self._next(), row))
        return items

    def _item(self, row: int, value: Any, start: int) -> Item:
        self._last = max(self._last, row)
        column = value.start_mark.column
        fields: list[tuple[str, str]] = []
        if isinstance(value, MappingStartEvent) and not value.flow_style:
            while not isinstance(key := self._next(), MappingEndEvent):
                self._skip(key)
                held = self._next()
                count, _ = self._skip(held)
                fields.append((getattr(key, "value", ""), _manner(held, key.start_mark.column, count)))
        else:
            column = -1
            self._skip(value)
        kept = tuple(fields)
        return Item(row, self._last, start, column, self._known.setdefault(kept, kept))

    def _skip(self, event: Any) -> tuple[int, Any]:
        """Go past the node that begins with this event; how many nodes stand right in it, and the mark of its end."""
        depth, count = 0, 0
        while True:
            if isinstance(event, CollectionStartEvent):
                depth += 1
                if depth > DEPTH:
                    raise DepthError(event.start_mark)
            elif isinstance(event, CollectionEndEvent):
                depth -= 1
            self._reach(event)
            if not depth:
                return count, event.end_mark
            event = self._next()
            count += depth == 1 and not isinstance(event, CollectionEndEvent)

    def _reach(self, event: Any) -> None:
        """Take note of the last row that something stands in."""
        end: Any = event.end_mark
        begin: Any = event.start_mark
        if isinstance(event, ScalarEvent):
            row: int = end.line
            if event.style in ("|", ">"):
                row -= end.column == 0
                while row > begin.line and not self._lines[row].strip():
                    row -= 1
            self._last = max(self._last, row)
        elif end.column and begin.index < end.index:  # a bracket; the end of a block is elsewhere
            self._last = max(self._last, end.line)


def _manner(value: Any, column: int, count: int) -> str:
    """How a value, of so many nodes, is written under a key at that column."""
    if not isinstance(value, CollectionStartEvent):
        return "text"
    if isinstance(value, SequenceStartEvent):
        mark: Any = value.start_mark
        between = "[1]" if count == 1 else "[]"
        return between if value.flow_style else f"-{max(0, mark.column - column)}"
    return "{}" if value.flow_style else ":"
