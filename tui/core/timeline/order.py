"""The order of what has a date: by its days and its clock, and by instants where times say their offset from UTC."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from tui.core.dates.edtf import Date

SortKey = tuple[int, ...]

T = TypeVar("T")


def in_time_order(things: Iterable[T], date_of: Callable[[T], Date]) -> list[T]:
    """Things in order of time; those that no date tells apart keep the order in which they are given."""
    given = list(things)
    if not any(date_of(one).time for one in given):  # the clocks of a file without times need no comparing
        return sorted(given, key=lambda one: date_of(one).sort_key)
    keys = sort_keys([date_of(one) for one in given])
    return [given[place] for place in sorted(range(len(given)), key=keys.__getitem__)]


def sort_keys(dates: Sequence[Date]) -> list[SortKey]:
    """A key for each date, in the order of the file: where a time says an offset, dates are needed to compare it with.

    Times that say their offset come in order of their instants, in the places that they have by their own clocks. On
    a day on which some times say it and some do not, nothing tells which of two came first: the order of the file
    stands, and only those of one sort are put in order among themselves.
    """
    keys: list[SortKey] = [date.sort_key for date in dates]
    timed = [place for place, date in enumerate(dates) if date.time is not None]
    instants = {place: at for place in timed if (at := dates[place].instant) is not None}
    slots = sorted(keys[place] for place in instants)
    for number, (slot, place) in enumerate(zip(slots, sorted(instants, key=instants.__getitem__), strict=True)):
        keys[place] = (*slot, number)
    days: defaultdict[SortKey, list[int]] = defaultdict(list)
    for place in timed if instants else ():
        days[keys[place][:3]].append(place)
    for day, places in days.items():
        aware, naive = ([place for place in places if (place in instants) is said] for said in (True, False))
        if aware and naive:
            sorts = [iter(sorted(some, key=keys.__getitem__)) for some in (naive, aware)]
            chosen = [next(sorts[place in instants]) for place in places]
            for number, place in enumerate(chosen):
                keys[place] = (*day, number)
    return keys
