"""An import in words: how each column is read, how many rows ended how, and why; both faces say it so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.core.exchange.account import END_WORDS, REFUSED, Account, RowEnd
from tui.core.exchange.fields import FIELDS
from tui.core.tables.date_column import ORDER_NAMES, DateReading, OpenOrder, read_cell
from tui.core.tables.samples import ShownColumn
from tui.core.tables.table_reading import TableReading
from tui.core.text.cells import pad
from tui.core.text.clean import clean_line
from tui.core.text.messages import _, numbered, translated

_WIDEST_NAME = 24
_WIDEST_VALUE = 30


def column_lines(columns: Sequence[ShownColumn]) -> Iterator[str]:
    """A line a column: its name, its field, three values with what they are read as."""
    width = min(max((len(one.name) for one in columns), default=0), _WIDEST_NAME)
    fields = max((len(_field_name(one.field)) for one in columns), default=0)
    for one in columns:
        yield f"{pad(clean_line(one.name), width)}  {pad(_field_name(one.field), fields)}  {_values(one)}".rstrip()


def open_order(reading: TableReading) -> tuple[str, OpenOrder]:
    """A sentence on the first column whose order of day and month nobody knows, and the orders that may be meant."""
    number, wanted = next(iter(reading.open_orders.items()))
    column = clean_line(next(one.name for one in reading.columns if one.number == number))
    said = clean_line("; ".join(_example(*one) for one in wanted.examples))
    if wanted.is_mixed:
        return _('the dates of "{column}" are in several orders: {examples}', column=column, examples=said), wanted
    return _('the dates of "{column}" fit more than one order: {examples}', column=column, examples=said), wanted


def _example(place: str, text: str, order: str) -> str:
    """A cell with the order by which it is a date, and which."""
    date = read_cell(text, DateReading(order)).text
    return _("{place} {text} is {date}, {order}", place=place, text=text, date=date, order=_(ORDER_NAMES[order]))


def _field_name(field: str) -> str:
    if not field:
        return _("left out")
    base, _underscore, language = field.partition("_")
    if field in FIELDS:
        return _(FIELDS[field].says)
    return f"{_(FIELDS[base].says)} ({language})"


def _values(one: ShownColumn) -> str:
    values = [f"{_short(text)} → {_short(read)}" if read else _short(text) for text, read in one.values]
    said = "; ".join(map(clean_line, values))
    if one.order:
        said = _("{values} ({remark})", values=said, remark=_(ORDER_NAMES[one.order]))
    if one.sign:
        said = _('{values} (parted by "{sign}")', values=said, sign=one.sign)
    return said


def _short(text: str) -> str:
    return text if len(text) <= _WIDEST_VALUE else f"{text[: _WIDEST_VALUE - 1]}…"


def count_lines(account: Account, into: str) -> list[str]:
    """The number of rows that ended in each way, and of what was left out; `into` is the timeline."""
    ends = ", ".join(numbered(*END_WORDS[end], count) for end, count in account.counts.items() if count)
    total = numbered("{number} row: {ends}", "{number} rows: {ends}", len(account.rows), ends=ends or "0")
    lines = [_("{name}: {value}", name=clean_line(into), value=total)]
    if account.empty:
        lines.append(
            "  " + numbered("{number} empty row is not counted", "{number} empty rows are not counted", account.empty)
        )
    for column, count in account.lost.items():
        lines.append("  " + numbered(
            '{number} value of "{column}" is left out; --keep-rest keeps it as a comment',
            '{number} values of "{column}" are left out; --keep-rest keeps them as comments',
            count, column=clean_line(column),
        ))  # fmt: skip
    if account.gone:
        lines.append("  " + numbered(
            "{number} row of the last import is no longer there; its event stays",
            "{number} rows of the last import are no longer there; their events stay", account.gone,
        ))  # fmt: skip
    return lines


def row_lines(row: RowEnd, name: str) -> Iterator[str]:
    """The end of a row; `name` is that of the input."""
    if row.end != REFUSED:
        what = row.id if not row.fields else _("{name}: {value}", name=row.id, value=", ".join(row.fields))
        end = {
            "imported": _("imported as {what}", what=what),
            "updated": _("updated, {what}", what=what),
            "unchanged": _("unchanged, {what}", what=what),
        }[row.end]
        yield clean_line(f"{name}:{row.place}: {end}")
    yield from trouble_lines(row, name)


def trouble_lines(row: RowEnd, name: str) -> Iterator[str]:
    """The reasons why a row was refused, and what was edited by hand since; `name` is that of the input."""
    for fault in row.faults:
        said = translated(fault.message)
        if fault.hint:
            said = _("{message}; {hint}", message=said, hint=translated(fault.hint))
        yield clean_line(f"{name}:{fault.place}: " + _("refused: {reason}", reason=said))
    for one in row.conflicts:
        said = _(
            '{field} of {id} was edited by hand: the timeline has "{file}", which stays, and the row "{sheet}"',
            field=one.field, id=row.id, file=_brief(one.file), sheet=_brief(one.sheet),
        )  # fmt: skip
        kind = _("conflict: {reason}", reason=said)
        yield clean_line(f"{name}:{one.place}: {kind}")


def _brief(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:59]}…"
