"""The pairs of an event in one timeline and the same event in another."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

from tui.core.text.fold import fold
from tui.core.timeline.model import Event


def paired(old: Sequence[Event], new: Sequence[Event]) -> Iterator[tuple[Event | None, Event | None]]:
    """Each event with what it has become: by its id; else, as ids may follow from date and title, by either."""
    of_id = {event.id: event for event in new}
    same = {event.id for event in old if event.id in of_id}
    yield from ((event, of_id[event.id]) for event in old if event.id in same)
    left = [event for event in old if event.id not in same]
    right = [event for event in new if event.id not in same]
    for key in (_by_title, _by_day_and_sources):
        met = list(_meeting(left, right, key))
        yield from met
        gone, come = {one.id for one, _ in met}, {one.id for _, one in met}
        left = [event for event in left if event.id not in gone]
        right = [event for event in right if event.id not in come]
    yield from ((event, None) for event in left)
    yield from ((None, event) for event in right)


def _meeting(
    left: Iterable[Event], right: Iterable[Event], key: Callable[[Event], Hashable]
) -> Iterator[tuple[Event, Event]]:
    """The events on either side that have a key to themselves, and have it in common."""
    ones, others = _sole(left, key), _sole(right, key)
    return ((event, others[found]) for found, event in ones.items() if found in others)


def _sole(events: Iterable[Event], key: Callable[[Event], Hashable]) -> dict[Hashable, Event]:
    found: dict[Hashable, list[Event]] = {}
    for event in events:
        if (its := key(event)) is not None:
            found.setdefault(its, []).append(event)
    return {its: alike[0] for its, alike in found.items() if len(alike) == 1}


def _by_title(event: Event) -> Hashable:
    return fold(next(iter(event.titles.values()), "")) or None


def _by_day_and_sources(event: Event) -> Hashable:
    return (event.date.text, frozenset(event.sources)) if event.sources else None
