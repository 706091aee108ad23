"""The common part of the commands that add to a file: its choice, the guard, and that nothing typed is lost."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

import click

from tui.cli.base import streams
from tui.cli.base.request import Refusal, quoted

if TYPE_CHECKING:
    from tui.core.timeline.model import Event, Source
    from tui.store.write.add import Opened


class Addition(NamedTuple):
    """An addition to a file."""

    event: Event | None
    sources: Sequence[Source]

    @property
    def entries(self) -> Sequence[Event | Source]:
        """All of it, in the order in which it is told."""
        return (*self.sources, *([self.event] if self.event else ()))


def to_write(path: str, is_named: bool) -> Opened:
    """Read the file that is to be written; in place of the shipped timeline a copy here, if that is wanted."""
    from tui.store.system import read_bytes
    from tui.store.write import add

    if read_bytes.is_stream(path):
        raise Refusal(f"{read_bytes.display_name(path)} can be read, not added to", "name a file")
    path = writable_path(path, is_named, "add to")
    try:
        return add.opened(path)
    except read_bytes.Unreadable as unreadable:
        hint = None if os.path.lexists(path) else f"jalon init {quoted(path)} starts one"
        raise Refusal(str(unreadable), hint) from unreadable


def put(file: Opened, make: Callable[[Opened], Addition]) -> tuple[Opened, Addition]:
    """Add to the file as it is by now, under its lock: the file thereafter, and what was added.

    What is added is made of the file that was read, and once more if another jalon has written since. Refused, with
    what was to be added on standard error, when it cannot be.
    """
    from tui.store.system import atomic_write, file_lock, read_bytes
    from tui.store.write import add

    new = make(file)
    if not new.entries:
        return file, new
    try:
        with file_lock.locked(file.path):
            now = add.reopened(file)
            new = new if now is file else make(now)
            if not new.entries:
                return now, new
            after = add.added(now, new.event, new.sources)
            left = add.save(now, after)
    except (add.NoPlace, atomic_write.NotSaved, read_bytes.Unreadable, click.exceptions.Exit) as failed:
        _keep(file, new)
        if isinstance(failed, click.exceptions.Exit):  # what is wrong with it has been said
            raise
        raise _refusal(file.path, failed) from failed
    if left:
        streams.inform(left)
    return after, new


def _refusal(path: str, failed: Exception) -> Refusal:
    from tui.store.system.atomic_write import Changed
    from tui.store.system.read_bytes import display_name
    from tui.store.write.add import NoPlace

    if isinstance(failed, NoPlace):
        return Refusal(f"{display_name(path)}: {failed}", failed.hint)
    return Refusal(str(failed), "the same once more adds to it as it is now" if isinstance(failed, Changed) else None)


def tell(after: Opened, added: Addition) -> None:
    """Say where each thing stands now, as a compiler says it of a fault, so that an editor can go there."""
    from tui.core.text.clean import clean_line
    from tui.store.system.read_bytes import display_name

    timeline = after.reading.timeline
    lines = {**{one.id: one.line for one in timeline.events}, **{one.id: one.line for one in timeline.sources.values()}}
    for one in added.entries:
        sys.stdout.write(f"{display_name(after.path)}:{lines[one.id]}: added {clean_line(one.id)}\n")


def _keep(file: Opened, new: Addition) -> None:
    """Write what was to be added where the person can take it from."""
    from tui.core.text.clean import clean
    from tui.store.write.event_lines import YamlStyle, event_lines, source_lines

    lines = [line for source in new.sources for line in source_lines(source, YamlStyle(2))]
    if new.event is not None:
        lines += event_lines(new.event, file.reading.timeline.language, YamlStyle())
    sys.stderr.write("".join(f"{clean(line)}\n" for line in ["this was not added:", *lines]))


def writable_path(path: str, is_named: bool, does: str) -> str:
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
        starter.copy_shipped(environment.HERE, with_notes=True)
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
        streams.inform("nothing was written")
        raise click.exceptions.Exit(streams.OK)
