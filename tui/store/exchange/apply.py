"""A plan of what comes in written into a file's text, read again, and held against what was meant."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Mapping, Sequence
from typing import NamedTuple

from tui.core.exchange.foreign import CellFault
from tui.core.exchange.memory import ImportMemory
from tui.core.exchange.naming import Arrival
from tui.core.exchange.reconcile import Change, ImportPlan, planned
from tui.core.exchange.values import with_event_values, with_source_values
from tui.core.problems.problem import ERROR, Problem
from tui.core.text.messages import worded
from tui.core.timeline.model import Actor, Event, Source, Timeline
from tui.store.read.timeline import Reading, read
from tui.store.write.add import Opened
from tui.store.write.event_lines import EVENT_KEYS, SOURCE_KEYS, Value, YamlStyle, event_fields, source_fields
from tui.store.write.insert import Additions, NoPlace, insertions, lists_actors
from tui.store.write.replace import replacements
from tui.store.write.splice import FileRows, Splice
from tui.store.write.unplaced import unplaced
from tui.store.yaml.file_layout import FileLayout, mended_layout

_MOST_TRIES = 8
"""Attempts: before each the rows that could not be written are left out."""


class Applied(NamedTuple):
    """The file as it is to be, and the plan that made it so."""

    file: Opened
    plan: ImportPlan


class Unsound(Exception):
    """A file that nothing is imported into, since it has errors, or would have them; its text says which."""

    def __init__(self, message: str, problems: Sequence[Problem] = ()) -> None:
        super().__init__(message)
        self.problems = tuple(problems)


def applied(
    file: Opened,
    arrivals: Sequence[Arrival],
    actors: Mapping[str, Actor],
    memory: ImportMemory,
    owned: Container[str] | None,
    *,
    keeps_rest: bool,
) -> Applied:
    """Write what comes in into a file's text; a row that cannot be written so that it is read again is refused.

    Raises Unsound, and NoPlace as adding does.
    """
    errors = [one for one in file.reading.problems if one.severity == ERROR]
    if errors:
        raise Unsound(worded("it has errors already"), errors)
    arrivals = list(arrivals)
    for _attempt in range(_MOST_TRIES):
        plan = planned(arrivals, file.reading.timeline, memory, owned)
        if plan.is_empty:
            return Applied(file, plan)
        work = _Work(file, arrivals, actors, plan, keeps_rest=keeps_rest)
        faults = work.faults()
        if not faults:
            return Applied(work.after, plan)
        for number, fault in faults.items():
            arrivals[number] = arrivals[number]._replace(faults=(fault,))
    raise Unsound(worded("it cannot be written without a change to something else"))


class _Work:
    """One attempt at writing a plan."""

    def __init__(
        self,
        file: Opened,
        arrivals: Sequence[Arrival],
        actors: Mapping[str, Actor],
        plan: ImportPlan,
        *,
        keeps_rest: bool,
    ) -> None:
        self.file = file
        self.arrivals = arrivals
        self.plan = plan
        self.before = file.reading.timeline
        self.events: dict[str, tuple[Event, int]] = {event.id: (event, number) for event, number in plan.events}
        self.sources: dict[str, tuple[Source, int]] = {source.id: (source, number) for source, number in plan.sources}
        self.unfit: dict[int, CellFault] = {}
        used = {own for event, _ in plan.events for own in (*event.actors, *event.told, *event.says)}
        used |= {own for change, _ in plan.changes for name in ("actors", "told", "says")
                 for own in change.values.get(name, ())}  # fmt: skip
        self.actors = [actor for own, actor in actors.items() if own in used]
        remarks = {event.id: _remarks(arrivals[number]) for event, number in plan.events} if keeps_rest else {}
        self.old_events = {event.id: event for event in self.before.events} if plan.changes else {}
        self._items: dict[str, dict[int, int]] = {}
        self.after = self._written(remarks)

    def _written(self, remarks: Mapping[str, Sequence[str]]) -> Opened:
        rows = FileRows(self.file.data)
        layout = mended_layout(rows.text)
        splices: list[Splice] = []
        for change, number in self.plan.changes:
            try:
                splices += self._changed(rows, layout, change, number)
            except NoPlace as no:
                self._refuse(number, no.args[0], no.hint)
        usual = self.before.source_language
        new = Additions(
            [self._without_usual(event) for event, _ in self.plan.events],
            [one._replace(language=None) if usual and one.language == usual else one for one, _ in self.plan.sources],
            self.actors, remarks, is_told=True,
        )  # fmt: skip
        dates = {one.line: one.date for one in self.before.events}
        splices += insertions(rows, layout, new, self.before.language, dates)
        data = rows.spliced(splices)
        return Opened(self.file.path, data, read(data, self.file.reading.name))

    def _without_usual(self, event: Event) -> Event:
        is_usual = self.before.countries and event.countries == self.before.countries
        return event._replace(countries=()) if is_usual else event

    def _changed(self, rows: FileRows, layout: FileLayout, change: Change, number: int) -> list[Splice]:
        """The changes of one event or source; what it is to be is kept to be compared."""
        language, told = self.before.language, self.arrivals[number]
        section = layout.sections[change.section]
        if change.section == "events" and told.event is not None:
            old = self.old_events[change.id]
            event = with_event_values(old, change.values, told.event, language)
            self.events[change.id] = event, number
            at = self._item_at(layout, "events", old.line)
            manner = YamlStyle.of(section.inner, section.items, at)
            fields = event_fields(event, language, manner)
            usual: Sequence[str] = EVENT_KEYS
            if event.status == "reported":
                fields["status"] = ["reported"]
        else:
            source = self.before.sources[change.id]
            said = next(one for one in told.sources if one.id == change.id)
            source, line = with_source_values(source, change.values, said, language), source.line
            self.sources[change.id] = source, number
            at = self._item_at(layout, "sources", line)
            fields = source_fields(source, YamlStyle.of(section.inner, section.items, at), is_told=True)
            usual = SOURCE_KEYS
        wanted: dict[str, Value | None] = {
            name: fields.get(name) if change.values[name] else None for name in change.values
        }
        return replacements(rows, section, at, wanted, usual)

    def _item_at(self, layout: FileLayout, section: str, line: int) -> int:
        """The number of the item of a section that the reader gives this line."""
        if section not in self._items:
            items = layout.sections[section].items
            self._items[section] = {item.start + 1: at for at, item in enumerate(items)}
        if line not in self._items[section]:
            raise NoPlace(worded("it stands between brackets"), worded("change it by hand"))
        return self._items[section][line]

    # ---- Is it what was meant?

    def faults(self) -> dict[int, CellFault]:
        """The rows that are not read again as they were meant, with the reason; Unsound where no row is to blame."""
        if self.unfit:
            return self.unfit
        reading = self.after.reading
        after = reading.timeline
        errors = [one for one in reading.problems if one.severity == ERROR]
        if errors:
            self._blame(errors, reading)
        now = {event.id: event for event in after.events}
        for own, (event, number) in self.events.items():
            if own not in now or unplaced(now[own]) != unplaced(event):
                self._refuse(number, worded("its texts cannot be written so that they are read as they are"))
        for own, (source, number) in self.sources.items():
            if own not in after.sources or unplaced(after.sources[own]) != unplaced(source):
                self._refuse(number, worded("its texts cannot be written so that they are read as they are"))
        if not self.unfit:
            self._be_the_same(after)
        return self.unfit

    def _be_the_same(self, after: Timeline) -> None:
        """Raise Unsound when anything has changed that was not to."""
        was = {one.id: unplaced(one) for one in self.before.events if one.id not in self.events}
        now = {one.id: unplaced(one) for one in after.events if one.id in was}
        has_all = len(after.events) == len(self.before.events) + len(self.plan.events)
        sources = all(own in self.sources or unplaced(after.sources[own]) == unplaced(one)
                      for own, one in self.before.sources.items() if own in after.sources)  # fmt: skip
        is_kept = set(self.before.sources) <= set(after.sources)
        if lists_actors(self.file.reading.text):  # else an actor is there while an event names it
            is_kept = is_kept and set(self.before.actors) <= set(after.actors)
        if not (has_all and was == now and sources and is_kept and after.views == self.before.views):
            raise Unsound(worded("it cannot be written without a change to something else"))

    def _blame(self, errors: Sequence[Problem], reading: Reading) -> None:
        """Refuse the rows whose events or sources have errors; Unsound for one that is nobody's."""
        timeline = reading.timeline
        owners = [(one.line, one.id) for one in timeline.events]
        owners = sorted([*owners, *((one.line, one.id) for one in timeline.sources.values())])
        lines = [line for line, _ in owners]
        for error in errors:
            at = bisect_right(lines, error.place.line) - 1
            own = owners[at][1] if at >= 0 else ""
            number = (self.events.get(own) or self.sources.get(own) or (None, -1))[1]
            if number < 0:
                raise Unsound(worded("it would have errors"), errors)
            self._refuse(number, error.message, error.hint)

    def _refuse(self, number: int, message: str, hint: str | None = None) -> None:
        self.unfit.setdefault(number, CellFault(self.arrivals[number].row.place, message, hint))


def _remarks(arrival: Arrival) -> list[str]:
    """The values that no field takes, a comment each: the name of the column, and its value."""
    return [f"{name}: {line}" if i == 0 else f"  {line}" for name, text in arrival.row.rest
            for i, line in enumerate(_plain_lines(text))]  # fmt: skip


def _plain_lines(text: str) -> list[str]:
    from tui.core.text.clean import clean

    return [clean(" ".join(line.split())) for line in text.replace("\r", "\n").split("\n") if line.strip()]
