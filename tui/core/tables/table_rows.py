"""The rows of a table as events, by its map: each cell read as its column is, and every fault with its cell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import NamedTuple

from tui.core.dates.edtf import Date, DateError
from tui.core.exchange.fields import FIELDS, IN_LANGUAGE
from tui.core.exchange.foreign import (
    OWN_LANGUAGE,
    CellFault,
    ForeignEvent,
    ForeignSource,
    UnfitText,
    line_of,
    text_of,
)
from tui.core.tables.column_map import ColumnMap, ColumnUse, date_readings, unique, uses
from tui.core.tables.date_column import DateReading, OpenOrder, read_cell
from tui.core.tables.date_parts import assembled, date_of_parts, with_time
from tui.core.tables.headers import Headers
from tui.core.tables.modifier_words import ON, modifier_of
from tui.core.tables.source_cells import UnclearSources, addresses_in, links_of, sources_of, split_cell, split_in_places
from tui.core.tables.table import Table
from tui.core.text.messages import worded

_IN_ROWS = re.compile(r"[;|\n]")
_WITH_COMMAS = frozenset(("actors", "countries", "tags"))
"""The fields whose values commas part, where no cell of the column has another sign."""


class TableReading(NamedTuple):
    """A table with its headers, its map, and how each column is read."""

    table: Table
    headers: Headers
    how: ColumnMap
    columns: tuple[ColumnUse, ...]
    rows: tuple[int, ...]
    """The rows that say something, from 0."""
    empty: int
    """Rows between them that say nothing, or repeat the headers."""
    dates: Mapping[int, DateReading | OpenOrder]
    """By the number of the column."""
    signs: Mapping[int, str]
    """The sign that parts several values in a column, by its number: `;` or `,`."""

    @property
    def open_orders(self) -> dict[int, OpenOrder]:
        """The columns whose order of day and month nobody knows."""
        return {number: one for number, one in self.dates.items() if isinstance(one, OpenOrder)}

    def lost(self) -> dict[str, int]:
        """The number of values in each column that no field takes."""
        counts: Counter[str] = Counter()
        for column in self.columns:
            if not column.field:
                filled = sum(1 for row in self.rows if _at(self.table.rows[row], column.number))
                name = column.name or self.table.place(self.headers.last, column.number)
                counts[name] += filled
        return {name: count for name, count in counts.items() if count}


def read_table(table: Table, headers: Headers, how: ColumnMap) -> TableReading:
    """Look at a whole table, as its map says."""
    table = _with_merged(table, headers.last + 1)
    names = tuple(unique(headers.names))
    rows, empty = [], 0
    faulty = {row for row, _column in table.faults}
    last = max((number for number, cells in enumerate(table.rows) if any(cells) or number in faulty), default=-1)
    for number in range(headers.last + 1, last + 1):
        cells = table.rows[number]
        if number not in faulty and (not any(cells) or _says_headers(cells, headers)):
            empty += 1
        else:
            rows.append(number)
    width = max((len(table.rows[row]) for row in rows), default=0)
    if width > len(names):  # cells beside the headers are not lost silently
        headers = headers._replace(names=(*headers.names, *[""] * (width - len(names))))
    columns = uses(headers, how.fields)
    dates = date_readings(table, rows, columns, how)
    signs = {column.number: how.separator or _sign(table, rows, column) for column in columns if _is_list(column.field)}
    return TableReading(table, headers, how, columns, tuple(rows), empty, dates, signs)


def _says_headers(cells: Sequence[str], headers: Headers) -> bool:
    """True for a row that repeats the headers, as on a new page."""
    return [" ".join(cell.split()) for cell in cells if cell] == [name for name in headers.names if name]


def _with_merged(table: Table, first: int) -> Table:
    """The table with the value of cells that are merged downwards in each row of theirs."""
    spans = [one for one in table.merged if one[0] >= first and one[2] > one[0]]
    if not spans:
        return table
    rows = [list(cells) for cells in table.rows]
    for top, left, bottom, _right in spans:
        value = _at(rows[top], left)
        for number in range(top + 1, min(bottom + 1, len(rows))):
            if left < len(rows[number]) and not rows[number][left] and any(rows[number]):
                rows[number][left] = value
    return table._replace(rows=rows)


def _is_list(field: str) -> bool:
    return field in FIELDS and FIELDS[field].is_list


def _sign(table: Table, rows: Sequence[int], column: ColumnUse) -> str:
    """The sign that parts the values of a column; empty for the usual ones, which no comma is."""
    if column.field not in _WITH_COMMAS:
        return ""
    has_other = any(_IN_ROWS.search(_at(table.rows[row], column.number)) for row in rows)
    return "" if has_other else ","


def _at(cells: Sequence[str], column: int) -> str:
    return cells[column] if column < len(cells) else ""


# ---- Rows


def events_of(reading: TableReading) -> Iterator[ForeignEvent]:
    """Each row as an event, or with what is wrong with it; a row whose key is another's gets a number."""
    seen = Counter[str]()
    whole: dict[tuple[str, ...], str] = {}
    for number in reading.rows:
        row = _Row(reading, number)
        cells = tuple(reading.table.rows[number])
        event = row.event()
        if cells in whole:
            fault = CellFault(event.place, worded("it says the same as {row}", row=whole[cells]))
            yield event._replace(faults=(fault,))
            continue
        whole[cells] = event.place
        seen[event.key] += 1
        times = seen[event.key]
        if times > 1 and event.id:
            fault = CellFault(event.place_of("id"), worded('the id "{id}" is that of an earlier row', id=event.id))
            yield event._replace(key=f"{event.key}#{times}", faults=(*event.faults, fault))
        else:
            yield event if times == 1 else event._replace(key=f"{event.key}#{times}")


