"""jalon print: the timeline, or a part of it, on standard output."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

import click

from tui.cli.base import streams
from tui.cli.base.drawn_views import (
    OF_EVENTS,
    PICTURES,
    VIEWS,
    ViewOptions,
    draw_view,
    group_and_order,
    heading,
    refuse_unknown_order,
    refuse_what_is_not_drawn,
)
from tui.cli.base.options import AS_OF, BOM, PAGE_OPTIONS, Once, display_options, refuse_bom
from tui.cli.base.private import tell_standing, tell_withheld, with_private
from tui.cli.base.query_options import (
    answer,
    build_query,
    query_option,
    tell_names_beside,
    tell_nothing_matches,
    write_table,
)
from tui.cli.base.request import DisplayOptions, Refusal, only_file, reading_and_bytes, tell_problems, tell_shipped
from tui.core.index.protocol import Answers, timeline_around, walk_in
from tui.core.query.tree import Query
from tui.core.text.messages import _, translated
from tui.core.timeline.model import GROUPS, ORDERS, Event, Timeline

if TYPE_CHECKING:
    from tui.drawing.spans.pen import Pen
    from tui.drawing.spans.spans import Line
    from tui.store.read.timeline import Reading


@click.command("print")
@click.argument("words", nargs=-1, metavar="[FILE]")
@query_option("Events of a query: 'country:BE -kind:law'.")
@click.option("--saved", cls=Once, metavar="NAME", help="Events of a saved view, from the file or your own.")
@click.option("--actor", multiple=True, metavar="NAME", help="Events of this actor, by id, name or alias.")
@click.option("--country", multiple=True, metavar="NAME", help="Events of this country, by code or name.")
@click.option("--kind", multiple=True, metavar="KIND", help="Events of this kind.")
@click.option("--source", multiple=True, metavar="ID", help="Events that cite this source, by id or title.")
@click.option("--tag", multiple=True, metavar="TAG", help="Events with this tag.")
@click.option("--place", multiple=True, metavar="NAME", help="Events at this place.")
@click.option("--publisher", multiple=True, metavar="NAME", help="Events that a source of this publisher tells of.")
@click.option("--status", multiple=True, metavar="STATUS", help="Events of this status: planned, in-force …")
@click.option("--key", "is_key", is_flag=True, help="Key events only: the story in ten lines.")
@click.option("--all", "is_all", is_flag=True, help="Every event, also those that the file's own view leaves out.")
@click.option("--from", "from_", cls=Once, metavar="DATE", help="Events that are not over before this date.")
@click.option("--to", cls=Once, metavar="DATE", help="Events that do not begin after this date.")
@AS_OF
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json", "csv", *PICTURES]),
    default="text",
    help="What to print: rows to read, a document, data, or a picture of the lanes.",
)
@click.option("--view", type=click.Choice(VIEWS), help="How to look at it: as spine, lanes, overview or actors.")
@click.option(
    "--group", type=click.Choice(GROUPS), help="What lanes or actors stand for; else as the saved view says, or actor."
)
@click.option("--sort", cls=Once, metavar="ORDER", help="oldest, newest, or a name under data, greatest first.")
@click.option("--zoom", metavar="SPAN", help="The time that lanes or overview show: 2025, 2025-08/2025-12, any date.")
@click.option("--full", is_flag=True, help="Every event whole, with numbered notes at the end.")
@click.option("--wrap/--cut", "asks_wrap", default=None, help="Let long titles go on below their row, or cut them.")
@click.option("--claims", is_flag=True, help="With csv: a row for each value of each claim and source.")
@BOM
@with_private
@display_options(PAGE_OPTIONS)
def command(
    words: tuple[str, ...],
    form: str,
    text: str | None,
    saved: str | None,
    is_key: bool,
    is_all: bool,
    from_: str | None,
    to: str | None,
    view: str | None,
    group: str | None,
    sort: str | None,
    zoom: str | None,
    as_of: str | None,
    full: bool,
    claims: bool,
    with_private: bool,
    look: DisplayOptions,
    **facets: tuple[str, ...],
) -> int:
    """Print the timeline, or the part of it that you ask for.

    It reads FILE, else events.yaml in this folder, else the timeline that comes with jalon. One option given twice
    asks for either value (--country BE --country MA); different options must all hold. Each option is short for a term
    of a query: --actor ikanbi for -q actor:ikanbi. A query looks for words as they stand; - excludes, OR and
    parentheses group. Its fields are actor source id country kind status language publisher place tag year in within
    possibly before after to from is has as-of.

    --as-of shows the timeline as published by a day: events, dates, statuses and claims as the sources had them then.
    Parentheses mark what rests only on sources that may have come out later.

    --sort newest puts the newest first; a saved view can do the same. Events without a date stay last.

    In a pipe or a file a long title goes on below its row. On a terminal jalon cuts it; --wrap lets it go on.

    If you ask for nothing, jalon shows the view that the file opens with (timeline: view), and the heading says so.
    --all shows everything; JSON and CSV always hold everything.

    In csv, lists have "; " between their parts, and text that a spreadsheet would take for a formula has an apostrophe
    before it. actor_names has the order of actors; publishers and addresses have the order of sources. --claims makes
    a row for each value of each claim and each source that gives it. --bom helps Excel to read UTF-8.
    """
    refuse_what_is_not_drawn(form, view, group, zoom)
    refuse_bom(look, form)
    if claims and form != "csv":
        raise Refusal(_("--claims is for csv"), _("add --format csv, or see jalon claims"))
    path = only_file(words)
    tell_shipped(path, words)
    if full and form in ("json", "csv"):
        raise Refusal(
            _("--full is for paper, and {form} is data", form=form),
            _("{form} holds every event whole without it", form=form),
        )
    if full and (view not in OF_EVENTS or form in PICTURES):
        raise Refusal(_("--full is a text of every event, and no view"), _("one of the two"))
    reading, data = reading_and_bytes(path)
    spans = {"from": from_, "to": to, "as-of": as_of}
    terms = {**facets, **{field: (day,) for field, day in spans.items() if day is not None}}
    if is_key:
        terms["is"] = ("key",)
    or_view = not is_all and form not in ("json", "csv")
    query = build_query(reading.timeline, look, text, saved, terms, reading, or_view=or_view, with_private=with_private)
    its_group, order = group_and_order(reading.timeline, saved or _first_view(reading.timeline, query))
    refuse_unknown_order(sort, reading.timeline, form, view, full=full)
    sight = ViewOptions(view, group or its_group, zoom, sort or order)
    present(reading, query, form, look, sight, with_private=with_private, full=data if full else None, claims=claims)
    tell_problems(reading, path)
    return streams.OK


def _first_view(timeline: Timeline, query: Query) -> str | None:
    """The name of the view that the file opens with, where it is in force."""
    if timeline.view is None:
        return None
    from tui.core.query.default_view import is_default
    from tui.core.query.names import Names

    return timeline.view if is_default(query, Names(timeline)) else None


def present(
    reading: Reading,
    query: Query,
    form: str,
    look: DisplayOptions,
    sight: ViewOptions = ViewOptions(),  # noqa: B008 - an immutable value
    *,
    with_private: bool = False,
    full: bytes | None = None,
    claims: bool = False,
) -> None:
    """Print what a query asks for in one of the formats; with the bytes of the file, in `full`."""
    answers, withheld = answer(reading, query, look, with_private=with_private)
    if full is not None:
        from tui.cli.commands.print_full import write

        write(form, answers, query, withheld, look, name=reading.name, data=full, order=sight.order)
    elif form in PICTURES:
        from tui.cli.commands.print_picture import write as write_picture

        write_picture(answers, form, look, sight)
    elif sight.view not in OF_EVENTS:
        draw_view(answers, look, sight)
    elif claims:
        _write_claims(answers, look, sight.order)
    else:
        FORMATS[form](answers, look, sight.order)
    sys.stdout.flush()  # before anything that is said of it
    if form in ("json", "csv"):
        tell_standing(answers.engine.head)
    tell_withheld(withheld)
    tell_names_beside(answers)
    if not answers.count() and query.terms:
        tell_nothing_matches(answers)
    elif not answers.count():
        from tui.store.system.read_bytes import display_name

        streams.inform(_("There are no events in {file}.", file=translated(display_name(reading.name))))


# ---- The formats: each imports what it needs ----


def _draw(answers: Answers, look: DisplayOptions, order: str | None) -> None:
    """Rows as the app draws them; by a number, a list."""
    rows = _rows if order is None or order in ORDERS else _rows_by_number
    look.draw(lambda pen: rows(order, answers, look, pen.on(answers.engine.today)))


def _rows_by_number(order: str | None, answers: Answers, look: DisplayOptions, pen: Pen) -> Iterator[Line]:
    """The heading, then a row an event."""
    from tui.drawing.lists.by_number import in_order_of

    yield from heading(answers, look, pen)
    events = [event for event, _timeline in _in_order(answers, order)]
    yield from in_order_of(order or "", events, answers.engine.head, look.width, pen, wraps=look.wraps)


def _rows(order: str | None, answers: Answers, look: DisplayOptions, pen: Pen) -> Iterator[Line]:
    """The heading, then the spine; where titles are not cut, they go on below their rows."""
    from tui.drawing.spine.heading import standing
    from tui.drawing.spine.layout import lanes_in
    from tui.drawing.spine.spine import page

    yield from heading(answers, look, pen)
    yield from standing(answers, look.width, pen)
    yield from page(answers, pen, look.width, most_lanes=lanes_in(look.width), wraps=look.wraps, order=order)


def _write_markdown(answers: Answers, look: DisplayOptions, order: str | None) -> None:
    """A document with a section a year."""
    from tui.drawing.spans.pen import Pen
    from tui.printing.markdown.timeline import document

    sys.stdout.write(document(answers, Pen(look.language, answers.engine.today), order))


def _in_order(answers: Answers, order: str | None) -> Iterator[tuple[Event, Timeline]]:
    """The events in order of time, the newest first, or by a number, each with the timeline as far as it needs it."""
    found = ((one.event, timeline_around(answers.engine, one)) for one in walk_in(answers, order))
    if order is None or order in ORDERS:
        return found
    from tui.core.query.data import place_by

    place = place_by(order)
    return iter(sorted(found, key=lambda one: place(one[0])))


def _write_json(answers: Answers, look: DisplayOptions, order: str | None) -> None:
    from tui.core.export.event_records import record

    records = [record(event, timeline, look.language) for event, timeline in _in_order(answers, order)]
    streams.write_json(records)


def _write_csv(answers: Answers, look: DisplayOptions, order: str | None) -> None:
    """A row of names and a row an event (RFC 4180)."""
    from tui.core.export.event_records import columns, row

    rows = (row(event, timeline, look.language) for event, timeline in _in_order(answers, order))
    write_table(columns(answers.engine.head), rows, look)


def _write_claims(answers: Answers, look: DisplayOptions, order: str | None) -> None:
    """A row of names and a row a value of a claim, with who gives it."""
    from tui.core.export.claim_records import event_columns, event_rows

    events = _in_order(answers, order)
    rows = (row for event, timeline in events for row in event_rows(event, timeline, look.language))
    write_table(event_columns(answers.engine.head), rows, look)


FORMATS: Mapping[str, Callable[[Answers, DisplayOptions, str | None], None]] = {
    "text": _draw,
    "markdown": _write_markdown,
    "json": _write_json,
    "csv": _write_csv,
}
