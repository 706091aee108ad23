"""The actors that knew of an event, since when, by which source: those told of it, and those who spoke about it.

What is known of this is what the file says: an event that is about another (it announces, reports or reacts to
it) makes its actors known to speak of it, and those told there to have been told. Nobody is thought to know more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from tui.core.dates.edtf_member import DaySpan
from tui.core.evidence.verdicts import PLANNED
from tui.core.timeline.model import Event, Timeline
from tui.core.timeline.order import in_time_order

TOLD, SPOKE = "told", "spoke"
SURELY, POSSIBLY, LATER = "surely", "possibly", "later"


class Occasion(NamedTuple):
    """An event at which an actor was told of another, or spoke about it."""

    event: Event
    how: str
    """TOLD or SPOKE; who was told at an event that has them for an actor too was told."""

    def by(self, day: int) -> str:
        """The certainty that the actor knew by the end of a day, as far as this goes.

        Surely, once every reading of the date has it begun; possibly, once one has; a plan never is sure.
        """
        begin, end = self.event.date.start
        if end is not None and end - 1 <= day and self.event.status != PLANNED:
            return SURELY
        return POSSIBLY if begin is None or begin <= day else LATER


class Knower(NamedTuple):
    """An actor with the occasions by which it knew, first things first."""

    actor: str
    occasions: tuple[Occasion, ...]
    is_party: bool
    """True when the actor is one of the event that it knew of: what it knew before, the file does not say."""

    @property
    def since(self) -> DaySpan:
        """The days on which it may have begun to know: from the first possible one, to before the last."""
        begins = [occasion.event.date.start.begin for occasion in self.occasions]
        ends = [
            occasion.event.date.start.end
            for occasion in self.occasions
            if occasion.event.date.start.end is not None and occasion.event.status != PLANNED
        ]
        known = [begin for begin in begins if begin is not None]
        return DaySpan(min(known) if len(known) == len(begins) else None, min(ends, default=None))

    def by(self, day: int) -> str:
        """The certainty that it knew by the end of a day: by what is surest."""
        found = {occasion.by(day) for occasion in self.occasions}
        return next(how for how in (SURELY, POSSIBLY, LATER) if how in found)

    def until(self, day: int) -> Knower:
        """The same with the occasions alone that are possible by a day."""
        return self._replace(occasions=tuple(one for one in self.occasions if one.by(day) != LATER))


def about(event_id: str, events: Sequence[Event]) -> Sequence[Event]:
    """The events that announce, report or react to one, in their order."""
    return _LAST.of(events).get(event_id, ())


def related_events(event: Event, timeline: Timeline) -> tuple[list[Event], list[Event]]:
    """The events that one is about, in the order in which it names them, and those that are about it."""
    by_id = {one.id: one for one in timeline.events if one.id in event.about} if event.about else {}
    return [by_id[name] for name in event.about if name in by_id], list(about(event.id, timeline.events))


class _Pointing:
    """The events about each event: found out once for those last asked of, since each that is told asks."""

    def __init__(self) -> None:
        self._last: tuple[Sequence[Event], Mapping[str, list[Event]]] = ((), {})

    def of(self, events: Sequence[Event]) -> Mapping[str, list[Event]]:
        """By the id of what they are about; the same events are the same object."""
        last, found = self._last
        if last is not events:
            pointing: defaultdict[str, list[Event]] = defaultdict(list)
            for event in events:
                for event_id in dict.fromkeys(event.about):
                    pointing[event_id].append(event)
            found = dict(pointing)
            self._last = events, found
        return found


_LAST = _Pointing()


def knowers(event: Event, timeline: Timeline) -> tuple[Knower, ...]:
    """Each actor who was told of an event or spoke about it; who may have known first comes first.

    Those told at the event itself were told of it too. What was called off told nobody anything.
    """
    found: dict[str, list[Occasion]] = {}
    for actor in event.told if event.status != "cancelled" else ():
        found[actor] = [Occasion(event, TOLD)]
    for other in about(event.id, timeline.events):
        if other.status == "cancelled":
            continue
        for actor in dict.fromkeys((*other.told, *other.actors)):
            how = TOLD if actor in other.told else SPOKE
            found.setdefault(actor, []).append(Occasion(other, how))
    known = [Knower(actor, _in_order(occasions), actor in event.actors) for actor, occasions in found.items()]
    return tuple(in_time_order(known, lambda one: one.occasions[0].event.date))


def _in_order(occasions: Iterable[Occasion]) -> tuple[Occasion, ...]:
    return tuple(in_time_order(occasions, lambda one: one.event.date))
