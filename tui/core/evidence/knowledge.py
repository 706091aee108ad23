"""The actors that knew of an event, since when, by which source: those told of it, and those who spoke about it.

What is known of this is what the file says: who is told at an event (`told:`) of what it is about, and who speaks
there (`says:`). Whoever is an actor of such an event and neither is only named in it: that is no knowledge.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from tui.core.dates.edtf import FARTHEST_DAY
from tui.core.dates.edtf_member import DaySpan
from tui.core.evidence.as_of import OutDays, placed
from tui.core.evidence.verdicts import PLANNED, REPORTED
from tui.core.timeline.model import POSSIBLY, SURELY, Event, Timeline
from tui.core.timeline.order import in_time_order

TOLD, SPOKE, NAMED = "told", "spoke", "named in"
LATER, EARLY = "later", "early"
"""Of what was not out by a day, and of what was out before the event can have happened, and did not announce it."""


class Occasion(NamedTuple):
    """An event at which an actor was told of another or spoke about it, or in which it is named."""

    event: Event
    how: str
    """TOLD, SPOKE or NAMED: who was told at an event and speaks there was told, and who is named besides is not."""

    def by(self, day: int) -> str:
        """The certainty that the actor knew by the end of a day, as far as this goes.

        Surely, once every reading of the date has it begun; possibly, once one has; a plan never is sure.
        """
        begin, end = self.event.date.start
        if end is not None and end - 1 <= day and self.event.status != PLANNED:
            return SURELY
        return POSSIBLY if begin is None or begin <= day else LATER


class Knower(NamedTuple):
    """An actor with the occasions by which it knew, first things first; or, if by none, those in which it is named."""

    actor: str
    occasions: tuple[Occasion, ...]
    is_party: bool
    """True when the actor is one of the event that it knew of: what it knew before, the file does not say."""

    @property
    def is_only_named(self) -> bool:
        """True when nothing says that it knew."""
        return self.occasions[0].how == NAMED

    @property
    def since(self) -> DaySpan:
        """The days on which it may have begun to know: from the first possible one, to before the last."""
        if self.is_only_named:
            return DaySpan(None, None)
        begins = [occasion.event.date.start.begin for occasion in self.occasions]
        ends = [
            occasion.event.date.start.end
            for occasion in self.occasions
            if occasion.event.date.start.end is not None and occasion.event.status != PLANNED
        ]
        known = [begin for begin in begins if begin is not None]
        return DaySpan(min(known) if len(known) == len(begins) else None, min(ends, default=None))

    def by(self, day: int) -> str | None:
        """The certainty that it knew by the end of a day: by what is surest; None for one that is only named."""
        if self.is_only_named:
            return None
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
    """Each actor who was told of an event or spoke about it, who may have known first first; then those named.

    Those told at the event itself, and who speak at it, knew of it too. What was called off told nobody anything.
    """
    known: dict[str, list[Occasion]] = {}
    named: dict[str, list[Occasion]] = {}
    for other in (event, *about(event.id, timeline.events)):
        if other.status == "cancelled":
            continue
        for actor in dict.fromkeys((*other.told, *other.says)):
            known.setdefault(actor, []).append(Occasion(other, TOLD if actor in other.told else SPOKE))
        for actor in other.actors if other is not event else ():
            named.setdefault(actor, []).append(Occasion(other, NAMED))
    only_named = {actor: occasions for actor, occasions in named.items() if actor not in known}
    return tuple(
        one
        for found in (known, only_named)
        for one in in_time_order(
            [Knower(actor, _in_order(occasions), actor in event.actors) for actor, occasions in found.items()],
            lambda one: one.occasions[0].event.date,
        )
    )


class Report(NamedTuple):
    """A source of the press that tells of an event, and from which days on it is out."""

    source: str
    out: OutDays
    counts_from: int | None = None
    """The first day on which it counts for the event, where that is not the day on which it is out."""

    def by(self, day: int) -> str:
        """SURELY or POSSIBLY, as it was out by the end of a day; LATER where it was not, or nothing says when.

        EARLY where it was out, and the event cannot have happened by then: nobody tells of what is not yet.
        """
        how = self.out.on(day)
        return EARLY if how and self.counts_from is not None and day < self.counts_from else how or LATER


def reports(event: Event, timeline: Timeline) -> tuple[Report, ...]:
    """The sources that tell of an event, the first that was out first; what says no day comes last."""
    begins = event.date.earliest if event.status == REPORTED else None
    announced = {one.source for one in event.cited if one.announces}
    found = []
    for name in event.sources:
        if name in timeline.sources:
            out = placed(timeline.sources[name])
            found.append(Report(name, out, None if name in announced else begins))
    return tuple(sorted(found, key=lambda one: min((day for day in one.out if day is not None), default=FARTHEST_DAY)))


def _in_order(occasions: Iterable[Occasion]) -> tuple[Occasion, ...]:
    return tuple(in_time_order(occasions, lambda one: one.event.date))
