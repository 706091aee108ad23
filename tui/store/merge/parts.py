"""A file's text as a tree of parts: sections, events, fields and items of lists, each with the lines that are its own.

Every line of the file stands in exactly one part, comments and blank lines in that of what follows them; so the parts
written one after the other are the file again, to the byte.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from tui.store.yaml.composer import DEPTH, DepthError
from tui.store.yaml.decode import only_our_lines, parser_text
from tui.store.yaml.file_layout import end_of_block
from tui.store.yaml.libyaml import (
    AliasEvent,
    CParser,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

_LINE = re.compile("([^\r\n]*)(\r\n|\r|\n|$)")
_BLANKS = " \t"

MARKS = ("<<<<<<<", "=======", ">>>>>>>")
"""The beginnings of the lines that git puts around the two sides of a conflict."""

Key = tuple[Hashable, int]
"""The name of a part, and how many of that name stand before it among its siblings."""


class Part(NamedTuple):
    """A stretch of whole lines, and the lines above it that belong to it."""

    key: Key
    head: tuple[str, ...] = ()
    """Comments and blank lines above it, with their line ends."""
    text: str = ""
    """Its own lines: all of them, or those before its parts, such as `sources:`."""
    value: Hashable = None
    """The meaning of what has no parts: a text, or the texts of what stands between brackets."""
    span: tuple[int, int] = (0, 0)
    """The characters of `text` in which that is written."""
    parts: tuple[Part, ...] | None = None
    """The fields of a mapping or the items of a list, each of which begins a line; None for what is a value alone."""
    is_list: bool = False
    dash: str = ""
    """The beginning of the line of an item's first field, in the place of blanks: `- `."""
    tail: tuple[str, ...] = ()
    """Comments below its last part that stand as far right as its parts."""
    column: int = 0
    """The column in which each of its parts begins."""

    def written(self) -> str:
        """The lines of the part, with those above it."""
        return "".join(self.head) + self.own()

    def own(self) -> str:
        """The lines of the part without those above it."""
        if self.parts is None:
            return self.text
        inner = "".join(part.written() for part in self.parts)
        return self.text + (_dashed(inner, self.dash) if self.dash else inner) + "".join(self.tail)

    def says(self) -> Hashable:
        """The meaning of the part and of all in it, whatever it is written with."""
        if self.parts is None:
            return self.value
        return self.is_list, tuple((part.key, part.says()) for part in self.parts)

    def shifted(self, columns: int) -> Part:
        """The part with all its lines so many columns further right, or left."""
        if not columns:
            return self
        return self._replace(
            head=_shifted(self.head, columns),
            text="".join(_shifted(rows_of(self.text), columns)),
            span=(self.span[0] + columns, self.span[1] + columns) if "\n" not in self.text.rstrip("\r\n") else (0, 0),
            parts=self.parts and tuple(part.shifted(columns) for part in self.parts),
            dash=_shifted([self.dash], columns)[0] if self.dash else "",
            tail=_shifted(self.tail, columns),
            column=self.column + columns,
        )

    def at_column(self, column: int) -> Part:
        """The part with its parts at a column; its own first line stays where it is."""
        by = column - self.column
        if not by or self.parts is None:
            return self
        dash = self.dash and self.dash.rstrip(_BLANKS).ljust(column)
        return self._replace(
            parts=tuple(part.shifted(by) for part in self.parts), tail=_shifted(self.tail, by), column=column, dash=dash
        )

    def child(self, name: Hashable) -> Part | None:
        """The first part in it of a name."""
        return next((part for part in self.parts or () if part.key == (name, 0)), None)


def rows_of(text: str) -> list[str]:
    """The lines of a text with their ends: CR, LF or both, and no other character that ends lines elsewhere."""
    return ["".join(pair) for pair in _LINE.findall(text) if any(pair)]


def _shifted(lines: Sequence[str], columns: int) -> tuple[str, ...]:
    """Lines so many columns further right, or left as far as they have blanks; empty ones stay empty."""
    if columns > 0:
        return tuple(" " * columns + line if line.strip("\r\n") else line for line in lines)
    return tuple(line[min(-columns, len(line) - len(line.lstrip(" "))) :] for line in lines)


Three = tuple[Part | None, Part | None, Part | None]
"""A part before, on our side and on theirs; None where there is none."""


def _dashed(text: str, dash: str) -> str:
    """The text with a dash before its first line that is no comment; in a conflict, before that of either side."""
    lines = rows_of(text)
    is_due, is_conflict = True, False
    for number, line in enumerate(lines):
        if line.startswith(MARKS):
            is_due = is_due or line.startswith("=")
            is_conflict = not line.startswith(">")
        elif is_due and line.strip(" \t\r\n") and not line.lstrip(_BLANKS).startswith("#"):
            lines[number] = dash + line[len(dash) :]
            is_due = False
        if not is_due and not is_conflict:
            break
    return "".join(lines)


