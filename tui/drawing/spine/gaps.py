"""The silences of a timeline: days on which nothing is dated and nothing is going on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import compress, islice
from math import inf
from operator import lt, sub

from tui.core.index.selection import Selection

EVENTS_PER_SILENCE = 6
"""Silences take at most one row for so many events."""
LEAST_SILENCE = 2
"""Days below which nothing is a silence."""

NEVER: tuple[float, int | None] = (inf, None)


def silent(selection: Selection) -> dict[int, int]:
    """The silences worth a row, by the place of the event after each: days on which nothing is dated.

    The longest ones, few enough for the number of events, and each longer than the middle one of the gaps
    between neighbouring days: so they follow the density of what is told. While something is going on,
    nothing is silent.
    """
    quiet = _quiet(selection)
    if not quiet:
        return quiet
    lengths = sorted(quiet.values(), reverse=True)
    most = max(1, len(selection) // EVENTS_PER_SILENCE)
    excluded = lengths[most] if most < len(lengths) else 0
    least = max(LEAST_SILENCE, _usual_gap(selection.days) + 1, excluded + 1)
    return {place: length for place, length in quiet.items() if length >= least}


def _usual_gap(days: Sequence[int]) -> int:
    """The middle one of the gaps between neighbouring days that are not the same; 0 when there is none."""
    gaps: Counter[int] = Counter(map(sub, islice(days, 1, None), days))
    del gaps[0]
    rest = (gaps.total() - 1) // 2
    for gap in sorted(gaps):
        rest -= gaps[gap]
        if rest < 0:
            return gap
    return 0


def _quiet(selection: Selection) -> dict[int, int]:
    """The days before each event on which the one before it cannot lie and nothing is going on."""
    days, reached = selection.days, selection.reached
    apart = compress(range(1, len(days)), map(lt, reached, islice(days, 1, None)))
    begun = iter(selection.last_days.items())
    quiet: dict[int, int] = {}
    busy: float = -inf
    begins, last = next(begun, NEVER)
    for place in apart:
        while begins < place:
            if last is None or not selection.event(int(begins)).date.interval:
                return quiet  # it goes on, for all that is known
            busy = max(busy, last)
            begins, last = next(begun, NEVER)
        told = max(busy, reached[place - 1] - 1)
        if told + 1 < days[place]:
            quiet[place] = days[place] - int(told) - 1
    return quiet
