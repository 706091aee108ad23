"""jalon [FILE]: read a timeline in the terminal; where there is none to read in, print it."""

from __future__ import annotations

import click

from tui.cli.base.options import AS_OF, SCREEN_OPTIONS, display_options
from tui.cli.base.private import with_private
from tui.cli.base.request import DisplayOptions, only_file, tell_shipped
from tui.cli.commands.open_timeline import is_readable_on_screen, read_or_print


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
