"""The gate: what an event lacks of that which its file requires before a page is made of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from tui.core.evidence.verdicts import is_dated, is_overdue
from tui.core.text.fold import fold
from tui.core.text.messages import worded
from tui.core.timeline.model import (
    CITED,
    DATED_SOURCES,
    NOT_OVERDUE,
    PROVED,
    TWO_PUBLISHERS,
    Event,
    Publishing,
    Timeline,
)

IsProved = Callable[[Event], bool]
"""A function that is True for an event whose passages all stand in a copy."""


class Lack(NamedTuple):
    """A requirement that an event does not meet."""

    event: Event
    requirement: str
    """One of REQUIREMENTS."""
    field: tuple[str, ...]
    """The field of the event in which it is mended."""
    message: str
    cure: str


def lacks(timeline: Timeline, today: int, is_proved: IsProved) -> list[Lack]:
    """All that the events lack, in order of time, exceptions too."""
    return [
        lack
        for event in timeline.events
        for requirement in timeline.publishing.require
        if (lack := _lack(requirement, event, timeline, today, is_proved)) is not None
    ]


def refused(found: Iterable[Lack], publishing: Publishing) -> list[Lack]:
    """Those of events that are no exceptions."""
    return [one for one in found if one.event.id not in publishing.exceptions]


def excepted(found: Iterable[Lack], publishing: Publishing) -> dict[str, list[str]]:
    """The sentences on what each exception lacks, by the id of its event."""
    kept: dict[str, list[str]] = {}
    for one in found:
        if one.event.id in publishing.exceptions:
            kept.setdefault(one.event.id, []).append(one.message)
    return kept


def _lack(requirement: str, event: Event, timeline: Timeline, today: int, is_proved: IsProved) -> Lack | None:
    """A requirement that an event does not meet; None for one that it meets, and for one about the file."""
    if (find := _FINDERS.get(requirement)) is not None:
        said = find(event, timeline)
        return Lack(event, requirement, *said) if said else None
    if requirement == NOT_OVERDUE and is_overdue(event, today):
        return Lack(
            event,
            requirement,
            ("date",),
            worded("its day is past, and it is still planned"),
            worded("what became of it, or another status"),
        )
    if requirement == PROVED and not is_proved(event):
        return Lack(
            event,
            requirement,
            ("sources",),
            worded("not all of its passages are proved in a copy"),
            worded("jalon prove --record finds them in the copies of its sources"),
        )
    return None


Said = tuple[tuple[str, ...], str, str]
"""The field, the message and the cure of a lack."""


def _uncited(event: Event, _: Timeline) -> Said | None:
    return None if event.sources else (_SOURCES, worded("no source says so"), worded("sources: an article that does"))


def _undated(event: Event, timeline: Timeline) -> Said | None:
    """The sources of an event that do not say when they came out: bounds are no date."""
    found = [name for name in event.sources if not is_dated(timeline.sources.get(name))]
    names = ", ".join(f'"{name}"' for name in found)
    message = worded("not all of its sources say when they came out: {names}", names=names)
    return (_SOURCES, message, worded("published: the day, under each of them")) if found else None


def _one_publisher(event: Event, timeline: Timeline) -> Said | None:
    sources = (timeline.sources.get(name) for name in event.sources)
    known = {fold(name) for one in sources if one is not None and (name := one.publisher_or_site)}
    if len(known) > 1:
        return None
    return _SOURCES, worded("fewer than two publishers say so"), worded("a source of another publisher")


_SOURCES = ("sources",)
_FINDERS: dict[str, Callable[[Event, Timeline], Said | None]] = {
    CITED: _uncited,
    DATED_SOURCES: _undated,
    TWO_PUBLISHERS: _one_publisher,
}
