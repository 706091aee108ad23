"""The rows of a table as events, by its map: each cell read as its column is, and every fault with its cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import NamedTuple

from tui.core.dates.edtf import Date, DateError
from tui.core.exchange.fields import IN_LANGUAGE
from tui.core.exchange.foreign import (
    OWN_LANGUAGE,
    CellFault,
    ForeignEvent,
    ForeignSource,
    UnfitText,
    line_of,
    text_of,
)
from tui.core.tables.column_map import ColumnUse
from tui.core.tables.date_column import DateReading, OpenOrder, read_cell
from tui.core.tables.date_parts import assembled, date_of_parts, with_time
from tui.core.tables.modifier_words import ON, modifier_of
from tui.core.tables.source_cells import UnclearSources, addresses_in, links_of, sources_of, split_cell, split_in_places
from tui.core.tables.table import Table
from tui.core.tables.table_reading import TableReading, cell_at
from tui.core.text.messages import worded

# ---- Rows


def events_of(reading: TableReading) -> Iterator[ForeignEvent]:
    """Each row as an event, or with what is wrong with it; a row whose key is another's gets a number."""
    seen = Counter[str]()
    whole: dict[tuple[str, ...], str] = {}
    common = _Common.of(reading)
    for number in reading.rows:
        row = _Row(reading, number, common)
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


class _CellNames(Mapping[str, str]):
    """The name of the cell of each field of a row, made when it is asked for: few rows have a fault."""

    def __init__(self, table: Table, row: int, by_field: Mapping[str, Sequence[ColumnUse]]) -> None:
        self._table, self._row, self._by_field = table, row, by_field

    def __getitem__(self, field: str) -> str:
        return self._table.place(self._row, self._by_field[field][0].number)

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_field)

    def __len__(self) -> int:
        return len(self._by_field)


class _Common(NamedTuple):
    """The columns that matter to each row alike, looked for once."""

    keys: tuple[int, ...]
    """Those that tell a row from others, by their numbers."""
    in_languages: tuple[tuple[str, str, str], ...]
    """The fields in a named language: the name, its base, the language."""
    has_parts: bool
    """True where years, months and days stand apart."""

    @classmethod
    def of(cls, reading: TableReading) -> _Common:
        """The columns of a table."""
        names, fields = reading.how.key, ("date", "year", "month", "day", "title")
        keys = (one.number for one in reading.columns if (one.name in names if names else one.field in fields))
        found = ((one.field, IN_LANGUAGE.fullmatch(one.field)) for one in reading.columns)
        has_parts = any(one.field.endswith(("year", "month", "day")) for one in reading.columns)
        return cls(tuple(keys), tuple((name, in_one[1], in_one[2]) for name, in_one in found if in_one), has_parts)


class _Row:
    """One row while it is read."""

    def __init__(self, reading: TableReading, number: int, common: _Common) -> None:
        self.reading = reading
        self.common = common
        self.number = number
        self.cells = reading.table.rows[number]
        self.faults: list[CellFault] = []
        self.by_field: dict[str, list[ColumnUse]] = {}
        for column in reading.columns:
            if column.field and cell_at(self.cells, column.number):
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
            cells=_CellNames(table, self.number, self.by_field),
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
        if own and not self.reading.how.key:
            return f"id:{own}"
        text = "\0".join(" ".join(cell_at(self.cells, one).split()) for one in self.common.keys)
        return sha256(text.encode("utf-8", "replace")).hexdigest()[:16]

    # ---- Texts

    def line(self, field: str) -> str:
        """The texts of a field on one line, one behind the other."""
        return " ".join(filter(None, (self._read(column, is_line=True) for column in self.by_field.get(field, ()))))

    def paragraphs(self, field: str) -> str:
        """The texts of a field, a paragraph each."""
        return "\n\n".join(filter(None, (self._read(column, is_line=False) for column in self.by_field.get(field, ()))))

    def _read(self, column: ColumnUse, *, is_line: bool) -> str:
        cell = cell_at(self.cells, column.number)
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
        for name, base, language in self.common.in_languages:
            if base == field and name in self.by_field:
                found[language] = read(name)
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
            if not one.field and (cell := cell_at(self.cells, one.number))
        )

    # ---- Dates

    def date(self) -> Date | None:
        """The date of the row; None where it has none, or a fault."""
        try:
            date, end = self._day("date"), self._day("end")
            if self.common.has_parts:
                date, end = date or self._day_of_parts(""), end or self._day_of_parts("end_")
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
        text = " ".join(cell_at(self.cells, one.number) for one in columns)
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
            found = addresses_in(cell_at(self.cells, column.number))
            yield from found
            if not found and not links_of(cell_at(self.cells, column.number)):
                yield cell_at(self.cells, column.number).strip()
        links = self.reading.table.links
        for column in self.reading.columns:
            cell = cell_at(self.cells, column.number)
            if column.field and cell and (links or "<" in cell):
                yield from links_of(cell)
                link = self.reading.table.links.get((self.number, column.number))
                if link:
                    yield link
