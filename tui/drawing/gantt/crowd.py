"""The events of a group for which there is no row of their own: a strip that says how many begin where."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Protocol

from tui.core.dates.edtf import FARTHEST_DAY
from tui.core.index.protocol import BACKWARD, PAGE, Answers, EventFacts, dated_count, key_before
from tui.core.timeline.when import SECONDS, Moment, moment, time_extent
from tui.drawing.time.scale import Scale


class Crowd(Protocol):
    """Events that share a strip."""

    def __len__(self) -> int:
        """The number of them."""

    def holds(self, facts: EventFacts) -> bool:
        """True where an event of the group is among them."""

    def begun(self, scale: Scale) -> list[int]:
        """The number that begins in each column; those that begin out of view count at its ends."""

    def nearest(self, at: Moment) -> EventFacts | None:
        """The one that stands nearest to a moment."""


class FewEvents:
    """Those of a group that found no row beside the others."""

    def __init__(self, events: list[EventFacts]) -> None:
        """`events` stand in order of time."""
        self.events = events

    def __len__(self) -> int:
        return len(self.events)

    def holds(self, facts: EventFacts) -> bool:
        """True where an event of the group is among them."""
        return any(one.key == facts.key for one in self.events)

    def begun(self, scale: Scale) -> list[int]:
        """The number that begins in each column."""
        edges, by_day = scale.edges(), _is_by_day(scale)
        counts = [0] * scale.columns
        for one in self.events:
            at = one.key.day * SECONDS if by_day else moment(one.event.date)
            counts[min(max(bisect_right(edges, at) - 1, 0), scale.columns - 1)] += 1
        return counts

    def nearest(self, at: Moment) -> EventFacts | None:
        """The one that stands nearest to a moment."""
        return nearest_to(at, self.events)


class WholeGroup:
    """All of a group that lies in view, where that is too much to look at one by one."""

    def __init__(self, events: Answers, scale: Scale) -> None:
        self.events = events
        self.scale = scale
        self._begun: tuple[Scale, list[int]] | None = None
        """The last answer: a strip is drawn again with each move of the cursor."""

    def __len__(self) -> int:
        return dated_count(self.events) - sum(self.events.unseen(self.scale.begin, self.scale.end))

    def holds(self, facts: EventFacts) -> bool:
        """True where an event of the group lies in view."""
        lies = time_extent(facts.event, self.events.engine.today)
        return facts.key.day < FARTHEST_DAY and lies.begin < self.scale.end and lies.past > self.scale.begin

    def begun(self, scale: Scale) -> list[int]:
        """The number that begins in each column: what reaches into view from afar counts at its ends."""
        if self._begun is None or self._begun[0] != scale:
            self._begun = scale, self._begun_over(scale)
        return self._begun[1]

    def _begun_over(self, scale: Scale) -> list[int]:
        events, edges = self.events, scale.edges()
        if _is_by_day(scale):
            counts = events.histogram([-(-edge // SECONDS) for edge in edges])
            earlier = events.rank(key_before(scale.days[0]))
        else:
            counts = events.moments(edges)
            midnight = scale.begin // SECONDS
            earlier = events.rank(key_before(midnight)) + events.moments((midnight * SECONDS, scale.begin))[0]
        before, after = events.unseen(scale.begin, scale.end)
        later = dated_count(events) - earlier - sum(counts)
        counts[0] += earlier - before
        counts[-1] += later - after
        return counts

    def nearest(self, at: Moment) -> EventFacts | None:
        """The one that stands nearest to a moment."""
        near = [one for one in next_to(at, self.events) if self.holds(one)]
        return nearest_to(at, near or self.events.touching(self.scale.begin // SECONDS, self.scale.days[1], 1))


def _is_by_day(scale: Scale) -> bool:
    """True where no column is shorter than a day."""
    return scale.length >= scale.columns * SECONDS


def next_to(at: Moment, events: Answers) -> Sequence[EventFacts]:
    """The events on either side of a moment: those of its day, and the one before and after."""
    day = at // SECONDS
    later = events.window(key_before(day), min(PAGE, events.histogram((day, day + 1))[0] + 1))
    around = [*events.window(key_before(day), 1, BACKWARD), *later]
    return [one for one in around if one.key.day < FARTHEST_DAY]


def nearest_to(at: Moment, events: Iterable[EventFacts]) -> EventFacts | None:
    """The one of some events that stands nearest to a moment, of two the earlier."""
    return min(events, key=lambda one: abs(moment(one.event.date) - at), default=None)
