"""What came, went or changed between two timelines: two files, two versions of one, or one as published by two days."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from tui.core.asof import firm, out_of, out_of_event
from tui.core.claims import disputed
from tui.core.edtf import Date
from tui.core.model import Actor, Citation, Claim, Event, Passage, Source, Timeline, Value, Words
from tui.core.text import fold

CAME, WENT, CHANGED = "came", "went", "changed"

Said = str | tuple[str, ...] | None
"""What a field says: a text, several, or nothing."""

T = TypeVar("T")


class Field(NamedTuple):
    """A field that says something else."""

    name: str
    before: Said
    after: Said
    remark: str = ""
    """Of a date, what that amounts to: `more precise`, `moved 3 days on`."""


class ValueChange(NamedTuple):
    """A value of a claim, with the citations of it that came or went."""

    change: str
    value: str
    cited: tuple[str, ...]
    """Citations that came, as files write them."""
    uncited: tuple[str, ...]
    out: Field | None = None
    """Told by days: how it was out, and how it is."""


class ClaimChange(NamedTuple):
    """What is said of one thing."""

    change: str
    name: str
    values: tuple[ValueChange, ...]
    fields: tuple[Field, ...] = ()
    dispute: str = ""
    """CAME when its values disagree since, WENT when they do no more."""


class EventChange(NamedTuple):
    """An event that came, went or changed."""

    change: str
    event: Event
    """As it is; one that went, as it was."""
    fields: tuple[Field, ...] = ()
    claims: tuple[ClaimChange, ...] = ()
    cited: tuple[str, ...] = ()
    """Citations under `sources:` that came."""
    uncited: tuple[str, ...] = ()


class EntryChange(NamedTuple):
    """A source or an actor that came, went or changed."""

    change: str
    id: str
    fields: tuple[Field, ...] = ()


class Difference(NamedTuple):
    """Everything in which two timelines differ, in order of time, then of the file."""

    events: tuple[EventChange, ...] = ()
    sources: tuple[EntryChange, ...] = ()
    actors: tuple[EntryChange, ...] = ()
    head: tuple[Field, ...] = ()
    """What the timeline says of itself."""

    @property
    def is_none(self) -> bool:
        """Whether they are the same."""
        return not any(self)

    def of_events(self, change: str) -> int:
        """How many events came, went or changed."""
        return sum(one.change == change for one in self.events)

    def of_sources(self, change: str) -> int:
        """How many sources did."""
        return sum(one.change == change for one in self.sources)


def difference(old: Timeline, new: Timeline) -> Difference:
    """What is to be done to the old timeline to get the new one."""
    pairs = _paired(old.events, new.events)
    changes = [change for before, after in pairs if (change := _event(before, after, old, new)) is not None]
    changes.sort(key=lambda one: (one.event.date.sort_key, one.event.line))
    return Difference(
        tuple(changes),
        tuple(_entries(old.sources, new.sources, lambda one, timeline: _of_source(one, timeline), old, new)),
        tuple(_entries(old.actors, new.actors, lambda one, _: _of_actor(one), old, new)),
        _fields(_of_head(old), _of_head(new)),
    )


def restricted(timeline: Timeline, ids: frozenset[str]) -> Timeline:
    """The timeline with those events only, and with the sources that they cite."""
    events = tuple(event for event in timeline.events if event.id in ids)
    cited = {name for event in events for name in event.sources}
    return timeline._replace(
        events=events, sources={name: one for name, one in timeline.sources.items() if name in cited}
    )


# ---- Which event is which


def _paired(
    old: Sequence[Event], new: Sequence[Event]
) -> Iterator[tuple[Event | None, Event | None]]:
    """Each event with what it has become: by its id; else, as ids may follow from date and title, by either."""
    of_id = {event.id: event for event in new}
    same = {event.id for event in old if event.id in of_id}
    yield from ((event, of_id[event.id]) for event in old if event.id in same)
    left = [event for event in old if event.id not in same]
    right = [event for event in new if event.id not in same]
    for key in (_by_title, _by_day_and_sources):
        met = list(_meeting(left, right, key))
        yield from met
        gone, come = {one.id for one, _ in met}, {one.id for _, one in met}
        left = [event for event in left if event.id not in gone]
        right = [event for event in right if event.id not in come]
    yield from ((event, None) for event in left)
    yield from ((None, event) for event in right)


def _meeting(
    left: Iterable[Event], right: Iterable[Event], key: Callable[[Event], Hashable]
) -> Iterator[tuple[Event, Event]]:
    """The events on either side that have a key to themselves, and have it in common."""
    ones, others = _sole(left, key), _sole(right, key)
    return ((event, others[found]) for found, event in ones.items() if found in others)


def _sole(events: Iterable[Event], key: Callable[[Event], Hashable]) -> dict[Hashable, Event]:
    found: dict[Hashable, list[Event]] = {}
    for event in events:
        if (its := key(event)) is not None:
            found.setdefault(its, []).append(event)
    return {its: alike[0] for its, alike in found.items() if len(alike) == 1}


def _by_title(event: Event) -> Hashable:
    return fold(next(iter(event.titles.values()), "")) or None


def _by_day_and_sources(event: Event) -> Hashable:
    return (event.date.text, frozenset(event.sources)) if event.sources else None


# ---- Events


def _event(old: Event | None, new: Event | None, before: Timeline, after: Timeline) -> EventChange | None:
    """The change of one event; None if there is none."""
    if old is None or new is None:
        return _one_sided(old, new, before if new is None else after)
    fields = (
        *_fields(_of_event(old, before), _of_event(new, after), date=_moved(old.date, new.date)),
        *_standing(old, new, before, after),
    )
    claims = tuple(_claims(old, new, before, after))
    cited, uncited = _cited(old.citations, new.citations)
    if not (fields or claims or cited or uncited):
        return None
    return EventChange(CHANGED, new, fields, claims, cited, uncited)


def _one_sided(old: Event | None, new: Event | None, timeline: Timeline) -> EventChange | None:
    event = new or old
    if event is None:
        return None
    fields: tuple[Field, ...] = ()
    if timeline.as_of is not None:
        how = out_of_event(event, timeline.as_of)
        fields = (Field("out", None if new else how, how if new else None),)
    return EventChange(CAME if new else WENT, event, fields)


def _standing(old: Event, new: Event, before: Timeline, after: Timeline) -> Iterator[Field]:
    """Told by days: how the event is out, and its date and status."""
    if before.as_of is None or after.as_of is None:
        return
    was, now = out_of_event(old, before.as_of), out_of_event(new, after.as_of)
    if was != now:
        yield Field("out", was, now)
    for name, earlier, later in (
        ("date_out", before.as_of.dates, after.as_of.dates),
        ("status_out", before.as_of.statuses, after.as_of.statuses),
    ):
        if earlier.get(old.id, now) != later.get(new.id, now):
            yield Field(name, earlier.get(old.id, was), later.get(new.id, now))


def _of_event(event: Event, timeline: Timeline) -> Iterator[tuple[str, Said]]:
    """The plain fields of an event."""
    yield "id", event.id
    yield "date", event.date.text
    yield from _words("date_note", event.date_note, timeline)
    yield from _words("title", event.titles, timeline)
    yield "kind", event.kind
    yield "status", event.status
    yield "actors", event.actors
    if timeline.as_of is None:
        yield "about", event.about
    yield "told", event.told
    yield "countries", event.countries
    yield "place", event.places
    yield "tags", event.tags
    yield from _words("text", event.texts, timeline)
    yield "private", "true" if event.private else None


def _moved(old: Date, new: Date) -> str:
    """What the change of a date amounts to."""
    is_within, holds = _lies_in(new, old), _lies_in(old, new)
    if is_within and holds:
        return "" if bool(old.doubt) == bool(new.doubt) else "more precise" if old.doubt else "less precise"
    if is_within or holds:
        return "more precise" if is_within else "less precise"
    if old.start == new.start:
        return "end moved"
    begins, began = new.start.begin, old.start.begin
    if begins is None or began is None or begins == began:
        return "moved"
    days = begins - began
    return f"moved {abs(days):,} day{'' if abs(days) == 1 else 's'} {'on' if days > 0 else 'back'}"


def _lies_in(one: Date, other: Date) -> bool:
    """Whether the bounds of a date lie within those of another, of its start and of its end."""
    return all(
        (outer.begin is None or (inner.begin is not None and inner.begin >= outer.begin))
        and (outer.end is None or (inner.end is not None and inner.end <= outer.end))
        for inner, outer in ((one.start, other.start), (one.end, other.end))
    )


# ---- Claims


def _claims(old: Event, new: Event, before: Timeline, after: Timeline) -> Iterator[ClaimChange]:
    earlier, later = {one.name: one for one in old.claims}, {one.name: one for one in new.claims}
    clashed, clash = _clashes(old, before), _clashes(new, after)
    for name in dict.fromkeys((*earlier, *later)):
        was, now = earlier.get(name), later.get(name)
        values = tuple(_values(was, now, before, after))
        fields = _fields(_of_claim(was, before), _of_claim(now, after)) if was and now else ()
        dispute = CAME if name in clash - clashed else WENT if name in clashed - clash else ""
        if was is None or now is None or values or fields or dispute:
            yield ClaimChange(CAME if was is None else WENT if now is None else CHANGED, name, values, fields, dispute)


def _clashes(event: Event, timeline: Timeline) -> set[str]:
    return {claim.name for claim in firm(event, timeline).claims if disputed(claim)}


def _of_claim(claim: Claim | None, timeline: Timeline) -> Iterator[tuple[str, Said]]:
    if claim is not None:
        yield "keep", claim.keep
        yield from _words("because", claim.because, timeline)


def _values(old: Claim | None, new: Claim | None, before: Timeline, after: Timeline) -> Iterator[ValueChange]:
    earlier: Mapping[str, Value] = {one.text: one for one in old.values} if old else {}
    later: Mapping[str, Value] = {one.text: one for one in new.values} if new else {}
    for text in dict.fromkeys((*earlier, *later)):
        was, now = earlier.get(text), later.get(text)
        cited, uncited = _cited(was.citations if was else (), now.citations if now else ())
        earlier_out, later_out = _out(was, before), _out(now, after)
        out = Field("out", earlier_out, later_out) if earlier_out != later_out else None
        if was is None or now is None or cited or uncited or out:
            yield ValueChange(CAME if was is None else WENT if now is None else CHANGED, text, cited, uncited, out)


def _out(value: Value | None, timeline: Timeline) -> str | None:
    """Told by a day: how a value is out."""
    if value is None or timeline.as_of is None:
        return None
    return out_of(value.citations, timeline.as_of.sources)


# ---- Citations, sources, actors, the head


def _cited(old: tuple[Citation, ...], new: tuple[Citation, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The citations that came, and those that went, as files write them."""
    earlier, later = dict.fromkeys(map(_written, old)), dict.fromkeys(map(_written, new))
    return tuple(one for one in later if one not in earlier), tuple(one for one in earlier if one not in later)


