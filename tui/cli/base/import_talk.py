"""The words of `jalon import`: the reading of each column, questions, and the account of every row."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from time import monotonic
from typing import TYPE_CHECKING

from tui.cli.base import streams
from tui.cli.base.request import Refusal
from tui.core.exchange.account import END_WORDS, REFUSED, RowEnd, account_record
from tui.core.exchange.fields import FIELDS
from tui.core.tables.date_column import ORDER_NAMES, OpenOrder
from tui.core.tables.samples import ShownColumn, shown_columns
from tui.core.text.cells import pad
from tui.core.text.clean import clean, clean_line
from tui.core.text.messages import _, numbered, thousands, translated

if TYPE_CHECKING:
    from tui.store.exchange.importing import ImportResult, ImportRun

_PATIENCE = 1.0
"""Seconds before the rows are counted."""
_WIDEST_NAME = 24
_WIDEST_VALUE = 30
_MOST_TOLD = 20
"""Rows that are told of on standard error; a report has them all."""


# ---- Before anything is written


def settled(run: ImportRun) -> ImportRun:
    """The input with an order for its dates: asked for where they do not tell, and refused where nobody can answer."""
    if run.reading is None or not run.reading.open_orders:
        return run
    from tui.cli.base.confirm import can_ask
    from tui.store.exchange.importing import keep_map, with_order

    number, wanted = next(iter(run.reading.open_orders.items()))
    column = next(one.name for one in run.reading.columns if one.number == number)
    said = "; ".join(_example(*one) for one in wanted.examples)
    message = _('the dates of "{column}" fit more than one order: {examples}', column=column, examples=said)
    if wanted.is_mixed:
        message = _('the dates of "{column}" are in several orders: {examples}', column=column, examples=said)
    if not can_ask():
        keep_map(run)
        raise Refusal(
            clean_line(message),
            _("say which in a map: --map MAP.yaml, dates: {orders}", orders=" | ".join(wanted.orders)),
        )
    streams.inform(message)
    return with_order(run, _asked(wanted))


def _example(place: str, text: str, order: str) -> str:
    """A cell with the order by which it is a date, and which."""
    from tui.core.tables.date_column import DateReading, read_cell

    date = read_cell(text, DateReading(order)).text
    return _("{place} {text} is {date}, {order}", place=place, text=text, date=date, order=_(ORDER_NAMES[order]))


def _asked(wanted: OpenOrder) -> str:
    from tui.cli.base.confirm import ask

    names = [f"{number} {_(ORDER_NAMES[order])}" for number, order in enumerate(wanted.orders, 1)]
    while True:
        answer = ask(_("which is it? {names}:", names=", ".join(names))).strip().lower()
        if answer.isdigit() and 1 <= int(answer) <= len(wanted.orders):
            return wanted.orders[int(answer) - 1]
        for order in wanted.orders:
            if answer and answer in (order, _(ORDER_NAMES[order])):
                return order


def agreed(result: ImportResult) -> bool:
    """True when what was shown may be written: asked of somebody who is there, and has no map of their own."""
    from tui.cli.base.confirm import agree, can_ask

    if result.run.reading is None or result.run.has_map or not can_ask():
        return True
    for line in _counts(result):
        _say(line)
    if agree(_("write it?")):
        return True
    streams.inform(_("nothing was written"))
    return False


@contextmanager
def progress() -> Iterator[Callable[[int, int], None]]:
    """A line that counts the rows on a terminal, once that takes longer than a moment; it goes when all are done."""
    begun = monotonic()
    is_shown = False

    def tick(done: int, total: int) -> None:
        nonlocal is_shown
        if sys.stderr.isatty() and monotonic() - begun > _PATIENCE:
            is_shown = True
            said = numbered("{done} of {number} row", "{done} of {number} rows", total, done=thousands(done))
            sys.stderr.write(f"\r{said}")
            sys.stderr.flush()

    try:
        yield tick
    finally:
        if is_shown:
            sys.stderr.write("\r" + " " * 40 + "\r")
            sys.stderr.flush()


def tell_reading(run: ImportRun) -> None:
    """Say on standard error what the input is, and how each of its columns is read."""
    name = clean_line(run.name)
    streams.inform(_("{file} is read as {format}", file=name, format=run.format))
    for sentence in run.about:
        _say(f"  {translated(sentence)}")
    if run.reading is None:
        return
    shown = list(shown_columns(run.reading))
    width = min(max((len(one.name) for one in shown), default=0), _WIDEST_NAME)
    fields = max(len(_field_name(one.field)) for one in shown) if shown else 0
    for one in shown:
        _say(f"  {pad(clean_line(one.name), width)}  {pad(_field_name(one.field), fields)}  {_values(one)}")


def _say(line: str) -> None:
    """A line of a table on standard error, its blanks as they are."""
    with suppress(OSError):
        sys.stderr.write(f"{clean(line).rstrip()}\n")


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


# ---- What became of it


def tell(result: ImportResult, report: str | None, *, is_dry: bool) -> int:
    """Say how every row ended; the exit code."""
    account = result.account
    counts = account.counts
    if report == "json":
        head = {
            "input": result.run.path,
            "format": result.run.format,
            "into": result.before.path,
            "written": not is_dry and result.changes,
        }
        streams.write_json(account_record(account, head))
    elif report == "text":
        for row in account.rows:
            for line in _row_lines(row, result):
                sys.stdout.write(f"{line}\n")
    else:
        _tell_troubled(result)
    said = _counts(result)
    if report == "json" or is_dry:
        for line in said:
            streams.inform(line)
    else:
        sys.stdout.write("".join(f"{line}\n" for line in said))
    return streams.FAILED if counts[REFUSED] else streams.OK


def _counts(result: ImportResult) -> list[str]:
    account = result.account
    ends = ", ".join(numbered(*END_WORDS[end], count) for end, count in account.counts.items() if count)
    total = numbered("{number} row: {ends}", "{number} rows: {ends}", len(account.rows), ends=ends or "0")
    lines = [_("{name}: {value}", name=clean_line(result.before.path), value=total)]
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


def _tell_troubled(result: ImportResult) -> None:
    """Say on standard error why rows were refused, and what was edited by hand."""
    troubled = [row for row in result.account.rows if row.faults or row.conflicts]
    for row in troubled[:_MOST_TOLD]:
        for line in _trouble(row, result):
            streams.inform(line)
    rest = len(troubled) - _MOST_TOLD
    if rest > 0:
        streams.inform(
            numbered(
                "… and {number} more row: --report text has it",
                "… and {number} more rows: --report text has them",
                rest,
            )
        )


def _row_lines(row: RowEnd, result: ImportResult) -> Iterator[str]:
    if row.end != REFUSED:
        what = row.id if not row.fields else _("{name}: {value}", name=row.id, value=", ".join(row.fields))
        end = {
            "imported": _("imported as {what}", what=what),
            "updated": _("updated, {what}", what=what),
            "unchanged": _("unchanged, {what}", what=what),
        }[row.end]
        yield clean_line(f"{result.run.name}:{row.place}: {end}")
    yield from _trouble(row, result)


def _trouble(row: RowEnd, result: ImportResult) -> Iterator[str]:
    name = result.run.name
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
