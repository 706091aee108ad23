"""jalon init: a file of one's own to begin with."""

from __future__ import annotations

import os
import sys

import click

from tui.cli.base import streams
from tui.cli.base.options import STANDARD_INPUT, Refusal, is_file, quoted, takes_in_vain

HERE = "events.yaml"
"""The file that jalon opens when none is named."""


@click.command("init")
@click.argument("words", nargs=-1, metavar="[FILE]")
@click.option("--shipped", is_flag=True, help="Begin with a copy of the timeline that comes with jalon.")
@takes_in_vain("--color", "--today")
def command(words: tuple[str, ...], shipped: bool) -> int:
    """Write a small timeline to FILE, else to events.yaml in this folder: an example to write over.

    It shows, with comments, how everything is written. A file that is there is never touched. A FILE of -
    stands for standard output.
    """
    path = _path(words)
    if path == STANDARD_INPUT:
        _write(shipped)
        return streams.OK
    _start(path, shipped)
    from tui.store.system.read_bytes import display_name

    named = "" if path == HERE else f" {quoted(path)}"
    what = "a copy of the timeline that comes with jalon" if shipped else "an example, to write your own over"
    streams.inform(f"{display_name(path)}: {what}")
    streams.inform(f"jalon{named} reads it; open it in your editor, and jalon check{named} says what is wrong with it")
    return streams.OK


def _path(words: tuple[str, ...]) -> str:
    """The file to write; refused when the word is none, or there are several."""
    if len(words) > 1:
        raise Refusal(f'one file at a time: "{words[1]}" is a second')
    path = words[0] if words else HERE
    if os.path.isdir(path):
        raise Refusal(f'"{path}" is a folder', f"name a file in it: jalon init {quoted(os.path.join(path, HERE))}")
    if not is_file(path):
        raise Refusal(f'"{path}" is not the name of a timeline', f"did you mean {path or 'events'}.yaml?")
    return path


def _start(path: str, shipped: bool) -> None:
    """Write the file; refused when there is one."""
    from tui.store.system import atomic_write, read_bytes
    from tui.store.write import starter

    if os.path.lexists(path):  # before it is opened: a pipe would wait for ever
        raise _taken(path)
    try:
        (starter.copy_shipped if shipped else starter.write_starter)(path)
    except atomic_write.Changed:
        raise _taken(path) from None
    except (atomic_write.NotSaved, read_bytes.Unreadable) as failed:
        raise Refusal(str(failed)) from failed


def _taken(path: str) -> Refusal:
    from tui.store.system.read_bytes import display_name

    return Refusal(f"{display_name(path)} is there already, and stays as it is", "jalon init FILE begins another")


def _write(shipped: bool) -> None:
    """The file on standard output, byte by byte."""
    from tui.store.system import read_bytes
    from tui.store.write import starter

    data = read_bytes.fetch(starter.shipped()) if shipped else starter.STARTER.encode()
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
