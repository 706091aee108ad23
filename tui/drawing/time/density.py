"""The weight of a story over time: one event is one unit of ink, spread over the days on which it may be."""

from __future__ import annotations

from tui.core.dates.calendar import day_number, year_month_day
from tui.core.dates.edtf import FARTHEST_DAY
from tui.core.index.index import Index
from tui.core.index.ink import ink_between, spread
from tui.core.index.ink import outside as outside_days
from tui.core.index.memo import once_per_index
from tui.core.index.selection import Selection
from tui.core.timeline.story import story_days
from tui.core.timeline.when import MINUTES, DaysFromTo
from tui.drawing.time.ruler import HOURS
from tui.drawing.time.scale import Scale

FEW_DAYS = 7
"""Days up to which a story that is told in hours is shown without a day about it."""


def events_per_column(selection: Selection, scale: Scale) -> list[float]:
    """The ink in each column, in events."""
    by_hour = scale.columns * MINUTES >= HOURS * scale.length and selection.index.tells_hours
    return ink_between(selection, scale.edges(), by_hour=by_hour)


def spread_over_columns(stretches: list[DaysFromTo], scale: Scale, unit: int) -> list[float]:
    """Each as one unit over the columns that it touches; what of it is out of view is left out.

    Stretches are in units of so many minutes; each of these lies in the column in which it begins.
    """
    return spread(stretches, scale.edges(), unit)


def outside(selection: Selection, scale: Scale) -> tuple[int, int]:
    """The number of events before what is in view and after it, by their middle."""
    return outside_days(selection, -(-scale.begin // MINUTES), -(-scale.end // MINUTES))


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
    """The days that show the middle of the ink, widened to whole months or years."""
    stretches, today = _dated(index.stretches), index.today
    if not stretches:
        return today, today + 1
    return _whole(*story_days(stretches, index.ends, today), index)


def _dated(stretches: list[DaysFromTo]) -> list[DaysFromTo]:
    """Those that lie somewhere: `../..` names no day at all, and has no place in an overview."""
    return (
        stretches
        if not stretches or stretches[-1][0] < FARTHEST_DAY
        else [one for one in stretches if one[0] < FARTHEST_DAY]
    )


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
