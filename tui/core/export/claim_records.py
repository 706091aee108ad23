"""Claims as plain data: one record a claim for other programs, and one row a value and source for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tui.core.citation.resolve import ResolvedCitation, citations_of_event
from tui.core.dates.calendar import iso
from tui.core.evidence.as_of import citations_certainty, surely_out_part
from tui.core.evidence.claims import disputed, less_precise
from tui.core.evidence.numbers import DECIMALS, ONE
from tui.core.evidence.values import DATE, ValueReading, reading
from tui.core.evidence.verdicts import retained
from tui.core.export import event_records
from tui.core.export.event_records import defused, passage_words
from tui.core.text.clean import clean_line
from tui.core.timeline.fields import date_text
from tui.core.timeline.model import Citation, Claim, Event, Source, Timeline

COLUMNS = (
    "event", "date", "claim", "disputed", "value", "unit", "low", "high", "approximate", "kept", "less_precise",
    "source", "passage", "publisher", "published", "url",
)  # fmt: skip
"""The columns of a row, in order; `low` and `high` are numbers, of a claim `date` the first and the last day."""


def columns(timeline: Timeline) -> tuple[str, ...]:
    """The names of the columns; of a timeline told by a day the last says how each source is out."""
    return COLUMNS if timeline.as_of is None else (*COLUMNS, "out")


def claim_records(event: Event, timeline: Timeline, language: str) -> list[dict[str, object]]:
    """Each claim of an event, with how each value is read and who gives it.

    Of a timeline told by a day it is disputed by what is surely out, and each value and source says how it is `out`.
    """
    known = {one.citation: one for one in citations_of_event(event, timeline)}
    clash = {claim.name for claim in surely_out_part(event, timeline).claims if disputed(claim)}
    return [
        {
            "event": event.id,
            "date": date_text(event),
            "title": timeline.say(event.titles, language),
            "claim": claim.name,
            "disputed": claim.name in clash,
            "because": timeline.say(claim.because, language) if claim.because else None,
            "values": _values(claim, event, timeline, known),
        }
        for claim in event.claims
    ]


def _values(
    claim: Claim, event: Event, timeline: Timeline, known: Mapping[Citation, ResolvedCitation]
) -> list[dict[str, Any]]:
    keep, vague = retained(event, claim), less_precise(claim)
    return [
        {
            "value": value.text,
            **_standing(value.citations, timeline),
            **_read(reading(value.text, claim.name), claim.name),
            "kept": place == keep,
            "less_precise": place in vague,
            "sources": [_source(known[citation], timeline) for citation in value.citations],
        }
        for place, value in enumerate(claim.values)
    ]


def _read(said: ValueReading, claim: str) -> dict[str, object]:
    """The reading of a value: words have no unit, and an end that nothing bounds is null."""
    low, high = said.low, said.high
    is_date = claim == DATE and said.unit is not None
    return {
        "unit": said.unit,
        "low": None if low is None else iso(low) if is_date else _number(low),
        "low_excluded": said.low_open,
        "high": None if high is None else iso(high - 1) if is_date else _number(high),
        "high_excluded": said.high_open and not is_date,
        "approximate": said.approximate,
    }


def _number(scaled: int) -> int | float:
    """A number in units of 1 / ONE as JSON has it: whole where it is, else with its decimals."""
    whole, rest = divmod(abs(scaled), ONE)
    sign = -1 if scaled < 0 else 1
    return sign * (float(f"{whole}.{rest:0{DECIMALS}}") if rest else whole)


def _standing(citations: tuple[Citation, ...], timeline: Timeline) -> dict[str, object]:
    """The certainty that something is out that rests on these citations, in a timeline told by a day; else nothing."""
    return {} if timeline.as_of is None else {"out": citations_certainty(citations, timeline.as_of.sources)}


def _source(one: ResolvedCitation, timeline: Timeline) -> dict[str, object]:
    source = one.source or Source(one.citation.source)
    return {
        "source": source.id,
        **_standing((one.citation,), timeline),
        "passage": passage_words(one.citation.passage),
        "publisher": source.publisher_or_site,
        "published": source.published.text if source.published else None,
        "url": one.target,
    }


def claim_rows(event: Event, timeline: Timeline, language: str) -> Iterator[list[str]]:
    """A row of texts a value and source, as COLUMNS has them; of a value that nobody is cited for one row."""
    known = {one.citation: one for one in citations_of_event(event, timeline)}
    for record, claim in zip(claim_records(event, timeline, language), event.claims, strict=True):
        for value in _values(claim, event, timeline, known):
            for source in value["sources"] or [{}]:
                cells = {**record, **value, **source}
                yield [_cell(name, cells.get(name)) for name in columns(timeline)]


OF_CLAIM = COLUMNS[2:]
"""The columns that tell of a claim, and not of its event."""


def event_columns(timeline: Timeline) -> tuple[str, ...]:
    """The names of the columns of `event_rows`; of a timeline told by a day they say how event and source are out."""
    standing = () if timeline.as_of is None else ("source_out",)
    return (*event_records.columns(timeline), *OF_CLAIM, *standing)


def event_rows(event: Event, timeline: Timeline, language: str) -> Iterator[list[str]]:
    """A row a claim, value and source of an event, each with all that is told of the event; one of an event without."""
    its = event_records.row(event, timeline, language)
    blank = [""] * (len(event_columns(timeline)) - len(its))
    if not event.claims:
        yield [*its, *blank]
    for of_claim in claim_rows(event, timeline, language):
        yield [*its, *of_claim[2:]]


def _cell(name: str, cell: object) -> str:
    """A cell of a spreadsheet in which no text is a formula."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    text = clean_line(str(cell))
    return text if isinstance(cell, (int, float)) or name == "date" else defused(text)
