"""The citations of an event made whole: the source, its number in the event, the address of the passage."""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

from tui.core.links import link
from tui.core.model import Citation, Event, Source, Timeline


class Cited(NamedTuple):
    """One citation with what it points to."""

    number: int
    """The place of its source among those of the event, from 1; all citations of one source share it."""
    citation: Citation
    source: Source | None
    """None when the timeline has no source of that id."""
    address: str | None
    """Where it opens, at the passage; None when the source has no address or an unsafe one."""


def cited(event: Event, timeline: Timeline) -> tuple[Cited, ...]:
    """Every citation of the event once, by source, in the order in which the event first cites each."""
    numbers = {source: number for number, source in enumerate(event.sources, 1)}
    return tuple(
        sorted(
            (_resolved(citation, numbers[citation.source], timeline) for citation in event.cited),
            key=lambda one: one.number,
        )
    )


def by_source(event: Event, timeline: Timeline) -> tuple[tuple[Cited, ...], ...]:
    """The citations of the event, those of each source together."""
    return tuple(tuple(group) for _, group in groupby(cited(event, timeline), key=lambda one: one.number))


def _resolved(citation: Citation, number: int, timeline: Timeline) -> Cited:
    source = timeline.sources.get(citation.source)
    passage = citation.passage
    address = None
    if source is not None and source.url is not None:
        address = link(source.url, passage.start if passage else None, passage.end if passage else None)
    return Cited(number, citation, source, address)
