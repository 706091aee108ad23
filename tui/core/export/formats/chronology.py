"""A chronology for a court: a row an event with its exhibits and what is disputed, then the list of exhibits."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tui.core.citation.links import link
from tui.core.citation.resolve import ResolvedCitation, citations_by_source
from tui.core.citation.sentence import author, dates
from tui.core.dates.words import day_in_words, in_words
from tui.core.evidence.as_of_words import as_published_by
from tui.core.evidence.exhibits import in_exhibit_order
from tui.core.export.account import ToldClaim, claims_of, date_in_words, status_in_words, title_as_told
from tui.core.export.extract import Extract
from tui.core.index.protocol import EventFacts
from tui.core.text.clean import clean_line
from tui.core.text.messages import _
from tui.core.text.plural import plural
from tui.core.timeline.facets import OF_EVENT
from tui.core.timeline.in_language import TimelineInLanguage
from tui.core.timeline.model import Source

TITLE, TEXT, SMALL, STRONG, REMARK = "title", "text", "small", "strong", "remark"
"""The styles of paragraphs in a cell."""


class Run(NamedTuple):
    """A piece of a paragraph."""

    text: str
    address: str = ""
    """The address that it opens; empty for plain text."""
    anchor: str = ""
    """The source in the list of exhibits that it leads to, by its id."""


class Paragraph(NamedTuple):
    """A paragraph of a cell."""

    style: str
    runs: tuple[Run, ...]


Cell = tuple[Paragraph, ...]


class Row(NamedTuple):
    """A row of a table; `anchor` is the source that it is of, in the list of exhibits."""

    cells: tuple[Cell, ...]
    anchor: str = ""


def said(style: str, text: str) -> Paragraph:
    """A paragraph of one piece of text."""
    return Paragraph(style, (Run(text),))


def heading(whole: Extract) -> Iterator[str]:
    """The lines below the title: by which day it is told, how much it holds, when it was drawn up."""
    timeline = whole.timeline
    if timeline.as_of is not None:
        told = as_published_by(timeline.as_of.day, whole.language)
        yield told[:1].upper() + told[1:]
    yield ", ".join((plural(len(timeline.events), "event"), plural(len(timeline.sources), "source")))
    if timeline.as_of is None:
        yield _("Drawn up on {day}", day=day_in_words(whole.today, whole.language))


def columns() -> tuple[str, ...]:
    """The heads of the columns of the chronology."""
    return _("Date"), _("Event"), _("Sources and exhibits"), _("Disputed")


def exhibit_columns() -> tuple[str, ...]:
    """The heads of the columns of the list of exhibits."""
    return _("No."), _("Source"), _("Published"), _("Where")


def rows(whole: Extract) -> Iterator[tuple[str, Row]]:
    """Each event as a row, with the year that it belongs to; events without a date have none."""
    voice = whole.voice
    for one in whole.facts:
        year = next(iter(OF_EVENT["year"](one.event)), "")
        yield year, Row((_date(one, voice), _event(one, voice), _sources(one, voice), _disputed(one, voice)))


def exhibits(whole: Extract) -> Iterator[Row]:
    """Each source as a row, by its exhibit number."""
    voice = whole.voice
    for source in in_exhibit_order(whole.timeline.sources.values()):
        number = said(STRONG, str(source.exhibit)) if source.exhibit else said(TEXT, "–")
        yield Row(((number,), _what(source, voice), _when(source, voice), _where(source)), source.id)


# ---- The cells of an event


def _date(one: EventFacts, voice: TimelineInLanguage) -> Cell:
    words = date_in_words(one.event, voice)
    note = voice.line(one.event.date_note)
    return (said(TEXT, words[:1].upper() + words[1:]), *((said(SMALL, note),) if note else ()))


def _event(one: EventFacts, voice: TimelineInLanguage) -> Cell:
    event = one.event
    status = status_in_words(event, one.is_overdue)
    names = (*map(voice.actor, event.actors), *map(clean_line, event.places))
    agreed = (claim for claim in claims_of(event, voice) if not claim.is_disputed)
    return (
        said(TITLE, title_as_told(event, voice)),
        *((said(REMARK, status),) if status else ()),
        *(said(TEXT, clean_line(part)) for part in voice.text(event.texts).split("\n\n") if part.strip()),
        *(part for claim in agreed for part in _claim(claim, voice, SMALL)),
        *((said(SMALL, " · ".join(names)),) if names else ()),
    )


def _sources(one: EventFacts, voice: TimelineInLanguage) -> Cell:
    found: list[Paragraph] = []
    for group in citations_by_source(one.event, voice.timeline):
        source = group[0].source or Source(group[0].citation.source)
        published = f", {in_words(source.published, voice.language)}" if source.published else ""
        found.append(Paragraph(TEXT, (_exhibit(source, voice), Run(published))))
        found += [
            Paragraph(SMALL, (Run(_("“{words}”", words=clean_line(each.citation.passage.words)), each.target or ""),))
            for each in group
            if each.citation.passage
        ]
    return tuple(found)


def _disputed(one: EventFacts, voice: TimelineInLanguage) -> Cell:
    clash = (claim for claim in claims_of(one.event, voice) if claim.is_disputed)
    return tuple(part for claim in clash for part in _claim(claim, voice, TEXT))


def _claim(claim: ToldClaim, voice: TimelineInLanguage, style: str) -> Iterator[Paragraph]:
    """A claim as a paragraph, or where it is disputed as its name and one for each value."""
    if not claim.is_disputed:
        values = [run for value in claim.values for run in (Run(" | "), Run(value.text), *_by(value.by, voice))][1:]
        yield Paragraph(style, (Run(_("{name}: {value}", name=claim.name, value="")), *values))
        return
    yield said(STRONG, claim.name)
    for value in claim.values:
        kept = _("{value} (kept)", value=value.text) if value.is_kept else value.text
        yield Paragraph(style, (Run(kept), *_by(value.by, voice)))
    if claim.because:
        yield said(SMALL, _("Why: {reason}", reason=claim.because))


def _by(citations: tuple[ResolvedCitation, ...], voice: TimelineInLanguage) -> Iterator[Run]:
    """A dash, and each source by its exhibit."""
    for place, one in enumerate(citations):
        yield Run(", " if place else " – ")
        yield _exhibit(one.source or Source(one.citation.source), voice)


def _exhibit(source: Source, voice: TimelineInLanguage) -> Run:
    """The way to the list of exhibits: `Exhibit 12, Trends`, or `Trends`."""
    name = voice.publisher(source.id)
    if source.exhibit is not None:
        name = _("Exhibit {number}, {name}", number=source.exhibit, name=name)
    return Run(name, anchor=source.id)


# ---- The cells of a source


def _what(source: Source, voice: TimelineInLanguage) -> Cell:
    who = ", ".join(filter(None, (author(source) or "", voice.publisher_beside_title(source))))
    return (said(TEXT, voice.source_title(source)), *((said(SMALL, clean_line(who)),) if who else ()))


def _when(source: Source, voice: TimelineInLanguage) -> Cell:
    published, *others = dates(source, voice)
    return (said(TEXT, published), *(said(SMALL, each) for each in others))


def _where(source: Source) -> Cell:
    found: list[Paragraph] = []
    if address := link(source.url) if source.url else None:
        found.append(Paragraph(SMALL, (Run(address, address),)))
    for each in source.archives:
        copy = link(each)
        shown = _("archive: {address}", address=copy or clean_line(each))
        found.append(Paragraph(SMALL, (Run(shown, copy or ""),)))
    return tuple(found)
