"""The words for a timeline that is told as published by a day: by which day, how much of it was out."""

from __future__ import annotations

from collections.abc import Iterator

from tui.core.dates.words import day_in_words
from tui.core.text.messages import _, numbered, translatable
from tui.core.timeline.model import POSSIBLY, SURELY, AsOf, Event

MAY_BE_KNOWN = translatable("may already have been known")
"""The words for that which rests only on sources that are possibly out; in rows they stand in parentheses."""

WRITTEN_LATER = translatable("written later")
"""The words for the curator's own text: it is no evidence of what was out."""


def maybe_known(events: int) -> str:
    """`(3 may already have been known)`, behind the number of those that surely were."""
    return numbered(
        "({number} may already have been known)", "({number} may already have been known)", events, number=events
    )


def as_published_by(day: int, language: str, *, short: bool = False) -> str:
    """`as published by 26 August 2025`; never "known"."""
    return _("as published by {day}", day=day_in_words(day, language, short=short))


def sources_standing(as_of: AsOf, separator: str = "·") -> str:
    """`15 of 35 sources out · 7 more possibly · 13 not yet · 0 set aside`."""
    surely, possibly = (list(as_of.sources.values()).count(how) for how in (SURELY, POSSIBLY))
    aside = len(as_of.set_aside)
    later = as_of.of_sources - surely - possibly - aside
    parts = [
        numbered("{out} of {number} sources out", "{out} of {number} sources out", as_of.of_sources, out=surely),
        numbered("{number} more possibly", "{number} more possibly", possibly),
        numbered("{number} not yet", "{number} not yet", later),
        numbered("{number} set aside for want of a date", "{number} set aside for want of a date", aside)
        if aside
        else _("0 set aside"),
    ]
    if many := as_of.without_source:
        parts.append(
            numbered("{number} event without a source set aside", "{number} events without a source set aside", many)
        )
    return f" {separator} ".join(parts)


def reservations(event: Event, as_of: AsOf) -> Iterator[str]:
    """The reservations about an event that is told by a day: it, its date or its status is not surely out."""
    if all(as_of.sources.get(name) != SURELY for name in event.sources):
        yield _(MAY_BE_KNOWN)
        return
    if event.id in as_of.dates:
        is_unsourced = as_of.dates[event.id] is None
        yield _("date not yet sourced") if is_unsourced else _("date may already have been known")
    if event.id in as_of.statuses:
        is_unsourced = as_of.statuses[event.id] is None
        yield _("status not yet sourced") if is_unsourced else _("status may already have been known")