def undashed(text: str, dash: str) -> str:
    """The text with blanks in the place of a dash."""
    return " " * len(dash) + text[len(dash) :]


class Unparted(Exception):
    """A text that has no parts to put together one by one: it is no YAML, or no mapping of lines."""


def parts_of(text: str) -> Part:
    """The tree of a text, whatever its line ends are; Unparted, or YAMLError, for what has none."""
    rows = rows_of(text)
    bare = only_our_lines("".join(row.rstrip("\r\n") + "\n" for row in rows))
    tree = _Walk(bare).tree()
    if tree is None:
        raise Unparted
    begin = tree.pairs[0].row if tree.pairs else 0
    root, past = _part(("", 0), tree, rows, begin, len(rows), bare.split("\n"))
    root = root._replace(tail=(*root.tail, *rows[past:]))
    first, *others = root.parts or (Part(("", 0)),)
    return root._replace(parts=(first._replace(head=tuple(rows[:begin])), *others))


# ---- The tree of the parser


class _Node(NamedTuple):
    """A part as the parser tells of it."""

    name: Hashable
    row: int
    """The row in which its key or its dash stands."""
    column: int
    last: int
    """The last row that is its own."""
    value: Hashable
    begin: Any
    end: Any
    """Marks of its value."""
    pairs: tuple[_Node, ...] | None = None
    """Its fields or items, where each begins a row."""
    is_list: bool = False
    inner: int = 0
    """The column of its fields or items."""


class _Walk:
    """One way through the events of the parser."""

    def __init__(self, text: str) -> None:
        self._next: Callable[[], Any] = CParser(parser_text(text).encode()).get_event
        self._rows = text.split("\n")
        self._depth = 0

    def tree(self) -> _Node | None:
        """The root, if it is a mapping of lines; None for anything else, and for more than one document."""
        while (event := self._next()).__class__ is not DocumentStartEvent:
            if event is None:
                return None
        root = self._node("", 0, -1, self._next())
        while (event := self._next()) is not None:
            if event.__class__ is DocumentStartEvent:
                return None
        return root if root.pairs and not root.is_list else None

    def items(self) -> Iterator[_Node]:
        """The items of a text that is a list."""
        event = self._next()
        while event is not None and event.__class__ is not SequenceStartEvent:
            event = self._next()
        while event is not None and (event := self._next()).__class__ is not SequenceEndEvent:
            yield self._node("", 0, 0, event)

    def _node(self, name: Hashable, row: int, column: int, event: Any) -> _Node:
        kind = event.__class__
        if kind is ScalarEvent:
            value: Hashable = None if not event.value and not event.style else event.value
            return _Node(name, row, column, self._last(event, row), value, event.start_mark, event.end_mark)
        if kind is AliasEvent:
            mark: Any = event.end_mark
            return _Node(name, row, column, mark.line, ("*", event.anchor), event.start_mark, mark)
        self._depth += 1
        if self._depth > DEPTH:
            raise DepthError(event.start_mark)
        node = (
            self._mapping(name, row, column, event)
            if kind is MappingStartEvent
            else self._list(name, row, column, event)
        )
        self._depth -= 1
        return node

    def _last(self, event: Any, row: int) -> int:
        """The last row of a scalar whose key stands in a row."""
        start, end = event.start_mark, event.end_mark
        if event.style not in ("|", ">"):
            return max(row, end.line) if start.index < end.index else row
        last, keeps = end_of_block(self._rows, event)
        return max(row, end.line - (not end.column) if keeps else last)

    def _mapping(self, name: Hashable, row: int, column: int, start: Any) -> _Node:
        fields: list[_Node] = []
        is_plain = not start.flow_style
        while (key := self._next()).__class__ is not MappingEndEvent:
            is_plain = is_plain and key.__class__ is ScalarEvent
            mark: Any = key.start_mark
            own = key.value if key.__class__ is ScalarEvent else self._node("", row, column, key).value
            fields.append(self._node(own, mark.line, mark.column, self._next()))
        return self._whole(name, row, column, start, key, fields, is_plain, is_list=False)

    def _list(self, name: Hashable, row: int, column: int, start: Any) -> _Node:
        items: list[_Node] = []
        while (event := self._next()).__class__ is not SequenceEndEvent:
            mark = event.start_mark
            begin, inner = (mark.line, mark.column) if start.flow_style else self._dash(mark)
            items.append(self._node("", begin, inner, event))
        named = [item._replace(name=_name(item)) for item in items]
        return self._whole(name, row, column, start, event, named, not start.flow_style, is_list=True)

    def _dash(self, mark: Any) -> tuple[int, int]:
        """The place of the dash before an item."""
        row, before = mark.line, self._rows[mark.line][: mark.column]
        while row and not before.rstrip(_BLANKS).endswith("-"):
            row -= 1
            before = self._rows[row].partition(" #")[0]
        return row, before.rstrip(_BLANKS).rfind("-")

    def _whole(
        self,
        name: Hashable,
        row: int,
        column: int,
        start: Any,
        end: Any,
        inner: list[_Node],
        is_plain: bool,
        is_list: bool,
    ) -> _Node:
        """A mapping or a list that has just ended."""
        value = ("[" if is_list else "{", *((None if is_list else one.name, one.value) for one in inner))
        if start.flow_style:
            mark: Any = end.end_mark
            return _Node(name, row, column, mark.line, value, start.start_mark, mark, None, is_list)
        last = max([row, *(one.last for one in inner)])
        begins = [one.row for one in inner]
        columns = {one.column for one in inner}
        begins_lines = all(self._begins_row(one, number) for number, one in enumerate(inner))
        is_parted = is_plain and inner and len(columns) == 1 and begins_lines and len(set(begins)) == len(begins)
        return _Node(
            name, row, column, last, value, start.start_mark, end.end_mark,
            tuple(inner) if is_parted else None, is_list, inner[0].column if inner else 0,
        )  # fmt: skip

    def _begins_row(self, node: _Node, number: int) -> bool:
        """True when nothing stands before a key or a dash in its row; before the first key, the dash of its item."""
        before = self._rows[node.row][: node.column]
        return not (before.strip(" -") if number == 0 else before.strip(" "))


