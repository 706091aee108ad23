"""The words that an editor writes beside lines: dates in words, whom an id means; above an event what is true of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tui.core.dates.words import in_words
from tui.core.evidence.verdicts import is_disputed, is_overdue
from tui.core.problems.problem import Place
from tui.core.text.messages import _
from tui.core.text.plural import plural
from tui.core.timeline.in_language import TimelineInLanguage
from tui.lsp.hover import date_at
from tui.lsp.known import Known
from tui.lsp.mentions import ACTOR

LONGEST = 40
"""Characters of a name beside a line."""


class Beside(NamedTuple):
    """A text beside, or above, a place."""

    text: str
    place: Place


def hints(known: Known, first: int, last: int, language: str) -> Iterator[Beside]:
    """The dates in words and the names of actors between two lines, from 1."""
    voice = TimelineInLanguage(known.timeline, language)
    for line in range(first, last + 1):
        for one in known.written_on(line):
            date = date_at(one) if one.place.line == line else None
            if date is not None and (words := in_words(date, language)) != date.text:
                yield Beside(words, one.place)
        for mention in known.mentions_on(line):
            if mention.kind == ACTOR and not mention.is_definition:
                name = voice.actor(mention.id)
                if name.casefold() != mention.id.casefold() and len(name) <= LONGEST:
                    yield Beside(name, mention.place)


def lenses(known: Known, first: int, last: int) -> Iterator[Beside]:
    """The words above each event between two lines: its sources, and whether it is disputed or overdue."""
    for event in known.timeline.events:
        if first <= event.line <= last:
            words = [plural(len(event.sources), "source")]
            words += [_("disputed")] if is_disputed(event) else []
            words += [_("overdue")] if is_overdue(event, known.today) else []
            yield Beside(" · ".join(words), Place(event.line, 1, event.line, 1))
