"""Pairs of events, sources or actors of two timelines: the same, the same under another id, or the nearest.

Ids that a program numbers say little: s1 may be one article today and another tomorrow. So what is alike in all but
its id is paired before what has an id in common and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from tui.core.evidence.same_pages import source_key
from tui.core.text.fold import fold
from tui.core.timeline.fields import actor_fields, claim_fields, event_fields, source_fields
from tui.core.timeline.model import Actor, Event, Source, Timeline

Entry = TypeVar("Entry", Event, Source, Actor)
Pair = tuple[Entry | None, Entry | None]


class Sides(NamedTuple):
    """The two timelines."""

    old: Timeline
    new: Timeline


def paired_events(sides: Sides) -> list[Pair[Event]]:
    """Each event with what it has become: by what it says, its id, date and title, title alone, or day and sources."""
    keys: tuple[tuple[Callable[[Event], Hashable], bool], ...] = (
        (lambda event: _said_of_event(event, sides.new), False),
        (lambda event: (event.id, _title(event)), True),
        (lambda event: (event.date.text, _title(event)) if _title(event) else None, True),
        (lambda event: event.id, True),
        (lambda event: _title(event) or None, True),
        (lambda event: (event.date.text, frozenset(event.sources)) if event.sources else None, True),
    )
    return list(_paired(sides.old.events, sides.new.events, keys))


def paired_sources(sides: Sides) -> list[Pair[Source]]:
    """Each source with what it has become: by what it says, its id, its page, or its day and title."""
    keys: tuple[tuple[Callable[[Source], Hashable], bool], ...] = (
        (lambda source: tuple(source_fields(source, sides.new)), False),
        (lambda source: (source.id, source_key(source) or _title(source)), True),
        (source_key, True),
        (lambda source: source.id, True),
        (lambda source: (source.published and source.published.text, _title(source)) if source.titles else None, True),
    )
    return list(_paired(tuple(sides.old.sources.values()), tuple(sides.new.sources.values()), keys))


def paired_actors(sides: Sides) -> list[Pair[Actor]]:
    """Each actor with what it has become: by what is said of it, its id, or its names."""
    keys: tuple[tuple[Callable[[Actor], Hashable], bool], ...] = (
        (lambda actor: tuple(actor_fields(actor)), False),
        (lambda actor: actor.id, True),
        (lambda actor: tuple(map(fold, actor.names.values())), True),
    )
    return list(_paired(tuple(sides.old.actors.values()), tuple(sides.new.actors.values()), keys))


def _paired(
    old: Sequence[Entry], new: Sequence[Entry], keys: Iterable[tuple[Callable[[Entry], Hashable], bool]]
) -> Iterator[Pair[Entry]]:
    """Pairs by one key after the other, then what has none.

    With each key goes whether only what has it to itself is paired by it; else the first is paired with the first.
    """
    of_id = {one.id: one for one in new}
    same = {one.id for one in old if one.id in of_id and _without_line(one) == _without_line(of_id[one.id])}
    yield from ((one, of_id[one.id]) for one in old if one.id in same)
    left = [one for one in old if one.id not in same]
    right = [one for one in new if one.id not in same]
    for key, is_sole in keys:
        met = list(_meeting(left, right, key, is_sole=is_sole))
        yield from met
        gone, come = {one.id for one, _ in met}, {one.id for _, one in met}
        left = [one for one in left if one.id not in gone]
        right = [one for one in right if one.id not in come]
    yield from ((one, None) for one in left)
    yield from ((None, one) for one in right)


def _meeting(
    left: Iterable[Entry], right: Iterable[Entry], key: Callable[[Entry], Hashable], *, is_sole: bool
) -> Iterator[tuple[Entry, Entry]]:
    """Pairs of entries that have a key in common."""
    ones, others = _by_key(left, key), _by_key(right, key)
    for found, alike in ones.items():
        matches = others.get(found, [])
        if not is_sole or len(alike) == len(matches) == 1:
            yield from zip(alike, matches, strict=False)


def _by_key(entries: Iterable[Entry], key: Callable[[Entry], Hashable]) -> dict[Hashable, list[Entry]]:
    found: dict[Hashable, list[Entry]] = {}
    for entry in entries:
        if (its := key(entry)) is not None:
            found.setdefault(its, []).append(entry)
    return found


def _without_line(entry: Entry) -> Entry:
    return entry._replace(line=0)


def _title(entry: Event | Source) -> str:
    return fold(next(iter(entry.titles.values()), ""))


def _said_of_event(event: Event, timeline: Timeline) -> Hashable:
    """All that is said of an event but its id, and the ids of the events that it is about."""
    plain = tuple(field for field in event_fields(event, timeline) if field[0] not in ("id", "about"))
    claims = tuple((one.name, one.values, *claim_fields(one, timeline)) for one in event.claims)
    return plain, claims, event.citations
