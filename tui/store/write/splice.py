"""A file as its rows, each with its own line end, into which lines are put between two rows.

Rows and columns count from 0, places in characters of the text without its BOM.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from tui.store.write.comment_rows import CommentRows, Gap
from tui.store.yaml.file_layout import FileSection

_LINE = re.compile("([^\r\n]*)(\r\n|\r|\n|$)")
_BOM = b"\xef\xbb\xbf"
_MOST_BLANKS = 2


class Splice(NamedTuple):
    """The text that replaces the characters from `begin` to before `end`."""

    begin: int
    end: int
    text: str


class FileRows:
    """The rows of a file that was read."""

    def __init__(self, data: bytes) -> None:
        """`data` is known to be UTF-8."""
        self._bom = _BOM if data.startswith(_BOM) else b""
        self._raw = data.decode("utf-8-sig")
        found = [(line.start(), line[1], line[2]) for line in _LINE.finditer(self._raw)]
        if len(found) > 1 and not found[-1][1] and found[-1][0] == len(self._raw):
            found.pop()  # what follows the last line end is no row
        self._starts = [start for start, _, _ in found]
        self._bodies = [body for _, body, _ in found]
        self._ends = [end for _, _, end in found]
        if self._bodies == [""] and not self._ends[0]:
            self._starts, self._bodies, self._ends = [], [], []
        self.comments = CommentRows(self._bodies)

    def __len__(self) -> int:
        return len(self._bodies)

    @property
    def text(self) -> str:
        """The rows with LF as line ends, as the parser counts them."""
        return "\n".join([*self._bodies, ""]) if self._ends and self._ends[-1] else "\n".join(self._bodies)

    # ---- What stands where

    def is_blank(self, row: int) -> bool:
        """True when there is such a row, and nothing in it."""
        return row < len(self) and self.comments.is_blank(row)

    def says_something_before(self, row: int) -> bool:
        """True when the row above is there and not empty."""
        return row > 0 and not self.is_blank(row - 1)

    def tail(self, last: int, stop: int, column: int, *, is_last: bool = False) -> int:
        """The row after a thing with its comments, as `CommentRows.tail` has it, of its last row by the parser."""
        return self.comments.tail(self._below(last, stop), stop, column, is_last=is_last)

    def gap(self, section: FileSection, number: int) -> Gap:
        """The gap between the item of that number and the next."""
        last, stop = section.items[number].last, section.items[number + 1].row
        return self.comments.between(self._below(last, stop), stop, section.inner)

    def _below(self, last: int, stop: int) -> int:
        """The row below a thing; what says something and is not its own by the parser had a fault, and was blanked."""
        return 1 + max((row for row in range(last + 1, stop) if self.comments.says_something(row)), default=last)

    def blanks_between(self, section: FileSection, others: Iterable[FileSection] = ()) -> int:
        """The usual number of empty rows between the items of a section; of one alone, of the others'."""
        counts: Counter[int] = Counter()
        pairs = list(pairwise(section.items)) or [pair for one in others for pair in pairwise(one.items)]
        for before, item in pairs:
            row = head = self.comments.head(before.last + 1, item.row)
            while row - 1 > before.last and self.is_blank(row - 1):
                row -= 1
            counts[min(head - row, _MOST_BLANKS)] += 1
        return counts.most_common(1)[0][0] if counts else 1

    # ---- Changes

    def put(self, row: int, lines: Sequence[str]) -> Splice:
        """Lines before a row, or after the last one; their line ends are those of their neighbours."""
        place = self._starts[row] if row < len(self) else len(self._raw)
        around = [self._ends[one] for one in (row - 1, row, 0) if 0 <= one < len(self)]
        end = next(filter(None, around), "\n")
        text = end.join(lines)
        hangs = row == len(self) > 0 and not self._ends[-1]
        return Splice(place, place, end + text if hangs else text + end)

    def within(self, row: int, begin: int, text: str, end: int | None = None) -> Splice:
        """A text in a row at a column, in the place of what stands from there to before another column."""
        start = self._starts[row]
        return Splice(start + begin, start + (begin if end is None else end), text)

    def without(self, stretch: tuple[int, int, int, int]) -> Splice:
        """Nothing in the place of a stretch and of the spaces before it."""
        begin = self._starts[stretch[0]] + stretch[1]
        end = self._starts[stretch[2]] + stretch[3]
        while self._raw[begin - 1] in " \t":
            begin -= 1
        return Splice(begin, end, "")

    def over(self, stretch: tuple[int, int, int, int], text: str) -> Splice:
        """A text in the place of a stretch from a row and column to another."""
        return Splice(self._starts[stretch[0]] + stretch[1], self._starts[stretch[2]] + stretch[3], text)

    def cut(self, first: int, last: int) -> Splice:
        """Nothing in the place of whole rows."""
        end = self._starts[last + 1] if last + 1 < len(self) else len(self._raw)
        return Splice(self._starts[first], end, "")

    def instead(self, row: int, begin: int, end: int, lines: Sequence[str]) -> Splice:
        """Lines in the place of what stands between two columns of a row."""
        start = self._starts[row]
        return Splice(start + begin, start + end, (self._ends[row] or "\n").join(lines))

    def spliced(self, splices: Iterable[Splice]) -> bytes:
        """The bytes of the file with those changes."""
        pieces, at = [], 0
        for begin, end, text in sorted(splices, key=lambda one: one[:2]):
            pieces += [self._raw[at:begin], text]
            at = end
        return self._bom + "".join([*pieces, self._raw[at:]]).encode("utf-8")
