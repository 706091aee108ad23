"""The text of a file that is open in an editor: its lines, its changes, and places in it as the editor counts them.

An editor counts lines from 0, each ended by LF, CR LF or CR, and in a line not characters but units: bytes of UTF-8,
or 16 bits of UTF-16. jalon counts characters.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from tui.core.problems.problem import Place

UTF_8, UTF_16, UTF_32 = "utf-8", "utf-16", "utf-32"
"""The encodings in whose units an editor may count."""

Spot = tuple[int, int]
"""A line, and a column of characters in it; both from 0."""
Stretch = tuple[Spot, Spot]
"""From a spot, up to another."""

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_ENDS = "\r\n"
_BOM = "\ufeff"


class OpenText:
    """A text as it stands in the editor now."""

    def __init__(self, text: str, encoding: str = UTF_16) -> None:
        """`encoding` is what the editor counts in."""
        self._lines = _lines(text)
        self._units = _UNITS[encoding]

    @property
    def lines(self) -> list[str]:
        """Its lines, with their ends; the last has none, and may be empty."""
        return self._lines

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(self._lines)

    def line(self, row: int) -> str:
        """A line without its end and without a byte order mark; empty beyond the last."""
        text = self._lines[row].rstrip(_ENDS) if 0 <= row < len(self._lines) else ""
        return text.removeprefix(_BOM) if row == 0 else text

    def change(self, text: str, first: Spot | None = None, last: Spot | None = None) -> None:
        """Put a text in the place of a stretch, whose columns are in the editor's units; in that of all without one."""
        if first is None or last is None:
            self._lines = _lines(text)
            return
        begin, end = self._spot(first), self._spot(last)
        if end < begin:
            begin, end = end, begin
        top, bottom = max(begin[0] - 1, 0), min(end[0] + 1, len(self._lines) - 1)
        before = [*self._lines[top : begin[0]], self._lines[begin[0]][: begin[1]]]
        after = [self._lines[end[0]][end[1] :], *self._lines[end[0] + 1 : bottom + 1]]
        new = _lines("".join([*before, text, *after]))
        if bottom < len(self._lines) - 1:
            new.pop()  # what ends its text with a line end has an empty line behind it only where all ends
        self._lines[top : bottom + 1] = new

    def spot(self, line: int, unit: int) -> Spot:
        """The line and the character of a place that the editor names, byte order mark not counted."""
        row, column = self._spot((line, unit))
        return row, max(column - self._mark(row), 0)

    def units(self, row: int, column: int) -> Spot:
        """A line and a character as the editor counts them; the end of a line for what is beyond it."""
        if row >= len(self._lines):
            return self.units(len(self._lines) - 1, len(self._lines[-1]))
        text = self._lines[row].rstrip(_ENDS)
        return row, self._units(text[: column + self._mark(row)])

    def stretch(self, place: Place) -> Stretch:
        """A place of the file as the editor counts."""
        return self.units(place.line - 1, place.column - 1), self.units(place.end_line - 1, place.end_column - 1)

    def _mark(self, row: int) -> int:
        return int(row == 0 and self._lines[0].startswith(_BOM))

    def _spot(self, place: Spot) -> Spot:
        row, unit = place
        if row >= len(self._lines):
            return len(self._lines) - 1, len(self._lines[-1])
        text = self._lines[row].rstrip(_ENDS)
        if text.isascii():
            return row, min(unit, len(text))
        seen = 0
        for column, character in enumerate(text):
            if seen >= unit:
                return row, column
            seen += self._units(character)
        return row, len(text)


def _lines(text: str) -> list[str]:
    """The lines of a text; after the last line end an empty one."""
    found: list[str] = _LINE.findall(text)
    if not found or found[-1][-1] in _ENDS:
        found.append("")
    return found


def _in_utf_8(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


def _in_utf_16(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


_UNITS: dict[str, Callable[[str], int]] = {UTF_8: _in_utf_8, UTF_16: _in_utf_16, UTF_32: len}
