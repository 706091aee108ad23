"""The common part of the commands that add to a file: its choice, the guard, and that nothing typed is lost."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

import click

from tui.cli.base import streams
from tui.cli.base.request import Refusal, quoted
from tui.core.text.messages import _, reason_of, translatable, translated

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


def to_write(path: str, is_named: bool, into: str = "") -> Opened:
    """Read the file that is to be written; in place of the shipped timeline a copy here, if that is wanted."""
    from tui.store.system import read_bytes
    from tui.store.write import add

    if read_bytes.is_stream(path):
        raise Refusal(
            _("{file} can be read, not added to", file=translated(read_bytes.display_name(path))), _("name a file")
        )
    path = writable_path(path, is_named, "add")
    try:
        return add.opened(path, into)
    except read_bytes.Unreadable as unreadable:
        hint = None if os.path.lexists(path) else _("jalon init {file} starts one", file=quoted(path))
        raise Refusal(reason_of(unreadable), hint) from unreadable


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
        message = _("{name}: {value}", name=display_name(path), value=reason_of(failed))
        return Refusal(message, failed.hint)
    hint = _("the same once more adds to it as it is now") if isinstance(failed, Changed) else None
    return Refusal(reason_of(failed), hint)


def tell(after: Opened, added: Addition) -> None:
    """Say where each thing stands now, as a compiler says it of a fault, so that an editor can go there."""
    from tui.core.text.clean import clean_line
    from tui.store.system.read_bytes import display_name

    timeline = after.reading.timeline
    lines = {**{one.id: one.line for one in timeline.events}, **{one.id: one.line for one in timeline.sources.values()}}
    for one in added.entries:
        added_one = _("added {name}", name=clean_line(one.id))
        name, line = after.reading.at(lines[one.id])
        sys.stdout.write(f"{display_name(name)}:{line}: {added_one}\n")


def _keep(file: Opened, new: Addition) -> None:
    """Write what was to be added where the person can take it from."""
    from tui.core.text.clean import clean
    from tui.store.write.event_lines import YamlStyle, event_lines, source_lines

    lines = [line for source in new.sources for line in source_lines(source, YamlStyle(2))]
    if new.event is not None:
        lines += event_lines(new.event, file.reading.timeline.language, YamlStyle())
    sys.stderr.write("".join(f"{clean(line)}\n" for line in [_("this was not added:"), *lines]))


def writable_path(path: str, is_named: bool, does: str) -> str:
    """The file to write: the same, or the copy that the person wants of the one that comes with jalon.

    `does` is what is done to it: `edit`, `add`, `tidy`, `mend`.
    """
    from tui.store.system import atomic_write, environment, read_bytes
    from tui.store.write import starter

    if not environment.is_shipped(path):
        return path
    _agree(does, is_named=is_named)
    try:
        starter.copy_shipped(environment.HERE, with_notes=True)
    except (atomic_write.NotSaved, read_bytes.Unreadable) as failed:
        raise Refusal(reason_of(failed)) from failed
    return environment.HERE


QUESTIONS = {
    "edit": translatable("{stays}: copy it to ./{file}, and edit that?"),
    "add": translatable("{stays}: copy it to ./{file}, and add to that?"),
    "tidy": translatable("{stays}: copy it to ./{file}, and tidy that?"),
    "mend": translatable("{stays}: copy it to ./{file}, and mend that?"),
}
"""The question for a copy, by what is to be done to it."""


def _agree(does: str, *, is_named: bool) -> None:
    """End, unless there is somebody to ask who wants a copy, and a place for it."""
    from tui.cli.base.confirm import agree, can_ask
    from tui.store.system.environment import HERE

    stays = _("the timeline that comes with jalon stays as it is")
    if not is_named:
        stays = _("there is no {file} here, and the timeline that comes with jalon stays as it is", file=HERE)
    if os.path.lexists(HERE):
        raise Refusal(stays, _("{file} in this folder is yours", file=HERE))
    if not can_ask():
        raise Refusal(stays, _("jalon init --shipped makes a copy of it, ./{file}", file=HERE))
    if not agree(_(QUESTIONS[does], stays=stays, file=HERE)):
        streams.inform(_("nothing was written"))
        raise click.exceptions.Exit(streams.OK)
