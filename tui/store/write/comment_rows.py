"""The comments and blank lines of a file: which go with the thing above, which with the one below, which stay.

A comment directly above an event belongs to it. One that is set off by blank lines on both sides opens a section and
stays; so does what stands above the first event and below the last, and a `#region` with its `#endregion`. A comment
under an event belongs to it when it is indented further than the dashes, or when a blank line parts it from the next
event; under the last event only the former. The same holds for sources, and for sections of the file.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from tui.store.yaml.file_layout import BLANKS, FileSection, Item

_REGION = re.compile(r"[ \t]*#[ \t]*(end)?region\b", re.IGNORECASE)


class Gap(NamedTuple):
    """The rows between one thing and the next."""

    tail: int
    """The row after the comments of the thing above."""
    head: int
    """The row where the comments of the thing below begin."""
    is_parted: bool
    """True when a comment stands between these, which opens a section."""


class EventBlock(NamedTuple):
    """One event with the comments that belong to it."""

    lines: range
    """Rows from 0."""
    item: Item


class FileBlocks(NamedTuple):
    """The rows of a file: those above the events, sections of events, those between the sections, those below."""

    sections: list[list[EventBlock]]
    """Within each, nothing but blank lines stands between one entry and the next."""
    fixed: list[range]
    """Rows that stay: above the first section, between one and the next, below the last."""


class CommentRows:
    """The rows of a file, asked for those that say nothing; `rows` are without their ends."""

    def __init__(self, rows: Sequence[str]) -> None:
        self._rows = rows
        self._regions = _regions(rows)
        """The rows of `#region` and `#endregion` by each other."""

    # ---- Single rows

    def is_blank(self, row: int) -> bool:
        """True when nothing stands in a row."""
        return not self._rows[row].strip(BLANKS)

    def is_comment(self, row: int) -> bool:
        """True when nothing but a comment stands in a row."""
        return self._rows[row].lstrip(BLANKS).startswith("#")

    def says_something(self, row: int) -> bool:
        """True when more stands in a row than a comment."""
        return self._rows[row].lstrip(BLANKS)[:1] not in ("", "#")

    # ---- What belongs to what

    def head(self, begin: int, stop: int) -> int:
        """The row where the comments begin that stand right on top of the row `stop`, from the row `begin` on."""
        row = stop
        while row > begin and self.is_comment(row - 1) and row - 1 not in self._regions:
            row -= 1
        return row

    def tail(self, first: int, stop: int, column: int, *, is_last: bool = False) -> int:
        """The row after the comments that belong to a thing whose last row is above `first`.

        `stop` is where something else is said, or the end; `column` where things of its kind begin. `is_last` is said
        of an item that no other follows.
        """
        limit = next((row for row in range(first, stop) if row in self._regions), stop)
        row = end = first
        while row < limit:
            if self.is_blank(row):
                row += 1
                continue
            below = next((one for one in range(row, limit) if self.is_blank(one)), limit)
            inner = next((one for one in range(row, below) if not self._is_inner(one, column)), below)
            is_led = below == limit and limit < len(self._rows)  # by what it stands right on top of
            if row == first:
                end = inner if is_led or is_last else below
            elif not is_led and inner == below:
                end = below
            if end < below:
                break
            row = below
        return end

    def between(self, first: int, stop: int, column: int) -> Gap:
        """The gap between two things, from the row below one up to the row of the other."""
        if all(map(self.is_blank, range(first, stop))):  # most are
            return Gap(first, stop, is_parted=False)
        tail = self.tail(first, stop, column)
        head = max(self.head(first, stop), tail)
        return Gap(tail, head, any(not self.is_blank(row) for row in range(tail, head)))

    def loose_below(self, first: int) -> int:
        """The next row, from that one on, that says something, or the end."""
        return next((row for row in range(first, len(self._rows)) if self.says_something(row)), len(self._rows))

    def _is_inner(self, row: int, column: int) -> bool:
        """True when a comment is indented as the keys of an event are, further than its dash."""
        text = self._rows[row]
        return len(text) - len(text.lstrip(BLANKS)) > column

    # ---- A list of events

    def blocks(self, section: FileSection) -> FileBlocks:
        """The events of a list with their comments, and the rows that stay."""
        items, column = section.items, section.inner
        last = items[-1].last + 1
        gaps = [self.between(above.last + 1, below.row, column) for above, below in pairwise(items)]
        heads = [self.head(0, items[0].row), *(gap.head for gap in gaps)]
        tails = [*(gap.tail for gap in gaps), self.tail(last, self.loose_below(last), column, is_last=True)]
        entries = [EventBlock(range(*rows), item) for *rows, item in zip(heads, tails, items, strict=True)]
        walls = [self._is_wall(item) for item in items]
        sections = [entries[:1]]
        fixed = [range(heads[0])]
        for gap, (above, entry), are_walls in zip(gaps, pairwise(entries), pairwise(walls), strict=True):
            if gap.is_parted or any(are_walls):
                fixed.append(range(above.lines.stop, entry.lines.start))
                sections.append([entry])
            else:
                sections[-1].append(entry)
        return FileBlocks(sections, [*fixed, range(tails[-1], len(self._rows))])

    def _is_wall(self, item: Item) -> bool:
        """True when nothing passes an event: it ends in blank lines that count, or holds one end of a region."""
        rows = range(item.row, item.last + 1)
        return item.keeps or (bool(self._regions) and any(self._regions.get(row, row) not in rows for row in rows))


def _regions(rows: Sequence[str]) -> dict[int, int]:
    """The rows of `#region` and `#endregion` by each other; one without the other is a comment like any."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    for row, text in enumerate(rows):
        if "region" not in text.lower() or (found := _REGION.match(text)) is None:
            continue
        if not found[1]:
            opened.append(row)
        elif opened:
            begin = opened.pop()
            pairs |= {begin: row, row: begin}
    return pairs
