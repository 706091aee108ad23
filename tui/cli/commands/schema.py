"""jalon schema: the JSON Schema of a file of events, for editors that complete and check while one types."""

from __future__ import annotations

import sys

import click

from tui.cli.base import streams
from tui.cli.base.request import Refusal, only_file, quoted
from tui.core.text.messages import _, reason_of, translated


@click.command("schema")
@click.option("--write", is_flag=True, help="Put the schema beside FILE, and the line that names it into FILE.")
@click.argument("words", nargs=-1, metavar="[FILE]")
def command(words: tuple[str, ...], write: bool) -> int:
    """Print the JSON Schema (2020-12) of a file of events: its fields, what they mean, which words they take.

    Editors with yaml-language-server (VS Code, Vim, Emacs, Helix, Kate and others) use it to complete and to check.
    --write puts it beside FILE, else beside events.yaml in this folder, as events.schema.json. It also puts a line at
    the top of FILE that tells editors so, unless there is one. Nothing else in FILE changes.
    """
    if write:
        return _write(words)
    if words:
        example = f"jalon schema --write {quoted(words[0])}"  # no words: a command
        hint = _("--write puts it beside a file: {command}", command=example)
        raise Refusal(_("the schema is the same for every file"), hint)
    from tui.store.write.modeline import text

    sys.stdout.write(text())
    return streams.OK


def _write(words: tuple[str, ...]) -> int:
    from tui.store.system import environment
    from tui.store.system.atomic_write import NotSaved
    from tui.store.system.read_bytes import Unreadable, display_name, is_stream
    from tui.store.write import modeline

    path = only_file(words)
    if is_stream(path):
        raise Refusal(
            _("nothing can be put beside {file}", file=translated(display_name(path))),
            _("jalon schema prints the schema"),
        )
    if not words and path == environment.shipped_path("events.yaml"):
        raise Refusal(_("there is no events.yaml in this folder"), _("name a FILE: jalon schema --write story.yaml"))
    try:
        written = modeline.write(path)
    except (Unreadable, NotSaved) as wrong:
        raise Refusal(reason_of(wrong)) from wrong
    schema = display_name(written.schema)
    if written.is_new_schema:
        streams.inform(_("{file} is written", file=schema))
    else:
        streams.inform(_("{file} is up to date", file=schema))
    if written.has_new_line:
        streams.inform(_("{file} names it in its first line", file=display_name(path)))
    elif written.other:
        streams.inform(_("{file} names another schema: {schema}", file=display_name(path), schema=written.other))
    for left in written.left:
        streams.inform(left)
    return streams.OK
