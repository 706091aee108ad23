"""One import from the file of another program to a timeline: read, planned, written under one lock, remembered."""

from __future__ import annotations

import gc
import os
from collections import Counter
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import NamedTuple

from tui.core.exchange.account import REFUSED, Account
from tui.core.exchange.foreign import ForeignEvent
from tui.core.exchange.memory import ImportMemory, memory_of
from tui.core.exchange.naming import FileNames
from tui.core.exchange.values import event_values, fingerprints
from tui.core.tables.column_map import ColumnMap, owned_fields, proposed
from tui.core.tables.headers import Headers, find_headers
from tui.core.tables.table import Table
from tui.core.tables.table_reading import TableReading, read_table
from tui.core.tables.table_rows import events_of
from tui.core.text.clean import clean_line
from tui.core.text.messages import worded
from tui.store.exchange.apply import Applied, Unsound, applied
from tui.store.exchange.detect import FORMATS, TABLES, format_of
from tui.store.exchange.map_file import BadMap, map_text, read_map
from tui.store.exchange.memory_file import BadMemory, memory_bytes, memory_path, read_memory
from tui.store.formats.delimited import NoTable, read_delimited
from tui.store.formats.entries import Entries
from tui.store.read.timeline import read
from tui.store.system import atomic_write, file_lock, read_bytes
from tui.store.write.add import Opened, opened, reopened, save
from tui.store.write.insert import NoPlace, lists_actors
from tui.store.write.starter import new_id
from tui.store.yaml.quote import scalar

NEEDS = 'pip install "jalon[office]"'  # no words: a command


Tick = Callable[[int, int], None]
"""Told how many of how many rows are done."""
_EVERY = 500


def no_tick(_done: int, _total: int) -> None:
    """Nothing, where nobody waits."""


class Stopped(Exception):
    """An import that cannot be made, and why; nothing was written."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.hint = hint


class ImportRun(NamedTuple):
    """The input as it was read, before any timeline is looked at."""

    path: str
    format: str
    """One of FORMATS."""
    table: Table | None = None
    reading: TableReading | None = None
    """Of a table, how it is read."""
    events: tuple[ForeignEvent, ...] = ()
    """Of what is no table, its entries."""
    map_path: str | None = None
    has_map: bool = False
    """True when the map is one that a person keeps."""
    about: tuple[str, ...] = ()
    """Sentences on how it was read."""
    language: str = ""
    """Of a timeline that is to be new; empty where the input does not tell."""
    title: str = ""

    @property
    def name(self) -> str:
        """The name of the input, without its folder."""
        return os.path.basename(self.path) if self.path != "-" else "-"

    @property
    def memory_name(self) -> str:
        """The name by which what it gave is remembered."""
        sheet = self.reading.table.sheet if self.reading else ""
        return f"{self.name}!{sheet}" if sheet else self.name


class ImportResult(NamedTuple):
    """An import that is ready to be written, or has been."""

    run: ImportRun
    before: Opened
    after: Opened
    is_new: bool
    """True when the timeline is to be a new file."""
    account: Account
    imports: dict[str, ImportMemory]
    memory_before: bytes | None
    today: int
    keeps_rest: bool

    @property
    def changes(self) -> bool:
        """True when the timeline changes."""
        return self.after.data != self.before.data or self.is_new


# ---- The input


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """No collection of garbage: what is built holds no cycles, and looking for them would take a third of the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


@_collector_at_rest()
def read_input(path: str, asked: str | None, today: int, map_path: str | None = None) -> ImportRun:
    """Read the file of another program; `asked` is its format, None to find it; `today` a day number. Stopped."""
    found: str | None = None
    try:
        data = read_bytes.fetch(path)
        found = asked or format_of(path, data)
        if found is None:
            raise Stopped(
                worded("nobody can tell the format of {file}", file=read_bytes.display_name(path)),
                worded("name it with --as: {formats}", formats=", ".join(FORMATS)),
            )
        if found in TABLES:
            return _read_table(path, data, found, map_path)
        entries = _entries(found, data, today)
        return ImportRun(
            path, found, events=entries.events, map_path=map_path, about=entries.about, language=entries.language,
            title=entries.title,
        )  # fmt: skip
    except read_bytes.Unreadable as unreadable:
        raise Stopped(unreadable.args[0]) from None
    except NoTable as no:
        raise Stopped(
            worded("{name}: {value}", name=read_bytes.display_name(path), value=no.args[0]), no.hint
        ) from None
    except ImportError as missing:
        message = worded(
            "{format} needs {library}", format=asked or found or "", library=(missing.name or "").replace("_", "-")
        )
        raise Stopped(message, NEEDS) from None


