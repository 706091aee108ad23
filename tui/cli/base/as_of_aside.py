"""By which day things are told, said beside what has no room for it: data, citations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.cli.base import streams

if TYPE_CHECKING:
    from tui.core.timeline.model import Timeline


def tell_standing(timeline: Timeline) -> None:
    """Say by which day a timeline is told, if by any, and how many sources were out then."""
    if timeline.as_of is not None:
        from tui.core.evidence.as_of_words import sources_standing, told_by

        streams.note(f"{told_by(timeline.as_of.day, 'en')}: {sources_standing(timeline.as_of)}")
