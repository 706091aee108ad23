"""The events of a page as articles: what each says, drawn, in words, and by whom, ready for the template."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tui.core.citation.footnotes import FootnoteList
from tui.core.citation.resolve import citations_by_source
from tui.core.dates.calendar import year_month_day
from tui.core.dates.edtf import Date
from tui.core.dates.edtf_member import SingleDate
from tui.core.dates.words import year_label
from tui.core.evidence.as_of_words import reservations
from tui.core.evidence.claims import less_precise
from tui.core.evidence.knowledge import related_events
from tui.core.evidence.verdicts import REPORTED, retained
from tui.core.index.protocol import EventFacts
from tui.core.text.messages import _
from tui.core.text.names import status_name
from tui.core.timeline.in_language import TimelineInLanguage
from tui.core.timeline.model import Citation, Claim, Event, Timeline, Value
from tui.drawing.event.claims import in_notation, rivals
from tui.drawing.event.detail import overdue
from tui.drawing.event.facts import Facts, event_facts
from tui.drawing.gantt.svg_overview import year_drawing
from tui.page.content.addresses import anchor, to_event
from tui.page.content.texts import Said, Texts, said


class Mark(NamedTuple):
    """A reference to a note."""

    label: str
    """`3b`."""
    ref: int | None
    """The number of the reference, to which the note leads back; None where one before it does."""


class Speaker(NamedTuple):
    """A speaker, with the notes that show it."""

    name: str
    marks: list[Mark]


class ValueItem(NamedTuple):
    """One of the values that are claimed."""

    text: str
    is_kept: bool
    is_vague: bool
    speakers: list[Speaker]


class ClaimItem(NamedTuple):
    """One thing that sources tell of, and its values side by side."""

    name: Said
    is_disputed: bool
    values: list[ValueItem]
    because: Said
    is_kept: bool


class Fact(NamedTuple):
    """Something that stands below the text, with its name."""

    name: str
    said: str


class Link(NamedTuple):
    """Another event."""

    address: str
    title: Said


class Article(NamedTuple):
    """An event as its article tells it."""

    anchor: str
    title: Said
    when: str
    datetime: str | None
    drawing: str
    status: str
    css: str
    """The class of its status."""
    warnings: list[str]
    is_key: bool
    paragraphs: list[Said]
    date_note: Said
    facts: list[Fact]
    rivals: list[ClaimItem]
    singles: list[ClaimItem]
    speakers: list[Speaker]
    about: list[Link]
    about_it: list[Link]
    filters: dict[str, str]
    """The values that a reader may ask for, by the letter of their field, with blanks between."""
    is_vague: bool


class Reference(NamedTuple):
    """A place in the text that refers to a note."""

    number: int
    label: str
    """The day of the event in which it stands, in words."""


class Articles:
    """Makes articles, one after the other, and keeps the notes to which they refer."""

    def __init__(self, timeline: Timeline, language: str, today: int, published: frozenset[str]) -> None:
        """`published` are the ids of the events on the page: links lead to no other."""
        self.language = language
        self.today = today
        self.published = published
        self.notes = FootnoteList(timeline)
        self.references: dict[str, list[Reference]] = {}
        """By source, each place that refers to its note."""
        self._count = 0
        self._names = _fact_names()

    def article(self, found: EventFacts, around: Timeline, year: int | None) -> Article:
        """An event; `around` is the timeline as far as it needs it, `year` the one under which it stands."""
        event, texts = found.event, Texts(around, self.language)
        voice, facts = texts.voice, event_facts(found.event, texts.voice)
        subjects, pointing = related_events(event, around)
        seen: set[str] = set()
        clashing = rivals(event, voice) if found.is_disputed else frozenset()
        claims = [
            self._claim(claim, event, texts, facts["date"][0], seen)._replace(is_disputed=claim.name in clashing)
            for claim in event.claims
        ]
        return Article(
            anchor(event.id),
            texts.line(event.titles) or said(event.id, None),
            facts["date"][0],
            machine_date(event.date),
            "" if year is None else year_drawing(found, year, self.today),
            _status(event),
            _css(event),
            [*self._overdue(found, around), *(reservations(event, around.as_of) if around.as_of else ())],
            event.key,
            texts.paragraphs(event.texts),
            texts.line(event.date_note),
            list(self._facts(facts)),
            [one for one in claims if len(one.values) > 1 or one.because],
            [one for one in claims if len(one.values) == 1 and not one.because],
            list(self._speakers(event.citations, voice, facts["date"][0], seen)),
            self._links(subjects, texts),
            self._links(pointing, texts),
            _filters(event),
            event.date.is_vague,
        )

    def _facts(self, facts: Facts) -> Iterator[Fact]:
        """The facts that are known."""
        for name, fields in self._names:
            said = [one for field in fields for one in facts[field]]
            if said:
                yield Fact(name, ", ".join(said))

    def _overdue(self, found: EventFacts, around: Timeline) -> list[str]:
        if not found.is_overdue:
            return []
        return [overdue(found.event, citations_by_source(found.event, around), self.language)]

    def _links(self, events: Iterable[Event], texts: Texts) -> list[Link]:
        return [Link(to_event(one.id), texts.line(one.titles)) for one in events if one.id in self.published]

    def _claim(self, claim: Claim, event: Event, texts: Texts, when: str, seen: set[str]) -> ClaimItem:
        voice, keep, vague = texts.voice, retained(event, claim), less_precise(claim)
        values = [
            self._value(value, claim, voice, when, seen)._replace(is_kept=at == keep, is_vague=at in vague)
            for at, value in enumerate(claim.values)
        ]
        name = said(voice.claim(claim), self.language if self.language in claim.names else voice.timeline.language)
        return ClaimItem(name, False, values, texts.line(claim.because), keep is not None)

    def _value(self, value: Value, claim: Claim, voice: TimelineInLanguage, when: str, seen: set[str]) -> ValueItem:
        speakers = list(self._speakers(value.citations, voice, when, seen))
        return ValueItem(in_notation(value, claim, voice), False, False, speakers)

    def _speakers(
        self, citations: Iterable[Citation], voice: TimelineInLanguage, when: str, seen: set[str]
    ) -> Iterator[Speaker]:
        """The speakers in some citations; the first reference of an event to a source is where its note leads back."""
        for source, labels in self.notes.said_by(citations).items():
            marks = [Mark(label, None) for label in labels]
            if source not in seen:
                seen.add(source)
                self._count += 1
                self.references.setdefault(source, []).append(Reference(self._count, when))
                marks[0] = marks[0]._replace(ref=self._count)
            yield Speaker(voice.publisher(source), marks)


def _fact_names() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The names of facts, in the order in which they are told, each with the fields that it is made of."""
    return (
        (_("Who"), ("actors",)),
        (_("Who was told"), ("told",)),
        (_("Who speaks"), ("says",)),
        (_("Where"), ("place", "countries")),
        (_("Kind"), ("kind",)),
        (_("Data"), ("data",)),
        (_("Tags"), ("tags",)),
    )


