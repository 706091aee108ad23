"""jalon fmt: a file tidied, only when asked, without touching what it says."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from tui.cli.base import streams
from tui.cli.base.options import takes_in_vain
from tui.cli.base.request import STANDARD_INPUT, DisplayOptions, Refusal, look, quoted, tell_shipped
from tui.core.text.messages import _, forms, numbered, reason_of, translated

if TYPE_CHECKING:
    from tui.store.write.fmt import Tidied


@click.command("fmt")
@click.argument("files", nargs=-1, metavar="[FILE]…")
@click.option("--check", "checks", is_flag=True, help="Write nothing; exit with 1 if a file would change.")
@click.option("--diff", "shows", is_flag=True, help="Write nothing; show what would change.")
@click.option("--theme", "theme_name", metavar="NAME", help="Colours of the difference, by the name of a theme.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Colour it or not.")
@takes_in_vain("--today")
def command(files: tuple[str, ...], checks: bool, shows: bool, theme_name: str | None, color: str) -> int:
    """Tidy each FILE: events in order of time, one blank line apart, dates in their one spelling.

    A comment goes with the event below it. A comment between two blank lines opens a section: it stays, as a #region
    and its #endregion do, and events keep to their section. Doubt about a whole date stands once, at its end:
    2025-08~. Quotes, folding and line ends stay as they are. If a change would alter what the file says, jalon does
    not make it. With - as FILE it reads standard input and writes the tidy form to standard output. It does not change
    the timeline that comes with jalon: it asks whether to copy it to ./events.yaml, and tidies that.
    """
    from tui.store.system import environment

    paths = files or (environment.default_timeline(),)
    if paths.count(STANDARD_INPUT) > 1:
        raise Refusal(_("standard input is named twice, and can be read once"))
    if STANDARD_INPUT in paths and sys.stdin is None:
        raise Refusal(_("standard input is closed"))
    if checks or shows:
        tell_shipped(paths[0], files)
    else:
        from tui.cli.base.add_to_file import writable_path

        paths = tuple(writable_path(path, bool(files), "tidy") for path in paths)
    paths = tuple(each for path in paths for each in _files(path))
    shown = look(None, None, theme_name, color=color)
    return max(_tidy(path, checks, shows, shown) for path in paths)


def _files(path: str) -> list[str]:
    """The file, or those of a folder that have a list of events."""
    from tui.store.files.joined import StoryFile, is_folder, paths_in
    from tui.store.system.read_bytes import Unreadable, fetch

    if not is_folder(path):
        return [path]
    try:
        found = [StoryFile.of(one, fetch(one)) for one in paths_in(path)]
    except Unreadable as unreadable:
        raise Refusal(reason_of(unreadable)) from unreadable
    return [one.path for one in found if not one.is_event and b"events:" in one.data]


def _tidy(path: str, checks: bool, shows: bool, shown: DisplayOptions) -> int:
    """Tidy one file, or say what that would do; its exit code."""
    from tui.store.system import atomic_write, read_bytes
    from tui.store.write import fmt

    left = ""
    try:
        data = read_bytes.fetch(path)
        tidied = fmt.tidied(data, path)
        if shows:
            _show(tidied, path, shown)
        elif read_bytes.is_stream(path) and not checks:
            sys.stdout.flush()
            sys.stdout.buffer.write(tidied.data)
        elif tidied.is_changed and not checks:
            tidied, left = fmt.saved(tidied, data, path)
    except fmt.Unsound as unsound:
        streams.complain(reason_of(unsound), _cure(path))
        return streams.MISUSED
    except (read_bytes.Unreadable, fmt.NotTidied, atomic_write.NotSaved) as left_alone:
        streams.complain(reason_of(left_alone))
        return streams.MISUSED
    sys.stdout.flush()
    streams.inform(
        _(
            "{name}: {value}",
            name=translated(read_bytes.display_name(path)),
            value=summary(tidied, is_done=not (checks or shows)),
        )
    )
    if left:
        streams.inform(left)
    return streams.FAILED if checks and tidied.is_changed else streams.OK


def _cure(path: str) -> str:
    says = "jalon check" if path == STANDARD_INPUT else f"jalon check {quoted(path)}"  # no words: a command
    return _("{command} tells more, and until that is mended fmt leaves the file as it is", command=says)


def _show(tidied: Tidied, path: str, shown: DisplayOptions) -> None:
    """Show the changes to come, as a patch on standard output."""
    from tui.printing.lines import draw
    from tui.printing.patch import patch
    from tui.store.system import read_bytes

    draw(patch(tidied.before, tidied.after, tidied.rows, read_bytes.display_name(path)), shown.width, shown.theme())


DONE = (
    forms("{number} event moved", "{number} events moved"),
    forms("{number} date respelt", "{number} dates respelt"),
    forms("{number} gap made one blank line", "{number} gaps made one blank line"),
)
DUE = (
    forms("{number} event to move", "{number} events to move"),
    forms("{number} date to respell", "{number} dates to respell"),
    forms("{number} gap to make one blank line", "{number} gaps to make one blank line"),
)


def summary(tidied: Tidied, is_done: bool) -> str:
    """`2 events moved, 1 date respelt`, `would change: 2 events to move`, or `nothing to change`."""
    if not tidied.is_list:
        return _('its events do not stand under "events:" in lines of their own, and are left as they are')
    if not tidied.is_changed:
        return _("nothing to change")
    parts = zip((tidied.moved, tidied.respelt, tidied.spaced), DONE if is_done else DUE, strict=True)
    said = ", ".join(numbered(*words, many) for many, words in parts if many)
    return said if is_done else _("would change: {what}", what=said)
