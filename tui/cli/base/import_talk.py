"""The words of `jalon import`: the reading of each column, questions, and the account of every row."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from time import monotonic
from typing import TYPE_CHECKING

from tui.cli.base import streams
from tui.cli.base.request import Refusal
from tui.core.exchange.account import REFUSED, account_record
from tui.core.tables.date_column import ORDER_NAMES, OpenOrder
from tui.core.tables.samples import shown_columns
from tui.core.text.clean import clean, clean_line
from tui.core.text.messages import _, numbered, thousands, translated
from tui.drawing.lists.import_account import column_lines, count_lines, open_order, row_lines, trouble_lines

if TYPE_CHECKING:
    from tui.store.exchange.importing import ImportResult, ImportRun

_PATIENCE = 1.0
"""Seconds before the rows are counted."""
_MOST_TOLD = 20
"""Rows that are told of on standard error; a report has them all."""


# ---- Before anything is written


def settled(run: ImportRun) -> ImportRun:
    """The input with an order for its dates: asked for where they do not tell, and refused where nobody can answer."""
    if run.reading is None or not run.reading.open_orders:
        return run
    from tui.cli.base.confirm import can_ask
    from tui.store.exchange.importing import keep_map, with_order

    message, wanted = open_order(run.reading)
    if not can_ask():
        keep_map(run)
        raise Refusal(
            message, _("say which in a map: --map MAP.yaml, dates: {orders}", orders=" | ".join(wanted.orders))
        )
    streams.inform(message)
    return with_order(run, _asked(wanted))


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
    for line in count_lines(result.account, result.before.path):
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
    for line in column_lines(list(shown_columns(run.reading))):
        _say(f"  {line}")


def _say(line: str) -> None:
    """A line of a table on standard error, its blanks as they are."""
    with suppress(OSError):
        sys.stderr.write(f"{clean(line).rstrip()}\n")


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
            for line in row_lines(row, result.run.name):
                sys.stdout.write(f"{line}\n")
    else:
        _tell_troubled(result)
    said = count_lines(result.account, result.before.path)
    if report == "json" or is_dry:
        for line in said:
            streams.inform(line)
    else:
        sys.stdout.write("".join(f"{line}\n" for line in said))
    return streams.FAILED if counts[REFUSED] else streams.OK


def _tell_troubled(result: ImportResult) -> None:
    """Say on standard error why rows were refused, and what was edited by hand."""
    troubled = [row for row in result.account.rows if row.faults or row.conflicts]
    for row in troubled[:_MOST_TOLD]:
        for line in trouble_lines(row, result.run.name):
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
