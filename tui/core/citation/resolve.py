"""The citations of an event made whole: the source, its number in the event, the address of the passage."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from tui.core.citation.addresses import is_web
from tui.core.citation.links import is_document, link_to
from tui.core.dates.edtf import FARTHEST_DAY, Date
from tui.core.dates.words import in_words
from tui.core.evidence.verdicts import is_dated
from tui.core.text.messages import _
from tui.core.timeline.in_language import TimelineInLanguage
from tui.core.timeline.model import Citation, Event, Source, Timeline


class ResolvedCitation(NamedTuple):
    """One citation with what it points to."""

    number: int
    """The place of its source among those of the event, from 1; all citations of one source share it."""
    citation: Citation
    source: Source | None
    """None when the timeline has no source of that id."""
    address: str | None
    """The address that opens, at the passage; None when the source has no address or an unsafe one."""
    archive: str | None = None
    """The address of its copy, at the passage; None when there is none on the web."""

    @property
    def is_gone(self) -> bool:
        """True when its page is no more at its address."""
        return self.source is not None and self.source.gone is not None

    @property
    def target(self) -> str | None:
        """The address to read it at now: in the archive when its page is gone, if there is a copy on the web."""
        return (self.archive if self.is_gone else None) or self.address

    @property
    def copies(self) -> tuple[tuple[str, str | None], ...]:
        """Its copies as the file names them, each with the address that opens it at the passage; None for a file."""
        archives = self.source.archives if self.source else ()
        return tuple((one, _at(one, self.citation) if is_web(one) else None) for one in archives)

    @property
    def copy_in_file(self) -> str | None:
        """The first file in which there is a copy, as it is named beside the timeline's."""
        return next(iter(self.source.local_copies), None) if self.source else None

    @property
    def document(self) -> str | None:
        """The first file in which there is a copy that a viewer shows."""
        return next(filter(is_document, self.source.local_copies), None) if self.source else None

    @property
    def is_private(self) -> bool:
        """True when it is kept out of what is printed, copied and exported."""
        return self.source is not None and self.source.private


def citations_of_event(event: Event, timeline: Timeline) -> tuple[ResolvedCitation, ...]:
    """Every citation of the event once, by source, in the order in which the event first cites each."""
    return _numbered(event, timeline, event.sources)


def in_order_of_publication(event: Event, timeline: Timeline) -> tuple[ResolvedCitation, ...]:
    """Every citation of the event once, by source, the source that came out first first; undated ones come last."""
    return _numbered(event, timeline, sorted(event.sources, key=lambda name: _came_out(timeline.sources.get(name))))


def _came_out(source: Source | None) -> tuple[int, ...]:
    """The place of a source among others: those that say no day, but bounds at most, come after those that do."""
    day = source.published.sort_key if source and source.published else (FARTHEST_DAY,)
    return (not is_dated(source), *day)


def _numbered(event: Event, timeline: Timeline, sources: Iterable[str]) -> tuple[ResolvedCitation, ...]:
    numbers = {source: number for number, source in enumerate(sources, 1)}
    return tuple(
        sorted(
            (resolved_citation(citation, numbers[citation.source], timeline) for citation in event.cited),
            key=lambda one: one.number,
        )
    )


def citations_by_source(event: Event, timeline: Timeline) -> tuple[tuple[ResolvedCitation, ...], ...]:
    """The citations of the event, those of each source together."""
    return _together(citations_of_event(event, timeline))


def sources_by_publication(event: Event, timeline: Timeline) -> tuple[tuple[ResolvedCitation, ...], ...]:
    """The same, the source that came out first first."""
    return _together(in_order_of_publication(event, timeline))


def _together(citations: Iterable[ResolvedCitation]) -> tuple[tuple[ResolvedCitation, ...], ...]:
    return tuple(tuple(group) for _number, group in groupby(citations, key=lambda one: one.number))


def resolved_citation(citation: Citation, number: int, timeline: Timeline) -> ResolvedCitation:
    """A citation with what it points to."""
    source = timeline.sources.get(citation.source)
    if source is None:
        return ResolvedCitation(number, citation, None, None)
    on_web = next(filter(is_web, source.archives), None)
    return ResolvedCitation(number, citation, source, _at(source.url, citation), _at(on_web, citation))


def _at(url: str | None, citation: Citation) -> str | None:
    """The safe address that opens at the passage."""
    return None if url is None else link_to(url, citation.passage)


def gone_since(gone: Date, voice: TimelineInLanguage) -> str:
    """`its page is gone (3 May 2026)`."""
    return _("its page is gone ({day})", day=in_words(gone, voice.language))
