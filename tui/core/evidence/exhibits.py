"""Exhibit numbers of sources: a court quotes them, so each stays for ever, and none is given twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count

from tui.core.timeline.model import Source, Timeline


def in_exhibit_order(sources: Iterable[Source]) -> list[Source]:
    """The sources by their exhibit numbers; those without one come last, in their order."""
    return sorted(sources, key=lambda source: (source.exhibit is None, source.exhibit or 0))


def last_given(timeline: Timeline) -> int:
    """The highest number that was ever given: what the file says, else the highest that a source has; 0 for none."""
    return max(timeline.exhibits or 0, *(source.exhibit or 0 for source in timeline.sources.values()), 0)


def next_free(timeline: Timeline) -> Iterator[int]:
    """The numbers that may be given, the lowest first: those after the last, for what is free in between was given."""
    return count(last_given(timeline) + 1)
