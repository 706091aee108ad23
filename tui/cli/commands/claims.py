"""jalon claims: what sources say of the same things, source by source."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from tui.cli.base import streams
from tui.cli.base.options import BOM, PAGE_OPTIONS, refuse_bom
from tui.cli.base.private import tell_standing, tell_withheld
from tui.cli.base.query_options import (
    answer,
    command_on_events,
    query_by_day,
    query_option,
    tell_nothing_matches,
    write_table,
)
from tui.cli.base.request import DisplayOptions, only_file, reading_of, tell_problems, tell_shipped
from tui.core.index.protocol import walk
from tui.core.text.messages import _

if TYPE_CHECKING:
    from tui.core.timeline.model import Event, Timeline
    from tui.drawing.spans.column import TextColumn
    from tui.drawing.spans.spans import Line


@command_on_events(
    "claims",
    "[FILE]",
    query_option("Claims of the events of a query, such as is:disputed."),
    forms=("text", "csv", "json"),
    said="What to print: tables to read, or data.",
    shown=(*PAGE_OPTIONS, BOM),
)
def command(
    words: tuple[str, ...], text: str | None, form: str, as_of: str | None, with_private: bool, look: DisplayOptions
) -> int:
    """Print what sources say of the same thing: each event a table, each claim a column, each source a row.

    ! marks a claim whose values cannot all be true. ✓ marks the value that the author of the file keeps. ≈ marks a
    value that is less precise than another and fits it. In json and csv each value also has its unit, and the least
    and the most that it can mean. --as-of leaves out what no source had said by that day.
    """
    refuse_bom(look, form)
    path = only_file(words)
    tell_shipped(path, words)
    reading = reading_of(path)
    query = query_by_day(reading.timeline, look, text, as_of, with_private=with_private)
    answers, withheld = answer(reading, query, look, with_private=with_private)
    events = [one.event for one in walk(answers) if one.event.claims]
    timeline = answers.engine.head
    FORMATS[form](events, timeline, look)
    sys.stdout.flush()  # before anything that is said of it
    if form in ("csv", "json"):
        tell_standing(timeline)
    if not answers.count() and query.terms:
        tell_nothing_matches(answers)
    elif not events:
        streams.inform(_("nothing is claimed in these events"))
    tell_withheld(withheld)
    tell_problems(reading, path)
    return streams.OK


def _tables(events: list[Event], timeline: Timeline, sheet: TextColumn) -> Iterator[Line]:
    """A table an event, with an empty row between them."""
    from tui.core.evidence.as_of_words import as_published_by, sources_standing
    from tui.core.timeline.in_language import TimelineInLanguage
    from tui.drawing.lists.claims_matrix import table

    voice = TimelineInLanguage(timeline, sheet.pen.language)
    if timeline.as_of is not None:
        yield from sheet.paragraph(as_published_by(timeline.as_of.day, voice.language), "now")
        yield from sheet.paragraph(sources_standing(timeline.as_of, sheet.glyphs.separator), "now")
        yield ()
    for number, event in enumerate(events):
        if number:
            yield ()
        yield from table(event, voice, sheet)


def _write_csv(events: list[Event], timeline: Timeline, look: DisplayOptions) -> None:
    """A row of names, and a row a value and source (RFC 4180)."""
    from tui.core.export.claim_records import claim_rows, columns

    rows = (row for event in events for row in claim_rows(event, timeline, look.language))
    write_table(columns(timeline), rows, look)


def _write_json(events: list[Event], timeline: Timeline, look: DisplayOptions) -> None:
    from tui.core.export.claim_records import claim_records

    records = [record for event in events for record in claim_records(event, timeline, look.language)]
    streams.write_json(records)


FORMATS: Mapping[str, Callable[[list[Event], Timeline, DisplayOptions], None]] = {
    "text": lambda events, timeline, look: look.draw_column(lambda sheet: _tables(events, timeline, sheet)),
    "csv": _write_csv,
    "json": _write_json,
}
