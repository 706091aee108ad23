"""The state of one passage in one copy of its source, as it is told."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tui.core.proof.find import Finding
from tui.core.timeline.model import Event, Passage, Source, Timeline


class PassageRecord(NamedTuple):
    """The state of a passage in one copy; of a source without a copy there is one for each passage."""

    source: str
    passage: Passage
    finding: Finding
    line: int
    """The line of the file where the words stand."""
    copy: str = ""
    """The copy, as the file names it; empty where there is none."""
    sha256: str = ""
    """The hash of the copy; empty where it is not on this machine."""

    @property
    def name(self) -> str:
        """The text that cites it: `source#passage`, or the source alone for one that is quoted in place."""
        return f"{self.source}#{self.passage.name}" if self.passage.name else self.source


def passages_by_source(timeline: Timeline, events: Iterable[Event] | None = None) -> dict[str, tuple[Passage, ...]]:
    """The passages of each source: those with a name, and those that events quote in place, each once.

    With `events`, those that these events cite alone.
    """
    found: dict[str, dict[Passage, None]] = {}
    if events is None:
        found = {name: dict.fromkeys(source.passages.values()) for name, source in timeline.sources.items()}
    for event in timeline.events if events is None else events:
        for citation in event.cited:
            if citation.passage is not None and citation.source in timeline.sources:
                found.setdefault(citation.source, {})[citation.passage] = None
    order = (name for name in timeline.sources if found.get(name))
    return {name: tuple(found[name]) for name in order}


def passages_of(timeline: Timeline, source: Source) -> tuple[Passage, ...]:
    """The passages of one source."""
    cited = (one.passage for event in timeline.events for one in event.cited if one.source == source.id)
    return tuple(dict.fromkeys((*source.passages.values(), *filter(None, cited))))
