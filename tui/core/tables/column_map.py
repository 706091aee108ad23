"""The map of a table: which column is which field, and how its cells are read; proposed from the headers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from tui.core.dates.shorthand import PIVOT
from tui.core.exchange.fields import FIELDS, HEADER_LANGUAGES, field_of_header, languages_of_header
from tui.core.exchange.header_words import OF_TIMELINEJS
from tui.core.tables.date_column import DateReading, OpenOrder, is_at_midnight, order_of
from tui.core.tables.headers import Headers
from tui.core.tables.table import Table

SINGLE = frozenset(
    ("id", "slide", "modifier", "year", "month", "day", "time", "end_year", "end_month", "end_day", "end_time")
)
"""The fields that one column gives: of several with such a header the first does."""
_PARTS_OF_DATE = frozenset(("month", "day", "time", "end_year", "end_month", "end_day", "end_time"))
_ADDRESS = re.compile(r"\s*(?:https?://|www\.)", re.IGNORECASE)
_QUALIFIED = re.compile(r"(.+?) ?(?:\(([^()]*)\)|[-–:/] ?(.*))")
"""A header with a remark behind it: `Date (jj/mm/aaaa)`, `Source - lien`."""


class ColumnMap(NamedTuple):
    """The way in which a table is read."""

    fields: Mapping[str, str]
    """The field of each column by its name; empty for one that is left out."""
    sheet: str = ""
    header: int | None = None
    """The row of the headers, from 1; None where it is to be found."""
    order: str = ""
    """The order of dates in digits, for all columns; empty where their dates tell it."""
    pivot: int = PIVOT
    epoch: str = ""
    """The day that numbers of days count from; empty for the workbook's own."""
    key: tuple[str, ...] = ()
    """The columns that tell a row from others; empty for its id, else its date and title."""
    separator: str = ""
    """The sign between several values of a cell; empty for the usual ones."""
    language: str = ""
    """The language of a file that is to be new."""


class ColumnUse(NamedTuple):
    """A column as it is read."""

    number: int
    """From 0."""
    name: str
    field: str
    """Empty for a column that is left out."""


def uses(headers: Headers, fields: Mapping[str, str]) -> tuple[ColumnUse, ...]:
    """The columns of a table with their fields; a column without a name has none."""
    return tuple(ColumnUse(number, name, fields.get(name, "")) for number, name in enumerate(unique(headers.names)))


_FILE_FIELDS = {
    **dict.fromkeys(("end", "modifier", "year", "month", "day", "time", "end_year", "end_month", "end_day", "end_time"),
                    "date"),
    **dict.fromkeys(("source", "publisher", "address", "published", "passage"), "sources"),
    "note": "text",
}  # fmt: skip
"""The field of an event in its file that a column goes into, where its name is another."""


def owned_fields(columns: Iterable[ColumnUse]) -> frozenset[str]:
    """The fields of an event that a table has columns for, by the names that a file has for them."""
    return frozenset(_FILE_FIELDS.get(one.field, one.field) for one in columns if one.field)


def unique(names: Iterable[str]) -> Iterator[str]:
    """Names of columns, each once: the second `Source` is `Source (2)`."""
    counts = Counter[str]()
    for name in names:
        counts[name] += 1
        yield f"{name} ({counts[name]})" if name and counts[name] > 1 else name


def proposed(table: Table, headers: Headers) -> ColumnMap:
    """The map that the headers of a table suggest, in English, French or Dutch; and what its cells tell."""
    found: dict[str, str] = {}
    names = list(unique(headers.names))
    for column, name in enumerate(names):
        if name:
            found[name] = _field(name, column, table, headers, set(found.values()))
    taken = set(found.values())
    if "day" in taken and not taken & {"month", "year"}:  # a column of days, which are whole dates
        found = {name: "date" if field == "day" and "date" not in taken else field for name, field in found.items()}
    if "year" in taken and "date" in taken and not taken & {"month", "day"}:  # beside a date it says nothing new
        found = {name: "" if field == "year" else field for name, field in found.items()}
    if "date" in taken and taken & {"month", "day"}:
        found = {name: "" if field in ("year", "month", "day") else field for name, field in found.items()}
    if "title" not in taken and "text" in taken:  # an event is told in one column
        first = next(name for name, field in found.items() if field == "text")
        found[first] = "title"
    if _is_of_timelinejs(names):
        found.update(
            {name: OF_TIMELINEJS[_bare(name).lower()] for name in found if _bare(name).lower() in OF_TIMELINEJS}
        )
    votes = Counter(language for name in names for language in languages_of_header(_bare(name)))
    language = max(HEADER_LANGUAGES, key=lambda one: (votes[one], one == "en"))
    return ColumnMap(found, table.sheet, language=language)


