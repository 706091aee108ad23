"""Groups of events laid out in rows over a scale, each when it comes in sight, and the ways from one to another."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import NamedTuple

from tui.core.index.row_set import OrderedRows
from tui.core.timeline.when import Moment, moment
from tui.drawing.time.grouping import Grouping
from tui.drawing.time.packing import Packed, PackedPiece, PackingArea, Piece, pack
from tui.drawing.time.scale import Scale

KEPT = 200
"""Groups that are kept laid out: more than any screen shows."""
COLUMNS_EACH = 4
"""Columns that each event of a group needs somewhere in its rows, or the group is a strip of heights."""

Cut = Callable[[int], Piece | None]
"""Makes the piece of an event, by its row of the index; None when it is out of view."""


NO_ROWS = OrderedRows(b"")


class GroupRows(NamedTuple):
    """A group laid out."""

    rows: tuple[tuple[PackedPiece, ...], ...]
    crowd: OrderedRows
    """The rows of the index of the events for which there was no row, in order of time."""
    before: int = 0
    """The number of its events before what is in view, if none lies in it; the next field has those after."""
    after: int = 0

    @property
    def height(self) -> int:
        """Rows that it takes: at least one."""
        return max(1, len(self.rows) + bool(self.crowd))

    @property
    def is_empty(self) -> bool:
        """True when nothing of it is in view."""
        return not self.rows and not self.crowd


class EventInGroup(NamedTuple):
    """An event in a group."""

    group: int
    row: int
    """The event's row of the index."""


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
        spread = self.grouping.rows_in_time(group)
        rows = spread.touching(self.scale)
        if len(rows) * COLUMNS_EACH * self.page.gap > self.page.columns * self.page.most:
            return GroupRows((), rows)
        pieces = [piece for row in rows if (piece := self.cut(row)) is not None]
        if not pieces:
            return GroupRows((), NO_ROWS, *spread.outside(self.scale))
        packed = pack(pieces, self.page)
        if packed.crowd:
            packed = _with_a_strip(packed)
        crowd = NO_ROWS
        if packed.crowd:
            crowd = OrderedRows.of((piece.row for piece in packed.crowd), len(self.grouping.index.events))
        return GroupRows(tuple(map(tuple, packed.rows)), crowd)

    # ---- From one to another

    def spot_of(self, place: EventInGroup) -> GroupRow:
        """The row in which an event stands; the first of its group when it is out of view."""
        laid = self[place.group]
        for line, row in enumerate(laid.rows):
            if any(placed.piece.row == place.row for placed in row):
                return GroupRow(place.group, line)
        return GroupRow(place.group, len(laid.rows) if place.row in laid.crowd else 0)

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
        at = self._moment(place.row)
        while (following := self.after(spot, step)) != spot:
            spot = following
            nearest = self.nearest(spot, at)
            if nearest is not None:
                return EventInGroup(spot.group, nearest)
        return None

    def nearest(self, spot: GroupRow, at: Moment) -> int | None:
        """The event of a row that stands nearest to a moment."""
        laid = self[spot.group]
        rows: Sequence[int] = laid.crowd
        if spot.line < len(laid.rows):
            rows = [placed.piece.row for placed in laid.rows[spot.line]]
        elif len(rows) > 2:
            found = bisect_left(rows, at, key=self._moment)
            rows = rows[max(0, found - 1) : found + 1]
        return min(rows, key=lambda row: abs(self._moment(row) - at), default=None)

    def under(self, spot: GroupRow, column: int) -> int | None:
        """The event whose piece or label lies at a column, else the nearest one in that row."""
        laid = self[spot.group]
        for placed in laid.rows[spot.line] if spot.line < len(laid.rows) else ():
            first = min(placed.piece.first, placed.label_at) if placed.room else placed.piece.first
            if first <= column <= max(placed.piece.last, placed.label_at + placed.room - 1):
                return placed.piece.row
        return self.nearest(spot, self.scale.moment(min(max(column, 0), self.scale.columns - 1)))

    def along(self, place: EventInGroup, steps: int) -> EventInGroup:
        """The event so many events later in its group, or earlier; the last or the first where there are fewer."""
        rows = self.grouping.rows_in_time(place.group).rows
        at = min(max(bisect_left(rows, place.row) + steps, 0), len(rows) - 1)
        return place._replace(row=rows[at]) if rows else place

    def nearest_of(self, group: int, at: Moment) -> EventInGroup | None:
        """The event of a group that stands nearest to a moment."""
        rows = self.grouping.rows_in_time(group).rows
        found = bisect_left(rows, at, key=self._moment)
        near = rows[max(0, found - 1) : found + 1]
        return EventInGroup(group, min(near, key=lambda row: abs(self._moment(row) - at))) if near else None

    def _moment(self, row: int) -> Moment:
        return moment(self.grouping.index.events[row].date)


def _with_a_strip(packed: Packed) -> Packed:
    """The same with its last row given up for the strip of those that found none."""
    *rows, last = packed.rows
    return Packed(rows, [*packed.crowd, *(placed.piece for placed in last)])
