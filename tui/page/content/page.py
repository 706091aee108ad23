"""All that a page of a site says, in one language, ready for the template."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from tui.core.dates.words import day_in_words
from tui.core.evidence.as_of_words import as_published_by, sources_standing
from tui.core.index.protocol import Answers, EventFacts, timeline_around
from tui.core.query.tree import AS_OF, Query, Term
from tui.core.text.messages import LANGUAGES, _, clauses, numbered, translated
from tui.core.text.names import group_name
from tui.core.text.plural import plural
from tui.core.timeline.in_language import value_name
from tui.core.timeline.model import Event
from tui.drawing.gantt.svg_document import inline_picture
from tui.drawing.gantt.svg_overview import beyond_overview, inline_overview, marks
from tui.drawing.gantt.svg_words import events_in_words, query_in_words
from tui.drawing.spans.pen import Pen
from tui.drawing.time.density import fitted
from tui.drawing.time.grouping import Grouping, fields_of
from tui.drawing.time.scale import Scale
from tui.page.content.addresses import anchor, page_name, to_event
from tui.page.content.articles import Article, Articles, year_heading, year_of
from tui.page.content.legend import LegendItem, legend
from tui.page.content.notes import NoteItem, notes
from tui.page.content.texts import Said, Texts

WIDTH = 1060
"""Pixels of what is drawn."""
LONG = 400
"""Events from which on a browser draws only what is in sight."""
FACETS = (("actor", "a"), ("country", "c"), ("kind", "k"), ("tag", "t"))
MOST_OPTIONS = 300
"""Values of a field that a reader may choose from."""


class Option(NamedTuple):
    """A value that a reader may ask for."""

    value: str
    name: str
    events: int


class Facet(NamedTuple):
    """A field that a reader may ask for."""

    field: str
    letter: str
    name: str
    options: list[Option]


class Section(NamedTuple):
    """A year with its articles."""

    anchor: str
    heading: str
    articles: list[Article]


class LanguageItem(NamedTuple):
    """A page of the same in a language."""

    code: str
    name: str
    address: str
    is_here: bool


class ExceptionItem(NamedTuple):
    """An event that is published without meeting what is required."""

    address: str
    title: Said
    reason: Said
    lacks: str


class MarkItem(NamedTuple):
    """A mark that the drawings of a page refer to."""

    name: str
    drawing: str


class Page(NamedTuple):
    """The words and drawings of a page, but for what changed since it came out."""

    lang: str
    dir: str
    title: Said
    about: list[Said]
    description: str
    banners: list[str]
    counts: list[str]
    languages: list[LanguageItem]
    overview: str
    overview_caption: str
    sections: list[Section]
    facets: list[Facet]
    lanes: str
    lanes_heading: str
    lanes_caption: str
    notes: list[NoteItem]
    exceptions: list[ExceptionItem]
    legend: list[LegendItem]
    marks: list[MarkItem]
    imprint: list[Said]
    made: str
    picture_alt: str
    is_long: bool
    is_as_of: bool


def page_content(
    answers: Answers,
    found: Sequence[EventFacts],
    texts: Texts,
    languages: tuple[str, ...],
    lacking: Mapping[str, list[str]],
    group: str | None = None,
) -> Page:
    """The page of some events; `lacking` are sentences on what exceptions lack, by the id of the event."""
    today, as_of = answers.engine.today, answers.engine.head.as_of
    events = [one.event for one in found]
    sections, articles = _sections(answers, found, texts)
    head = answers.engine.head
    scale = fitted(answers, WIDTH)
    pen = Pen(texts.language, today)
    undated = sum(event.date.is_undated for event in events)
    has_time = undated < len(events)
    grouping = Grouping(answers, group or fields_of(answers.engine)[0])
    lanes = inline_picture(grouping, scale, pen, width=WIDTH, link=_link) if has_time else None
    about = texts.paragraphs(head.about)
    title = texts.line(head.titles) or Said(_("Timeline"))
    counts = _counts(answers)
    extent = _extent(events, texts.language)
    return Page(
        texts.page,
        "ltr",
        title,
        about,
        about[0].text if about else ", ".join(counts),
        _banners(answers, texts),
        [*counts, *filter(None, (extent, _asked(answers, texts.language)))],
        _languages(languages, texts.language),
        inline_overview(answers, scale, pen, width=WIDTH, link=_link) if has_time else "",
        _overview_caption(answers, scale, undated),
        sections,
        _facets(answers, texts),
        lanes.text if lanes else "",
        _("The story by {field}", field=group_name(grouping.field)),
        lanes.description if lanes else "",
        list(notes(articles, texts)),
        _exceptions(events, texts, lacking),
        legend(events),
        [MarkItem(name, drawing) for name, drawing in marks().items()],
        texts.paragraphs(head.publishing.about),
        _made(today, texts.language),
        _("{name}: {value}", name=title.text, value=", ".join(counts)),
        len(events) > LONG,
        as_of is not None,
    )


def _sections(answers: Answers, found: Sequence[EventFacts], texts: Texts) -> tuple[list[Section], Articles]:
    """The articles by year, and what made them."""
    published = frozenset(one.event.id for one in found)
    articles = Articles(answers.engine.head, texts.language, answers.engine.today, published)
    sections: list[Section] = []
    for one in found:
        year = year_of(one.event)
        name = ":undated" if year is None else f":y{year}"
        if not sections or sections[-1].anchor != name:
            sections.append(Section(name, year_heading(year, texts.language), []))
        sections[-1].articles.append(articles.article(one, timeline_around(answers.engine, one), year))
    return sections, articles


def _overview_caption(answers: Answers, scale: Scale, undated: int) -> str:
    said = _("Each mark is an event; it leads to its place below.")
    return " · ".join(filter(None, (said, beyond_overview(answers, scale, undated))))


def _link(event: Event) -> str:
    return to_event(event.id)


def _counts(answers: Answers) -> list[str]:
    tally = answers.tally()
    return [
        events_in_words(tally.events, answers.engine.select().count()),
        plural(tally.sources, "source"),
        *([numbered("{number} disputed", "{number} disputed", tally.disputed)] if tally.disputed else []),
        *([numbered("{number} overdue", "{number} overdue", tally.overdue)] if tally.overdue else []),
        *([numbered("{number} on one source", "{number} on one source", tally.lone)] if tally.lone else []),
    ]


def _asked(answers: Answers, language: str) -> str:
    """The question to which the page is the answer; empty where it has everything."""
    terms = (term for term in answers.query.terms if not (isinstance(term, Term) and term.field == AS_OF))
    query = query_in_words(Query(tuple(terms)), answers.engine.head, language)
    return _("Asked for: {query}.", query=query) if query else ""


def _extent(events: Iterable[Event], language: str) -> str:
    """The years from the first event to the last."""
    years = [year for event in events if (year := year_of(event)) is not None]
    if not years or min(years) == max(years):
        return ""
    first, last = (year_heading(year, language) for year in (min(years), max(years)))
    return _("from {first} to {last}", first=first, last=last)


def _banners(answers: Answers, texts: Texts) -> list[str]:
    """The lines to know before anything is read: by which day it is told."""
    as_of = answers.engine.head.as_of
    if as_of is None:
        return []
    told = as_published_by(as_of.day, texts.language)
    return [f"{told[0].upper()}{told[1:]}. {sources_standing(as_of)}"]


def _languages(languages: tuple[str, ...], here: str) -> list[LanguageItem]:
    return [
        LanguageItem(code, LANGUAGES.get(code, code), page_name(code, languages[0]), code == here)
        for code in languages
    ]


def _facets(answers: Answers, texts: Texts) -> list[Facet]:
    """The fields with the values that the events have, the most frequent first."""
    facets = []
    for field, letter in FACETS:
        counted = answers.counted(field, MOST_OPTIONS)
        options = [
            Option(anchor(value), value_name(field, value, answers.engine.head, texts.language), count)
            for value, count in counted
        ]
        if len(options) > 1:
            name = group_name(field)
            facets.append(Facet(field, letter, f"{name[:1].upper()}{name[1:]}", options))
    return facets


def _exceptions(events: Iterable[Event], texts: Texts, lacking: Mapping[str, list[str]]) -> list[ExceptionItem]:
    head = texts.voice.timeline
    return [
        ExceptionItem(
            to_event(event.id),
            texts.line(event.titles),
            texts.line({head.language: head.publishing.exceptions[event.id]}),
            clauses(*map(translated, lacking[event.id])),
        )
        for event in events
        if event.id in lacking
    ]


def _made(today: int, language: str) -> str:
    day = day_in_words(today, language)
    return _("As the file stood on {day}. Made with jalon, a chronology that you can check.", day=day)
