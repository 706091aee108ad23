"""YAML bytes to nodes: every scalar stays text, everything keeps its place, and nothing hostile is built.

A composer of our own over the event stream of PyYAML's C parser. A scalar node is the parser's own event, so
that the many cost nothing; mappings and sequences are small objects. What YAML allows and a timeline has no
use for (tags, merge keys, keys that are no text, a second document) is reported and left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from tui.core.problems.problem import ERROR, WARNING, Cure, Place
from tui.core.text.messages import worded
from tui.store.yaml.decode import as_written, has_joined_escapes
from tui.store.yaml.hashes import Hashes
from tui.store.yaml.libyaml import (
    AliasEvent,
    CParser,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from tui.store.yaml.nodes import Node, Report, Scalar, YamlMapping, YamlSequence, at, between, place_of

if TYPE_CHECKING:
    from tui.store.yaml.anchors import Anchors

DEPTH = 64
"""The depth to which collections may nest (libyaml is quadratic, then crashes, far beyond it)."""
ITS_DEPTH = "exceeded maximum nesting depth"  # no words: the parser's
"""The words of libyaml from 0.2.6 on when it gives up by itself, a thousand deep; before that it went on."""
LONGEST = 1_000_000
"""Characters in one scalar."""

DATE_KEYS = frozenset({"date", "published", "seen"})
"""Keys of dates: a set such as `{1960,1961-12}` or `[..2025]` is read as its source text, without quotes."""
NO_TEXT = DATE_KEYS | {"url", "archive", "language", "country", "status"}
"""Keys of values that cannot hold ` #`, so that whatever follows it is a comment."""

_CUT = re.compile(r" #[^\s#!]")
"""The beginning of a comment that looks as if it went on with the text: `la grève #1`."""

_new = tuple.__new__
"""Makes a named tuple in half the time that its class takes, which adds up to a tenth of reading."""


class DepthError(Exception):
    """Collections nest beyond DEPTH; `mark` is where."""

    def __init__(self, mark: Any) -> None:
        super().__init__(worded("nested more than {number} deep", number=DEPTH))
        self.mark = mark


def _has_properties(text: str) -> bool:
    """True when an anchor or a tag may stand somewhere: where none does, no node is asked for its own."""
    return any(not i or text[i - 1] in " \n\t[{,:-?" for sign in "&!" for i in _finds(text, sign))


def _finds(text: str, sign: str) -> Iterator[int]:
    """The indices at which a sign stands in a text, in a tenth of the time that a pattern takes."""
    i = text.find(sign)
    while i >= 0:
        yield i
        i = text.find(sign, i + 1)


def _as_written(following: Callable[[], Any]) -> Any:
    """The parser's next event, with the value that JSON's escapes stand for."""
    event = following()
    if event.__class__ is Scalar:
        event.value = as_written(event.value, event.style == '"')
    return event


class SecondDocumentError(Exception):
    """The stream goes on after its first document."""


class Composer:
    """Builds nodes on demand, so that a long list is read item by item and never stands in memory whole."""

    def __init__(self, data: bytes, text: str, report: Report) -> None:
        """`data` is `text` in UTF-8; marks index the characters of `text`."""
        self._next: Callable[[], Any] = CParser(data).get_event
        if has_joined_escapes(text):
            self._next = partial(_as_written, self._next)
        self._text = text
        self._report = report
        self._depth = 0
        self.failed: set[int] = set()
        """Lines, from 0, of what was left out: what is missing there is no fault of its own."""
        self.hashes = Hashes(text)
        """Each `#` that may have cut a text short, or emptied a value."""
        self._cuts = self.hashes.lines
        self._has_properties = _has_properties(text)
        self.line_of_file: Callable[[int], int] = int
        """Gives the line of its file for a line of several files in one."""

    @cached_property
    def _anchors(self) -> Anchors:
        from tui.store.yaml.anchors import Anchors

        return Anchors(self._report, self.failed, len(self._text))

    def next_document(self) -> Any | None:
        """The event that the content of the next document starts with, of a stream of several; None after the last."""
        if self._has_properties and "_anchors" in self.__dict__:
            self._anchors.say_unused()
            del self.__dict__["_anchors"]
        return self.root()

    def root(self) -> Any | None:
        """The event that the first document's content starts with; None when there is none."""
        while (event := self._next()) is not None:
            if isinstance(event, DocumentStartEvent):
                return self._next()
        return None

    def finish(self) -> None:
        """Read to the end, after the root, and say which anchors were for nothing."""
        while (event := self._next()) is not None:
            if event.__class__ is DocumentStartEvent:
                raise SecondDocumentError
        if self._has_properties:
            self._anchors.say_unused()

    def entries(self) -> Iterator[tuple[Scalar, Any]]:
        """Keys of the mapping just entered, each with the event that its value starts with: consume it."""
        self._depth += 1
        seen: dict[str, Scalar] = {}
        while (event := self._next()).__class__ is not MappingEndEvent:
            key = self._key(event, None)
            value = self._next()
            if key is None:
                self._skip(value)
                continue
            first = seen.setdefault(key.value, key)
            if first is not key:
                self._repeated(key, first)
            yield key, value
        self._depth -= 1

    def items(self) -> Iterator[Any]:
        """The events that the items of the sequence just entered start with: consume each."""
        self._depth += 1
        while (event := self._next()).__class__ is not SequenceEndEvent:
            yield event
        self._depth -= 1

    def node(self, event: Any) -> Node:
        """The node that starts with this event."""
        if event.__class__ is Scalar:
            return self._odd(event)
        if event.__class__ is AliasEvent:
            return self._anchors.resolve(event)
        node = self._mapping(event, "") if event.__class__ is MappingStartEvent else self._sequence(event, "")
        if node.end.index - node.start.index > LONGEST:
            self._shorten(node)
        return node

    def _mapping(self, start: Any, name: str) -> YamlMapping:
        """A mapping that has just begun.

        Here and in `_sequence` half of reading is spent: what is done once a key stands in the loop, without a call
        and with the scalars first, as long as `python -m bench reading` shows a difference.
        """
        self._depth += 1
        has_properties = self._has_properties
        if self._depth > DEPTH or (has_properties and (start.tag or start.anchor)):
            self._enter(start)
        pairs: dict[str, tuple[Scalar, Node]] = {}
        repeated: list[Scalar] = []
        following, cuts, literal = self._next, self._cuts, () if name == "claims" else DATE_KEYS
        while (kind := (event := following()).__class__) is not MappingEndEvent:
            if kind is not Scalar or (key := event.value) == "<<" or (has_properties and (event.tag or event.anchor)):
                event = self._key(event, name)
                if event is None:
                    self._skip(following())
                    continue
                key = event.value
            value = following()
            kind = value.__class__
            if kind is Scalar:
                if has_properties and (value.tag or value.anchor):
                    value = self._odd(value)
                if cuts and value.end_mark.line in cuts and key not in NO_TEXT:
                    self._cut(value)
            elif kind is AliasEvent:
                value = self._anchors.resolve(value)
            elif key in literal and value.flow_style:
                value = self._source(value)
            else:
                value = (self._mapping if kind is MappingStartEvent else self._sequence)(value, key)
            if key in pairs:
                repeated.append(event)
            else:
                pairs[key] = event, value
        self._depth -= 1
        for again in repeated:
            self._repeated(again, pairs[again.value][0])
            if again.value == "id":
                break  # the rest of what is another item, but for its dash, repeats too
        mapping = _new(YamlMapping, (pairs, start.start_mark, event.end_mark, start.flow_style))
        return mapping if start.anchor is None else self._anchors.keep(start.anchor, mapping)

    def _sequence(self, start: Any, name: str) -> YamlSequence:
        self._depth += 1
        has_properties = self._has_properties
        if self._depth > DEPTH or (has_properties and (start.tag or start.anchor)):
            self._enter(start)
        items: list[Node] = []
        following, cuts = self._next, self._cuts
        while (kind := (event := following()).__class__) is not SequenceEndEvent:
            if kind is Scalar:
                if has_properties and (event.tag or event.anchor):
                    event = self._odd(event)
                if cuts and event.end_mark.line in cuts:
                    self._cut(event)
                items.append(event)
            elif kind is AliasEvent:
                items.append(self._anchors.resolve(event))
            else:
                items.append((self._mapping if kind is MappingStartEvent else self._sequence)(event, name))
        self._depth -= 1
        sequence = _new(YamlSequence, (items, start.start_mark, event.end_mark, start.flow_style))
        return sequence if start.anchor is None else self._anchors.keep(start.anchor, sequence)

    def _enter(self, start: Any) -> None:
        """The oddities at the beginning of a collection: its depth, a tag, an anchor."""
        if self._depth > DEPTH:
            raise DepthError(start.start_mark)
        if start.tag is not None:
            self._tagged(start)
        if start.anchor is not None:
            self._anchors.open(start.anchor)

    def _source(self, start: Any) -> Scalar:
        """A flow collection as the text that it is written with."""
        end = self._skip(start)
        return Scalar(None, None, (True, False), self._text[start.start_mark.index : end.index], start.start_mark, end)

    def _skip(self, event: Any) -> Any:
        """Leave out the node that starts with this event; the mark of its end."""
        depth = 0
        while True:
            if isinstance(event, MappingStartEvent | SequenceStartEvent):
                depth += 1
                if self._depth + depth > DEPTH:
                    raise DepthError(event.start_mark)
            elif isinstance(event, MappingEndEvent | SequenceEndEvent):
                depth -= 1
            if not depth:
                return event.end_mark
            event = self._next()

    def _key(self, event: Any, name: str | None) -> Scalar | None:
        """A key; None for one that is no text."""
        if isinstance(event, Scalar):
            if event.value == "<<" and not event.style:
                place, message = place_of(event), worded("merge keys are not read")
                self._report(place, "merge-key", ERROR, message, worded("write the keys out"))
                return None
            return self._odd(event)
        if name == "date" and isinstance(event, MappingStartEvent | SequenceStartEvent) and event.flow_style:
            return self._source(event)  # a value of a claim on the date: `[..2025-08-21]: [source]`
        start = event.start_mark
        place = between(start, self._skip(event))
        self._report(place, "bad-key", ERROR, worded("a key must be a text"), worded("put quotes around it"))
        return None

    def _odd(self, scalar: Any) -> Scalar:
        """A scalar with an anchor, a tag, or too many characters."""
        if scalar.tag is not None:
            self._tagged(scalar)
        if len(scalar.value) > LONGEST:
            self._empty(scalar)
        if scalar.anchor is not None:
            self._anchors.keep(scalar.anchor, scalar)
        return scalar  # type: ignore[no-any-return]  # its class was compared where it comes from

    def _empty(self, scalar: Any) -> None:
        """Take the text out of a scalar that is too long."""
        message = worded(
            "a text of {number} characters is too long ({most} is the most)",
            number=f"{len(scalar.value):,}",
            most=f"{LONGEST:,}",
        )
        self._report(at(scalar.start_mark), "too-long", ERROR, message, None)
        scalar.value = ""
        self.failed.add(scalar.start_mark.line)

    def _shorten(self, node: Node) -> None:
        """Empty what is too long within a node of that size: to measure each scalar would cost every file."""
        if isinstance(node, Scalar):
            if len(node.value) > LONGEST:
                self._empty(node)
            return
        for inner in node.items if isinstance(node, YamlSequence) else [value for _, value in node.pairs.values()]:
            self._shorten(inner)

    def _tagged(self, event: Any) -> None:
        written = self._text[event.start_mark.index : event.start_mark.index + 80].split()[:1]
        shown = next((word for word in written if word.startswith("!")), "!")
        hint = (
            worded("leave it out")
            if shown.startswith("!!")
            else worded('put quotes around a text that begins with "!"')
        )
        self.failed.add(event.start_mark.line)
        self._report(
            at(event.start_mark, len(shown)), "tag", ERROR, worded('tags such as "{tag}" are not read', tag=shown), hint
        )

    def _cut(self, scalar: Any) -> None:
        """Say of a plain text that a ` #` may have cut it short."""
        found = _CUT.match(self._text, scalar.end_mark.index)
        if not scalar.style and scalar.value and found is not None:
            mark = scalar.end_mark
            place = Place(mark.line + 1, mark.column + 2, mark.line + 1, mark.column + 3)
            hint = worded("put quotes around the text, or a space after the #")
            message = worded('what follows " #" is a comment, not text')
            self._report(place, "cut-by-hash", WARNING, message, hint, self._uncut(scalar))

    def _uncut(self, scalar: Any) -> tuple[Cure, ...]:
        """Quotes around the whole text, or a space after the #: only a person knows which was meant."""
        from tui.store.typed.line_cures import edit, quoted  # only a mistake needs it

        lines, mark = self.hashes.rows, scalar.end_mark
        whole = quoted(
            lines, (scalar.start_mark.line, scalar.start_mark.column), (mark.line, len(lines[mark.line].rstrip()))
        )
        comment = Cure((edit(mark.line, mark.column + 2, mark.column + 2, " "),), is_sure=False)
        return whole._replace(is_sure=False), comment

    def _repeated(self, key: Any, first: Scalar) -> None:
        line = self.line_of_file(place_of(first).line)
        message = worded('"{key}" stands here a second time, after line {line}', key=key.value, line=line)
        hint = (
            worded('"- " before it, if another item begins here')
            if key.value == "id"
            else worded("keep one of the two")
        )
        self._report(place_of(key), "duplicate-key", ERROR, message, hint)