def _entries(form: str, data: bytes, today: int) -> Entries:
    """The entries of a file in a format that is no table; NoTable, ImportError."""
    if form == "ics":
        from tui.store.formats.calendar import read_calendar

        return read_calendar(data, today)
    modules = {
        "timelinejs": ("timelinejs", "read_timelinejs"),
        "markwhen": ("markwhen", "read_markwhen"),
        "chronos": ("chronos", "read_chronos"),
        "timesketch": ("timesketch", "read_timesketch"),
        "csl": ("csl", "read_csl"),
        "jalon": ("jalon_records", "read_records"),
    }
    module, reader = modules[form]
    found: Entries = getattr(import_module(f"tui.store.formats.{module}"), reader)(data)
    return found


def _read_table(path: str, data: bytes, form: str, map_path: str | None) -> ImportRun:
    how = _kept_map(map_path)
    if form in ("csv", "tsv"):
        table = read_delimited(data, "\t" if form == "tsv" else "")
    else:
        from tui.store.formats.workbook import read_workbook

        table = read_workbook(data, how.sheet if how else "")
    headers = find_headers(table, how.header - 1 if how and how.header else None)
    if headers is None:
        raise NoTable(worded("it has no headers"))
    has_map = how is not None
    if how is None:
        how = proposed(table, headers)
    else:
        _be_of_table(how, headers, map_path or "")
    run = ImportRun(
        path, form, table, read_table(table, headers, how), (), map_path, has_map, tuple(table.about), how.language
    )
    _have_date_and_title(how)
    return run


def _kept_map(path: str | None) -> ColumnMap | None:
    if path is None or not os.path.lexists(path):
        return None
    try:
        return read_map(path)
    except BadMap as bad:
        place = f"{read_bytes.display_name(path)}:{bad.line}" if bad.line else read_bytes.display_name(path)
        raise Stopped(worded("{name}: {value}", name=place, value=bad.args[0]), bad.hint) from None


def _be_of_table(how: ColumnMap, headers: Headers, map_path: str) -> None:
    """Raise Stopped when a map names a column for a field that the table lacks."""
    from tui.core.tables.column_map import unique

    names = list(unique(headers.names))
    missing = next((name for name, field in how.fields.items() if field and name not in names), None)
    if missing is not None:
        message = worded('the table has no column "{name}", which {map} names', name=missing,
                         map=read_bytes.display_name(map_path))  # fmt: skip
        raise Stopped(message, worded("it has {names}", names=", ".join(filter(None, names))))


def _have_date_and_title(how: ColumnMap) -> None:
    fields = set(how.fields.values())
    for field, others in (("date", {"date", "year"}), ("title", {"title"})):
        is_there = fields & others or any(one.startswith(f"{field}_") for one in fields - {"date_note"})
        if not is_there:
            names = ", ".join(filter(None, how.fields))
            message = {
                "date": worded("no column is known to be the date: {names}", names=names),
                "title": worded("no column is known to be the title: {names}", names=names),
            }[field]
            raise Stopped(message, worded("--map says which column is which field"))


def with_order(run: ImportRun, order: str) -> ImportRun:
    """The same input, all its dates read in one order."""
    if run.reading is None or run.table is None:
        return run
    how = run.reading.how._replace(order=order)
    return run._replace(reading=read_table(run.table, run.reading.headers, how))


def keep_map(run: ImportRun) -> bool:
    """Keep the map of a table where a person wants it, unless it is there; whether it was kept now. Raises Stopped."""
    if run.map_path is None or run.has_map or run.reading is None:
        return False
    try:
        atomic_write.replace(run.map_path, None, map_text(run.reading.how, run.name).encode())
    except atomic_write.NotSaved as failed:
        raise Stopped(failed.args[0]) from None
    return True


# ---- The timeline


@_collector_at_rest()
def prepared(run: ImportRun, into: str, today: int, *, keeps_rest: bool = False, tick: Tick = no_tick) -> ImportResult:
    """The timeline at a path as it is to be; nothing is written. Raises Stopped.

    `tick` is told now and then how many of the rows are done.
    """
    try:
        is_new = not os.path.lexists(into)
        before = _new_file(run, into) if is_new else opened(into)
        return _result(run, before, is_new, today, tick, keeps_rest=keeps_rest)
    except read_bytes.Unreadable as unreadable:
        raise Stopped(unreadable.args[0]) from None


def _new_file(run: ImportRun, path: str) -> Opened:
    """The head of a timeline that is to be new, named for its input."""
    stem = run.name.rpartition(".")[0] or run.name
    title = clean_line(run.title or " ".join(stem.replace("_", " ").replace("-", " ").split()) or "Timeline")
    lines = ["timeline:", f"  id: {new_id(title)}", f"  title: {scalar(title)}"]
    if run.language:
        lines.append(f"  language: {run.language}")
    data = ("\n".join([*lines, "", "events: []"]) + "\n").encode()
    return Opened(path, data, read(data, path))


