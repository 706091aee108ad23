"""jalon [FILE]: read a timeline in the terminal; where there is none to read in, print it."""

from __future__ import annotations

import sys

import click

from tui.cli.options import SCREEN, STANDARD_INPUT, Look, only_file, read, showing, tell_shipped
from tui.cli.withholding import with_private


@click.command("open")
@click.argument("words", nargs=-1, metavar="[FILE]")
@with_private
@showing(SCREEN)
def command(words: tuple[str, ...], with_private: bool, look: Look) -> int:
    """Read a timeline: when each thing happened, who says so, and where."""
    path = only_file(words)
    if is_readable_on_screen(path):
        return _read_in_app(path, look, with_private=with_private)
    tell_shipped(path, words)
    return _print(path, look, with_private=with_private)


def is_readable_on_screen(path: str) -> bool:
    """Whether there is a terminal to show on and to take keys from: keys never come from a file or a pipe."""
    from tui.store import places

    streams = (sys.stdin, sys.stdout)
    terminals = all(stream is not None and stream.isatty() for stream in streams)
    return terminals and path != STANDARD_INPUT and not places.is_dumb_terminal()


def _print(path: str, look: Look, *, with_private: bool) -> int:
    from tui.cli.options import tell_problems
    from tui.cli.print import present
    from tui.cli.streams import OK
    from tui.core.query import Query

    reading = read(path)
    present(reading, Query(), "text", look, with_private=with_private)
    tell_problems(reading, path)
    return OK


def _read_in_app(path: str, look: Look, *, with_private: bool) -> int:
    if look.theme_name:
        look.chosen()  # an unknown one is refused while nothing hides what is said
    reading = read(path)
    from tui.app.app import run

    return run(
        path,
        reading,
        theme=look.theme_name,
        language=look.language,
        today=look.today,
        ascii=look.asks_ascii,
        colour=look.coloured,
        with_private=with_private,
    )
