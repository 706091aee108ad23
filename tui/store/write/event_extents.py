"""Where each event of a file stands, line by line, as the parser sees it: no node is built.

Rows count from 0, columns too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from tui.core.dates.canonical import canonical
from tui.core.dates.edtf import Date, DateError
from tui.core.dates.parse import parse_date

BLANKS = " \t"
"""What a blank line is made of: YAML counts no other character among them."""
_DASH = re.compile(r"( *)-(?=[ \t]|$)")
_EVENT_KEYS, _SOURCE_KEYS = frozenset(("id", "date")), frozenset(("published", "seen"))
_DATES = frozenset(("date", "published", "seen"))
_NOTHING: frozenset[str] = frozenset()


class Extent(NamedTuple):
    """The lines of one event, from its dash to the last of what it says, and what binds it to others."""

    first: int
    last: int
    id: str | None
    date: Date | None
    """None where there is none, or none that can be read."""
    defined: tuple[str, ...]
    """The anchors that stand in it."""
    used: tuple[str, ...]
    """The anchors that its aliases refer to."""
    keeps: bool
    """Whether it ends in a text whose blank lines count (`|+`), so that none can be added or taken away."""


class Respelling(NamedTuple):
    """A date that has a better spelling: what is to stand from one column of a row to another."""

    row: int
    begin: int
    end: int
    text: str


class EventList(NamedTuple):
    """The events of a file that stand in a list of lines."""

    extents: list[Extent]
    column: int
    """Where the dashes stand."""
    respellings: list[Respelling]


def find_event_list(text: str) -> EventList | None:
    """Where the events of a sound text stand; None when they are not a list of lines that begin with a dash.

    Raises YAMLError for what is no YAML.
    """
    return _ParserWalk(text).listing()


class _Node:
    """What was seen of a node on the way through it."""

    def __init__(self, start: Any) -> None:
        self.last = start
        """The event that its text ends with."""
        self.values: dict[str, str] = {}
        """The texts of the keys that were wanted."""
        self.defined: list[str] = []
        self.used: list[str] = []
        self.key: str | None = None
        """The key of its own that its next value belongs to."""
        self.is_value = False
        """Whether a value of its own comes next, after its key."""


class _ParserWalk:
    """Goes once through the parser's events."""

    def __init__(self, text: str) -> None:
        self._next = CParser(text.encode()).get_event
        self._text = text
        self._rows = text.split("\n")
        self._anchored: dict[str, str] = {}
        """Texts by their anchors."""
        self._respellings: list[Respelling] = []

    def listing(self) -> EventList | None:
        found: list[tuple[int, Extent] | None] | None = None
        for name, start in self._sections():
            if name == "events" and start.__class__ is SequenceStartEvent and not start.flow_style:
                found = [self._extent(event) for event in self._items()]
            elif name == "sources" and start.__class__ is MappingStartEvent:
                self._sources()
            else:
                self._node(start, _NOTHING)
        good = [one for one in found or () if one]
        columns = {column for column, _ in good}
        if found is None or len(good) < len(found) or len(columns) > 1:
            return None
        return EventList([extent for _, extent in good], next(iter(columns), 0), self._respellings)

    # ---- The way through

    def _sections(self) -> Iterator[tuple[str | None, Any]]:
        """The keys of the file, each with the event that its value starts with: walk through it."""
        while (event := self._next()).__class__ is not DocumentStartEvent:
            if event is None:
                return
        if self._next().__class__ is not MappingStartEvent:
            return
        while (key := self._next()).__class__ is not MappingEndEvent:
            self._node(key, _NOTHING)
            yield key.value if key.__class__ is ScalarEvent else None, self._next()

    def _items(self) -> Iterator[Any]:
        while (event := self._next()).__class__ is not SequenceEndEvent:
            yield event

    def _sources(self) -> None:
        while (key := self._next()).__class__ is not MappingEndEvent:
            self._node(key, _NOTHING)
            self._node(self._next(), _SOURCE_KEYS)

    def _node(self, event: Any, wanted: frozenset[str]) -> _Node:
        """Walk through the node that an event starts, and remember what its wanted keys hold."""
        node = _Node(event)
        opened: list[Any] = []
        following = self._next
        while True:
            kind = event.__class__
            if kind is ScalarEvent and len(opened) > 1 and event.anchor is None and event.value:  # most are
                node.last, event = event, following()
                continue
            start, text = event, None
            if kind is ScalarEvent or kind is AliasEvent:
                text = self._leaf(node, event)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                opened.append(event)
                node.defined += [event.anchor] if event.anchor is not None else []
            else:
                start = opened.pop()
                if start.flow_style:
                    node.last = event
                    text = self._text[start.start_mark.index : event.end_mark.index]
            if len(opened) == 1 and opened[0].__class__ is MappingStartEvent and event is not opened[0]:
                self._half(node, wanted, text, start.start_mark, event.end_mark)
            if not opened:
                return node
            event = following()

    def _leaf(self, node: _Node, event: Any) -> str:
        """The text of a scalar, or of the one that an alias stands for."""
        if not self._is_nowhere(event):
            node.last = event
        name, text = event.anchor, getattr(event, "value", None)  # an alias has none
        if text is None:
            node.used.append(name)
            return self._anchored.get(name, "")
        if name is not None:
            node.defined.append(name)
            self._anchored[name] = text
        return str(text)

    def _half(self, node: _Node, wanted: frozenset[str], text: str | None, start: Any, end: Any) -> None:
        """Take a key of the node, or the value that belongs to it."""
        if not node.is_value:
            node.key = text
        elif node.key in wanted and text is not None:
            node.values[node.key or ""] = text
            if node.key in _DATES:
                self._respell(text, start, end)
        node.is_value = not node.is_value

    def _is_nowhere(self, event: Any) -> bool:
        """Whether an event is the value of a key that has none (`? key`), whose mark is that of what follows."""
        mark = event.start_mark
        if mark.index != event.end_mark.index:
            return False
        return mark.line >= len(self._rows) or not self._rows[mark.line][: mark.column].strip(BLANKS)

    # ---- What is seen

    def _respell(self, text: str, start: Any, end: Any) -> None:
        """Note the better spelling of a date that is written as it reads."""
        source = self._text[start.index : end.index]
        quoted = source[:1] in ("'", '"')
        if start.line != end.line or (source[1:-1] if quoted else source) != text:
            return
        try:
            better = canonical(text)
        except DateError:
            return
        if better != text:
            begin = start.column + quoted
            self._respellings.append(Respelling(start.line, begin, begin + len(text), better))

    def _extent(self, event: Any) -> tuple[int, Extent] | None:
        """One event and the column of its dash; None when it does not begin with a dash on a line of its own."""
        node = self._node(event, _EVENT_KEYS)
        dash = self._dash(event.start_mark)
        if dash is None:
            return None
        (row, column), (last, keeps) = dash, self._end(node.last)
        date = _date(node.values.get("date"))
        extent = Extent(
            row, max(last, row), node.values.get("id"), date, tuple(node.defined), tuple(node.used), keeps
        )
        return column, extent

    def _dash(self, mark: Any) -> tuple[int, int] | None:
        """Row and column of the dash before an item: on its line, or alone above it."""
        row, before = mark.line, self._rows[mark.line][: mark.column]
        while not before.strip(BLANKS) or before.lstrip(BLANKS)[0] == "#":
            if not row:
                return None
            row -= 1
            before = self._rows[row]
        found = _DASH.match(before)
        return (row, found.end(1)) if found else None

    def _end(self, event: Any) -> tuple[int, bool]:
        """The last row of a text that says something, and whether the blank ones after it count."""
        mark = event.end_mark
        if getattr(event, "style", None) not in ("|", ">"):  # an alias or a bracket has none
            return mark.line, False
        head = self._rows[event.start_mark.line][event.start_mark.column :]
        row = mark.line if mark.column else mark.line - 1
        while not self._rows[row].strip(BLANKS):
            row -= 1
        return row, "+" in head.partition(" #")[0]


def _date(text: str | None) -> Date | None:
    """A date as the reader of events takes it; None when it is none."""
    if text is None:
        return None
    if "\n" in text and text[:1] in ("[", "{"):
        text = "".join(text.split())
    try:
        return parse_date(text)
    except DateError:
        return None
