"""Cures applied to a text: each change in its place, and not one other character touched."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from itertools import islice, takewhile

from tui.core.problems.problem import Cure, Edit

_LINE_END = re.compile("\r\n|\r|\n")

_Stretch = tuple[int, int, str]
"""Offsets from and up to, and what is to stand there."""


class TextEdits:
    """Changes to one text, which is as it was decoded: with its own line ends, and without a byte order mark."""

    def __init__(self, text: str) -> None:
        self._text = text
        ends = list(_LINE_END.finditer(text))
        self._starts = [0, *(end.end() for end in ends)]
        self._stops = [*(end.start() for end in ends), len(text)]
        self._line_end = ends[0][0] if ends else "\n"
        self._taken: list[_Stretch] = []

    def take(self, cure: Cure) -> bool:
        """Add the changes of a cure; False, and none of them, where another one changes the same place otherwise."""
        new: list[_Stretch] = []
        for stretch in map(self._stretch, cure.edits):
            near = list(self._near(stretch))
            if stretch in near:
                continue
            if any(_is_in_the_way(stretch, other) for other in near):
                for one in new:
                    self._taken.remove(one)
                return False
            insort(self._taken, stretch)
            new.append(stretch)
        return True

    def _near(self, stretch: _Stretch) -> Iterator[_Stretch]:
        """The changes that were taken and may touch one; as no two of them overlap, these are neighbours."""
        first = max(bisect_left(self._taken, stretch[:1]) - 1, 0)
        return takewhile(lambda other: other[0] <= stretch[1], islice(self._taken, first, None))

    def applied(self) -> str:
        """The text with all the changes that were taken."""
        pieces, at = [], 0
        for begin, end, text in self._taken:
            pieces += [self._text[at:begin], text]
            at = end
        return "".join([*pieces, self._text[at:]])

    def _stretch(self, edit: Edit) -> _Stretch:
        line, column, end_line, end_column = edit.place
        text = edit.text if self._line_end == "\n" else edit.text.replace("\n", self._line_end)
        return self._offset(line, column), self._offset(end_line, end_column), text

    def _offset(self, line: int, column: int) -> int:
        """The offset of a place; the end of its line, or of the text, for one beyond that."""
        if line > len(self._starts):
            return len(self._text)
        return min(self._starts[line - 1] + column - 1, self._stops[line - 1])


def with_cures(text: str, cures: Iterable[Cure]) -> str:
    """A text with cures in it, but for those that change a place where an earlier one has changed it otherwise."""
    edits = TextEdits(text)
    for cure in cures:
        edits.take(cure)
    return edits.applied()


def together(cures: Iterable[tuple[Cure, ...]]) -> tuple[Cure, ...]:
    """One cure for a problem that stands for many, of each of which these are the cures; none without any."""
    firsts = [several[0] for several in cures if several]
    edits = tuple(edit for one in firsts for edit in one.edits)
    return (Cure(edits, all(one.is_sure for one in firsts)),) if edits else ()


def _is_in_the_way(one: _Stretch, other: _Stretch) -> bool:
    """True when two changes overlap, or put something into the same place."""
    return (one[0] < other[1] and other[0] < one[1]) or one[:2] == other[:2]
