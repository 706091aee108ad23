"""jalon demo: the story that comes with jalon, to try everything on, in a place of its own."""

from __future__ import annotations

import os
from contextlib import suppress

import click

from tui.cli.base import streams
from tui.cli.base.options import AS_OF, SCREEN_OPTIONS, display_options
from tui.cli.base.private import with_private
from tui.cli.base.request import DisplayOptions, Refusal
from tui.cli.commands.open_timeline import read_or_print
from tui.core.text.messages import _, reason_of


@click.command("demo")
@click.option("--again", is_flag=True, help="Begin with a fresh copy, whatever was changed in the old one.")
@AS_OF
@with_private
@display_options(SCREEN_OPTIONS)
def command(again: bool, as_of: str | None, with_private: bool, look: DisplayOptions) -> int:
    """Read a real story that comes with jalon, in a copy on which you can try everything.

    The copy is in jalon's state folder (jalon where names it), so jalon writes nothing into this folder. The copy
    stays as you leave it. Add events, make mistakes and cure them; --again begins anew.
    """
    path = _copy(again=again)
    code = read_or_print(path, look, as_of, with_private=with_private)
    from tui.cli.base.request import quoted

    streams.inform(_("this story is a copy, {file}; jalon init starts one of your own", file=quoted(path)))
    return code


def _copy(*, again: bool) -> str:
    """The path of the copy, made now if there is none; refused when it cannot be."""
    from tui.store.system import atomic_write, environment, read_bytes
    from tui.store.write.starter import copy_shipped

    path = environment.demo_file()
    try:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        if again:
            with suppress(FileNotFoundError):
                os.unlink(path)
        if not os.path.lexists(path):
            copy_shipped(path)
    except (atomic_write.NotSaved, read_bytes.Unreadable) as failed:
        raise Refusal(reason_of(failed)) from failed
    except OSError as failed:
        raise Refusal(
            _("the demo has no place: {reason}", reason=(failed.strerror or _("the disk refuses")).lower())
        ) from failed
    return path
