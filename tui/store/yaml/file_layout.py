"""The layout of a file's text: where its sections, their items and the fields of these stand, by the parser's marks.

One walk through the parser's events answers for `fmt`, `new`, `edit` and the places of hints; no node is built. Rows
and columns count from 0. What a comment belongs to is said by `store/write/comment_rows.py`, which only writing needs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from tui.store.yaml.composer import DATE_KEYS, DEPTH, DepthError
from tui.store.yaml.decode import only_our_lines, parser_text
from tui.store.yaml.libyaml import (
    AliasEvent,
    CParser,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from tui.store.yaml.recovery import Recovery
from tui.store.yaml.until_sound import until_sound

LIST, BLOCK, FLOW, EMPTY, OTHER = "list", "block", "flow", "empty", "other"
BLANKS = " \t"
"""The characters of a blank line: YAML counts no other among them."""

_DASH = re.compile(r"-(?=[ \t]*(?:#.*)?$)")
"""The dash before an item that begins behind it, or on a line below."""
_TEXTS = DATE_KEYS | {"id", "undated"}


class WrittenText(NamedTuple):
    """A value as it reads, and as it is written."""

    text: str
    """Empty for a block of others."""
    row: int
    column: int
    source: str


class Item(NamedTuple):
    """An event of the list, or an entry of a section that maps names to things."""

    row: int
    """Of its dash or its name."""
    last: int
    """The last row that is its own; comments between items are not."""
    start: int
    """The row that the reader gives its line by: of the first key behind the dash, or of the name."""
    column: int
    """Of its keys; -1 where it has none, or has them between brackets."""
    fields: tuple[tuple[str, str], ...]
    """Each key with the manner of its value: `text`, `[1]` (one between brackets), `[]`, `{}`, `:`, or `-` and how far
    right of the key that is."""
    texts: dict[str, WrittenText]
    """Its id and its dates by key; an alias reads as what it stands for."""
    defined: tuple[str, ...]
    """The anchors that stand in it."""
    used: tuple[str, ...]
    """The anchors that its aliases refer to."""
    keeps: bool
    """True when it ends in a text whose blank lines count (`|+`), so that none can be added or taken away."""


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
    """Of what stands between [ and ] none."""
    brackets: tuple[int, int, int, int] | None = None
    """The beginning and the end of brackets with nothing between them: row, column, row, column."""


class FileLayout(NamedTuple):
    """The sections of a file by name, in order."""

    root: str
    """`block`, `flow`, `empty` or `other`: how the file as a whole is written."""
    sections: dict[str, FileSection]
    end: int
    """The row after the last that anything can be put before: that of a closing `...`, if there is one."""


def file_layout(text: str) -> FileLayout:
    """The layout of a sound text with LF as line ends; YAMLError for what is no YAML."""
    return ParserWalk(only_our_lines(text)).layout()


def mended_layout(text: str) -> FileLayout:
    """The layout of any text; what has no syntax is blanked as in reading, so that lines keep their numbers."""
    return until_sound(Recovery(parser_text(text)), lambda left: ParserWalk(left).layout())


class ParserWalk:
    """One way through the events of the parser, never back."""

    def __init__(self, text: str) -> None:
        """`text` has no line ends but LF."""
        self._next: Callable[[], Any] = CParser(parser_text(text).encode()).get_event
        self._text = text
        self._last: Any = None
        """The event that what was seen so far ends with."""
        self._anchored: dict[str, str] = {}
        """Texts by their anchors."""
        self._defined: list[str] = []
        self._used: list[str] = []
        self._known: dict[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]] = {}

    @cached_property
    def _rows(self) -> list[str]:
        return self._text.split("\n")

    # ---- What is asked

    def layout(self) -> FileLayout:
        """The sections, with a look at all that follows, so that a fault further down is met too."""
        root = self._root()
        sections: dict[str, FileSection] = {}
        if root.__class__ is MappingStartEvent and not root.flow_style:
            manner = BLOCK
            for key, value in self._pairs():
                section = self._section(key, value)
                if key.__class__ is ScalarEvent:
                    sections.setdefault(key.value, section)
        elif root is None or (root.__class__ is ScalarEvent and not root.value):
            manner = EMPTY
        else:
            self._pass(root)
            manner = FLOW if root.__class__ is MappingStartEvent else OTHER
        end = len(self._rows) - (not self._rows[-1])
        while (event := self._next()) is not None:
            if event.__class__ is DocumentEndEvent and event.explicit:
                mark: Any = event.start_mark
                end = min(end, mark.line)
        return FileLayout(manner, sections, end)

    def find(self, path: Sequence[str]) -> tuple[Any, WrittenText] | None:
        """The event of a key, and its value, in the first item of a text that begins with one; None without it."""
        event, last = self._root(), None
        for name in path:
            while event.__class__ is SequenceStartEvent:  # the first of a list
                event = self._next()
            if event.__class__ is not MappingStartEvent:
                return None
            for key, value in self._pairs():
                event, last = value, key
                if getattr(key, "value", None) == name:
                    break
                self._pass(value)
            else:
                return None
        return last, self._written(event, self._pass(event)[1])

    # ---- The way through

    def _root(self) -> Any:
        while (event := self._next()).__class__ is not DocumentStartEvent:
            if event is None:
                return None
        return self._next()

    def _pairs(self) -> Iterator[tuple[Any, Any]]:
        """The keys of the mapping just entered, each with the event that its value starts with: pass that."""
        following = self._next
        while (key := following()).__class__ is not MappingEndEvent:
            self._pass(key)
            yield key, following()
        self._close(key)

    def _pass(self, event: Any) -> tuple[int, Any]:
        """Go past the node that begins with this event; how many nodes stand right in it, and the mark of its end."""
        depth = count = 0
        following = self._next
        while True:
            kind = event.__class__
            if kind is ScalarEvent:
                if event.value and event.anchor is None:  # most are
                    self._last = event
                else:
                    self._odd(event)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                depth += 1
                if depth > DEPTH:
                    raise DepthError(event.start_mark)
                if event.anchor is not None:
                    self._defined.append(event.anchor)
            elif kind is AliasEvent:
                self._last = event
                self._used.append(event.anchor)
            else:
                depth -= 1
                self._close(event)
            if not depth:
                return count, event.end_mark
            event = following()
            count += depth == 1 and event.__class__ is not SequenceEndEvent and event.__class__ is not MappingEndEvent

    def _close(self, event: Any) -> None:
        """Take note of a bracket; the end of a block is elsewhere."""
        if event.start_mark.index < event.end_mark.index:
            self._last = event

    def _odd(self, scalar: Any) -> None:
        """Take note of a scalar that is empty, or has an anchor."""
        if not self._is_nowhere(scalar):
            self._last = scalar
        if scalar.anchor is not None:
            self._defined.append(scalar.anchor)
            self._anchored[scalar.anchor] = scalar.value

    def _is_nowhere(self, scalar: Any) -> bool:
        """True when it is the value of a key that has none (`? key`), whose mark is that of what follows."""
        mark = scalar.start_mark
        if mark.index != scalar.end_mark.index:
            return False
        return mark.line >= len(self._rows) or not self._rows[mark.line][: mark.column].strip(BLANKS)

    # ---- What is seen

    def _section(self, key: Any, value: Any) -> FileSection:
        row, column = key.start_mark.line, key.start_mark.column
        start, kind, is_flow = value.start_mark, value.__class__, getattr(value, "flow_style", False)
        inner, count = column, 0
        items: tuple[Item, ...] = ()
        if kind is MappingStartEvent:
            items = tuple(self._item(name.start_mark.line, name, held) for name, held in self._pairs())
            inner, count = start.column, len(items)
        elif kind is SequenceStartEvent and not is_flow:
            found = list(self._list())
            items = tuple(item for item, _ in found)
            inner = found[0][1]
        else:
            count, _ = self._pass(value)
        last = max(self._end()[0], row)
        if is_flow:
            end = self._last.end_mark
            brackets = None if count else (start.line, start.column, end.line, end.column)
            return FileSection(row, column, FLOW if count else EMPTY, last, column, items, brackets)
        if kind is MappingStartEvent or kind is SequenceStartEvent:
            return FileSection(row, column, BLOCK if kind is MappingStartEvent else LIST, last, inner, items)
        is_empty = kind is ScalarEvent and not value.value and not value.style
        return FileSection(row, column, EMPTY if is_empty else OTHER, last, column, ())

    def _list(self) -> Iterator[tuple[Item, int]]:
        """The items of the list just entered, each with the column of its dash."""
        while (event := self._next()).__class__ is not SequenceEndEvent:
            mark = event.start_mark
            row, before = mark.line, self._rows[mark.line][: mark.column]
            while row and (not before.strip(BLANKS) or before.lstrip(BLANKS)[0] == "#"):
                row -= 1
                before = self._rows[row]
            dash = _DASH.search(before)
            yield self._item(row, event, event), dash.start() if dash else 0

    def _item(self, row: int, begin: Any, value: Any) -> Item:
        """An item that stands from a row on and begins with that event; its value begins with the other."""
        self._last, self._defined, self._used = begin, [], []
        fields: list[tuple[str, str]] = []
        texts: dict[str, WrittenText] = {}
        column = -1
        if value.__class__ is MappingStartEvent:
            start: Any = value.start_mark
            self._defined += [value.anchor] if value.anchor is not None else []
            column = -1 if value.flow_style else start.column
            for key, held in self._pairs():
                count, end = self._pass(held)
                name = key.value if key.__class__ is ScalarEvent else self._written(key, key.end_mark).text
                if name in _TEXTS:
                    texts[name] = self._written(held, end)
                if column >= 0:
                    is_text = held.__class__ is ScalarEvent
                    fields.append((name, "text" if is_text else _manner(held, key.start_mark.column, count)))
        else:
            self._pass(value)
        kept = tuple(fields)
        kept = self._known.setdefault(kept, kept)
        last, keeps = self._end()
        line = begin.start_mark.line
        return Item(row, max(last, row), line, column, kept, texts, tuple(self._defined), tuple(self._used), keeps)

    def _written(self, event: Any, end: Any) -> WrittenText:
        """A scalar, an alias or what stands between brackets, up to the mark of its end."""
        start = event.start_mark
        source = self._text[start.index : end.index]
        if event.__class__ is ScalarEvent:
            text = event.value
        elif event.__class__ is AliasEvent:
            text = self._anchored.get(str(event.anchor), "")
        else:
            text = source if event.flow_style else ""
        return WrittenText(text, start.line, start.column, source)

    def _end(self) -> tuple[int, bool]:
        """The last row that says something so far, and whether the blank ones after it count."""
        event = self._last
        mark = event.end_mark
        if getattr(event, "style", None) not in ("|", ">"):  # an alias or a bracket has none
            return mark.line, False
        return end_of_block(self._rows, event)


def end_of_block(rows: Sequence[str], event: Any) -> tuple[int, bool]:
    """The last row that says something of a text under `|` or `>`, and whether the blank ones after it count (`|+`)."""
    start, end = event.start_mark, event.end_mark
    row = end.line if end.column else end.line - 1
    while row > start.line and not rows[row].strip(BLANKS):
        row -= 1
    return row, "+" in rows[start.line][start.column :].partition(" #")[0]


def _manner(value: Any, column: int, count: int) -> str:
    """The manner in which a value, of so many nodes, is written under a key at that column."""
    if value.__class__ is SequenceStartEvent:
        mark: Any = value.start_mark
        between = "[1]" if count == 1 else "[]"
        return between if value.flow_style else f"-{max(0, mark.column - column)}"
    if value.__class__ is MappingStartEvent:
        return "{}" if value.flow_style else ":"
    return "text"
