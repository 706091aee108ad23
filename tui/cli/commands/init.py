"""jalon init: a file of one's own to begin with."""

from __future__ import annotations

import os
import sys

import click

from tui.cli.base import streams
from tui.cli.base.options import Once, takes_in_vain
from tui.cli.base.request import STANDARD_INPUT, Refusal, is_file, quoted
from tui.core.text.clean import clean_line
from tui.core.text.messages import _, reason_of

HERE = "events.yaml"
"""The file that jalon opens when none is named."""
LANGUAGES = ("en", "fr", "nl")
"""Those that there is an example in, as `starter` has them."""


@click.command("init")
@click.argument("words", nargs=-1, metavar="[FILE]")
@click.option("--title", cls=Once, metavar="TEXT", help="The title of the timeline; else jalon asks at a terminal.")
@click.option(
    "--lang", type=click.Choice(LANGUAGES), help="Language of the example; else jalon asks, or takes the locale's."
)
@click.option("--shipped", is_flag=True, help="Begin with a copy of the timeline that comes with jalon.")
@takes_in_vain("--color", "--today")
def command(words: tuple[str, ...], title: str | None, lang: str | None, shipped: bool) -> int:
    """Write a small timeline to FILE, else to events.yaml in this folder, as an example to write over.

    Its comments explain how to write each thing. At a terminal jalon asks for a title and a language. Each timeline
    gets an id that no other has. jalon never writes over a file: if there is an events.yaml, the new file is named
    after its title. With - as FILE it writes to standard output.
    """
    path, title = _path(words), title and _harmless(title)
    if shipped and (title or lang):
        raise Refusal(_("--shipped is the timeline as it comes"), _("leave out --title and --lang"))
    if path == STANDARD_INPUT:
        _write(_shipped() if shipped else _example(title or "", lang))
        return streams.OK
    if words:
        _refuse_taken(path)
    if not shipped and _can_ask():
        title, lang = _asked(title, lang)
        title = _harmless(title)
    if not words and title and os.path.lexists(path):
        path = _named_after(title) or path
    _refuse_taken(path)  # before it is opened: a pipe would wait for ever
    _start(path, None if shipped else _example(title or "", lang))
    _tell(path, shipped)
    return streams.OK


def _harmless(title: str) -> str:
    """A title on one line, of signs that can be seen."""
    from tui.core.entry.pasted_line import title_of

    return title_of(title)


def _can_ask() -> bool:
    from tui.cli.base.confirm import can_ask

    return can_ask()


def _asked(title: str | None, lang: str | None) -> tuple[str, str]:
    """Title and language, each asked for where it is not given."""
    from tui.cli.base.confirm import ask
    from tui.store.system import environment

    if title is None:
        title = ask(_("title of the timeline (empty for the example's own):"))
    usual = environment.language(known=LANGUAGES)
    while lang is None:
        answer = (
            ask(_("language: {languages} [{usual}]", languages=", ".join(LANGUAGES), usual=usual)).strip().lower()
            or usual
        )
        lang = answer if answer in LANGUAGES else None
    return title, lang


def _named_after(title: str) -> str:
    """A file of its own for a timeline of that title."""
    from tui.store.write.starter import slug

    return f"{slug(title)}.{HERE}" if slug(title) else ""


def _tell(path: str, shipped: bool) -> None:
    """Say what was written, and the three commands that come next."""
    from tui.store.system.read_bytes import display_name

    named = "" if path == HERE else f" {quoted(path)}"
    what = _("an example, to write your own over")
    if shipped:
        what = _("a copy of the timeline that comes with jalon")
    streams.inform(_("{name}: {value}", name=display_name(path), value=what))
    next_ones = (("", _("reads it")), (" new", _("adds an event")), (" check", _("says what is wrong with the file")))
    commands = [(f"jalon{command}{named}", does) for command, does in next_ones]  # no words: commands
    widest = max(len(command) for command, _does in commands)
    for command, does in commands:
        sys.stderr.write(f"  {clean_line(command):<{widest}}  {does}\n")


def _path(words: tuple[str, ...]) -> str:
    """The file to write; refused when the word is none, or there are several."""
    if len(words) > 1:
        raise Refusal(_('one file at a time: "{word}" is a second', word=words[1]))
    path = words[0] if words else HERE
    if os.path.isdir(path):
        example = "jalon init " + quoted(os.path.join(path, HERE))  # no words: a command
        raise Refusal(_('"{word}" is a folder', word=path), _("name a file in it: {command}", command=example))
    if not is_file(path):
        raise Refusal(
            _('"{word}" is not the name of a timeline', word=path),
            _("did you mean {name}?", name=(path or "events") + ".yaml"),
        )
    return path


def _example(title: str, lang: str | None) -> str:
    """The example in a language, under a title of its own where there is one."""
    from tui.store.system import environment
    from tui.store.write.starter import starter

    return starter(environment.language(lang, LANGUAGES), title)


def _shipped() -> str:
    from tui.store.write.starter import shipped_copy

    return shipped_copy()


def _refuse_taken(path: str) -> None:
    if os.path.lexists(path):
        raise _taken(path)


def _start(path: str, text: str | None) -> None:
    """Write the file, of the shipped timeline without a text; refused when there is one."""
    from tui.store.system import atomic_write, read_bytes
    from tui.store.write import starter

    try:
        starter.copy_shipped(path) if text is None else starter.write_starter(path, text)
    except atomic_write.Changed:
        raise _taken(path) from None
    except (atomic_write.NotSaved, read_bytes.Unreadable) as failed:
        raise Refusal(reason_of(failed)) from failed


def _taken(path: str) -> Refusal:
    from tui.store.system.read_bytes import display_name

    return Refusal(
        _("{file} is there already, and stays as it is", file=display_name(path)), _("jalon init FILE begins another")
    )


def _write(text: str) -> None:
    """The file on standard output, byte by byte."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode())