def _is_of_timelinejs(names: Iterable[str]) -> bool:
    return {"year", "headline", "media"} <= {name.lower() for name in names}


def _bare(name: str) -> str:
    """A name without the remark behind it, where only so it names a field."""
    plain = re.sub(r" \(\d+\)$", "", name)
    if field_of_header(plain):
        return plain
    found = _QUALIFIED.fullmatch(plain)
    return found[1] if found and field_of_header(found[1]) else plain


def _field(name: str, column: int, table: Table, headers: Headers, taken: set[str]) -> str:
    """The field of a column: of its name, of the name below another, or address where its cells are addresses."""
    field = field_of_header(_bare(name)) or _field_of_parent(name) or ""
    cells = [text for row in table.rows[headers.last + 1 : headers.last + 201] if (text := _at(row, column))]
    is_web = bool(cells) and all(map(_ADDRESS.match, cells))
    if is_web and field in ("", "source", "note"):
        return "address"
    if field == "address" and cells and not any(_ADDRESS.search(cell) for cell in cells):
        return "" if "place" in taken else "place"
    if field in SINGLE | {"date", "end", "title", "kind", "status", "published"} and field in taken:
        return ""
    return field


def _field_of_parent(name: str) -> str | None:
    """The field of a name of two rows: of `Source Titre` the source's title, of `Quand Début` the date."""
    for at in (found.start() for found in re.finditer(" ", name)):
        parent, child = field_of_header(name[:at]), field_of_header(name[at + 1 :])
        if child is None:
            continue
        of_source = {"title": "source", "date": "published", "text": "passage", "source": "source"}
        if parent in ("source", "publisher", "address") and child in of_source:
            return of_source[child]
        return child
    return None


def _at(row: object, column: int) -> str:
    cells: list[str] = row  # type: ignore[assignment]  # a row of a table is a sequence of texts
    return cells[column] if column < len(cells) else ""


# ---- Dates


def date_readings(
    table: Table, rows: Iterable[int], columns: Iterable[ColumnUse], how: ColumnMap
) -> dict[int, DateReading | OpenOrder]:
    """The reading of each column of dates, by its number: one order a column, found by looking at all.

    A column whose own dates leave it open has the order that the others of the table tell, if it is one.
    """
    rows = list(rows)
    epoch = how.epoch or table.epoch
    found: dict[int, DateReading | OpenOrder] = {}
    for column in columns:
        if column.field not in FIELDS or not FIELDS[column.field].is_date:
            continue
        cells = [
            (table.place(row, column.number), text) for row in rows if (text := _at(table.rows[row], column.number))
        ]
        is_midnight = is_at_midnight(text for _, text in cells)
        order = how.order or order_of(cells)
        if isinstance(order, OpenOrder):
            found[column.number] = order
        else:
            found[column.number] = DateReading(order or "", how.pivot, epoch, is_midnight)
    told = {one.order for one in found.values() if isinstance(one, DateReading) and one.order}
    for number, reading in found.items():
        if isinstance(reading, OpenOrder) and len(told) == 1 and not reading.is_mixed and told <= set(reading.orders):
            cells_of = (text for row in rows if (text := _at(table.rows[row], number)))
            found[number] = DateReading(next(iter(told)), how.pivot, epoch, is_at_midnight(cells_of))
    return {
        number: one._replace(order=one.order or "day-first") if isinstance(one, DateReading) else one
        for number, one in found.items()
    }
