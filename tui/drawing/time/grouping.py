"""Events in groups by the values of a field; one that has several stands in each."""

from __future__ import annotations

from tui.core.dates.edtf import FARTHEST_DAY
from tui.core.index.protocol import Answers, Engine, key_before
from tui.core.text.messages import _
from tui.core.text.names import group_name
from tui.core.timeline.facets import values_of
from tui.core.timeline.in_language import short_name
from tui.core.timeline.model import GROUPS, Event

OF_EVERY_EVENT = ("status", "year")
"""The fields that every event has: one value of them makes no groups."""

KEPT = 200
"""Groups whose events are kept: more than any screen shows."""
MOST = 5_000
"""Groups at most: nobody goes on to more."""


class Grouping:
    """The groups of some events, those with most events first; what is in none comes last.

    Where the query asks for some values of the field, these are the groups, whatever else their events have.
    Events without a date have no place in time, and so in no group.
    """

    def __init__(self, answers: Answers, field: str) -> None:
        self.total = answers.count()
        """The number of events, also of those that are in no group."""
        self.answers = answers = answers.dated()
        self.undated = self.total - answers.rank(key_before(FARTHEST_DAY))
        """The number of events that lie nowhere in time."""
        self.field = field
        self.engine = answers.engine
        asked = {one for value in answers.query.chosen(field) for one in self.engine.names.meaning(field, value)}
        counted = [one for one in answers.counted(field, MOST) if not asked or one[0] in asked]
        self.values: list[str | None] = [value for value, _count in counted]
        self._counts = [count for _value, count in counted]
        self.beyond = 0 if asked or len(counted) < MOST else answers.values(field) - MOST
        """The number of groups that are left out."""
        self._groups: dict[int, Answers] = {}
        without = answers.group(field, None).count()
        if without:
            self.values.append(None)
            self._counts.append(without)

    def __len__(self) -> int:
        return len(self.values)

    def count(self, group: int) -> int:
        """The number of events in a group."""
        return self._counts[group]

    def events(self, group: int) -> Answers:
        """The events of a group."""
        found = self._groups.get(group)
        if found is None:
            if len(self._groups) >= KEPT:
                del self._groups[next(iter(self._groups))]
            found = self._groups[group] = self.answers.group(self.field, self.values[group])
        return found

    def name(self, group: int, language: str) -> str:
        """The name of a group."""
        value = self.values[group]
        if value is None:
            return _("no {field}", field=group_name(self.field))
        return short_name(self.field, value, self.engine.head, language)

    def groups_of(self, event: Event) -> list[int]:
        """The groups that an event is in."""
        if event.date.is_undated:
            return []
        values: set[str | None] = {*values_of(self.field, event, self.engine.head)} or {None}
        return [group for group, value in enumerate(self.values) if value in values]


def fields_of(engine: Engine) -> tuple[str, ...]:
    """The fields by which the events of a timeline can be grouped: those of which some event has a value of its own."""
    everything = engine.select()
    return tuple(field for field in GROUPS if everything.values(field) > (field in OF_EVERY_EVENT)) or GROUPS[:1]


def next_field(engine: Engine, field: str) -> str:
    """The field that events are grouped by after that."""
    fields = fields_of(engine)
    return fields[(fields.index(field) + 1) % len(fields)] if field in fields else fields[0]
