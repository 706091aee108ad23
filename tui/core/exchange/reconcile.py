"""Rows that come in, held against events that are there: new, changed in the sheet, the same, edited by hand since.

A value has three states: as it was imported, as the sheet has it now, and as the file has it now. What only the sheet
has changed is updated; what the file alone has changed stays; what both have changed is a conflict, and stays too.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from typing import NamedTuple

from tui.core.exchange.account import IMPORTED, REFUSED, UNCHANGED, UPDATED, EditedField, RowEnd
from tui.core.exchange.foreign import CellFault
from tui.core.exchange.memory import Hashes, ImportMemory, RowMemory
from tui.core.exchange.naming import Arrival
from tui.core.exchange.values import LISTS, Values, event_values, fingerprint, fingerprints, source_values
from tui.core.text.fold import fold
from tui.core.text.messages import worded
from tui.core.timeline.ids import derived_id, free
from tui.core.timeline.model import Event, Source, Timeline

KEPT, WRITTEN, EDITED, CONFLICT = "kept", "written", "edited", "conflict"
_NONE: tuple[str, ...] = ()


class Change(NamedTuple):
    """Fields of an event or a source that are to be written anew; an empty value takes the field out."""

    section: str
    """`events` or `sources`."""
    id: str
    values: Values


class ImportPlan(NamedTuple):
    """The things that are to be written, and how each row ends if they are."""

    events: tuple[tuple[Event, int], ...]
    """New events, each with the number of its row among the arrivals."""
    sources: tuple[tuple[Source, int], ...]
    changes: tuple[tuple[Change, int], ...]
    rows: tuple[RowEnd, ...]
    memory: ImportMemory
    gone: int

    @property
    def is_empty(self) -> bool:
        """True when there is nothing to write."""
        return not (self.events or self.sources or self.changes)


def planned(
    arrivals: Sequence[Arrival], timeline: Timeline, memory: ImportMemory, owned: Container[str] | None = None
) -> ImportPlan:
    """The plan for what comes in; the file and what was imported before are given.

    `owned` are the fields that the sheet has columns for; None for a format that has them all.
    """
    return _Planner(arrivals, timeline, memory, owned).plan()


class _Planner:
    """The state of making one plan."""

    def __init__(
        self, arrivals: Sequence[Arrival], timeline: Timeline, memory: ImportMemory, owned: Container[str] | None
    ) -> None:
        self.arrivals = arrivals
        self.owned = owned
        self.timeline = timeline
        self.memory = memory
        self.by_id = {event.id: event for event in timeline.events}
        self.by_look = {_look(event, timeline.language): event.id for event in reversed(timeline.events)}
        self.taken = set(self.by_id)
        self.claimed: set[str] = set()
        self.known_rows = _paired(arrivals, memory, timeline.language)
        self.events: list[tuple[Event, int]] = []
        self.sources: list[tuple[Source, int]] = []
        self.changes: list[tuple[Change, int]] = []
        self.rows: dict[str, RowMemory] = dict(memory.rows)
        self.source_memory: dict[str, Hashes] = dict(memory.sources)
        self.seen_sources: set[str] = set()

    def plan(self) -> ImportPlan:
        for row in self.known_rows.values():
            self.claimed.add(row.id)
        ends = [self.row(number, arrival) for number, arrival in enumerate(self.arrivals)]
        here = {one.row.key for one in self.arrivals}
        gone = [key for key in self.memory.rows if key not in here]
        moved = {id(row) for row in self.known_rows.values()}
        for key in gone:
            if id(self.memory.rows[key]) in moved:  # its row has another key now
                self.rows.pop(key, None)
        left = sum(1 for key in gone if id(self.memory.rows[key]) not in moved)
        return ImportPlan(
            tuple(self.events), tuple(self.sources), tuple(self.changes), tuple(ends),
            ImportMemory(self.rows, self.source_memory), left,
        )  # fmt: skip

    def row(self, number: int, arrival: Arrival) -> RowEnd:
        """The end of one row; what is to be written for it is gathered."""
        if arrival.faults:
            return RowEnd(arrival.row.place, REFUSED, faults=arrival.faults)
        changes: list[Change] = []
        edits: list[tuple[str, EditedField]] = []
        fresh = self.sources_of(arrival, changes, edits)
        event = arrival.event
        is_new = False
        own = next((one.id for one in arrival.sources), "")
        if event is not None:
            known = self.known_rows.get(arrival.row.key)
            there = self.there(known, event)
            if known is not None and there is None:
                return self.taken_out(arrival, known)
            is_new = there is None
            if there is not None:
                own = there.id
                self.event_against(arrival, there, known, changes, edits)
        conflicts = tuple(edit for _, edit in edits)
        if any(kind == CONFLICT for kind, _ in edits):
            return RowEnd(arrival.row.place, REFUSED, own, conflicts=conflicts)
        if is_new and event is not None:
            own = event.id or free(derived_id(event), self.taken)
            self.taken.add(own)
            event = event._replace(id=own)
            self.events.append((event, number))
        self.sources += [(source, number) for source in fresh]
        self.changes += [(change, number) for change in changes]
        self.remember(arrival, own if event is not None else "")
        updated = tuple(dict.fromkeys(name for change in changes for name in change.values))
        is_import = is_new or (event is None and bool(fresh))
        end = IMPORTED if is_import else UPDATED if changes or fresh else UNCHANGED
        return RowEnd(arrival.row.place, end, own, updated, conflicts=conflicts)

    def remember(self, arrival: Arrival, own: str) -> None:
        values = self.given_values(arrival)
        self.rows[arrival.row.key] = RowMemory(own, fingerprints(values))

    def given_values(self, arrival: Arrival) -> Values:
        if arrival.event is None:
            return {}
        values = event_values(arrival.event, self.timeline.language)
        return {name: values[name] for name in sorted(arrival.given) if name in values}

    # ---- Events

    def there(self, known: RowMemory | None, event: Event) -> Event | None:
        """The event of the file that a row is: the one that it was imported as, else that of its id, day and title."""
        if known is not None:
            return self.by_id.get(known.id)
        if event.id:
            return self.by_id.get(event.id)
        found = self.by_look.get(_look(event, self.timeline.language)) if self.by_look else None
        if found is None or found in self.claimed:
            return None
        self.claimed.add(found)
        return self.by_id[found]

    def taken_out(self, arrival: Arrival, known: RowMemory) -> RowEnd:
        """The end of a row whose event was taken out of the file by hand: it stays out."""
        is_same = fingerprints(self.given_values(arrival)) == dict(known.fields)
        place, message = arrival.row.place, worded('its event "{id}" was taken out of the file', id=known.id)
        hint = worded("put it back by hand, or take the row out")
        end = UNCHANGED if is_same else REFUSED
        return RowEnd(place, end, known.id, faults=() if is_same else (CellFault(place, message, hint),))

    def event_against(
        self, arrival: Arrival, there: Event, known: RowMemory | None,
        changes: list[Change], edits: list[tuple[str, EditedField]],
    ) -> None:  # fmt: skip
        """Compare a row with its event, field by field."""
        language = self.timeline.language
        sheet, file = self.given_values(arrival), event_values(there, language)
        base = known.fields if known else None
        found = _merged(sheet, file, base, arrival.row.place_of, edits, self.owned)
        if found:
            changes.append(Change("events", there.id, found))

    # ---- Sources

    def sources_of(self, arrival: Arrival, changes: list[Change], edits: list[tuple[str, EditedField]]) -> list[Source]:
        """The sources of a row that are new; known ones that were imported are compared, each once."""
        fresh = []
        language = self.timeline.language
        for source in arrival.sources:
            if source.id in self.seen_sources:
                continue
            self.seen_sources.add(source.id)
            there = self.timeline.sources.get(source.id)
            sheet = source_values(source, language)
            if there is None:
                fresh.append(source)
                self.source_memory[source.id] = fingerprints(sheet)
            elif source.id in self.memory.sources and source is not there:
                base = self.memory.sources[source.id]
                found = _merged(sheet, source_values(there, language), base, _source_cell(arrival), edits)
                if found:
                    changes.append(Change("sources", source.id, found))
                self.source_memory[source.id] = fingerprints(sheet)
        return fresh


def _source_cell(arrival: Arrival) -> Callable[[str], str]:
    """The cell of a row that gave a field of its source."""
    names = {"title": "source", "url": "address"}
    return lambda field: arrival.row.place_of(names.get(field, field))


def _look(event: Event, language: str) -> tuple[str, str]:
    """The date and the title by which an event is known where nothing else tells it."""
    return event.date.text, fold(event.titles.get(language) or next(iter(event.titles.values()), ""))


def _paired(arrivals: Iterable[Arrival], memory: ImportMemory, language: str) -> dict[str, RowMemory]:
    """The memory of each row by its key; a row whose key cells were edited is the one that has the rest in common.

    A key that is new and a remembered one that is gone belong together where they agree in the title, or in all but the
    title, and no other does.
    """
    if not memory.rows:
        return {}
    by_key = {one.row.key: one for one in arrivals if one.event is not None}
    found = {key: memory.rows[key] for key in by_key if key in memory.rows and memory.rows[key].id}
    lost = [row for key, row in memory.rows.items() if key not in by_key and row.id]
    fresh = {key: one for key, one in by_key.items() if key not in memory.rows and not key.startswith("id:")}
    if not lost or not fresh:
        return found
    hashes = {key: _hashes(one, language) for key, one in fresh.items()}
    for agrees in (_same_title, _same_but_title):
        _pair(hashes, lost, found, agrees)
    return found


def _hashes(arrival: Arrival, language: str) -> dict[str, list[str]]:
    values = event_values(arrival.event, language) if arrival.event else {}
    return fingerprints({name: values[name] for name in arrival.given if name in values})


def _same_title(fields: Hashes) -> object:
    return tuple(fields.get("title", ())) or None


def _same_but_title(fields: Hashes) -> object:
    rest = tuple(sorted((name, tuple(values)) for name, values in fields.items() if name != "title"))
    return rest if len(rest) > 1 else None


def _pair(
    fresh: dict[str, dict[str, list[str]]],
    lost: list[RowMemory],
    found: dict[str, RowMemory],
    mark: Callable[[Hashes], object],
) -> None:
    """Put rows together that have a mark in common which no other has; they are taken from both lists."""
    old: dict[object, list[RowMemory]] = {}
    for row in lost:
        old.setdefault(mark(row.fields), []).append(row)
    new: dict[object, list[str]] = {}
    for key, fields in fresh.items():
        new.setdefault(mark(fields), []).append(key)
    for sign, keys in new.items():
        rows = old.get(sign, [])
        if sign is not None and len(keys) == len(rows) == 1:
            found[keys[0]] = rows[0]
            lost.remove(rows[0])
            del fresh[keys[0]]


# ---- One field


def _merged(
    sheet: Values,
    file: Values,
    base: Hashes | None,
    place_of: Callable[[str], str],
    edits: list[tuple[str, EditedField]],
    owned: Container[str] | None = None,
) -> Values:
    """The fields to write, of what a sheet gives and a file has; what was edited by hand goes into `edits`.

    A field that the sheet has no column for any more is not its own: it stays.
    """
    written: Values = {}
    for name in dict.fromkeys((*sheet, *(one for one in base or () if owned is None or one in owned))):
        before = None if base is None or name not in base else base[name]
        if base is not None and before is None:
            before = []
        kind, value = merged_field(before, sheet.get(name, _NONE), file.get(name, _NONE), is_list=name in LISTS)
        if kind == WRITTEN:
            written[name] = value
        elif kind in (EDITED, CONFLICT):
            told = EditedField(
                place_of(name), name, "; ".join(sheet.get(name, _NONE)), "; ".join(file.get(name, _NONE))
            )
            edits.append((kind, told))
    return written


def merged_field(
    base: Sequence[str] | None, sheet: tuple[str, ...], file: tuple[str, ...], *, is_list: bool
) -> tuple[str, tuple[str, ...]]:
    """The fate of a field, and its value: hashes as imported (None if never), values of the sheet and the file."""
    wanted, has = [fingerprint(one) for one in sheet], [fingerprint(one) for one in file]
    if wanted == has or (is_list and sorted(wanted) == sorted(has)):
        return KEPT, file
    if base is None:
        if not file:
            return WRITTEN, sheet
        return (KEPT, file) if is_list and set(wanted) <= set(has) else (CONFLICT, file)
    if is_list:
        return _merged_list(base, sheet, file)
    if wanted == list(base):
        return EDITED, file
    return (WRITTEN, sheet) if has == list(base) else (CONFLICT, file)


def _merged_list(base: Sequence[str], sheet: tuple[str, ...], file: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """The values of a list: those of the file, without what the sheet took out, with what it added."""
    wanted, has = {fingerprint(one): one for one in sheet}, {fingerprint(one): one for one in file}
    out = set(base) - set(wanted)
    added = [one for own, one in wanted.items() if own not in base and own not in has]
    new = (*(one for own, one in has.items() if own not in out), *added)
    if new != file:
        return WRITTEN, new
    return (EDITED, file) if set(base) & set(wanted) - set(has) else (KEPT, file)
