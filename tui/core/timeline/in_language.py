"""A timeline in one language: its texts and names, harmless to show."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tui.core.dates.labels import year_label
from tui.core.text.clean import clean, clean_line
from tui.core.text.names import flag_name, status_name
from tui.core.text.typography import typeset
from tui.core.timeline import countries
from tui.core.timeline.countries import name as country_name
from tui.core.timeline.model import POSSIBLY, Citation, Claim, Event, Source, TextByLanguage, Timeline


class TimelineInLanguage(NamedTuple):
    """Says what the file says in the reader's language, else in the file's."""

    timeline: Timeline
    language: str

    def text(self, words: TextByLanguage) -> str:
        """A text with its line ends."""
        return clean(typeset_text(words, self.timeline, self.language)).strip()

    def line(self, words: TextByLanguage) -> str:
        """A text on one line."""
        return clean_line(typeset_text(words, self.timeline, self.language))

    def as_written(self, words: TextByLanguage) -> str:
        """Another's words on one line, such as the title of an article, without the typography of the language."""
        return clean_line(self.timeline.say(words, self.language))

    def title(self, event: Event) -> str:
        """The title of an event, else its id."""
        return self.line(event.titles) or clean_line(event.id)

    def claim(self, claim: Claim) -> str:
        """The name of a claim."""
        return self.line({self.timeline.language: claim.name, **claim.names}) if claim.names else clean_line(claim.name)

    def actor(self, actor: str) -> str:
        """The name of an actor; one that the timeline doesn't list is its own name."""
        known = self.timeline.actors.get(actor)
        return (self.line(known.names) if known else "") or clean_line(actor)

    def country(self, code: str) -> str:
        """The name of a country."""
        return clean_line(countries.name(code, self.language))

    def publisher(self, source: str) -> str:
        """The speaker of a source, in parentheses if possibly out: its publisher, else its site; else its page."""
        known = self.timeline.sources.get(source)
        name = (self.publisher_beside_title(known) or self.source_title(known)) if known else clean_line(source)
        as_of = self.timeline.as_of
        return name if as_of is None else in_doubt(name, as_of.sources.get(source))

    def speakers(self, citations: Iterable[Citation]) -> list[str]:
        """The speakers of some citations, each once."""
        return list(dict.fromkeys(self.publisher(citation.source) for citation in citations))

    def publisher_beside_title(self, source: Source) -> str:
        """The publisher of a source, where the page that it is called by does not say so: empty if nobody is known."""
        is_titled = self.timeline.say(source.titles, self.language)
        return clean_line((source.publisher_or_site if is_titled else source.publisher) or "")

    def source_title(self, source: Source) -> str:
        """The name of a source: its title, else the host and the path of its address, else its id."""
        return self.as_written(source.titles) or clean_line(source.page_name)


def typeset_text(words: TextByLanguage, timeline: Timeline, language: str) -> str:
    """The text that `Timeline.say` chooses, as its language sets it."""
    said = timeline.say(words, language)
    own = next((code for code in (language, timeline.language) if words.get(code)), "")
    return typeset(said, own)


def say_short(short: TextByLanguage, whole: TextByLanguage, timeline: Timeline, language: str) -> str:
    """The short text where the file declares one, in the reader's language where the whole text is; else the whole."""
    if language in whole and language not in short:
        return typeset_text(whole, timeline, language)
    return typeset_text(short, timeline, language) or typeset_text(whole, timeline, language)


def short_title(event: Event, timeline: Timeline, language: str) -> str:
    """The title of an event where room is scarce."""
    return clean_line(say_short(event.shorts, event.titles, timeline, language))


def in_doubt(text: str, how: str | None) -> str:
    """A text in parentheses when it rests only on sources that are possibly out."""
    return f"({text})" if how == POSSIBLY else text


def value_name(field: str, value: str, timeline: Timeline, language: str) -> str:
    """The name of a facet's value for a reader."""
    if field in ("actor", "body") and value in timeline.actors:
        return clean_line(typeset_text(timeline.actors[value].names, timeline, language))
    if field == "source" and value in timeline.sources:
        return TimelineInLanguage(timeline, language).source_title(timeline.sources[value])
    if field == "country":
        return country_name(value, language)
    if field == "year" and value.isascii() and value.removeprefix("-").isdigit():
        return year_label(int(value), language)
    if field == "status":
        return status_name(value)
    return flag_name(value) if field == "is" else clean_line(value)


def short_name(field: str, value: str, timeline: Timeline, language: str) -> str:
    """The name of a facet's value where room is scarce: of an actor the short one that the file declares."""
    actor = timeline.actors.get(value) if field in ("actor", "body") else None
    if actor is None or not actor.shorts:
        return value_name(field, value, timeline, language)
    return clean_line(say_short(actor.shorts, actor.names, timeline, language))
