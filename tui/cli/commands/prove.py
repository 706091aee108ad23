"""jalon prove: each passage that is cited, sought word for word in the copies that lie beside the timeline."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from tui.cli.base import streams
from tui.cli.base.options import PAGE_OPTIONS, display_options
from tui.cli.base.private import tell_withheld, with_private
from tui.cli.base.query_options import answer, query_by_day, query_option
from tui.cli.base.request import DisplayOptions, Refusal, name_as_read, only_file, reading_of, tell_problems
from tui.core.text.messages import _, numbered, reason_of, translated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.core.proof.record import PassageRecord
    from tui.core.timeline.model import Passage, Timeline
    from tui.store.read.timeline import Reading


@click.command("prove")
@click.argument("words", nargs=-1, metavar="[FILE]")
@query_option("Only passages that the events of a query cite.")
@click.option(
    "--source", "sources", multiple=True, metavar="ID", help="Only passages of this source; several may be named."
)
@click.option("--record", is_flag=True, help="Write what was found into FILE.ledger.jsonl, which marks citations.")
@click.option("--strict", is_flag=True, help="Exit with 1 for passages that are repeated or have no copy, too.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Text to read, or data.")
@with_private
@display_options(PAGE_OPTIONS)
def command(
    words: tuple[str, ...],
    text: str | None,
    sources: tuple[str, ...],
    record: bool,
    strict: bool,
    form: str,
    with_private: bool,
    look: DisplayOptions,
) -> int:
    """Look for each passage in the copies of its source that lie beside FILE, word for word. Nothing is fetched.

    A passage is proved when its words stand in the copy, in order. It is repeated when they stand there more than once,
    altered when something close stands there, absent when nothing does, and unread when the copy has no text. Copies
    are HTML, PDF, text, Markdown, WARC and WACZ, under archive: of a source. How quotes, dashes and spaces are written
    makes no difference. The exit code is 1 when a passage is altered, absent or unread.
    """
    from tui.core.proof.states import FAILED, NO_COPY, REPEATED
    from tui.store.system import read_bytes

    path = only_file(words)
    if read_bytes.is_stream(path):
        raise Refusal(_("nothing lies beside {file}", file=translated(read_bytes.display_name(path))), _("name a file"))
    reading = reading_of(path)
    wanted = _wanted(reading, look, text, sources, with_private=with_private)
    found = _found(reading, path, wanted)
    if record:
        _record(path, found)
    if form == "json":
        streams.write_json([_record_of(one, *reading.at(one.line)) for one in found])
    elif found:
        from tui.drawing.lists.proofs import proof_rows

        def place(line: int) -> str:
            file, own = reading.at(line)
            return f"{translated(read_bytes.display_name(file))}:{own}"

        look.draw_column(lambda sheet: proof_rows(found, place, sheet, strict=strict))
    sys.stdout.flush()  # before anything that is said of it
    if not found:
        streams.inform(_("no passage is cited here"))
    _tell_damage(path)
    tell_problems(reading, path)
    bad = {*FAILED, *((REPEATED, NO_COPY) if strict else ())}
    return streams.FAILED if any(one.finding.state in bad for one in found) else streams.OK


def _wanted(
    reading: Reading, look: DisplayOptions, text: str | None, sources: Sequence[str], *, with_private: bool
) -> dict[str, tuple[Passage, ...]]:
    """The passages to look for, by source; what is private is left out, which is said."""
    from tui.core.evidence.privacy import public, withheld
    from tui.core.index.protocol import walk
    from tui.core.proof.record import passages_by_source

    whole = reading.timeline
    timeline = whole if with_private else public(whole)
    names = [_source(timeline, name) for name in sources]
    if text is None:
        found = passages_by_source(timeline)
        if not with_private:
            tell_withheld(withheld(whole, whole.events))
    else:
        query = query_by_day(whole, look, text, None, with_private=with_private)
        answers, kept_back = answer(reading, query, look, with_private=with_private)
        found = passages_by_source(timeline, (one.event for one in walk(answers)))
        tell_withheld(kept_back)
    return {name: found[name] for name in found if not names or name in names}


def _source(timeline: Timeline, name: str) -> str:
    """The id of a source; refused with the nearest where there is none."""
    for one in (name, name_as_read(name)):
        if one in timeline.sources:
            return one
    from tui.core.evidence.privacy import tellable
    from tui.core.text.nearest import did_you_mean

    hint = did_you_mean(name, tellable(timeline).sources)
    raise Refusal(_('no source is called "{name}"', name=name), hint or _("jalon ids sources lists them"))


def _found(reading: Reading, path: str, wanted: dict[str, tuple[Passage, ...]]) -> list[PassageRecord]:
    """The state of each passage; refused where a library is missing that a copy needs."""
    from tui.store.proof.reading import CopyReader, MissingLibraryError
    from tui.store.proof.source_proof import records
    from tui.store.system.beside import folder_of

    try:
        with CopyReader() as reader:
            return records(reader, folder_of(path), reading.timeline, wanted, reading.passages)
    except MissingLibraryError as missing:
        raise Refusal(_("prove needs {library}", library=str(missing)), _('pip install "jalon[proof]"')) from missing


def _record(path: str, found: Sequence[PassageRecord]) -> None:
    """Write what was found into the ledger, and say how much of it is new."""
    from tui.store.proof.recording import record_proofs
    from tui.store.system import environment
    from tui.store.system.atomic_write import NotSaved
    from tui.store.system.read_bytes import Unreadable

    try:
        new, left = record_proofs(path, found, environment.now())
    except (NotSaved, Unreadable) as failed:
        raise Refusal(reason_of(failed)) from failed
    streams.inform(numbered("{number} new line in the ledger", "{number} new lines in the ledger", new))
    if left:
        streams.inform(left)


def _tell_damage(path: str) -> None:
    """Say which lines of the ledger say nothing."""
    import os

    from tui.store.proof.ledger import ledger_of, ledger_path
    from tui.store.system.read_bytes import Unreadable, display_name

    ledger = ledger_path(path)
    if not os.path.lexists(ledger):
        return
    try:
        damaged = ledger_of(path).damaged
    except Unreadable as unreadable:
        streams.complain(reason_of(unreadable))
        return
    for one in damaged:
        name = translated(display_name(os.path.basename(ledger)))
        said = _("this line of the ledger is passed over: {reason}", reason=translated(one.reason))
        streams.inform(f"{name}:{one.line}: {said}")


def _record_of(one: PassageRecord, file: str, line: int) -> dict[str, object]:
    """The object of one passage in one copy."""
    finding = one.finding
    return {
        "source": one.source,
        "passage": one.passage.name or None,
        "words": one.passage.words,
        "state": finding.state,
        "copy": one.copy or None,
        "sha256": one.sha256 or None,
        "page": finding.page,
        "found": finding.found or None,
        "line": line,
        "file": file,
        "why": finding.why or None,
    }
