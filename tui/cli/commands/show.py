"""jalon show: one event whole, with its claims and its sources."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

from tui.cli.base import streams
from tui.cli.base.private import tell_withheld, visible_event, why_not
from tui.cli.base.query_options import answer, command_on_events, query_by_day, query_option, tell_nothing_matches
from tui.cli.base.request import (
    DisplayOptions,
    Refusal,
    event_of_id,
    is_file,
    only_file,
    reading_of,
    split_file,
    tell_problems,
    tell_shipped,
)
from tui.core.evidence.privacy import Withheld
from tui.core.index.protocol import timeline_around, walk
from tui.core.text.messages import _, spoken
from tui.core.timeline.model import Event, Timeline

if TYPE_CHECKING:
    from tui.core.query.tree import Query
    from tui.store.read.timeline import Reading


@command_on_events(
    "show",
    "[FILE] EVENT",
    query_option("Instead of EVENT: each event of a query."),
    forms=("text", "markdown", "json"),
    said="What to print: text to read, a document, or data.",
)
def command(
    words: tuple[str, ...], text: str | None, form: str, as_of: str | None, with_private: bool, look: DisplayOptions
) -> int:
    """Show one event whole: when and how sure, who and where, what is claimed and by whom, and each source.

    EVENT is its id: jalon ids events lists them. -q asks for several events, as in jalon print. --as-of shows what the
    sources had said by a day.
    """
    found = wanted("show", words, text, look, with_private=with_private, as_of=as_of)
    if found.timeline.as_of is not None:
        look = look._replace(today=found.timeline.as_of.day)
    if form == "json":
        _write_json(found, look, several=text is not None)
    else:
        for number, (event, timeline) in enumerate(zip(found.events, found.parts, strict=True)):
            if number:
                sys.stdout.write("\n")
            FORMATS[form](event, timeline, look)
    sys.stdout.flush()  # before anything that is said of it
    tell_withheld(found.withheld)
    tell_problems(found.reading, found.path)
    return streams.OK


class Wanted(NamedTuple):
    """The events that a command is about."""

    path: str
    reading: Reading
    timeline: Timeline
    """The part of it that may be told."""
    events: list[Event]
    parts: list[Timeline]
    """For each of them the timeline as far as it needs it."""
    withheld: Withheld


def wanted(
    command: str,
    words: tuple[str, ...],
    text: str | None,
    look: DisplayOptions,
    *,
    with_private: bool,
    as_of: str | None = None,
) -> Wanted:
    """The event that the words name, or those of a query, as far as they may be told, and were out by a day."""
    path, others = split_file(words)
    if text is not None:
        path = only_file(words)
    elif len(others) != 1:
        raise Refusal(*_misnamed(others, command))
    tell_shipped(path, words)
    reading = reading_of(path)
    query = query_by_day(reading.timeline, look, text, as_of, with_private=with_private)
    if text is not None:
        return Wanted(path, reading, *_answer(reading, query, look, with_private=with_private))
    event = event_of_id(reading.timeline, others[0])
    timeline, told, withheld = visible_event(reading.timeline, event, with_private=with_private)
    if told is None:
        raise Refusal(*why_not(event))
    if query.as_of is not None:
        timeline, told = _by_a_day(timeline, told, query.as_of)
    return Wanted(path, reading, timeline, [told], [timeline], withheld)


def _by_a_day(timeline: Timeline, event: Event, day: int) -> tuple[Timeline, Event]:
    """The timeline and the event as published by a day; refused when nothing was out of it by then."""
    from tui.core.dates.calendar import iso
    from tui.core.dates.words import day_in_words
    from tui.core.evidence.as_of import first_day_told, timeline_as_of

    shrunk = timeline_as_of(timeline, day)
    for one in shrunk.events:
        if one.id == event.id:
            return shrunk, one
    first = first_day_told(event, timeline, day)
    by, is_out = day_in_words(day, spoken()), not shrunk.sources.keys().isdisjoint(event.sources)
    wrong = (
        _('"{id}" cannot have happened by {day}, and no source announces it', id=event.id, day=by)
        if is_out
        else _('no source that was out by {day} tells of "{id}"', day=by, id=event.id)
    )
    if first is None:
        raise Refusal(wrong)
    if is_out or first == event.date.earliest:
        raise Refusal(wrong, _("its sources count from {day} on", day=iso(first)))
    raise Refusal(wrong, _("the first is out from {day} on", day=iso(first)))


def _answer(
    reading: Reading, query: Query, look: DisplayOptions, *, with_private: bool
) -> tuple[Timeline, list[Event], list[Timeline], Withheld]:
    """The events of a query, in order; that there are none is said."""
    answers, withheld = answer(reading, query, look, with_private=with_private)
    if not answers.count():
        tell_nothing_matches(answers)
    engine, found = answers.engine, list(walk(answers))
    return engine.head, [one.event for one in found], [timeline_around(engine, one) for one in found], withheld


def _misnamed(words: tuple[str, ...], command: str) -> tuple[str, str]:
    """The fault and the hint when there is not exactly one word besides the file."""
    if not words:
        return _("which event? none is named"), _("jalon {command} [FILE] EVENT", command=command)
    if is_file(words[1]):
        return _('"{word}" is not a file, and "{file}" comes after it', word=words[0], file=words[1]), _(
            "the file comes first"
        )
    return _('one event at a time: "{word}" is a second', word=words[1]), _(
        "jalon {command} [FILE] EVENT", command=command
    )


def _draw(event: Event, timeline: Timeline, look: DisplayOptions) -> None:
    """As the app shows it beside the list."""
    from tui.drawing.event.detail import event_in_full

    look.draw_column(lambda sheet: event_in_full(event, timeline, sheet, on_paper=True))


def _write_markdown(event: Event, timeline: Timeline, look: DisplayOptions) -> None:
    from tui.drawing.spans.pen import Pen
    from tui.printing.markdown.event import article

    sys.stdout.write(article(event, timeline, Pen(look.language, look.today)))


def _write_json(found: Wanted, look: DisplayOptions, *, several: bool) -> None:
    """One record, or of a query a list of them, with the keys of those in jalon print --format json."""
    from tui.core.export.event_records import record

    parts = zip(found.events, found.parts, strict=True)
    records = [record(event, timeline, look.language) for event, timeline in parts]
    streams.write_json(records if several else records[0])


FORMATS = {"text": _draw, "markdown": _write_markdown}
