"""Between which events of a file a new one belongs, by its date."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from tui.core.dates.calendar import year_month_day
from tui.core.dates.edtf import FARTHEST_DAY, Date
from tui.core.timeline.order import SortKey, sort_keys
from tui.store.write.splice import FileRows
from tui.store.yaml.file_layout import FileSection

BEFORE, AFTER = "before", "after"


def insert_positions(
    rows: FileRows, section: FileSection, dates: Sequence[Date | None], news: Sequence[Date]
) -> list[tuple[int, str]]:
    """For each new date the number of an item of a list, and on which side of it the date belongs.

    After the last that it follows in order of time; of a list with the latest first, before it. Below a heading
    when only what is below it shares its year or month. `dates` are those of the items, None where one has none.
    What has no date comes last in either list.
    """
    keys, mine = _sort_keys(dates, news)
    while len(keys) > 1 and (last := keys[-1]) and last[0] == FARTHEST_DAY:
        keys.pop()
    known = [key for key in keys if key]
    is_backwards, is_sorted = _is_backwards(known), len(known) == len(keys)
    if is_sorted:
        is_sorted = all(one >= other if is_backwards else one <= other for one, other in pairwise(known))
    found = []
    for new, key in zip(news, mine, strict=True):
        if new.is_undated:
            found.append((len(dates) - 1, AFTER))
        elif is_backwards:
            place = _place_backwards(keys, known, key, is_sorted=is_sorted)
            found.append((place - 1, AFTER) if place == len(keys) else (place, BEFORE))
        else:
            place = bisect_right(known, key) if is_sorted else _least([one and one > key for one in keys])
            found.append(_side(rows, section, dates, new, place, len(keys)))
    return found


def _place_backwards(keys: Sequence[SortKey | None], known: Sequence[SortKey], key: SortKey, *, is_sorted: bool) -> int:
    """The place of a key in a list with the latest first."""
    if not is_sorted:
        return _least([one and one <= key for one in keys], first=True)
    low, high = 0, len(known)
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if known[middle] <= key else (middle + 1, high)
    return low


def _side(
    rows: FileRows, section: FileSection, dates: Sequence[Date | None], new: Date, place: int, count: int
) -> tuple[int, str]:
    """The item and its side for a place in a list with the oldest first."""
    if place == 0:
        return 0, BEFORE
    if place == count:
        return place - 1, AFTER
    if rows.gap(section, place - 1).is_parted and _is_nearer(new, dates[place - 1], dates[place]):
        return place, BEFORE
    return place - 1, AFTER


def _sort_keys(dates: Sequence[Date | None], news: Sequence[Date]) -> tuple[list[SortKey | None], list[SortKey]]:
    """The keys by which dates are put in order, those of a list and those of new ones, by instants where they can."""
    found = sort_keys([*filter(None, dates), *news])
    keys = iter(found)
    return [next(keys) if date else None for date in dates], found[len(found) - len(news) :]


def _least(is_late: Sequence[object], *, first: bool = False) -> int:
    """The place where a list parts best: with the fewest things on the wrong side of it."""
    cost = sum(one is not None and not one for one in is_late)
    best, place = cost, 0
    for number, late in enumerate(is_late, 1):
        cost += 0 if late is None else 1 if late else -1
        if cost < best or (cost == best and not first):
            best, place = cost, number
    return place


def lists_latest_first(dates: Sequence[Date | None]) -> bool:
    """True when a list has its latest dates first."""
    return _is_backwards([key for key in _sort_keys(dates, ())[0] if key])


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
