"""Values and items that a `#` empties: what follows it is a comment, and nothing, or less, is left.

Only a `#` that no blank follows is suspected; and one within a text that is cut short is told by the composer.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import chain
from typing import Any

from tui.core.problems.problem import WARNING, Cure, Place
from tui.core.text.messages import worded
from tui.store.yaml.nodes import Node, Report, Scalar, YamlSequence

_BEFORE = " [,{\t"
"""After what a `#` may begin a comment."""
_NO_TEXT = ("", " ", "\t", "\n", "#", "!")
"""The signs behind the `#` of what is surely a comment."""
_ITEM = re.compile(r"#[^,\]}\n]*")
"""A text between brackets that a `#` begins."""
_LINE = re.compile(r"#[^\n]*")
MOST_SHOWN = 40
"""Characters of a text that is shown as it is to be."""


def suspects(text: str) -> list[int]:
    """The indices of each `#` that may begin a comment, and looks as if it began a text."""
    found = []
    i = text.find("#", 1)
    while i > 0:
        is_comment = text[i - 1] in _BEFORE and text[i + 1 : i + 2] not in _NO_TEXT
        if is_comment and text[text.rfind("\n", 0, i) + 1 : i].strip():
            found.append(i)
        i = text.find("#", i + 1)
    return found


class Hashes:
    """Those of a file, to be met with its nodes."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = suspects(text)

    @cached_property
    def rows(self) -> list[str]:
        """The lines of the text, for who cures one."""
        return self._text.split("\n")

    @property
    def lines(self) -> frozenset[int]:
        """The numbers, from 0, of the lines in which they stand."""
        numbers = set()
        line = past = 0
        for at in self._at:
            line, past = line + self._text.count("\n", past, at), at
            numbers.add(line)
        return frozenset(numbers)

    @property
    def has_any(self) -> bool:
        """True when there is any `#` that may have emptied something."""
        return bool(self._at)

    def look(self, node: Node, report: Report, failed: set[int]) -> None:
        """Say which of the values and items of a node a `#` has emptied; `failed` gets their lines, from 0."""
        if isinstance(node, Scalar) or not self._at:
            return
        near = self._at[bisect_left(self._at, node.start.index) : bisect_left(self._at, node.end.index + 1)]
        if near:
            around = _Around(node)
            for at in near:
                if around.is_loss(at, self._text):
                    failed.add(self._text.count("\n", 0, at))
                    self._say(at, report, _ITEM if around.flow_at(at) else _LINE)

    def _say(self, at: int, report: Report, reach: re.Pattern[str]) -> None:
        row = self._text.count("\n", 0, at)
        column = at - self._text.rfind("\n", 0, at)
        text = reach.match(self._text, at)
        shown = text[0].strip() if text else ""
        is_plain = shown and len(shown) <= MOST_SHOWN and not set('"\\').intersection(shown) and " #" not in shown
        hint = worded("put quotes: {text}", text=f'"{shown}"') if is_plain else worded("put quotes around the text")
        place = Place(row + 1, column, row + 1, column + 1)
        message = worded('what follows "#" is a comment, and nothing is left of this value')
        report(place, "cut-by-hash", WARNING, message, hint, self._quoted(row, column - 1, reach is _ITEM))


    def _quoted(self, row: int, column: int, is_sure: bool) -> tuple[Cure, ...]:
        """The cure that puts quotes around what a `#` begins; a whole line may be a comment after all."""
        from tui.store.typed.line_cures import between_brackets, quoted  # only a mistake needs it

        lines = self.rows
        if is_sure:
            return tuple(between_brackets(lines, row, column))
        return (quoted(lines, (row, column), (row, len(lines[row].rstrip())), is_sure=False),)


class _Around:
    """The scalars of a node, and its outermost brackets, by where they begin."""

    def __init__(self, node: Node) -> None:
        self._scalars: list[Scalar] = []
        self._flows: list[tuple[int, int]] = []
        seen: set[int] = set()  # what aliases stand for is met once
        waiting: list[tuple[Node, bool]] = [(node, False)]
        while waiting:
            one, within = waiting.pop()
            if id(one) in seen:
                continue
            seen.add(id(one))
            if isinstance(one, Scalar):
                self._scalars.append(one)
                continue
            if one.flow and not within:
                self._flows.append((one.start.index, one.end.index))
            inner = one.items if isinstance(one, YamlSequence) else chain.from_iterable(one.pairs.values())
            waiting += [(each, one.flow) for each in inner]
        self._scalars.sort(key=_begin)
        self._flows.sort()

    def flow_at(self, at: int) -> bool:
        """True when an index lies between brackets."""
        flow = bisect_right(self._flows, (at, 0)) - 1
        return flow >= 0 and self._flows[flow][1] > at

    def is_loss(self, at: int, text: str) -> bool:
        """True when a `#` at that index stands where a value or an item is due."""
        line = text.rfind("\n", 0, at) + 1
        before = text[line:at].rstrip(" \t")
        number = bisect_right(self._scalars, at, key=_begin)
        last: Any = self._scalars[number - 1] if number else None
        if last is not None and last.end_mark.index > at:  # within a text: in quotes, in a block, or a word such as a#b
            return False
        if self.flow_at(at):
            return before[-1] in "[,{:"
        if before[-1] not in "-:":
            return False
        if last is not None and last.end_mark.index == line + len(before) and not last.value and not last.style:
            return True
        following: Any = self._scalars[number] if number < len(self._scalars) else None
        return following is not None and not following.style and _goes_on(text, at, following)


def _begin(scalar: Any) -> int:
    return int(scalar.start_mark.index)


def _goes_on(text: str, at: int, scalar: Any) -> bool:
    """True when a text that begins with the `#` at that index goes on with a scalar on the next line."""
    _, *lines = text[at : scalar.start_mark.index].split("\n")
    end = scalar.end_mark.index
    return len(lines) == 1 and not lines[0].strip() and text[end : end + 1] != ":"
