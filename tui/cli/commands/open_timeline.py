"""A timeline opened: in the app, or printed where there is no terminal to read in. `jalon FILE` needs no more."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tui.cli.base import streams
from tui.cli.base.request import (
    DisplayOptions,
    Refusal,
    look,
    only_file,
    reading_of,
    tell_problems,
)

if TYPE_CHECKING:
    from tui.core.query.tree import Query
    from tui.store.read.timeline import Reading


def is_plain(arguments: list[str]) -> bool:
    """True when the command line is at most a file, which can be no command, on a terminal that shows the app."""
    looks_like_file = all("/" in word or word.endswith((".yaml", ".yml")) for word in arguments)
    no_option = not any(word.startswith("-") for word in arguments)
    return len(arguments) <= 1 and looks_like_file and no_option and is_readable_on_screen("".join(arguments))


def open_plainly(arguments: list[str]) -> int:
    """Open the file of a plain command line, as `main.run` does of any; the exit code."""
    from tui.core.text.messages import LANGUAGES
    from tui.store.system import catalogues, environment

    language = environment.language()
    catalogues.speak(language if language in LANGUAGES else "en")
    try:
        return read_or_print(only_file(tuple(arguments)), look(None, None), None, with_private=False)
    except Refusal as refusal:
        streams.complain(refusal.message, refusal.hint)
        return refusal.exit_code


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


def _query(
    reading: Reading, look: DisplayOptions, as_of: str | None, *, with_private: bool, or_view: bool = False
) -> Query:
    from tui.core.query.tree import Query

    or_view = or_view and reading.timeline.view is not None
    if as_of is None and look.asked_language is None and not or_view:
        return Query()
    from tui.cli.base.query_options import query_by_day

    return query_by_day(reading.timeline, look, None, as_of, or_view=or_view, with_private=with_private)


def _print(path: str, look: DisplayOptions, as_of: str | None, *, with_private: bool) -> int:
    from tui.cli.commands.print import present

    reading = reading_of(path)
    query = _query(reading, look, as_of, with_private=with_private, or_view=True)
    present(reading, query, "text", look, with_private=with_private)
    tell_problems(reading, path)
    return streams.OK


def _read_in_app(path: str, look: DisplayOptions, as_of: str | None, *, with_private: bool) -> int:
    if look.theme_name:
        look.chosen()  # an unknown one is refused while nothing hides what is said
    reading = reading_of(path)
    query = _query(reading, look, as_of, with_private=True)  # the screen shows all
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
