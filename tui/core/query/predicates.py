"""The meaning of a query's fields for one event: when it may have been, which words it holds, what is true of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import NamedTuple

from tui.core.dates.edtf import Date
from tui.core.dates.edtf_member import DaySpan
from tui.core.evidence import verdicts
from tui.core.query.tree import Group, Node, Query, Term
from tui.core.timeline.model import Event, Timeline


class ReaderMarks(NamedTuple):
    """The reader's own marks on a timeline: ids of events."""

    starred: Collection[str] = frozenset()
    noted: Collection[str] = frozenset()
    read: Collection[str] = frozenset()


NO_READER_MARKS = ReaderMarks()


# ---- When: a reading of a date is a start and an end within its bounds, in this order; a point is one day


def span_of(date: Date) -> DaySpan:
    """From its first possible day to its last: what a date in a query stands for."""
    return DaySpan(date.start.begin, date.end.end)


def may_overlap(date: Date, window: DaySpan) -> bool:
    """True when some reading has a day in the window."""
    starts = date.start.begin is None or window.end is None or date.start.begin < window.end
    ends = date.end.end is None or window.begin is None or date.end.end > window.begin
    return starts and ends


def may_lie_within(date: Date, window: DaySpan) -> bool:
    """True when some reading lies wholly in the window: the earliest start in it, the latest end in it."""
    if not may_overlap(date, window) or not date.interval:
        return may_overlap(date, window)
    start, end = _later(date.start.begin, window.begin), _earlier(date.end.end, window.end)
    starts = start is None or date.start.end is None or start < date.start.end
    ends = end is None or date.end.begin is None or end > date.end.begin
    return starts and ends and (start is None or end is None or start < end)


def _later(one: int | None, other: int | None) -> int | None:
    return other if one is None else one if other is None else max(one, other)


def _earlier(one: int | None, other: int | None) -> int | None:
    return other if one is None else one if other is None else min(one, other)


# ---- Words


def said_of(event: Event) -> Iterator[str]:
    """The texts of an event's own that a word is looked for in."""
    yield from event.titles.values()
    yield from event.shorts.values()
    yield from event.texts.values()
    yield from event.places
    for claim in event.claims:
        yield claim.name
        yield from (value.text for value in claim.values)


def names_in(event: Event, timeline: Timeline) -> Iterator[str]:
    """The names and aliases of its actors, in which a word is looked for too."""
    for name in event.actors:
        actor = timeline.actors.get(name)
        if actor is None:
            yield name
        else:
            yield from actor.called


# ---- What is true of an event


def _has_archive(event: Event, timeline: Timeline) -> bool:
    cited = (timeline.sources.get(source) for source in event.sources)
    return any(source is not None and source.archive for source in cited)


def _has_copy(event: Event, timeline: Timeline) -> bool:
    cited = (timeline.sources.get(source) for source in event.sources)
    return any(source is not None and source.local_copies for source in cited)


def _proofs(event: Event, timeline: Timeline) -> list[bool]:
    """Of each passage that an event cites whether it is proved."""
    marks = (timeline.proof_of(one) for one in event.cited if one.passage is not None)
    return [mark is not None and mark.is_proved for mark in marks]


def is_proved(event: Event, timeline: Timeline) -> bool:
    """True when an event cites passages, and all are proved."""
    found = _proofs(event, timeline)
    return bool(found) and all(found)


def is_unproved(event: Event, timeline: Timeline) -> bool:
    """True when an event cites passages, and some are not proved."""
    return not all(_proofs(event, timeline))


IS_OF_PROOF: Mapping[str, Callable[[Event, Timeline], bool]] = {"proved": is_proved, "unproved": is_unproved}
"""`is:` of an event within its timeline: what the ledger of proofs says."""

IS: Mapping[str, Callable[[Event, int], bool]] = {
    "disputed": lambda event, _: verdicts.is_disputed(event),
    "planned": lambda event, _: event.status == verdicts.PLANNED,
    "overdue": verdicts.is_overdue,
    "interval": lambda event, _: event.date.interval,
    "point": lambda event, _: not (event.date.interval or event.date.is_undated),
    "undated": lambda event, _: event.date.is_undated,
    "uncertain": lambda event, _: verdicts.is_uncertain(event),
    "vague": lambda event, _: verdicts.is_vague(event),
    "key": lambda event, _: event.key,
    "private": lambda event, _: event.private,
}
"""`is:` of an event and the number of today; starred and read are for the reader's own marks to say."""

HAS: Mapping[str, Callable[[Event, Timeline], bool]] = {
    "claims": lambda event, _: bool(event.claims),
    "passage": lambda event, _: any(citation.passage is not None for citation in event.cited),
    "archive": _has_archive,
    "copy": _has_copy,
    "date_note": lambda event, _: bool(event.date_note),
}
"""`has:` of an event within its timeline; a note is the reader's own."""

READER_MARK_TERMS: Mapping[tuple[str, str], Callable[[ReaderMarks], Collection[str]]] = {
    ("is", "starred"): lambda own: own.starred,
    ("is", "read"): lambda own: own.read,
    ("has", "note"): lambda own: own.noted,
}
"""The words that ask for what is the reader's own, with the ids of the events."""


def asks_for_reader_marks(query: Query) -> bool:
    """True when the answer to a query depends on the reader's own marks."""
    return any(map(_asks_own, query.terms))


def _asks_own(node: Node) -> bool:
    if isinstance(node, Group):
        return any(map(asks_for_reader_marks, node.alternatives))
    return isinstance(node, Term) and any((node.field, value) in READER_MARK_TERMS for value in node.values)