def _result(run: ImportRun, before: Opened, is_new: bool, today: int, tick: Tick, *, keeps_rest: bool) -> ImportResult:
    path = before.path
    try:
        memory_before, imports = read_memory(memory_path(path))
        names = FileNames(before.reading.timeline, today, lists_actors=lists_actors(before.reading.text))
        entries = run.events if run.reading is None else events_of(run.reading)
        total = len(run.events) if run.reading is None else len(run.reading.rows)
        arrivals = []
        for number, one in enumerate(entries):
            if number % _EVERY == 0:
                tick(number, total)
            arrivals.append(names.arrival(one))
        tick(total, total)
        language = before.reading.timeline.language
        keys = {
            one.row.key: fingerprints(event_values(one.event, language)) for one in arrivals if one.event is not None
        } if imports and run.memory_name not in imports else {}  # fmt: skip
        known_as, memory = memory_of(run.memory_name, keys, imports)
        owned: Container[str] | None = owned_fields(run.reading.columns) if run.reading else None
        done: Applied = applied(before, arrivals, names.new_actors, memory, owned, keeps_rest=keeps_rest)
    except BadMemory as bad:
        raise Stopped(bad.args[0]) from None
    except NoPlace as no:
        raise Stopped(
            worded("{name}: {value}", name=read_bytes.display_name(path), value=no.args[0]), no.hint
        ) from None
    except Unsound as unsound:
        raise _unsound(path, unsound) from None
    plan = done.plan
    lost: Mapping[str, int] = {}
    if not keeps_rest:
        lost = run.reading.lost() if run.reading else Counter(name for one in run.events for name, _value in one.rest)
    account = Account(plan.rows, run.reading.empty if run.reading else 0, lost, plan.gone)
    kept = {name: one for name, one in imports.items() if name != known_as} | {run.memory_name: plan.memory}
    return ImportResult(run, before, done.file, is_new, account, kept, memory_before, today, keeps_rest)


def _unsound(path: str, unsound: Unsound) -> Stopped:
    file = read_bytes.display_name(path)
    message = worded("{name}: {value}", name=file, value=unsound.args[0])
    if unsound.problems:
        first = unsound.problems[0]
        message = worded("{name}: {value}", name=f"{file}:{first.place.line}", value=first.message)
        return Stopped(message, worded("nothing is imported into a file with errors; jalon check tells more"))
    return Stopped(message)


# ---- Writing


def saved(result: ImportResult) -> ImportResult:
    """Write what was prepared, under the file's lock, from the file as it is by then; then remember it. Stopped."""
    path = result.before.path
    try:
        with file_lock.locked(path):
            result = _as_it_is_now(result)
            if result.is_new:
                if not any(row.end != REFUSED for row in result.account.rows):
                    return result._replace(after=result.before, is_new=False)
                atomic_write.replace(path, None, result.after.data)
            elif result.changes:
                save(result.before, result.after)
            _remember(result)
    except read_bytes.Unreadable as unreadable:
        raise Stopped(unreadable.args[0]) from None
    except atomic_write.NotSaved as failed:
        hint = (
            worded("the same once more adds to it as it is now") if isinstance(failed, atomic_write.Changed) else None
        )
        raise Stopped(failed.args[0], hint) from None
    return result


def _remember(result: ImportResult) -> None:
    """Keep what each row gave, unless that is what is kept already; NotSaved."""
    if any(row.end != REFUSED for row in result.account.rows):
        data = memory_bytes(result.imports)
        if data != result.memory_before:
            atomic_write.replace(memory_path(result.before.path), result.memory_before, data)


def _as_it_is_now(result: ImportResult) -> ImportResult:
    """The result for the file as it is now; the same where nothing has changed since it was read."""
    path = result.before.path
    memory_now = read_memory(memory_path(path))[0]
    is_same = not os.path.lexists(path) if result.is_new else reopened(result.before) is result.before
    if is_same and memory_now == result.memory_before:
        return result
    return prepared(result.run, path, result.today, keeps_rest=result.keeps_rest)


def text_rows(old: Sequence[str], new: Sequence[str]) -> list[int | None]:
    """For each line of a file after, the line before that it is; None for one that is new."""
    from difflib import SequenceMatcher

    rows: list[int | None] = [None] * len(new)
    first = 0
    while first < min(len(old), len(new)) and old[first] == new[first]:
        rows[first] = first
        first += 1
    last = 0
    while last < min(len(old), len(new)) - first and old[-1 - last] == new[-1 - last]:
        last += 1
        rows[len(new) - last] = len(old) - last
    matcher = SequenceMatcher(None, old[first : len(old) - last], new[first : len(new) - last])
    for block in matcher.get_matching_blocks():
        for at in range(block.size):
            rows[first + block.b + at] = first + block.a + at
    return rows
