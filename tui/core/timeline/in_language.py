"""A timeline in one language: its texts and names, harmless to show."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tui.core.text.clean import clean, clean_line
from tui.core.timeline import countries
from tui.core.timeline.countries import name as country_name
from tui.core.timeline.model import POSSIBLY, Citation, Event, Source, TextByLanguage, Timeline


class TimelineInLanguage(NamedTuple):
    """Says what the file says in the reader's language, else in the file's."""

    timeline: Timeline
    language: str

    def text(self, words: TextByLanguage) -> str:
        """A text with its line ends."""
        return clean(self.timeline.say(words, self.language)).strip()

    def line(self, words: TextByLanguage) -> str:
        """A text on one line."""
        return clean_line(self.timeline.say(words, self.language))

    def title(self, event: Event) -> str:
        """The title of an event, else its id."""
        return self.line(event.titles) or clean_line(event.id)

    def actor(self, actor: str) -> str:
        """The name of an actor; one that the timeline doesn't list is its own name."""
        known = self.timeline.actors.get(actor)
        return (self.line(known.names) if known else "") or clean_line(actor)

    def country(self, code: str) -> str:
        """The name of a country."""
        return clean_line(countries.name(code, self.language))

    def publisher(self, source: str) -> str:
        """The speaker of a source: its publisher, else its title, else its id; in parentheses if possibly out."""
        known = self.timeline.sources.get(source)
        name = (self._publisher(known) if known else "") or clean_line(source)
        as_of = self.timeline.as_of
        return name if as_of is None else in_doubt(name, as_of.sources.get(source))

    def speakers(self, citations: Iterable[Citation]) -> list[str]:
        """The speakers of some citations, each once."""
        return list(dict.fromkeys(self.publisher(citation.source) for citation in citations))

    def _publisher(self, source: Source) -> str:
        return clean_line(source.publisher or "") or self.line(source.titles)


def in_doubt(text: str, how: str | None) -> str:
    """A text in parentheses when it rests only on sources that are possibly out."""
    return f"({text})" if how == POSSIBLY else text


def value_name(field: str, value: str, timeline: Timeline, language: str) -> str:
    """The name of a facet's value for a reader."""
    if field == "actor" and value in timeline.actors:
        actor = timeline.actors[value]
        short = [alias for alias in actor.aliases if alias.isupper()]
        return clean_line(short[0] if short else timeline.say(actor.names, language))
    if field == "source" and value in timeline.sources:
        source = timeline.sources[value]
        return clean_line(timeline.say(source.titles, language) or source.id)
    if field == "country":
        return country_name(value, language)
    return clean_line(value)
