"""jalon who: who was told of an event or spoke about it, since when, by which source; and who is only named."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from tui.cli.base import streams
from tui.cli.base.private import tell_withheld
from tui.cli.base.query_options import command_on_events
from tui.cli.base.request import DisplayOptions, Refusal, tell_problems
from tui.cli.commands.show import wanted
from tui.core.evidence.knowledge import about, knowers, reports
from tui.core.evidence.privacy import withheld
from tui.core.text.messages import _, translated

if TYPE_CHECKING:
    from tui.core.evidence.knowledge import Knower, Occasion, Report
    from tui.core.timeline.model import Event, Timeline
    from tui.drawing.spans.column import TextColumn
    from tui.drawing.spans.spans import Line


@command_on_events(
    "who",
    "[FILE] EVENT",
    click.option("--by", "until", metavar="DAY", help="Who knew by the end of this day: surely, and possibly."),
    forms=("text", "json"),
    said="Text to read, or data.",
)
def command(
    words: tuple[str, ...], until: str | None, form: str, as_of: str | None, with_private: bool, look: DisplayOptions
) -> int:
    """Say who knew of an event: who was told of it or spoke about it, since when, by which source.

    The file says so, in the event and in those that are about it (`about:`): `told:` names who was told there, `says:`
    names who speaks there. Other actors of these events are only named in them; that does not mean that they knew.
    Below are the sources that tell of the event. With --by, an actor surely knew if every reading of the date has
    begun by that day, and possibly knew if one reading has. --by is about when they knew, --as-of is about when the
    press told it.
    """
    day = None if until is None else _day(until)
    found = wanted("who", words, None, look, with_private=with_private, as_of=as_of)
    (event,) = found.events
    FORMATS[form](event, knowers(event, found.timeline), found.timeline, day, look)
    sys.stdout.flush()  # before anything that is said of it
    if not with_private:
        whole = found.reading.timeline
        tell_withheld(withheld(whole, (event, *about(event.id, whole.events))))
    tell_problems(found.reading, found.path)
    return streams.OK


def _day(text: str) -> int:
    """The number of a day; refused when it is anything but one certain day."""
    from tui.core.dates.edtf import DateError
    from tui.core.dates.parse import parse_date

    try:
        date = parse_date(text)
    except DateError as error:
        raise Refusal(
            _('--by: "{text}" is not a date: {reason}', text=text, reason=translated(error.message)), error.hint
        ) from error
    if date.certain_day is None:
        raise Refusal(_('--by: "{text}" is not one day', text=text), _("such as 2025-08-26"))
    return date.certain_day


def _draw(event: Event, found: tuple[Knower, ...], timeline: Timeline, day: int | None, look: DisplayOptions) -> None:
    from tui.core.evidence.as_of_words import as_published_by
    from tui.core.timeline.in_language import TimelineInLanguage
    from tui.drawing.event.knowledge import knower_lines

    as_of, voice = timeline.as_of, TimelineInLanguage(timeline, look.language)

    def rows(sheet: TextColumn) -> list[Line]:
        head = sheet.paragraph(as_published_by(as_of.day, look.language), "now") if as_of is not None else []
        return [*head, *knower_lines(event, found, voice, sheet, by=day)]

    look.draw_column(rows)


def _write_json(
    event: Event, found: tuple[Knower, ...], timeline: Timeline, day: int | None, look: DisplayOptions
) -> None:
    from tui.core.dates.calendar import iso
    from tui.core.timeline.fields import date_text

    answer = {
        "event": event.id,
        "title": timeline.say(event.titles, look.language),
        "date": date_text(event),
        "by": None if day is None else iso(day),
        **({} if timeline.as_of is None else {"as_of": iso(timeline.as_of.day)}),
        "concerns": list(event.actors),
        "actors": [_record(one, timeline, day, look.language) for one in found],
        "press": [_report(one, timeline, day) for one in reports(event, timeline)],
    }
    streams.write_json(answer)


def _record(one: Knower, timeline: Timeline, day: int | None, language: str) -> dict[str, object]:
    """An actor, with `knew` surely, possibly or later, and each occasion.

    `knew` is null without a day, and for an actor who is only named.
    """
    from tui.core.export.event_records import bounds

    actor = timeline.actors.get(one.actor)
    return {
        "actor": one.actor,
        "name": timeline.say(actor.names, language) if actor else one.actor,
        "party": one.is_party,
        "knew": None if day is None else one.by(day),
        "since": bounds(one.since),
        "occasions": [_occasion(occasion, timeline, day, language) for occasion in one.occasions],
    }


def _report(one: Report, timeline: Timeline, day: int | None) -> dict[str, object]:
    """A source that tells of the event, with the days from which on it is out."""
    from tui.core.dates.calendar import iso

    possibly, surely = (None if when is None else iso(when) for when in one.out)
    return {
        "source": one.source,
        "publisher": timeline.sources[one.source].publisher,
        "possibly_out": possibly,
        "surely_out": surely,
        "by": None if day is None else one.by(day),
    }


def _occasion(occasion: Occasion, timeline: Timeline, day: int | None, language: str) -> dict[str, object]:
    """The event that the actor was told at, spoke at or is named in, under the names of the event's own record."""
    from tui.core.export.event_records import record

    kept = ("date", "words", "title", "status", "start", "sources")
    whole = record(occasion.event, timeline, language)
    by = None if day is None else occasion.by(day)
    return {"event": occasion.event.id, "how": occasion.how, "by": by, **{name: whole[name] for name in kept}}


FORMATS = {"text": _draw, "json": _write_json}
