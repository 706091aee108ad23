"""jalon edit: the file in the reader's editor, at an event, and what is wrong with it afterwards."""

from __future__ import annotations

import os

import click

from tui.cli.base import streams
from tui.cli.base.options import PAGE_OPTIONS, display_options
from tui.cli.base.request import DisplayOptions, Refusal, event_of_id, is_file, quoted, split_file
from tui.core.text.messages import _, reason_of, translated
from tui.store.system.editor import EditorPosition


@click.command("edit")
@click.argument("words", nargs=-1, metavar="[FILE] [EVENT]")
@display_options(PAGE_OPTIONS)
def command(words: tuple[str, ...], look: DisplayOptions) -> int:
    """Open FILE in your editor (VISUAL, else EDITOR, else one that jalon finds) at the event with the id EVENT.

    Without EVENT it opens FILE at the first error, if there is one. When you leave the editor it checks the file, as
    jalon check does: the exit code is 1 when there are errors. It does not change the timeline that comes with jalon:
    it asks whether to copy it to ./events.yaml, and edits that.
    """
    path, others = split_file(words)
    if len(others) > 1:
        raise Refusal(*_misnamed(others))
    from tui.store.system.read_bytes import display_name, is_stream

    if is_stream(path):
        raise Refusal(_("{file} cannot be edited", file=translated(display_name(path))), _("name a file"))
    file, at = _place(path, others[0] if others else None)

    from tui.cli.base.add_to_file import writable_path
    from tui.cli.commands.check import checked
    from tui.store.system.editor import NoEditor, open_at

    path, whole = writable_path(path, path in words, "edit"), path
    try:
        code = open_at(path if file == whole else file, at, waits=True)
    except NoEditor as reason:
        raise Refusal(reason_of(reason)) from reason
    if code:
        streams.inform(_("the editor ended with {code}", code=code))
    return checked(path, "text", False, look)


def _misnamed(words: tuple[str, ...]) -> tuple[str, str]:
    """The fault and the hint when there is more than one word besides the file."""
    if is_file(words[1]):
        return _('"{word}" is not a file, and "{file}" comes after it', word=words[0], file=words[1]), _(
            "the file comes first"
        )
    return _('one event at a time: "{word}" is a second', word=words[1]), _("jalon edit [FILE] [EVENT]")


def _place(path: str, event_id: str | None) -> tuple[str, EditorPosition | None]:
    """The file, which may be one of a folder, and the place to begin at: the event, else the first error, else none."""
    from tui.core.problems.problem import ERROR
    from tui.store.files.timeline_files import fetch_timeline
    from tui.store.read.timeline import read
    from tui.store.system import read_bytes

    try:
        data = fetch_timeline(path)
    except read_bytes.Unreadable as unreadable:
        hint = None if os.path.lexists(path) else _("jalon init {file} begins one", file=quoted(path))
        raise Refusal(reason_of(unreadable), hint) from unreadable
    try:
        reading = read(data, path)
    except read_bytes.Unreadable as unreadable:
        if event_id is None:
            return path, EditorPosition(unreadable.line, unreadable.column)
        raise Refusal(reason_of(unreadable)) from unreadable
    if event_id is not None:
        name, line = reading.at(event_of_id(reading.timeline, event_id).line)
        return name, EditorPosition(line)
    places = (problem.place for problem in reading.problems if problem.severity == ERROR)
    first = next(places, None)
    name, line = reading.at(first.line if first else 1)
    return name, EditorPosition(line, first.column) if first else None
