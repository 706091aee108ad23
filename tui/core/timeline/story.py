"""The days over which a story is looked at: the middle of it, without the few events that lie far from the rest."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate

from tui.core.timeline.when import DaysFromTo

SHARE_OUTSIDE = 0.05
"""The share of the ink that may lie outside at either end."""
SHARP = 92
"""Days within which an event says where the story is."""
SHARP_SHARE = 50
"""The part of the whole story, one in so many, within which it says so too."""

MAY_RUN_OFF = 5
"""The part of the events, one in so many, of which the known ends may lie outside."""


def story_days(stretches: Sequence[DaysFromTo], ends: Sequence[int], today: int) -> DaysFromTo:
    """The days that show the middle of the ink: of one event at least, the days on which each may be or begin.

    At either end up to a twentieth of the ink may be left outside, but what lies near is let in: an end
    moves out to the outermost event that costs less than a tenth of the length. The ends of intervals (the
    days after their last) are in view, but for as many of the last as a fifth of the events, which are let in at
    half of the length only. Today is let in at three times the cost of an event.
    """
    counts = Counter(stretches)  # a day, a month or a year comes again and again
    begin, end = _middle(counts)
    slack = max(1, (end - begin) // 10)
    begin = min((first for first, _ in counts if first >= begin - slack), default=begin)
    end = max((past for _, past in counts if past <= end + slack), default=end)
    held = len(ends) - len(stretches) // MAY_RUN_OFF
    if held > 0:
        end = max(end, sorted(ends)[held - 1])
        slack = max(slack, (end - begin) // 10)
    reach = end + (end - begin) // 2
    return begin, max(end, *(past for past in ends if past <= reach), today + 1 if today < end + 3 * slack else end)


def middle(one: DaysFromTo) -> int:
    """The day in the middle of a stretch, by which it counts as in view or out of it."""
    return (one[0] + one[1]) // 2


def _middle(counts: Counter[DaysFromTo]) -> DaysFromTo:
    """The days between which all but a twentieth of the ink at either end lies.

    Events that may lie on any day of a year say little of where the story is, if that is told in days: the
    sharper ones decide, unless they are few.
    """
    total = counts.total()
    skip = int(total * SHARE_OUTSIDE)
    ordered = sorted(counts, key=middle)
    until = list(accumulate(counts[one] for one in ordered))
    inner = ordered[bisect_right(until, skip) : bisect_left(until, total - skip) + 1]
    whole = max(past for _, past in inner) - min(first for first, _ in inner)
    most = max(SHARP, whole // SHARP_SHARE)
    sharp = [one for one in inner if one[1] - one[0] <= most]
    deciding = sharp if sum(map(counts.__getitem__, sharp)) * 2 >= total - 2 * skip else inner
    return min(first for first, _ in deciding), max(past for _, past in deciding)
