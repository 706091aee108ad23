"""Between which events of a file a new one belongs, by its date."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tui.core.dates.calendar import year_month_day
from tui.core.dates.edtf import FARTHEST_DAY, Date
from tui.core.timeline.order import SortKey, sort_keys
from tui.store.write.splice import FileRows
from tui.store.yaml.file_layout import FileSection

BEFORE, AFTER = "before", "after"


def insert_position(rows: FileRows, section: FileSection, dates: Sequence[Date | None], new: Date) -> tuple[int, str]:
    """The number of an item of a list, and on which side of it the new date belongs.

    After the last that it follows in order of time; of a list with the latest first, before it. Below a heading
    when only what is below it shares its year or month. `dates` are those of the items, None where one has none.
    What has no date comes last in either list.
    """
    if new.is_undated:
        return len(dates) - 1, AFTER
    keys, mine = _sort_keys(dates, new)
    while len(keys) > 1 and (last := keys[-1]) and last[0] == FARTHEST_DAY:
        keys.pop()
    if _is_backwards([key for key in keys if key]):
        place = _least([key and key <= mine for key in keys], first=True)
        return (place - 1, AFTER) if place == len(keys) else (place, BEFORE)
    place = _least([key and key > mine for key in keys])
    if place == 0:
        return 0, BEFORE
    if place == len(keys):
        return place - 1, AFTER
    if rows.gap(section, place - 1).is_parted and _is_nearer(new, dates[place - 1], dates[place]):
        return place, BEFORE
    return place - 1, AFTER


def _sort_keys(dates: Sequence[Date | None], new: Date) -> tuple[list[SortKey | None], SortKey]:
    """The keys by which dates are put in order, those of a list and that of the new one, by instants where they can."""
    *found, mine = sort_keys([*filter(None, dates), new])
    keys = iter(found)
    return [next(keys) if date else None for date in dates], mine


def _least(is_late: Sequence[object], *, first: bool = False) -> int:
    """The place where a list parts best: with the fewest things on the wrong side of it."""
    cost = sum(one is not None and not one for one in is_late)
    best, place = cost, 0
    for number, late in enumerate(is_late, 1):
        cost += 0 if late is None else 1 if late else -1
        if cost < best or (cost == best and not first):
            best, place = cost, number
    return place


def _is_backwards(keys: Sequence[tuple[int, ...]]) -> bool:
    steps = [(one < other) - (one > other) for one, other in pairwise(keys)]
    return sum(steps) < 0


def _is_nearer(new: Date, above: Date | None, below: Date | None) -> bool:
    """True when only the date below shares the new one's year, or within it the month."""
    mine, others = _month(new), (_month(above), _month(below))
    for depth in (1, 2):
        shares = [mine is not None and other is not None and other[:depth] == mine[:depth] for other in others]
        if shares[0] != shares[1]:
            return shares[1]
    return False


def _month(date: Date | None) -> tuple[int, int] | None:
    day = date.sort_key[0] if date else FARTHEST_DAY
    return None if day == FARTHEST_DAY else year_month_day(day)[:2]
