"""A timeline in one language: its texts and names, harmless to show."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tui.core import countries
from tui.core.model import Citation, Source, Timeline, Words
from tui.core.standing import in_doubt
from tui.core.text import clean, clean_line


class Voice(NamedTuple):
    """Says what the file says in the reader's language, else in the file's."""

    timeline: Timeline
    language: str

    def text(self, words: Words) -> str:
        """A text with its line ends."""
        return clean(self.timeline.say(words, self.language)).strip()

    def line(self, words: Words) -> str:
        """A text on one line."""
        return clean_line(self.timeline.say(words, self.language))

    def actor(self, actor: str) -> str:
        """The name of an actor; one that the timeline doesn't list is its own name."""
        known = self.timeline.actors.get(actor)
        return (self.line(known.names) if known else "") or clean_line(actor)

    def country(self, code: str) -> str:
        """The name of a country."""
        return clean_line(countries.name(code, self.language))

    def publisher(self, source: str) -> str:
        """Who speaks in a source: its publisher, else its title, else its id; in parentheses if possibly out."""
        known = self.timeline.sources.get(source)
        name = (self._publisher(known) if known else "") or clean_line(source)
        as_of = self.timeline.as_of
        return name if as_of is None else in_doubt(name, as_of.sources.get(source))

    def speakers(self, citations: Iterable[Citation]) -> list[str]:
        """Who speaks in some citations, each once."""
        return list(dict.fromkeys(self.publisher(citation.source) for citation in citations))

    def _publisher(self, source: Source) -> str:
        return clean_line(source.publisher or "") or self.line(source.titles)
