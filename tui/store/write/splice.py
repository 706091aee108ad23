"""A file as its rows, each with its own line end, into which lines are put between two rows.

Rows and columns count from 0, places in characters of the text without its BOM.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from tui.store.write.file_layout import FileSection

_LINE = re.compile("([^\r\n]*)(\r\n|\r|\n|$)")
_BOM = b"\xef\xbb\xbf"
_MOST_BLANKS = 2


class Splice(NamedTuple):
    """What comes in the place of the characters from `begin` to before `end`."""

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

    def __len__(self) -> int:
        return len(self._bodies)

    @property
    def text(self) -> str:
        """The rows with LF as line ends, as the parser counts them."""
        return "\n".join([*self._bodies, ""]) if self._ends and self._ends[-1] else "\n".join(self._bodies)

    # ---- What stands where

    def is_blank(self, row: int) -> bool:
        """Whether there is such a row, and nothing in it."""
        return row < len(self) and not self._bodies[row].strip()

    def _says_something(self, row: int) -> bool:
        return not self.is_blank(row) and not self._is_comment(row)

    def _is_comment(self, row: int) -> bool:
        return self._bodies[row].lstrip().startswith("#")

    def _indent(self, row: int) -> int:
        return len(self._bodies[row]) - len(self._bodies[row].lstrip())

    def says_something_before(self, row: int) -> bool:
        """Whether the row above is there and not empty."""
        return row > 0 and not self.is_blank(row - 1)

    def end_of(self, last: int, stop: int, column: int) -> int:
        """The row after an item with the comments that belong to it, before the row where another begins.

        Those are comments right below it that are indented further than items, or that end at an empty line. What
        says something else and is not the item's by the parser had a fault, and was blanked in it.
        """
        row = 1 + max((one for one in range(last + 1, stop) if self._says_something(one)), default=last)
        while row < stop and self._is_comment(row) and self._indent(row) > column:
            row += 1
        below = row
        while below < stop and self._is_comment(below):
            below += 1
        return below if below >= len(self) or self.is_blank(below) else row

    def head_of(self, row: int, above: int, *, is_first: bool = False) -> int:
        """The row where the comments begin that stand right on top of an item, below the row `above`.

        With `is_first`, comments that begin the file are its own and not the item's.
        """
        head = row
        while head - 1 > above and self._is_comment(head - 1):
            head -= 1
        return row if is_first and head == 0 else head

    def has_heading(self, last: int, row: int) -> bool:
        """Whether a comment with empty lines around it stands between the end of an item and the next one."""
        end = self.end_of(last, row, 0)
        return any(self._is_comment(one) for one in range(end, self.head_of(row, last)))

    def blanks_between(self, section: FileSection, others: Iterable[FileSection] = ()) -> int:
        """How many empty rows there mostly are between the items of a section; of one alone, of the others'."""
        counts: Counter[int] = Counter()
        pairs = list(pairwise(section.items)) or [pair for one in others for pair in pairwise(one.items)]
        for before, item in pairs:
            row = head = self.head_of(item.row, before.last)
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

    def without(self, stretch: tuple[int, int, int, int]) -> Splice:
        """Nothing in the place of a stretch and of the spaces before it."""
        begin = self._starts[stretch[0]] + stretch[1]
        end = self._starts[stretch[2]] + stretch[3]
        while self._raw[begin - 1] in " \t":
            begin -= 1
        return Splice(begin, end, "")

    def spliced(self, splices: Iterable[Splice]) -> bytes:
        """The bytes of the file with those changes."""
        pieces, at = [], 0
        for begin, end, text in sorted(splices, key=lambda one: one[:2]):
            pieces += [self._raw[at:begin], text]
            at = end
        return self._bom + "".join([*pieces, self._raw[at:]]).encode("utf-8")
