"""A timeline as tables for a spreadsheet: events, claims with who gives each value, citations, sources.

People are named, not given by ids. A cell is text, a day or a link; each writer has its own way with these.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from tui.core.citation.links import link
from tui.core.citation.resolve import ResolvedCitation, citations_of_event
from tui.core.dates.calendar import iso
from tui.core.dates.words import in_words
from tui.core.evidence.as_of import event_certainty
from tui.core.evidence.exhibits import in_exhibit_order
from tui.core.export.account import claim_line, claims_of
from tui.core.export.extract import Extract
from tui.core.index.protocol import EventFacts
from tui.core.text.clean import clean, clean_line
from tui.core.text.messages import _
from tui.core.text.names import status_name
from tui.core.timeline.fields import date_text
from tui.core.timeline.in_language import TimelineInLanguage
from tui.core.timeline.model import Event, Source


class Day(NamedTuple):
    """A day, for a cell that holds a real date."""

    day: int


class Link(NamedTuple):
    """A text that opens an address."""

    text: str
    address: str


Cell = str | Day | Link | None
"""None for an empty one."""


class Table(NamedTuple):
    """A table: its name, its columns by key, and its rows as they are asked for."""

    name: str
    columns: tuple[str, ...]
    rows: Iterator[Sequence[Cell]]


EVENT_COLUMNS = (
    "words", "first_day", "last_day", "title", "text", "status", "disputed", "claims", "actors", "countries", "place",
    "kind", "tags", "sources", "publishers", "published", "addresses", "passages", "date_note", "about", "told",
    "says", "short", "key", "date", "id",
)  # fmt: skip
OF_CITATION = ("exhibit", "publisher", "source", "published", "passage", "address")
OF_CLAIM = ("claim", "disputed", "value", "kept", "because", *OF_CITATION)
OF_EVENT = ("words", "title")
SOURCE_COLUMNS = (
    "exhibit", "publisher", "source", "author", "words", "published", "address", "archive", "seen", "gone",
    "language", "country", "note", "published_note", "events", "id",
)  # fmt: skip


def event_columns(whole: Extract) -> tuple[str, ...]:
    """The columns of events, one for each kind of data besides; told by a day, how each event is out."""
    data = (f"data.{name}" for name in whole.timeline.data)
    standing = () if whole.timeline.as_of is None else ("out",)
    return (*EVENT_COLUMNS, *data, *standing)


def tables(whole: Extract) -> Iterator[Table]:
    """The tables of a workbook; those without a row are left out, but for the events."""
    voice, events = whole.voice, whole.timeline.events
    yield Table(_("Events"), event_columns(whole), event_rows(whole))
    if any(event.claims for event in events):
        rows = (row for event in events for row in _around(event, claim_rows(event, voice), voice))
        yield Table(_("Claims"), (*OF_EVENT, *OF_CLAIM, "id"), rows)
    if whole.timeline.sources:
        rows = (row for event in events for row in _around(event, _citation_rows(event, voice), voice))
        yield Table(_("Citations"), (*OF_EVENT, *OF_CITATION, "announces", "id"), rows)
        yield Table(_("Sources"), SOURCE_COLUMNS, _source_rows(whole))


def claims_beside_events(whole: Extract) -> Table:
    """A row a claim, value and source of an event, each with all that is told of the event; one of an event without."""
    columns = event_columns(whole)
    return Table(_("Claims"), (*columns, *(f"claim.{name}" for name in OF_CLAIM)), _beside_events(whole))


def _beside_events(whole: Extract) -> Iterator[Sequence[Cell]]:
    blank: list[Cell] = [None] * len(OF_CLAIM)
    for event, row in zip(whole.timeline.events, event_rows(whole), strict=True):
        for of_claim in list(claim_rows(event, whole.voice)) or [blank]:
            yield [*row, *of_claim]


# ---- Rows


def event_rows(whole: Extract) -> Iterator[Sequence[Cell]]:
    """A row an event, as `event_columns` has it."""
    voice, as_of = whole.voice, whole.timeline.as_of
    titles = {event.id: voice.title(event) for event in whole.timeline.events}
    for one in whole.facts:
        event = one.event
        data = [clean_line(event.data.get(name, "")) for name in whole.timeline.data]
        standing = [] if as_of is None else [event_certainty(event, as_of)]
        yield [*_event_cells(one, voice, titles), *data, *standing]


def _event_cells(one: EventFacts, voice: TimelineInLanguage, titles: Mapping[str, str]) -> list[Cell]:
    event = one.event
    cited = citations_of_event(event, voice.timeline)
    firsts = [next(group) for _number, group in groupby(cited, key=lambda each: each.number)]
    sources = [each.source or Source(each.citation.source) for each in firsts]
    dated = [source.published.text for source in sources if source.published]
    return [
        in_words(event.date, voice.language),
        _day(event.date.start.begin),
        _day(event.date.latest),
        voice.title(event),
        voice.text(event.texts),
        status_name(event.status),
        yes(one.is_disputed),
        "\n".join(claim_line(claim, voice) for claim in claims_of(event, voice)),
        listed(map(voice.actor, event.actors)),
        listed(map(voice.country, event.countries)),
        listed(event.places),
        event.kind,
        listed(event.tags),
        listed(map(voice.source_title, sources)),
        listed(source.publisher_or_site or "" for source in sources),
        listed(dated) if len(dated) == len(sources) else None,
        listed(each.target or "" for each in firsts),
        listed(each.citation.passage.words for each in cited if each.citation.passage),
        voice.text(event.date_note),
        listed(titles.get(name, name) for name in event.about),
        listed(map(voice.actor, event.told)),
        listed(map(voice.actor, event.says)),
        voice.line(event.shorts),
        yes(event.key),
        date_text(event),
        event.id,
    ]


def claim_rows(event: Event, voice: TimelineInLanguage) -> Iterator[list[Cell]]:
    """A row a value of a claim and source, as OF_CLAIM has it; of a value that nobody is cited for one row."""
    for claim in claims_of(event, voice):
        for value in claim.values:
            because = claim.because if value.is_kept else ""
            head = [claim.name, yes(claim.is_disputed), value.as_written, yes(value.is_kept), because]
            yield from ([*head, *_citation(one, voice)] for one in value.by)
            if not value.by:
                yield [*head, *[None] * len(OF_CITATION)]


def _citation_rows(event: Event, voice: TimelineInLanguage) -> Iterator[list[Cell]]:
    for one in citations_of_event(event, voice.timeline):
        yield [*_citation(one, voice), yes(one.citation.announces)]


def _citation(one: ResolvedCitation, voice: TimelineInLanguage) -> list[Cell]:
    source = one.source or Source(one.citation.source)
    return [
        _number(source.exhibit),
        clean_line(source.publisher_or_site or ""),
        voice.source_title(source),
        source.published.text if source.published else None,
        one.citation.passage.words if one.citation.passage else None,
        Link(one.target, one.target) if one.target else None,
    ]


def _source_rows(whole: Extract) -> Iterator[Sequence[Cell]]:
    voice = whole.voice
    counts = Counter(name for event in whole.timeline.events for name in event.sources)
    for source in in_exhibit_order(whole.timeline.sources.values()):
        address = link(source.url) if source.url else None
        copy = link(source.archives[0]) if len(source.archives) == 1 else None
        yield [
            _number(source.exhibit),
            clean_line(source.publisher_or_site or ""),
            voice.source_title(source),
            source.author,
            in_words(source.published, voice.language) if source.published else None,
            source.published.text if source.published else None,
            Link(address, address) if address else None,
            Link(copy, copy) if copy else listed(source.archives),
            source.seen.text if source.seen else None,
            source.gone.text if source.gone else None,
            source.language,
            voice.country(source.country) if source.country else None,
            voice.text(source.note),
            voice.text(source.published_note),
            str(counts[source.id]),
            source.id,
        ]


def _around(event: Event, rows: Iterable[list[Cell]], voice: TimelineInLanguage) -> Iterator[list[Cell]]:
    """Rows of an event, each with what tells which event it is."""
    head: list[Cell] = []
    for row in rows:
        head = head or [in_words(event.date, voice.language), voice.title(event)]
        yield [*head, *row, event.id]


# ---- Cells


def _day(day: int | None) -> Day | None:
    return None if day is None else Day(day)


def _number(number: int | None) -> str | None:
    return None if number is None else str(number)


def yes(holds: bool) -> str | None:
    """`yes`, or nothing."""
    return _("yes") if holds else None


def listed(texts: Iterable[str]) -> str:
    """Several texts in one cell."""
    found = [clean_line(text) for text in texts]
    return "; ".join(found) if any(found) else ""


def in_line(cell: Cell) -> str:
    """A cell as text, such as CSV has."""
    if cell is None:
        return ""
    if isinstance(cell, Day):
        return iso(cell.day)
    return clean(cell.text if isinstance(cell, Link) else cell)
