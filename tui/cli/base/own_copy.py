"""The timeline that comes with jalon is not written to: whoever asks for that is offered a copy of it."""

from __future__ import annotations

import os

import click

from tui.cli.base import streams
from tui.cli.base.options import Refusal


def own(path: str, is_named: bool, does: str) -> str:
    """The file to write: the same, or the copy that the person wants of the one that comes with jalon.

    `does` is what is done to it: `edit`, `add to`, `tidy`.
    """
    from tui.store.system import atomic_write, environment, read_bytes
    from tui.store.write import starter

    if not environment.is_shipped(path):
        return path
    why = "" if is_named else f"there is no {environment.HERE} here, and "
    _agree(f"{why}the timeline that comes with jalon", does)
    try:
        starter.copy_shipped(environment.HERE)
    except (atomic_write.NotSaved, read_bytes.Unreadable) as failed:
        raise Refusal(str(failed)) from failed
    return environment.HERE


def _agree(it: str, does: str) -> None:
    """End, unless there is somebody to ask who wants a copy, and a place for it."""
    from tui.cli.base.confirm import agree, can_ask
    from tui.store.system.environment import HERE

    stays = f"{it} stays as it is"
    if os.path.lexists(HERE):
        raise Refusal(stays, f"{HERE} in this folder is yours")
    if not can_ask():
        raise Refusal(stays, f"jalon init --shipped makes a copy of it, ./{HERE}")
    if not agree(f"{stays}: copy it to ./{HERE}, and {does} that?"):
        streams.note("nothing was written")
        raise click.exceptions.Exit(streams.OK)
