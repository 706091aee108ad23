"""How much of a story lies where: one event is one unit of ink, spread over the days on which it may be."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from itertools import accumulate, pairwise

from tui.core.dates.calendar import day_number, year_month_day
from tui.core.dates.edtf import FARTHEST_DAY
from tui.core.index.index import Index
from tui.core.index.memo import once_per_index
from tui.core.index.selection import Selection
from tui.core.timeline.when import MINUTES, DaysFromTo, minute, start_days
from tui.drawing.time.ruler import HOURS
from tui.drawing.time.scale import Scale

SHARE_OUTSIDE = 0.05
"""The share of the ink that may lie outside at either end."""
SHARP = 92
"""Days within which an event says where the story is."""
SHARP_SHARE = 50
"""The part of the whole story, one in so many, within which it says so too."""
FEW_DAYS = 7
"""Days up to which a story that is told in hours is shown without a day about it."""


def events_per_column(selection: Selection, scale: Scale) -> list[float]:
    """How much of an event each column holds."""
    if scale.columns * MINUTES >= HOURS * scale.length and selection.index.tells_hours:
        return spread_over_columns(_with_hours(selection, scale), scale, 1)
    days = selection.sharp_days
    steps = [bisect_left(days, -(-edge // MINUTES)) for edge in scale.edges()]
    certain = [past - first for first, past in pairwise(steps)]
    vague = spread_over_columns(selection.vague_stretches, scale, MINUTES)
    return [whole + share for whole, share in zip(certain, vague, strict=True)]


def _with_hours(selection: Selection, scale: Scale) -> list[DaysFromTo]:
    """All that may lie in view, in moments: a minute where its time is known, else whole days."""
    days = selection.days
    first = bisect_left(days, scale.begin // MINUTES)
    past = bisect_left(days, -(-scale.end // MINUTES))
    found = [(begin * MINUTES, end * MINUTES) for begin, end in selection.vague_stretches]
    for event in selection.rows(first, past):
        begin, end = start_days(event.date)
        if end == begin + 1:
            at, time = begin * MINUTES, minute(event.date)
            found.append((at, at + MINUTES) if time is None else (at + time, at + time + 1))
    return found


def spread_over_columns(stretches: list[DaysFromTo], scale: Scale, unit: int) -> list[float]:
    """Each as one unit over the columns that it touches; what of it is out of view is left out.

    Stretches are in units of so many minutes; each of these lies in the column in which it begins.
    """
    columns, length, begins = scale.columns, scale.length, scale.begin
    opens, closes = scale.begin // unit, -(-scale.end // unit)
    steps = [0.0] * (columns + 1)
    for (begin, end), events in Counter(stretches).items():  # a month or a year comes again and again
        if end <= opens or begin >= closes:
            continue
        first = max(opens, begin)
        past = min(closes, end)
        from_column = max(0, (first * unit - begins) * columns // length)
        past_column = ((past - 1) * unit - begins) * columns // length + 1
        share = events * (past - first) / (end - begin) / (past_column - from_column)
        steps[from_column] += share
        steps[past_column] -= share
    return list(accumulate(steps[:-1]))


def outside(selection: Selection, scale: Scale) -> tuple[int, int]:
    """How many events lie before what is in view and after it, by their middle."""
    first, past = -(-scale.begin // MINUTES), -(-scale.end // MINUTES)
    days = selection.sharp_days
    sharp = bisect_left(days, first), bisect_left(days, FARTHEST_DAY) - bisect_left(days, past)
    middles = [middle(one) for one in selection.vague_stretches if one[0] < first or one[1] > past]
    return sharp[0] + sum(day < first for day in middles), sharp[1] + sum(day >= past for day in middles)


def middle(one: DaysFromTo) -> int:
    """The day in the middle of a stretch, by which it counts as in view or out of it."""
    return (one[0] + one[1]) // 2


# ---- What is in view


def fitted(index: Index, columns: int) -> Scale:
    """The scale over which a whole timeline is looked at, so that it stands still under a filter."""
    begin, end = _fitted(index)
    return Scale.of_days(begin, end, columns)


def everything(index: Index, columns: int) -> Scale:
    """The scale that holds the outermost event too."""
    return Scale.of_days(*_everything(index), columns)


@once_per_index
def _everything(index: Index) -> DaysFromTo:
    """The days from the first to the last on which anything may be, widened to whole months or years."""
    stretches = _dated(index.stretches)
    if not stretches:
        return _fitted(index)
    begin, end = min(first for first, _ in stretches), max(past for _, past in stretches)
    return _whole(begin, max([end, *index.ends]), index)


@once_per_index
def _fitted(index: Index) -> DaysFromTo:
    """The days that show the middle of the ink, widened to whole months or years.

    At either end up to a twentieth of the ink may be left outside, but what lies near is let in: an end
    moves out to the outermost event that costs less than a tenth of the length. Today is let in at three
    times that cost, the ends of intervals (the days after their last) at half of the length.
    """
    stretches, today = _dated(index.stretches), index.today
    if not stretches:
        return today, today + 1
    begin, end = _middle(stretches)
    slack = max(1, (end - begin) // 10)
    begin = min((first for first, _ in stretches if first >= begin - slack), default=begin)
    end = max((past for _, past in stretches if past <= end + slack), default=end)
    reach = end + (end - begin) // 2
    end = max(end, *(past for past in index.ends if past <= reach), today + 1 if today < end + 3 * slack else end)
    return _whole(begin, end, index)


def _dated(stretches: list[DaysFromTo]) -> list[DaysFromTo]:
    """Those that lie somewhere: `../..` names no day at all, and has no place in an overview."""
    return (
        stretches
        if not stretches or stretches[-1][0] < FARTHEST_DAY
        else [one for one in stretches if one[0] < FARTHEST_DAY]
    )


def _middle(stretches: list[DaysFromTo]) -> DaysFromTo:
    """The days between which all but a twentieth of the ink at either end lies.

    Events that may lie on any day of a year say little of where the story is, if that is told in days: the
    sharper ones decide, unless they are few.
    """
    skip = int(len(stretches) * SHARE_OUTSIDE)
    inner = sorted(stretches, key=middle)[skip : len(stretches) - skip]
    whole = max(past for _, past in inner) - min(first for first, _ in inner)
    most = max(SHARP, whole // SHARP_SHARE)
    sharp = [one for one in inner if one[1] - one[0] <= most]
    deciding = sharp if len(sharp) * 2 >= len(inner) else inner
    return min(first for first, _ in deciding), max(past for _, past in deciding)


def _whole(begin: int, end: int, index: Index) -> DaysFromTo:
    """The same stretch from the start of its first month (year, if long) to the end of its last."""
    first, last = year_month_day(begin), year_month_day(end - 1)
    if end - begin > 40 * 365:
        return day_number(first[0], 1, 1), day_number(last[0] + 1, 1, 1)
    if end - begin > 62:
        after = (last[0] + 1, 1) if last[1] == 12 else (last[0], last[1] + 1)
        return day_number(first[0], first[1], 1), day_number(*after, 1)
    if end - begin <= FEW_DAYS and index.tells_hours:
        return begin, end
    return begin - 1, end + 1
