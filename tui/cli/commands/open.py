"""jalon [FILE]: read a timeline in the terminal; where there is none to read in, print it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from tui.cli.base.options import (
    AS_OF,
    SCREEN_OPTIONS,
    DisplayOptions,
    display_options,
    only_file,
    reading_of,
    tell_shipped,
)
from tui.cli.base.private import with_private
from tui.cli.base.query_options import query_by_day

if TYPE_CHECKING:
    from tui.core.query.tree import Query
    from tui.store.read.timeline import Reading


@click.command("open")
@click.argument("words", nargs=-1, metavar="[FILE]")
@AS_OF
@with_private
@display_options(SCREEN_OPTIONS)
def command(words: tuple[str, ...], as_of: str | None, with_private: bool, look: DisplayOptions) -> int:
    """Read a timeline: when each thing happened, who says so, and where."""
    path = only_file(words)
    if not is_readable_on_screen(path):
        tell_shipped(path, words)
    return read_or_print(path, look, as_of, with_private=with_private)


def read_or_print(path: str, look: DisplayOptions, as_of: str | None, *, with_private: bool) -> int:
    """Read a timeline in the app, or print it where there is no terminal to read in; the exit code."""
    does = _read_in_app if is_readable_on_screen(path) else _print
    return does(path, look, as_of, with_private=with_private)


def is_readable_on_screen(path: str) -> bool:
    """True when there is a terminal to show on and to take keys from: keys never come from a file or a pipe."""
    from tui.store.system import environment
    from tui.store.system.read_bytes import is_stream

    streams = (sys.stdin, sys.stdout)
    terminals = all(stream is not None and stream.isatty() for stream in streams)
    return terminals and not is_stream(path) and not environment.is_dumb_terminal()


def _query(reading: Reading, look: DisplayOptions, as_of: str | None) -> Query:
    return query_by_day(reading.timeline, look, None, as_of)


def _print(path: str, look: DisplayOptions, as_of: str | None, *, with_private: bool) -> int:
    from tui.cli.base.options import tell_problems
    from tui.cli.base.streams import OK
    from tui.cli.commands.print import present

    reading = reading_of(path)
    from tui.core.query.default_view import or_default
    from tui.core.query.names import Names

    query = _query(reading, look, as_of)
    if reading.timeline.view is not None:
        query = or_default(query, Names(reading.timeline))
    present(reading, query, "text", look, with_private=with_private)
    tell_problems(reading, path)
    return OK


def _read_in_app(path: str, look: DisplayOptions, as_of: str | None, *, with_private: bool) -> int:
    if look.theme_name:
        look.chosen()  # an unknown one is refused while nothing hides what is said
    reading = reading_of(path)
    query = _query(reading, look, as_of)
    from tui.app.app import run

    return run(
        path,
        reading,
        theme=look.theme_name,
        language=look.asked_language,
        today=look.today,
        ascii=look.asks_ascii,
        colour=look.coloured,
        with_private=with_private,
        query=query,
    )
