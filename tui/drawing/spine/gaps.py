"""The silences of a timeline: days on which nothing is dated and nothing is going on."""

from __future__ import annotations

from tui.core.index.protocol import Answers, Key

EVENTS_PER_SILENCE = 6
"""Silences take at most one row for so many events."""
LEAST_SILENCE = 2
"""Days below which nothing is a silence."""
MOST_SILENCES = 2000
"""Silences of the longest of timelines."""


def silent(answers: Answers) -> dict[Key, int]:
    """The silences worth a row, by the event after each: days on which nothing is dated.

    The longest ones, few enough for the number of events, and each longer than the middle one of the gaps
    between neighbouring days: so they follow the density of what is told. While something is going on,
    nothing is silent.
    """
    most = min(MOST_SILENCES, max(1, answers.dated().count() // EVENTS_PER_SILENCE))
    found = answers.silences(most + 1)
    if not found:
        return {}
    excluded = found[most].days if most < len(found) else 0
    least = max(LEAST_SILENCE, answers.usual_gap() + 1, excluded + 1)
    return {one.key: one.days for one in found if one.days >= least}