def _css(event: Event) -> str:
    """The classes of an event: its status unless it is reported, and whether the story turns on it."""
    return " ".join([*([event.status] if event.status != REPORTED else []), *(["key"] if event.key else [])])


def _status(event: Event) -> str:
    """The status in words; of what is simply reported nothing."""
    return "" if event.status == REPORTED else status_name(event.status)


def _filters(event: Event) -> dict[str, str]:
    fields = {"a": event.actors, "c": event.countries, "k": [event.kind] if event.kind else (), "t": event.tags}
    return {letter: " ".join(map(anchor, values)) for letter, values in fields.items() if values}


def year_of(event: Event) -> int | None:
    """The year under which an event stands; None for one that has no date."""
    if event.date.earliest is None and event.date.latest is None:
        return None
    return year_month_day(event.date.sort_key[0])[0]


def year_heading(year: int | None, language: str) -> str:
    """The heading of a year."""
    return _("Without a date") if year is None else year_label(year, language)


def machine_date(date: Date) -> str | None:
    """A date as HTML has it, never more precise than it is: in doubt the month of a day, the year of a month; or None.

    Of what is nowhere near one year, and of years before 1, HTML knows none.
    """
    first, last = date.earliest, date.latest
    if first is None or last is None:
        return None
    (year, month, day), (other, end, final) = year_month_day(first), year_month_day(last)
    if year != other or not 1 <= year <= 9999:
        return None
    exact = (1 if month != end else 2 if day != final else 3) - bool(date.doubt)
    at = f"T{date.time[:5]}" if date.time and exact > 2 and isinstance(date.form, SingleDate) else ""
    return ("", f"{year:04}", f"{year:04}-{month:02}", f"{year:04}-{month:02}-{day:02}{at}")[exact] or None
