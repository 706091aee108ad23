"""The silences of a timeline: days on which nothing is dated and nothing is going on."""

from __future__ import annotations

from tui.core.index.selection import Selection

EVENTS_PER_SILENCE = 6
"""Silences take at most one row for so many events."""
LEAST_SILENCE = 2
"""Days below which nothing is a silence."""


def silent(selection: Selection) -> dict[int, int]:
    """The silences worth a row, by the place of the event after each: days on which nothing is dated.

    The longest ones, few enough for the number of events, and each longer than the middle one of the gaps
    between neighbouring days: so they follow the density of what is told. While something is going on,
    nothing is silent.
    """
    quiet = selection.quiet_days
    if not quiet:
        return quiet
    lengths = sorted(quiet.values(), reverse=True)
    most = max(1, selection.dated // EVENTS_PER_SILENCE)
    excluded = lengths[most] if most < len(lengths) else 0
    least = max(LEAST_SILENCE, selection.usual_gap() + 1, excluded + 1)
    return {place: length for place, length in quiet.items() if length >= least}
