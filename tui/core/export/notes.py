"""The sources of an event as notes below it: a number, a line of words with the passages, and where it opens."""

from __future__ import annotations

from typing import NamedTuple

from tui.core.citation.resolve import ResolvedCitation, citations_by_source
from tui.core.citation.sentence import sentence
from tui.core.text.clean import clean_line
from tui.core.text.messages import _
from tui.core.timeline.in_language import TimelineInLanguage
from tui.core.timeline.model import Event


class NotedSource(NamedTuple):
    """One source of an event."""

    number: int
    """Its place among those of the event, from 1."""
    line: str
    """Its publisher, its title and its days; without the address."""
    passages: tuple[str, ...]
    address: str | None
    """The address that opens it, at the first passage that is cited."""
    first: ResolvedCitation


def noted_sources(event: Event, voice: TimelineInLanguage) -> list[NotedSource]:
    """The sources of an event in the order of first mention."""
    return [_noted(group, voice) for group in citations_by_source(event, voice.timeline)]


def _noted(group: tuple[ResolvedCitation, ...], voice: TimelineInLanguage) -> NotedSource:
    first = next((one for one in group if one.citation.passage is not None), group[0])
    passages = tuple(clean_line(one.citation.passage.words) for one in group if one.citation.passage)
    quoted = (_("“{words}”", words=words) for words in passages)
    line = ", ".join((sentence(first._replace(address=None), voice), *quoted))
    return NotedSource(group[0].number, line, passages, first.target, first)
