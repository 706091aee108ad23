"""Events in the order of one of their numbers: the number, the day and the title of each in a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.core.dates.words import in_words
from tui.core.query.data import SMALLEST_FIRST
from tui.core.text.cells import wrap
from tui.core.timeline.in_language import TimelineInLanguage
from tui.core.timeline.model import Event, Timeline
from tui.drawing.event.facts import data_in_words
from tui.drawing.spans.pen import Pen
from tui.drawing.spans.spans import Line, Span, columns_in_place

WIDEST = 24
"""Cells of a number with its unit, and of a day."""


def in_order_of(
    order: str, events: Sequence[Event], timeline: Timeline, width: int, pen: Pen, *, wraps: bool
) -> Iterator[Line]:
    """A row an event, exactly so wide; with `wraps` a title goes on below its row, and is not cut."""
    voice = TimelineInLanguage(timeline, pen.language)
    name = order.removeprefix(SMALLEST_FIRST)
    values = [data_in_words(name, event.data[name], voice) if name in event.data else "" for event in events]
    days = [in_words(event.date, pen.language) for event in events]
    first = min(WIDEST, max(map(pen.measure, values), default=0))
    second = min(WIDEST, max(map(pen.measure, days), default=0), max(0, width - first - 24))
    room = max(1, width - first - second - 5)
    for event, value, day in zip(events, values, days, strict=True):
        title, *below = wrap(voice.title(event), room, pen.measure) if wraps else [pen.fit(voice.title(event), room)]
        shown = pen.fit(value, first)
        lead = Span(" " * (1 + first - pen.measure(shown)) + shown, "strong")
        line = (lead, Span(f"  {pen.padded(day, second)}  ", "dim"), Span(pen.padded(title, room)))
        yield columns_in_place(line)
        yield from ((Span(" " * (width - room)), Span(pen.padded(row, room))) for row in below)
