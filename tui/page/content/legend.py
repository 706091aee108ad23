"""The meaning of the marks on a page: each drawn, with its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tui.core.text.messages import _
from tui.core.timeline.model import Event
from tui.drawing.gantt.svg_document import sample
from tui.drawing.gantt.svg_words import LEGEND, legend_word


class LegendItem(NamedTuple):
    """A mark and its meaning."""

    drawing: str
    words: str


def legend(events: Iterable[Event]) -> list[LegendItem]:
    """The marks that are on the page."""
    return list(_items(list(events)))


def _items(events: list[Event]) -> Iterator[LegendItem]:
    there = {event.status for event in events}
    has_vague = any(event.date.is_vague and not event.date.interval for event in events)
    for key in LEGEND:
        if key in there or (key == "vague" and has_vague):
            yield LegendItem("".join(sample(key, 8, 8)), legend_word(key))
    if any(event.date.interval for event in events):
        yield LegendItem("".join(sample("lasts", 8, 8)), _("it lasts: certain where the bar is full"))
