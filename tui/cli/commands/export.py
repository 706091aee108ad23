"""jalon export: the timeline, or a part of it, in another format, and the account of what that format cannot carry."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from tui.cli.base import streams
from tui.cli.base.options import AS_OF, BOM, TEXT_OPTIONS, display_options
from tui.cli.base.query_options import answer, query_by_day, query_option, tell_names_beside, tell_nothing_matches
from tui.cli.base.request import DisplayOptions, Refusal, only_file, reading_of, tell_problems, tell_shipped
from tui.core.export.carried import FORMATS, Format, with_claims
from tui.core.text.messages import _, reason_of
from tui.core.text.plural import plural

if TYPE_CHECKING:
    from tui.core.export.extract import Extract
    from tui.core.export.losses import Account

STANDARD_OUTPUT = "-"
MANY = 2_000
"""Events that take more than a moment to write."""


@click.command("export")
@click.argument("words", nargs=-1, metavar="[FILE]")
@click.option("--to", "form", required=True, type=click.Choice(tuple(FORMATS)), help="The format.")
@query_option("What goes out: the events that a query asks for.")
@click.option("-o", "--output", "path", metavar="PATH", help="The file to write, or the folder; else standard output.")
@click.option(
    "--report",
    type=click.Choice(["text", "json"]),
    help="The whole account of what is lost: with -o on standard output, else on standard error.",
)
@click.option("--strict", is_flag=True, help="Write nothing, and exit with 1, if anything would be lost.")
@click.option("--claims", "asks_claims", is_flag=True, help="With csv: a row for each value of each claim and source.")
@AS_OF
@BOM
@display_options(TEXT_OPTIONS)
def command(
    words: tuple[str, ...],
    form: str,
    text: str | None,
    path: str | None,
    report: str | None,
    strict: bool,
    asks_claims: bool,
    as_of: str | None,
    look: DisplayOptions,
) -> int:
    """Give the timeline to people who have no jalon, and say what the format cannot carry.

    docx is a chronology for lawyers: a table, and a list of exhibits. xlsx is a workbook: events, claims, citations,
    sources. csv is for spreadsheets, timelinejs for newsrooms, ics for calendars, markwhen and obsidian for notes,
    timesketch for investigators, jsonld for the web, csl and bibtex for citation managers.

    What is lost is counted on standard error. What a format has in words only, for people to read, is counted apart,
    and is no loss. Nothing private goes out, in any format.

    obsidian is a folder of notes: name it with -o. A note that you changed by hand is never written over.
    """
    chosen = FORMATS[form]
    _refuse_what_does_not_go_together(chosen, path, asks_claims, look)
    if asks_claims:
        chosen = with_claims(chosen)
    file = only_file(words)
    tell_shipped(file, words)
    reading = reading_of(file)
    query = query_by_day(reading.timeline, look, text, as_of, with_private=False)
    answers, withheld = answer(reading, query, look, with_private=False)
    from tui.core.export.extract import extract
    from tui.core.export.losses import account

    whole = extract(answers, look.language)
    told = account(whole, chosen, withheld)
    is_refused = strict and bool(told.lost)
    if not is_refused:
        _tell_of_long_work(whole, chosen)
        _write(whole, chosen, path, file, look, asks_claims=asks_claims)
    _tell(told, report, path)
    if withheld:
        streams.inform(_("withheld as private: {what}", what=withheld))
    tell_names_beside(answers)
    if not answers.count() and query.terms:
        tell_nothing_matches(answers)
    tell_problems(reading, file)
    if is_refused:
        streams.complain(_("nothing is written, for something would be lost"))
        return streams.FAILED
    return streams.OK


def _tell_of_long_work(whole: Extract, form: Format) -> None:
    """Say how much is being written, to who waits for it at a terminal."""
    events = len(whole.timeline.events)
    if events >= MANY and sys.stderr.isatty():
        streams.inform(_("{name}: {value}", name=form.name, value=plural(events, "event")))


def _refuse_what_does_not_go_together(form: Format, path: str | None, asks_claims: bool, look: DisplayOptions) -> None:
    if asks_claims and form.name != "csv":
        raise Refusal(_("--claims is for csv"), _("other formats have the claims that they can carry"))
    if look.asks_bom and form.name != "csv":
        raise Refusal(_("--bom is for csv"), _("add --to csv"))
    if not form.ending and path in (None, STANDARD_OUTPUT):
        raise Refusal(_("{format} is a folder of notes", format=form.name), _("name it: -o FOLDER"))
    if form.is_binary and path in (None, STANDARD_OUTPUT) and streams.is_terminal():
        named = f"-o timeline{form.ending}"  # no words: an option
        raise Refusal(_("a terminal shows no {format}", format=form.name), named)


def _write(
    whole: Extract, form: Format, path: str | None, timeline: str, look: DisplayOptions, *, asks_claims: bool
) -> None:
    """Write the file, the folder, or to standard output, whole or not at all."""
    from tui.store.export.missing import EXTRA, LibraryMissing
    from tui.store.export.place import NotPlaced

    try:
        if not form.ending and path is not None:
            _write_notes(whole, path)
            return
        from tui.store.export.render import rendered

        data = rendered(form.name, whole, with_claims=asks_claims, in_words=look.asked_language not in (None, "en"))
        if look.asks_bom:
            data = "\ufeff".encode() + data
        if path in (None, STANDARD_OUTPUT):
            sys.stdout.flush()
            sys.stdout.buffer.write(data)
            sys.stdout.flush()
        else:
            from tui.store.export.place import put

            put(str(path), data, timeline)
    except LibraryMissing as missing:
        raise Refusal(reason_of(missing), EXTRA) from missing
    except NotPlaced as refused:
        raise Refusal(reason_of(refused)) from refused


def _write_notes(whole: Extract, folder: str) -> None:
    from tui.core.export.formats.obsidian import mark_line
    from tui.store.export.place import put_notes
    from tui.store.export.render import notes

    left = put_notes(folder, notes(whole), mark_line(whole))
    if left:
        streams.inform(_("still there, though they no longer go out: {names}", names=", ".join(left)))


def _tell(told: Account, report: str | None, path: str | None) -> None:
    """Say what is lost: counted, or all of it; where the export is not on standard output, the report is."""
    from tui.core.export.losses import counted, report_record, whole_report
    from tui.core.text.clean import to_json

    if report is None:
        for line in counted(told):
            streams.inform(line)
        return
    out = sys.stderr if path in (None, STANDARD_OUTPUT) else sys.stdout
    said = "\n".join(whole_report(told)) if report == "text" else to_json(report_record(told), indent=2)
    out.write(f"{said}\n")
    out.flush()
