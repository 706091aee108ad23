"""jalon import: a spreadsheet or another program's file into a timeline, with the account of every row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tui.cli.base import streams
from tui.cli.base.options import LANGUAGES
from tui.cli.base.request import Refusal, look
from tui.core.text.messages import reason_of
from tui.store.exchange.detect import FORMATS

if TYPE_CHECKING:
    from tui.cli.base.request import DisplayOptions
    from tui.store.exchange.importing import ImportResult


@click.command("import")
@click.argument("source", metavar="INPUT")
@click.option(
    "--as",
    "asked",
    metavar="FORMAT",
    type=click.Choice(FORMATS),
    help="The format of INPUT, where it is not the one that jalon finds.",
)
@click.option(
    "--into",
    "into",
    metavar="FILE",
    help="The timeline to write; a new one where there is none. Without it events.yaml here.",
)
@click.option(
    "--map",
    "map_path",
    metavar="MAP.yaml",
    help="How columns are read: kept there when there is no such file, else used.",
)
@click.option("--dry-run", "is_dry", is_flag=True, help="Write nothing but the map; show what would change.")
@click.option(
    "--report", "report", type=click.Choice(["text", "json"]), help="The end of each row, for readers or as data."
)
@click.option("--keep-rest", "keeps_rest", is_flag=True, help="Keep what no field takes as comments below each event.")
@click.option("--lang", type=click.Choice(LANGUAGES), help="Language in which jalon speaks.")
@click.option("--today", metavar="DAY", help="The day by which events to come are planned, such as 2026-11-22.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Colour it or not.")
def command(
    source: str, asked: str | None, into: str | None, map_path: str | None, is_dry: bool, report: str | None,
    keeps_rest: bool, lang: str | None, today: str | None, color: str,
) -> int:  # fmt: skip
    """Read INPUT, a table or a file of another program, and put its events into a timeline, each in its place.

    jalon proposes a field for each column of a table, from its header in English, French or Dutch, and shows how it
    reads the column before it writes anything. The dates of a column have one order, found by looking at all of them;
    where two orders fit, jalon asks, or refuses when nobody can answer.

    Every row ends as imported, updated, unchanged or refused, and is counted. The same table once more changes
    nothing. An edited one changes what was edited in it. What was edited by hand in the timeline since stays, and is
    told as a conflict. jalon remembers what it imported in a file beside the timeline, FILE.imports.json.

    Exit code 1 when a row is refused; 2 when nothing could be imported.
    """
    from tui.cli.base.import_talk import agreed, progress, settled, tell, tell_reading
    from tui.store.exchange import importing

    shown = look(lang, today, color=color)
    try:
        run = importing.read_input(source, asked, shown.today, map_path)
        run = settled(run)
        tell_reading(run)
        importing.keep_map(run)
        target = into or "events.yaml"
        with progress() as tick:
            result = importing.prepared(run, target, shown.today, keeps_rest=keeps_rest, tick=tick)
        if is_dry:
            _show(result, shown)
        elif result.changes and not agreed(result):
            return streams.OK
        else:
            result = importing.saved(result)
    except importing.Stopped as stopped:
        raise Refusal(reason_of(stopped), stopped.hint) from stopped
    return tell(result, report, is_dry=is_dry)


def _show(result: ImportResult, shown: DisplayOptions) -> None:
    """Show what would change in the timeline, as a patch on standard output."""
    from tui.printing.lines import draw
    from tui.printing.patch import patch
    from tui.store.exchange.importing import text_rows
    from tui.store.system import read_bytes

    before, after = result.before.reading.text, result.after.reading.text
    old = [] if result.is_new else before.splitlines(keepends=True)
    new = after.splitlines(keepends=True)
    rows = text_rows(old, new)
    draw(patch(old, new, rows, read_bytes.display_name(result.before.path)), shown.width, shown.theme())