def _name(item: _Node) -> Hashable:
    """The name of an item of a list: the id of an event, else its date and title; of another item what it says."""
    if isinstance(item.value, tuple) and item.value[:1] == ("{",):
        fields = {name: value for name, value in item.value[1:] if isinstance(name, str)}
        if isinstance(own := fields.get("id"), str):
            return "id", own
        if "title" in fields or "date" in fields:
            return "of", fields.get("date"), fields.get("title")
    return item.value


# ---- Lines


def _part(key: Key, node: _Node, rows: list[str], first: int, stop: int, bare: list[str]) -> tuple[Part, int]:
    """The part of a node whose own lines begin with the row `first`, and the row after the last of them."""
    if node.pairs is None:
        text = "".join(rows[first : node.last + 1])
        return Part(
            key, text=text, value=node.value, span=_span(node, first, rows), is_list=node.is_list
        ), node.last + 1
    begin = node.pairs[0]
    is_behind = node.row == begin.row and node.column < begin.column  # the first field, behind the dash of its item
    dash = bare[begin.row][: begin.column] if is_behind else ""
    past = first if is_behind else min(first + 1, begin.row)
    text = "".join(rows[first:past])
    parts: list[Part] = []
    seen: Counter[Hashable] = Counter()
    for number, (one, following) in enumerate(zip(node.pairs, (*node.pairs[1:], None), strict=True)):
        head = tuple(rows[past : one.row])
        until = following.row if following else stop
        inner, past = _part((one.name, seen[one.name]), one, rows, one.row, until, bare)
        seen[one.name] += 1
        if number == 0 and dash:
            inner = _without_dash(inner, dash)
        parts.append(inner._replace(head=head))
    tail = past
    while tail < stop and node.inner > 0 and _is_comment(bare[tail], node.inner):
        tail += 1
    return Part(key, (), text, None, (0, 0), tuple(parts), node.is_list, dash, tuple(rows[past:tail]), node.inner), tail


def _without_dash(part: Part, dash: str) -> Part:
    """The first field of an item with blanks in the place of its dash."""
    return part._replace(text=undashed(part.text, dash))


def _is_comment(row: str, column: int) -> bool:
    """True for a comment that stands at a column or to the right of it."""
    blanks = len(row) - len(row.lstrip(_BLANKS))
    return row[blanks : blanks + 1] == "#" and blanks >= column


def _span(node: _Node, first: int, rows: list[str]) -> tuple[int, int]:
    """The stretch of a part's own text that its value takes."""

    def at(mark: Any) -> int:
        return sum(map(len, rows[first : mark.line])) + int(mark.column)

    return at(node.begin), at(node.end)


def leaves(part: Part) -> Iterator[Hashable]:
    """Every text that stands in a part as a name or a value, those between brackets too."""
    yield part.key[0]
    for inner in part.parts or ():
        yield from leaves(inner)
    yield from _texts((part.value,))


def _texts(values: Iterable[Hashable]) -> Iterator[Hashable]:
    for value in values:
        if isinstance(value, tuple):
            yield from _texts(value)
        else:
            yield value


def flow_items(written: str) -> dict[Hashable, str] | None:
    """The items between two brackets by what they say, each as it is written; None where they are no list of texts."""
    walk = _Walk(written)
    found: dict[Hashable, str] = {}
    for node in walk.items():
        if node.value in found:
            return None
        found[node.value] = written[node.begin.index : node.end.index]
    return found
