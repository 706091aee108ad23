"""The events that went on for long, as bars below the overview, packed into as few rows as they fit."""

from __future__ import annotations

from bisect import bisect_left
from operator import itemgetter

from tui.core.index.ink import longest_first
from tui.core.index.selection import Selection
from tui.core.timeline.in_language import short_title
from tui.core.timeline.when import MINUTES, last_day
from tui.drawing.spans.pen import Pen
from tui.drawing.spans.spans import Line, Span, columns_in_place
from tui.drawing.time.scale import Scale

LEAST_BAR = 3
"""Cells below which an interval is no bar."""
LEAST_NAMED = 14
"""Cells below which a bar has no name."""
BAR_ROWS = 4
"""The most rows that bars are packed into."""

_Reach = tuple[int, int, int]
"""A row of the index, and the first and last column of its bar."""


class LongEventBars:
    """The bars of a selection over a scale."""

    def __init__(self, selection: Selection, scale: Scale, pen: Pen) -> None:
        self.selection = selection
        self.events = selection.index.events
        self.scale = scale
        self.pen = pen

    def draw(self, margin: int) -> list[Line]:
        """Rows of bars from the first row down: key events, then those with most sources; not what finds no row."""
        taken: list[int] = []
        packed: list[list[_Reach]] = []
        for reach in self._reaches():
            _, first, last = reach
            cells = ((1 << (last - first + 3)) - 1) << first  # with a cell free at either side
            at = next((at for at, others in enumerate(taken) if not others & cells), len(taken))
            if at == len(taken):
                if at == BAR_ROWS:
                    continue
                taken.append(0)
                packed.append([])
            taken[at] |= ((1 << (last - first + 1)) - 1) << (first + 1)
            packed[at].append(reach)
        return [self._row(sorted(row, key=lambda reach: reach[1]), margin) for row in packed]

    def _reaches(self) -> list[_Reach]:
        """All that goes on in view for long enough, in the order in which it is given a row."""
        lasting = longest_first(self.selection.index)
        least = (LEAST_BAR - 1) * self.scale.length // self.scale.columns // MINUTES
        long = lasting[: bisect_left(lasting, -least, key=itemgetter(0))]
        of_these = [one for one in long if self.selection.has(one[1])]
        found = [reach for one in of_these if (reach := self._reach(*one[1:])) is not None]
        if len(found) > self.scale.columns:
            return sorted(found)  # too many to weigh, and most will find no row
        return sorted(found, key=lambda one: (not self.events[one[0]].key, -len(self.events[one[0]].sources), one[1]))

    def _reach(self, row: int, begin: int, past: int) -> _Reach | None:
        """Row, first and last column of a bar; None when it is too short or out of view."""
        scale = self.scale
        first, end = max(scale.begin, begin * MINUTES), min(past * MINUTES, scale.end)
        if end <= first:
            return None
        first_column, last_column = scale.column(first), scale.column(max(first, end - MINUTES))
        return (row, first_column, last_column) if last_column - first_column + 1 >= LEAST_BAR else None

    def _bar(self, row: int, first: int, last: int) -> Line:
        event = self.events[row]
        glyphs = self.pen.glyphs
        length = last - first + 1
        force, planned = event.status == "in-force", event.status == "planned"
        body = glyphs.bar_force if force else glyphs.bar_vague if planned else glyphs.bar
        left = glyphs.bar_force_left if force else glyphs.bar_left
        until = last_day(event, self.pen.today)
        open_end = until is None or (until + 1) * MINUTES > self.scale.end or not event.date.interval
        right = glyphs.bar_open if open_end else glyphs.bar_right
        title = short_title(event, self.selection.index.timeline, self.pen.language)
        name = self.pen.fit(title, length - 6) if length >= LEAST_NAMED else ""
        label = f" {name} " if name else ""
        rest = length - 2 - self.pen.measure(label)
        role = "plan" if planned else "lane2"
        return (
            Span(left + body * (rest // 2), role),
            Span(label, "dim"),
            Span(body * (rest - rest // 2) + right, role),
        )

    def _row(self, bars: list[_Reach], margin: int) -> Line:
        line: list[Span] = []
        column = -margin
        for row, first, last in bars:
            line += [Span(" " * (first - column), "text"), *self._bar(row, first, last)]
            column = last + 1
        line.append(Span(" " * (self.scale.columns + margin - column), "text"))
        return columns_in_place(tuple(line))
