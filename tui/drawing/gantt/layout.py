"""Groups of events laid out in rows over a scale, each when it comes in sight, and the ways from one to another."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from tui.core.dates.edtf import FARTHEST_DAY
from tui.core.index.protocol import BACKWARD, FORWARD, NOWHERE, EventFacts
from tui.core.timeline.when import SECONDS, Moment, moment
from tui.drawing.gantt.crowd import Crowd, FewEvents, WholeGroup, nearest_to, next_to
from tui.drawing.time.grouping import Grouping
from tui.drawing.time.packing import Packed, PackedPiece, PackingArea, Piece, pack
from tui.drawing.time.scale import Scale

KEPT = 200
"""Groups that are kept laid out: more than any screen shows."""
COLUMNS_EACH = 4
"""Columns that each event of a group needs somewhere in its rows, or the group is a strip of heights."""

Cut = Callable[[EventFacts], Piece | None]
"""Makes the piece of an event; None when it is out of view."""


class GroupRows(NamedTuple):
    """A group laid out."""

    rows: tuple[tuple[PackedPiece, ...], ...]
    crowd: Crowd | None = None
    """The events for which there was no row."""
    outside: tuple[int, int] = (0, 0)
    """The number of its events that lie before what is in view, and of those after it."""

    @property
    def height(self) -> int:
        """Rows that it takes: at least one."""
        return max(1, len(self.rows) + (self.crowd is not None))

    @property
    def is_empty(self) -> bool:
        """True when nothing of it is in view."""
        return not self.rows and self.crowd is None


class EventInGroup(NamedTuple):
    """An event in a group."""

    group: int
    facts: EventFacts

    @property
    def at(self) -> Moment:
        """The moment by which the event is put in order."""
        return moment(self.facts.event.date)


class GroupRow(NamedTuple):
    """A row of a group, counted from its first."""

    group: int
    line: int


class ChartLayout:
    """The groups over a scale; what is not asked for is not laid out."""

    def __init__(self, grouping: Grouping, scale: Scale, page: PackingArea, cut: Cut) -> None:
        self.grouping = grouping
        self.scale = scale
        self.page = page
        self.cut = cut
        self._laid: dict[int, GroupRows] = {}

    def __len__(self) -> int:
        return len(self.grouping)

    def __getitem__(self, group: int) -> GroupRows:
        found = self._laid.get(group)
        if found is None:
            if len(self._laid) >= KEPT:
                del self._laid[next(iter(self._laid))]
            found = self._laid[group] = self._lay_out(group)
        return found

    def _lay_out(self, group: int) -> GroupRows:
        events, scale, page = self.grouping.events(group), self.scale, self.page
        first, past = scale.begin // SECONDS, -(-scale.end // SECONDS)
        outside = events.unseen(scale.begin, scale.end)
        most = page.columns * page.most // (COLUMNS_EACH * page.gap)
        if events.histogram((first, past))[0] > most:
            return GroupRows((), WholeGroup(events, scale), outside)
        touching = events.touching(first, past, most + 1)
        if len(touching) > most:
            return GroupRows((), WholeGroup(events, scale), outside)
        pieces = [piece for one in touching if (piece := self.cut(one)) is not None]
        if not pieces:
            return GroupRows((), None, outside)
        packed = pack(pieces, page)
        if packed.crowd:
            packed = _with_a_strip(packed)
        crowd = FewEvents(sorted(piece.facts for piece in packed.crowd)) if packed.crowd else None
        return GroupRows(tuple(map(tuple, packed.rows)), crowd, outside)

    # ---- From one to another

    def spot_of(self, place: EventInGroup) -> GroupRow:
        """The row in which an event stands; the first of its group when it is out of view."""
        laid, key = self[place.group], place.facts.key
        for line, row in enumerate(laid.rows):
            if any(placed.piece.facts.key == key for placed in row):
                return GroupRow(place.group, line)
        return GroupRow(place.group, len(laid.rows) if laid.crowd is not None and laid.crowd.holds(place.facts) else 0)

    def after(self, spot: GroupRow, steps: int) -> GroupRow:
        """The row so many rows below, or above; the last or the first where there are fewer."""
        group, line = spot.group, spot.line + steps
        while line < 0 and group > 0:
            group -= 1
            line += self[group].height
        while line >= self[group].height and group < len(self) - 1:
            line -= self[group].height
            group += 1
        return GroupRow(group, min(max(line, 0), self[group].height - 1))

    def beside(self, place: EventInGroup, step: int) -> EventInGroup | None:
        """The event nearest in time in the next row that has one, below or above; None when there is none."""
        spot = self.spot_of(place)
        while (following := self.after(spot, step)) != spot:
            spot = following
            nearest = self.nearest(spot, place.at)
            if nearest is not None:
                return EventInGroup(spot.group, nearest)
        return None

    def nearest(self, spot: GroupRow, at: Moment) -> EventFacts | None:
        """The event of a row that stands nearest to a moment."""
        laid = self[spot.group]
        if spot.line < len(laid.rows):
            return nearest_to(at, [placed.piece.facts for placed in laid.rows[spot.line]])
        return None if laid.crowd is None else laid.crowd.nearest(at)

    def under(self, spot: GroupRow, column: int) -> EventFacts | None:
        """The event whose piece or label lies at a column, else the nearest one in that row."""
        laid = self[spot.group]
        for placed in laid.rows[spot.line] if spot.line < len(laid.rows) else ():
            first = min(placed.piece.first, placed.label_at) if placed.room else placed.piece.first
            if first <= column <= max(placed.piece.last, placed.label_at + placed.room - 1):
                return placed.piece.facts
        return self.nearest(spot, self.scale.moment(min(max(column, 0), self.scale.columns - 1)))

    def along(self, place: EventInGroup, steps: int) -> EventInGroup:
        """The event so many events later in its group, or earlier; the last or the first where there are fewer."""
        direction = FORWARD if steps > 0 else BACKWARD
        found = self.grouping.events(place.group).window(place.facts.key, abs(steps), direction)
        there = [one for one in found if one.key.day < FARTHEST_DAY]
        return place._replace(facts=there[-1 if steps > 0 else 0]) if there else place

    def end(self, place: EventInGroup, side: int) -> EventInGroup:
        """The last event of its group that lies somewhere, or the first."""
        events = self.grouping.events(place.group)
        found = events.window(NOWHERE, 1, BACKWARD) if side > 0 else events.window(None, 1)
        return place._replace(facts=found[0]) if found and found[0].key.day < FARTHEST_DAY else place

    def nearest_of(self, group: int, at: Moment) -> EventInGroup | None:
        """The event of a group that stands nearest to a moment."""
        nearest = nearest_to(at, next_to(at, self.grouping.events(group)))
        return None if nearest is None else EventInGroup(group, nearest)


def _with_a_strip(packed: Packed) -> Packed:
    """The same with its last row given up for the strip of those that found none."""
    *rows, last = packed.rows
    return Packed(rows, [*packed.crowd, *(placed.piece for placed in last)])
