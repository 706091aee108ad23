"""The files of which one text is made: which of them a line of it is from, and which line of that file it is."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple


class FileLines(NamedTuple):
    """Files by the line of the whole, from 1, in which each begins."""

    names: tuple[str, ...]
    """As a reader knows them: the path of the folder with that of the file in it."""
    starts: tuple[int, ...]

    def number(self, line: int) -> int:
        """The place, among the files, of the one that a line is from."""
        return max(0, bisect_right(self.starts, line) - 1)

    def at(self, line: int) -> tuple[str, int]:
        """The name of the file that a line is from, and which line of it that is."""
        number = self.number(line)
        return self.names[number], line - self.starts[number] + 1