def _written(citation: Citation) -> str:
    passage = citation.passage
    if passage is None:
        return citation.source
    return f"{citation.source}#{passage.name}" if passage.name else f"{citation.source}: {_locator(passage)}"


def _locator(passage: Passage) -> str:
    return f"{passage.start} … {passage.end}" if passage.end else passage.start


def _entries(
    old: Mapping[str, T],
    new: Mapping[str, T],
    read: Callable[[T, Timeline], Iterable[tuple[str, Said]]],
    before: Timeline,
    after: Timeline,
) -> Iterator[EntryChange]:
    for name in dict.fromkeys((*old, *new)):
        if name not in new:
            yield EntryChange(WENT, name)
        elif name not in old:
            yield EntryChange(CAME, name, _fields((), ((n, s) for n, s in read(new[name], after) if n == "out")))
        elif fields := _fields(read(old[name], before), read(new[name], after)):
            yield EntryChange(CHANGED, name, fields)


def _of_source(source: Source, timeline: Timeline) -> Iterator[tuple[str, Said]]:
    yield from _words("title", source.titles, timeline)
    yield "publisher", source.publisher
    yield "author", source.author
    yield "url", source.url
    yield "archive", source.archive
    yield "published", source.published.text if source.published else None
    yield from _words("published_note", source.published_note, timeline)
    yield "seen", source.seen.text if source.seen else None
    yield "gone", source.gone.text if source.gone else None
    yield "language", source.language
    yield "country", source.country
    for name, passage in source.passages.items():
        yield f"passage {name}", _locator(passage)
    yield from _words("note", source.note, timeline)
    yield "private", "true" if source.private else None
    if timeline.as_of is not None:
        yield "out", timeline.as_of.sources.get(source.id)


