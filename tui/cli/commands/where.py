"""jalon where: everything that jalon keeps or looks for, and the place of each."""

from __future__ import annotations

import os
import sys

import click

from tui.cli.base import streams
from tui.cli.base.options import takes_in_vain
from tui.core.text.messages import _, translatable


@click.command("where")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Text to read, or data.")
@takes_in_vain("--color", "--today")
def command(form: str) -> int:
    """Say where everything is: your notebook, your keymap and themes, and the timeline that jalon opens here.

    Each has its path, and a word if nothing is there yet. Only you can read what jalon keeps. You lose nothing if you
    delete the state folder.
    """
    found = _places()
    if form == "json":
        objects = [{"what": what, "path": path, "exists": os.path.exists(path)} for what, path in found]
        streams.write_json(objects)
        return streams.OK
    from tui.store.system.read_bytes import display_name

    widest = max(len(_(what)) for what, _path in found)
    for what, path in found:
        absent = "" if os.path.exists(path) else "  " + _("(not there)")
        sys.stdout.write(f"{_(what):<{widest}}  {display_name(path)}{absent}\n")
    return streams.OK


def _places() -> list[tuple[str, str]]:
    """The places that there are, each with its path; of the notebook also the files that were set aside."""
    from tui.store.system import environment

    notebook = environment.notebook_file()
    aside = ((translatable("set aside"), path) for path in environment.beside_notebook())
    return [
        (translatable("timeline"), os.path.abspath(environment.default_timeline())),
        (translatable("notebook"), notebook),
        (translatable("its good copy"), environment.notebook_copy()),
        *aside,
        (translatable("keymap"), environment.keymap_file()),
        (translatable("your themes"), environment.user_themes_folder()),
        (translatable("themes"), environment.shipped_path("themes")),
        (translatable("demo"), environment.demo_file()),
        (translatable("lock"), environment.notebook_lock()),
        (translatable("log of a fault"), environment.bug_log()),
    ]
