"""Events in groups by the values of a field; one that has several stands in each."""

from __future__ import annotations

from tui.core.index.index import Index
from tui.core.index.selection import Selection
from tui.core.timeline.facets import values_of
from tui.core.timeline.in_language import short_name
from tui.core.timeline.model import GROUPS
from tui.drawing.time.in_window import RowsInTime

OF_EVERY_EVENT = ("status", "year")
"""The fields that every event has: one value of them makes no groups."""

KEPT = 200
"""Groups of which it is kept when their events are: more than any screen shows."""


class Grouping:
    """The groups of a selection, those with most events first; what is in none comes last.

    Events without a date have no place in time, and so in no group.
    """

    def __init__(self, selection: Selection, field: str) -> None:
        self.selection = selection = selection.with_dates()
        self.field = field
        self.index = selection.index
        counted = selection.counted(field)
        self.values: list[str | None] = [value for value, _ in counted]
        self._counts = [count for _, count in counted]
        self._spreads: dict[int, RowsInTime] = {}
        without = selection.rows_without(field)
        if len(without):
            self.values.append(None)
            self._counts.append(len(without))

    def __len__(self) -> int:
        return len(self.values)

    def count(self, group: int) -> int:
        """The number of events in a group."""
        return self._counts[group]

    def rows_in_time(self, group: int) -> RowsInTime:
        """The events of a group."""
        found = self._spreads.get(group)
        if found is None:
            if len(self._spreads) >= KEPT:
                del self._spreads[next(iter(self._spreads))]
            value, chosen = self.values[group], self.selection
            rows = chosen.rows_without(self.field) if value is None else chosen.rows_with(self.field, value)
            found = self._spreads[group] = RowsInTime(rows, self.index)
        return found

    def name(self, group: int, language: str) -> str:
        """The name of a group."""
        value = self.values[group]
        if value is None:
            return f"no {self.field}"
        return short_name(self.field, value, self.index.timeline, language)

    def groups_of(self, row: int) -> list[int]:
        """The groups that an event is in."""
        if row >= self.index.dated:
            return []
        values: set[str | None] = {*values_of(self.field, self.index.events[row], self.index.timeline)} or {None}
        return [group for group, value in enumerate(self.values) if value in values]


def fields_of(index: Index) -> tuple[str, ...]:
    """The fields by which the events of a timeline can be grouped: those of which some event has a value of its own."""
    return tuple(field for field in GROUPS if len(index.postings[field]) > (field in OF_EVERY_EVENT)) or GROUPS[:1]


def next_field(index: Index, field: str) -> str:
    """The field by which events are grouped after that one."""
    fields = fields_of(index)
    return fields[(fields.index(field) + 1) % len(fields)] if field in fields else fields[0]