class _Row:
    """One row while it is read."""

    def __init__(self, reading: TableReading, number: int) -> None:
        self.reading = reading
        self.number = number
        self.cells = reading.table.rows[number]
        self.faults: list[CellFault] = []
        self.by_field: dict[str, list[ColumnUse]] = {}
        for column in reading.columns:
            if column.field and _at(self.cells, column.number):
                self.by_field.setdefault(column.field, []).append(column)

    def event(self) -> ForeignEvent:
        table = self.reading.table
        self._say_bad_cells()
        date = self.date()
        titles = self.in_languages("title")
        texts = self.in_languages("text")
        if notes := self.paragraphs("note"):
            texts[OWN_LANGUAGE] = "\n\n".join(filter(None, (texts.get(OWN_LANGUAGE), notes)))
        own = self.line("id")
        self._be_an_event()
        found = ForeignEvent(
            table.place(self.number), self.key(own), date, titles, texts, own, self.line("kind"), self.line("status"),
            self.several("actors"), self.several("countries"), self.several("place"), self.several("tags"),
            self.line("date_note"), self.sources(), rest=self.rest(),
            cells={field: table.place(self.number, columns[0].number) for field, columns in self.by_field.items()},
        )  # fmt: skip
        if not titles and not self.faults:
            self.fault(worded("the title is missing"), None)
        return found._replace(faults=tuple(self.faults))

    def fault(self, message: str, column: ColumnUse | None, hint: str | None = None) -> None:
        place = self.reading.table.place(self.number, column.number if column else None)
        self.faults.append(CellFault(place, message, hint))

    def _be_an_event(self) -> None:
        """Say of a slide of TimelineJS that it is no event: the title of the whole, an era behind it."""
        for column in self.by_field.get("slide", ()):
            text = self._read(column, is_line=True)
            if text.lower() in ("title", "era"):
                self.fault(worded('a slide of the type "{text}" is no event', text=text), column)

    def _say_bad_cells(self) -> None:
        faults = self.reading.table.faults
        for column in self.reading.columns if faults else ():
            message = faults.get((self.number, column.number))
            if message and column.field:
                self.fault(message, column)

    def key(self, own: str) -> str:
        """The key of the row: its id, else a short hash of the cells that its map names, else of date and title."""
        names = self.reading.how.key
        if own and not names:
            return f"id:{own}"
        fields = ("date", "year", "month", "day", "title")
        columns = [one for one in self.reading.columns if (one.name in names if names else one.field in fields)]
        text = "\0".join(" ".join(_at(self.cells, one.number).split()) for one in columns)
        return sha256(text.encode("utf-8", "replace")).hexdigest()[:16]

    # ---- Texts

    def line(self, field: str) -> str:
        """The texts of a field on one line, one behind the other."""
        return " ".join(filter(None, (self._read(column, is_line=True) for column in self.by_field.get(field, ()))))

    def paragraphs(self, field: str) -> str:
        """The texts of a field, a paragraph each."""
        return "\n\n".join(filter(None, (self._read(column, is_line=False) for column in self.by_field.get(field, ()))))

    def _read(self, column: ColumnUse, *, is_line: bool) -> str:
        cell = _at(self.cells, column.number)
        if cell[:1] == "'" and cell[1:2] in ("=", "+", "-", "@"):  # how a formula is kept from being one
            cell = cell[1:]
        try:
            return line_of(cell) if is_line else text_of(cell)
        except UnfitText as wrong:
            self.fault(wrong.args[0], column)
            return ""

    def in_languages(self, field: str) -> dict[str, str]:
        """A title or a text by language."""
        read = self.line if field == "title" else self.paragraphs
        found = {OWN_LANGUAGE: read(field)}
        for name in self.by_field:
            in_language = IN_LANGUAGE.fullmatch(name)
            if in_language and in_language[1] == field:
                found[in_language[2]] = read(name)
        return {language: text for language, text in found.items() if text}

    def several(self, field: str) -> tuple[str, ...]:
        """The values of a field, each once."""
        found: dict[str, None] = {}
        for column in self.by_field.get(field, ()):
            text = self._read(column, is_line=False)
            found.update(
                dict.fromkeys(" ".join(one.split()) for one in split_cell(text, self.reading.signs[column.number]))
            )
        return tuple(found)

    def rest(self) -> tuple[tuple[str, str], ...]:
        """The values that no field takes, by the name of their column."""
        return tuple(
            (one.name or self.reading.table.place(self.reading.headers.last, one.number), cell)
            for one in self.reading.columns
            if not one.field and (cell := _at(self.cells, one.number))
        )

    # ---- Dates

    def date(self) -> Date | None:
        """The date of the row; None where it has none, or a fault."""
        try:
            date = self._day("date") or self._day_of_parts("")
            end = self._day("end") or self._day_of_parts("end_")
            modifier = self._modifier()
            if date is None:
                if not self.faults:
                    hint = worded('"unknown", if nobody knows it')
                    self.fault(worded("the date is missing"), self._first("date", "year"), hint)
                return None
            times = self.by_field.get("time", ()), self.by_field.get("end_time", ())
            for column in times[0]:
                date = with_time(date, self._read(column, is_line=True))
            for column in times[1]:
                end = with_time(
                    end or date._replace(text=date.text.partition("T")[0]), self._read(column, is_line=True)
                )
            return assembled(date, end, modifier) if end or modifier != ON else date
        except DateError as error:
            self.fault(error.message, self._first("end", "modifier", "date", "year"), error.hint)
            return None

    def _first(self, *fields: str) -> ColumnUse | None:
        """The column of the first of some fields that this row fills; of none, the first that the table has."""
        for field in fields:
            if field in self.by_field:
                return self.by_field[field][0]
        return next((one for field in reversed(fields) for one in self.reading.columns if one.field == field), None)

    def _modifier(self) -> str:
        for column in self.by_field.get("modifier", ()):
            text = self._read(column, is_line=True)
            found = modifier_of(text)
            if found is None:
                raise DateError(worded('"{text}" says nothing of a date', text=text), 0, 0,
                                worded("on, before, after, about, by, from, range, between or perhaps"))  # fmt: skip
            if found != ON:
                return found
        return ON

    def _day(self, field: str) -> Date | None:
        """The date of a field's cells; those of several columns are read as one text."""
        columns = self.by_field.get(field, ())
        if not columns:
            return None
        reading = self.reading.dates[columns[0].number]
        text = " ".join(_at(self.cells, one.number) for one in columns)
        if isinstance(reading, OpenOrder):
            raise DateError(worded("nobody knows which comes first, day or month"), 0, 0)
        try:
            return read_cell(line_of(text), reading)
        except DateError as error:
            said = error.message if text.strip() in error.message else None
            message = said or worded('"{text}": {reason}', text=text.strip(), reason=error.message)
            self.fault(message, columns[0], error.hint)
        except UnfitText as wrong:
            self.fault(wrong.args[0], columns[0])
        return None

    def _day_of_parts(self, prefix: str) -> Date | None:
        names = [f"{prefix}{name}" for name in ("year", "month", "day")]
        parts = {name: self.line(name) for name in names if name in self.by_field}
        counts_no_zero = any(one.field == "slide" for one in self.reading.columns)  # TimelineJS: -500 is 500 BCE
        text = date_of_parts(parts, prefix, int(counts_no_zero)) if parts else ""
        return read_cell(text, DateReading()) if text else None

    # ---- Sources

    def sources(self) -> tuple[ForeignSource, ...]:
        """The sources that the cells of the row tell of, and those that their links lead to."""
        signs = self.reading.signs
        pieces: dict[str, list[str]] = {}
        for field in ("source", "publisher", "published"):
            for column in self.by_field.get(field, ()):
                text = self._read(column, is_line=False)
                split = split_cell if field == "source" else split_in_places
                pieces.setdefault(field, []).extend(split(text, signs[column.number]))
        addresses = dict.fromkeys(self._addresses())
        days = next((one.number for one in self.by_field.get("published", ())), -1)
        try:
            return sources_of(
                pieces.get("source", ()), pieces.get("publisher", ()), tuple(addresses), pieces.get("published", ()),
                self.line("passage"), lambda text: self._published(text, days),
            )  # fmt: skip
        except (UnclearSources, DateError) as wrong:
            name = "published" if isinstance(wrong, DateError) else "source"
            self.fault(wrong.args[0], self._first(name, "publisher", "address"), getattr(wrong, "hint", None))
            return ()

    def _published(self, text: str, column: int) -> Date:
        reading = self.reading.dates.get(column)
        if isinstance(reading, OpenOrder):
            raise DateError(worded("nobody knows which comes first, day or month"), 0, 0)
        return read_cell(text, reading or DateReading())

    def _addresses(self) -> Iterable[str]:
        """The addresses of the row: of its cells, of the links in HTML, and of those behind its cells."""
        for column in self.by_field.get("address", ()):
            found = addresses_in(_at(self.cells, column.number))
            yield from found
            if not found and not links_of(_at(self.cells, column.number)):
                yield _at(self.cells, column.number).strip()
        for column in self.reading.columns:
            cell = _at(self.cells, column.number)
            if column.field and cell:
                yield from links_of(cell)
                link = self.reading.table.links.get((self.number, column.number))
                if link:
                    yield link
