"""The overview: all of a selection's time on a few rows, with today and the part that is in sight."""

from __future__ import annotations

from functools import cached_property
from math import sqrt

from tui.core.index.protocol import Answers, dated_count
from tui.core.text.messages import numbered
from tui.core.timeline.when import SECONDS, Moment
from tui.drawing.spans.pen import Pen
from tui.drawing.spans.spans import Line, Span
from tui.drawing.time.density import events_per_column, fitted, outside
from tui.drawing.time.key_events import key_event_row
from tui.drawing.time.long_events import LongEventBars
from tui.drawing.time.ruler import FREE, Tick, cells, runs, ticks
from tui.drawing.time.scale import Scale
from tui.drawing.time.sparkline import has_burst, heights

MARGIN = 4
"""Cells at either side, where the outliers are counted."""

Window = tuple[Moment, Moment]
"""The first moment in sight and the one after the last."""


class Overview:
    """The histogram of some events over their time, fitted to a number of columns."""

    def __init__(self, answers: Answers, width: int, pen: Pen, scale: Scale | None = None) -> None:
        self.answers = answers
        self.width = width
        self.pen = pen
        columns = max(1, width - 2 * MARGIN)
        self.scale = scale.over(columns) if scale else fitted(answers.engine.select(), columns)
        self.ink = events_per_column(answers, self.scale)
        self.is_rooted = has_burst(self.ink, pen.glyphs.blocks)
        """True where the heights are square roots, so that a burst does not flatten the rest."""
        self.before, self.after = outside(answers, self.scale)
        """Events that lie before what is in view, and after it, by their middle."""

    def draw(self, height: int, window: Window | None, cursor: Moment | None = None) -> list[Line]:
        """The histogram; then a ruler above it; then as many rows of long intervals below it as there is height.

        `window` is what is in sight below, `cursor` the moment of the cursor's event.
        """
        if not self.answers.count() or height <= 0 or self.width < 3 * MARGIN:
            return []
        if not self._lying:
            said = f" {_without_date(self.answers.count())}"
            return [(Span(self.pen.padded(said, self.width), "dim"),)]
        lines = [self._histogram(cursor)]
        if height >= 2:
            lines.insert(0, self._ruler(window))
        if height >= 3:
            lines += self._bars[: height - 2]
        return lines

    def remarks(self) -> list[Line]:
        """The rows for a page that say what its reader may miss: what has no place here, and what the heights are."""
        undated = self.answers.count() - self._lying
        said = [_without_date(undated)] if undated and self._lying else []
        if self.is_rooted:
            said.append(
                numbered(
                    "{root} heights are square roots, the highest of {number} event",
                    "{root} heights are square roots, the highest of {number} events",
                    round(max(self.ink)),
                    root=self.pen.glyphs.root,
                )
            )
        return [(Span(self.pen.padded(f" {one}", self.width), "dim"),) for one in said]

    @cached_property
    def _lying(self) -> int:
        """The number of events that lie somewhere in time."""
        return dated_count(self.answers)

    def moment_at(self, column: int) -> Moment:
        """The moment under a cell of the overview, counted from its left edge."""
        inside = min(max(column - MARGIN, 0), self.scale.columns - 1)
        return self.scale.moment(inside)

    def _histogram(self, cursor: Moment | None) -> Line:
        glyphs, today = self.pen.glyphs, self.pen.today * SECONDS
        texts = heights([sqrt(max(0.0, amount)) for amount in self.ink] if self.is_rooted else self.ink, glyphs.blocks)
        before = glyphs.fewer + short_count(self.before) if self.before else ""
        after = short_count(self.after) + glyphs.further if self.after else ""
        lead = glyphs.root if self.is_rooted and len(before) < MARGIN else ""
        roles = ["lane1"] * len(texts)
        if cursor is not None and self.scale.holds(cursor):
            roles[self.scale.column(cursor)] = "cursor"
        if self.scale.holds(today):
            at = self.scale.column(today)
            texts[at], roles[at] = glyphs.today, "now"
        return (
            Span(f"{lead}{before:>{MARGIN - len(lead)}}", "dim"),
            *runs(texts, roles),
            Span(f"{after:>{MARGIN}}", "dim"),
        )

    def _ruler(self, window: Window | None) -> Line:
        texts, roles = cells(self.scale, self._ticks)
        left, right = " ", " "
        if window is not None:
            left, right = self._brackets(window, texts, roles)
        return (
            Span(" " * (MARGIN - 1), "dim"),
            Span(left, "key"),
            *runs([text or " " for text in texts], roles),
            Span(right, "key"),
            Span(" " * (MARGIN - 1), "dim"),
        )

    @cached_property
    def _ticks(self) -> list[Tick]:
        return ticks(self.scale, self.pen)

    @cached_property
    def _bars(self) -> list[Line]:
        key_events = key_event_row(self.answers, self.scale, self.pen, MARGIN)
        bars = LongEventBars(self.answers, self.scale, self.pen).draw(MARGIN)
        return [key_events, *bars] if key_events else bars

    def _brackets(self, window: Window, texts: list[str], roles: list[str]) -> tuple[str, str]:
        """Bracket the part in sight: in the ruler, beside its labels, or at its ends where it goes beyond."""
        first = self.scale.column(window[0])
        last = max(first, self.scale.column(window[1]) - 1)
        if last < 0 or first >= len(texts):
            return " ", " "
        opens, closes = first - 1, last + 1
        while opens >= 0 and texts[opens] != FREE:
            opens -= 1
        while closes < len(texts) and texts[closes] != FREE:
            closes += 1
        if opens >= 0:
            texts[opens], roles[opens] = "[", "key"
        if closes < len(texts):
            texts[closes], roles[closes] = "]", "key"
        return " " if opens >= 0 else "[", " " if closes < len(texts) else "]"


def _without_date(events: int) -> str:
    return numbered("{number} event without a date", "{number} events without a date", events)


def short_count(events: int) -> str:
    """A number of events in three cells: `99k` stands for all that are more."""
    return str(events) if events < 1000 else f"{min(events // 1000, 99)}k"