def _of_actor(actor: Actor) -> Iterator[tuple[str, Said]]:
    yield from ((f"name_{language}", name) for language, name in actor.names.items())
    yield "kind", actor.kind
    yield "country", actor.country
    yield "aliases", actor.aliases
    yield from ((f"about_{language}", text) for language, text in actor.about.items())


def _of_head(timeline: Timeline) -> Iterator[tuple[str, Said]]:
    yield "id", timeline.id
    yield "language", timeline.language
    yield from _words("title", timeline.titles, timeline)
    yield from _words("about", timeline.about, timeline)
    yield from ((f"view {view.name}", view.query) for view in timeline.views)


def _words(name: str, words: Words, timeline: Timeline) -> Iterator[tuple[str, Said]]:
    """A text under the name that its file has for it in each language."""
    for language, text in words.items():
        yield (name if language == timeline.language else f"{name}_{language}"), text


def _fields(
    old: Iterable[tuple[str, Said]], new: Iterable[tuple[str, Said]], **remarks: str
) -> tuple[Field, ...]:
    """The fields that say something else."""
    earlier, later = dict(old), dict(new)
    return tuple(
        Field(name, earlier.get(name), later.get(name), remarks.get(name, ""))
        for name in dict.fromkeys((*earlier, *later))
        if (earlier.get(name) or None) != (later.get(name) or None)
    )
