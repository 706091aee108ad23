"""How a file of events is laid out: which lines go with which event, and which stay where they are.

A comment directly above an event belongs to it. One that is set off by blank lines on both sides opens a section and
stays; so does what stands above the first event and below the last. A comment under an event belongs to it when it is
indented further than the dashes, or when a blank line parts it from the next event.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from tui.store.write.event_extents import BLANKS, EventList, Extent


class EventBlock(NamedTuple):
    """One event with the comments that belong to it."""

    lines: range
    """Rows from 0."""
    extent: Extent


class FileBlocks(NamedTuple):
    """The rows of a file: those above the events, sections of events, those between the sections, those below."""

    sections: list[list[EventBlock]]
    """Within each, nothing but blank lines stands between one entry and the next."""
    fixed: list[range]
    """Rows that stay: above the first section, between one and the next, below the last."""


def laid_out(rows: list[str], listing: EventList) -> FileBlocks:
    """The layout of a file; `rows` are its lines without their ends."""
    extents = listing.extents
    if not extents:
        return FileBlocks([], [range(len(rows))])
    gaps = [_Gap(rows, None, extents[0].first, listing.column)]
    for above, below in pairwise(extents):
        gaps.append(_Gap(rows, above.last + 1, below.first, listing.column))
    gaps.append(_Gap(rows, extents[-1].last + 1, None, listing.column))
    entries = [
        EventBlock(range(above.below, below.above), extent)
        for above, below, extent in zip(gaps, gaps[1:], extents, strict=False)
    ]
    sections: list[list[EventBlock]] = []
    fixed = [range(entries[0].lines.start)]
    for gap, entry in zip(gaps, entries, strict=False):
        if sections and not gap.parts and not entry.extent.keeps and not sections[-1][-1].extent.keeps:
            sections[-1].append(entry)
            continue
        if sections:
            fixed.append(range(sections[-1][-1].lines.stop, entry.lines.start))
        sections.append([entry])
    return FileBlocks(sections, [*fixed, range(entries[-1].lines.stop, len(rows))])


class _Gap:
    """The blank lines and comments between two events, above the first, or below the last."""

    def __init__(self, rows: list[str], first: int | None, stop: int | None, column: int) -> None:
        """Rows from the first to before the last; None is where there is no event on that side."""
        self._rows = rows
        self._column = column
        begin, end = _bounds(rows, first, stop)
        blocks = _blocks(rows, begin, end)
        is_led = bool(blocks) and blocks[-1].stop == end
        """Whether a comment stands directly above what follows."""
        self.below = blocks[-1].start if is_led and stop is not None else end
        """Where what belongs to the event below begins."""
        self.above = begin
        """Where what belongs to the event above ends."""
        if first is not None:
            self._attach(blocks, begin, end if is_led and (stop is not None or end < len(rows)) else -1)
        self.parts = any(not _is_blank(rows[row]) for row in range(self.above, self.below))
        """Whether a comment in it opens a section."""

    def _attach(self, blocks: list[range], begin: int, led: int) -> None:
        """Give the event above the comments that are its own; `led` is where the last block ends if it is another's."""
        for block in blocks:
            inner = next((row for row in block if not self._is_inner(row)), block.stop)
            if block.start == begin:
                whole = block.stop != led
                self.above = block.stop if whole else inner
                self.below = max(self.below, self.above)
                if not whole and inner < block.stop:
                    return
            elif block.stop != led and inner == block.stop:
                self.above = block.stop
            else:
                return

    def _is_inner(self, row: int) -> bool:
        """Whether a comment is indented as the keys of an event are, further than its dash."""
        text = self._rows[row]
        return len(text) - len(text.lstrip(BLANKS)) > self._column


def _bounds(rows: list[str], first: int | None, stop: int | None) -> tuple[int, int]:
    """From and up to which row a gap goes: at an end, as far as there are only comments and blank lines."""
    if first is None:
        end = begin = stop or 0
        while begin and _is_loose(rows[begin - 1]):
            begin -= 1
        return begin, end
    if stop is None:
        stop = first
        while stop < len(rows) and _is_loose(rows[stop]):
            stop += 1
    return first, stop


def _blocks(rows: list[str], begin: int, end: int) -> list[range]:
    """The runs of comments that no blank line parts; between events there is nothing else."""
    blocks: list[range] = []
    for row in range(begin, end):
        if _is_blank(rows[row]):
            continue
        if blocks and blocks[-1].stop == row:
            blocks[-1] = range(blocks[-1].start, row + 1)
        else:
            blocks.append(range(row, row + 1))
    return blocks


def _is_blank(row: str) -> bool:
    return not row.strip(BLANKS)


def _is_loose(row: str) -> bool:
    return row.lstrip(BLANKS)[:1] in ("", "#")
