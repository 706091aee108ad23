"""The words for a timeline that is told as published by a day: by which day, how much of it was out."""

from __future__ import annotations

from collections.abc import Iterator

from tui.core.dates.words import day_in_words
from tui.core.text.plural import plural
from tui.core.timeline.model import POSSIBLY, SURELY, AsOf, Event

MAY_BE_KNOWN = "may already have been known"
"""The words for that which rests only on sources that are possibly out; in rows they stand in parentheses."""

WRITTEN_LATER = "written later"
"""The words for the curator's own text: it is no evidence of what was out."""


def as_published_by(day: int, language: str, *, short: bool = False) -> str:
    """`as published by 26 August 2025`; never "known"."""
    return f"as published by {day_in_words(day, language, short=short)}"


def sources_standing(as_of: AsOf, separator: str = "·") -> str:
    """`15 of 35 sources out · 7 more possibly · 13 not yet · 0 set aside`."""
    surely, possibly = (list(as_of.sources.values()).count(how) for how in (SURELY, POSSIBLY))
    aside = len(as_of.set_aside)
    later = as_of.of_sources - surely - possibly - aside
    parts = [f"{surely} of {as_of.of_sources} sources out", f"{possibly} more possibly", f"{later} not yet"]
    parts.append(f"{aside} set aside" + (" for want of a date" if aside else ""))
    if as_of.without_source:
        parts.append(f"{plural(as_of.without_source, 'event')} without a source set aside")
    return f" {separator} ".join(parts)


def reservations(event: Event, as_of: AsOf) -> Iterator[str]:
    """The reservations about an event that is told by a day: it, its date or its status is not surely out."""
    if all(as_of.sources.get(name) != SURELY for name in event.sources):
        yield MAY_BE_KNOWN
        return
    for what, notes in (("date", as_of.dates), ("status", as_of.statuses)):
        if event.id in notes:
            yield f"{what} {'not yet sourced' if notes[event.id] is None else MAY_BE_KNOWN}"
