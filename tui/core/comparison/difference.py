"""The difference between two timelines: two files, two versions of one, or one as published by two days."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple, TypeVar

from tui.core.comparison.renaming import Names, Renaming, under_new_names
from tui.core.dates.edtf import Date
from tui.core.evidence.as_of import citations_certainty, event_certainty, surely_out_part
from tui.core.evidence.claims import disputed
from tui.core.text.messages import worded, worded_number
from tui.core.timeline.fields import (
    ChangedField,
    FieldValue,
    actor_fields,
    claim_fields,
    differing,
    event_fields,
    head_fields,
    source_fields,
)
from tui.core.timeline.model import Citation, Claim, Event, Timeline, Value
from tui.core.timeline.order import in_time_order

CAME, WENT, CHANGED, RENAMED = "came", "went", "changed", "renamed"

_MORE_PRECISE, _LESS_PRECISE = worded("more precise"), worded("less precise")

T = TypeVar("T")


class ValueChange(NamedTuple):
    """A value of a claim, with the citations of it that came or went."""

    change: str
    value: str
    cited: tuple[str, ...]
    """Citations that came, as files write them."""
    uncited: tuple[str, ...]
    out: ChangedField | None = None
    """Told by days: how it was out, and how it is."""


class ClaimChange(NamedTuple):
    """The change of the values and fields that stand under one name."""

    change: str
    name: str
    values: tuple[ValueChange, ...]
    fields: tuple[ChangedField, ...] = ()
    dispute: str = ""
    """CAME when its values disagree since, WENT when they do no more."""


class EventChange(NamedTuple):
    """An event that came, went or changed."""

    change: str
    event: Event
    """As it is; one that went, as it was."""
    fields: tuple[ChangedField, ...] = ()
    claims: tuple[ClaimChange, ...] = ()
    cited: tuple[str, ...] = ()
    """Citations under `sources:` that came."""
    uncited: tuple[str, ...] = ()


class EntryChange(NamedTuple):
    """A source or an actor that came, went or changed."""

    change: str
    id: str
    fields: tuple[ChangedField, ...] = ()


Change = TypeVar("Change", EventChange, EntryChange)


class Difference(NamedTuple):
    """Everything in which two timelines differ, in order of time, then of the file."""

    events: tuple[EventChange, ...] = ()
    sources: tuple[EntryChange, ...] = ()
    actors: tuple[EntryChange, ...] = ()
    head: tuple[ChangedField, ...] = ()
    """The changed fields of the timeline itself."""

    renamed: tuple[Renaming, ...] = ()
    """The ids of all that has another one and is the same otherwise."""
    before: Timeline | None = None
    """The old timeline under the names of the new one, which are those that are told."""

    @property
    def is_none(self) -> bool:
        """True when they are the same."""
        return not any((self.events, self.sources, self.actors, self.head, self.renamed))

    def of_events(self, change: str) -> int:
        """The number of events that came, went or changed."""
        return sum(one.change == change for one in self.events)

    def of_renamed(self, kind: str) -> int:
        """The number of events, sources or actors that only have another id."""
        return sum(one.kind == kind for one in self.renamed)

    def of_sources(self, change: str) -> int:
        """The number of sources that came, went or changed."""
        return sum(one.change == change for one in self.sources)


def difference(old: Timeline, new: Timeline) -> Difference:
    """All that is to be done to the old timeline to get the new one; what has a new id is the same under it."""
    known = under_new_names(old, new)
    old = known.timeline
    events = [change for before, after in known.events if (change := _event(before, after, old, new)) is not None]
    events.sort(key=lambda one: one.event.line)
    events, renamed_events = _apart(in_time_order(events, lambda one: one.event.date), "event")
    entries = _entries(
        old.sources,
        new.sources,
        known.names["source"],
        lambda source: source_fields(source, old),
        lambda source: source_fields(source, new),
    )
    sources, renamed_sources = _apart(entries, "source")
    entries = _entries(old.actors, new.actors, known.names["actor"], actor_fields, actor_fields)
    actors, renamed_actors = _apart(entries, "actor")
    return Difference(
        tuple(events),
        tuple(sources),
        tuple(actors),
        differing(head_fields(old), head_fields(new)),
        (*renamed_events, *renamed_sources, *renamed_actors),
        old,
    )


def _apart(changes: Iterable[Change], kind: str) -> tuple[list[Change], list[Renaming]]:
    """The changes, and apart from them what has another id and no other change."""
    kept, renamed = [], []
    for one in changes:
        is_alone = [field.name for field in one.fields] == ["id"]
        if is_alone and not (isinstance(one, EventChange) and (one.claims or one.cited or one.uncited)):
            renamed.append(Renaming(kind, str(one.fields[0].before), str(one.fields[0].after)))
        else:
            kept.append(one)
    return kept, renamed


def restricted(timeline: Timeline, ids: frozenset[str]) -> Timeline:
    """The timeline with those events only, and with the sources that they cite."""
    events = tuple(event for event in timeline.events if event.id in ids)
    cited = {name for event in events for name in event.sources}
    return timeline._replace(
        events=events, sources={name: one for name, one in timeline.sources.items() if name in cited}
    )


# ---- Events


def _event(old: Event | None, new: Event | None, before: Timeline, after: Timeline) -> EventChange | None:
    """The change of one event; None if there is none."""
    if old is None or new is None:
        return _one_sided(old, new, before if new is None else after)
    fields = (
        *differing(event_fields(old, before), event_fields(new, after), date=_moved(old.date, new.date)),
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
    fields: tuple[ChangedField, ...] = ()
    if timeline.as_of is not None:
        how = event_certainty(event, timeline.as_of)
        fields = (ChangedField("out", None if new else how, how if new else None),)
    return EventChange(CAME if new else WENT, event, fields)


def _standing(old: Event, new: Event, before: Timeline, after: Timeline) -> Iterator[ChangedField]:
    """Told by days: how the event is out, and its date and status."""
    if before.as_of is None or after.as_of is None:
        return
    was, now = event_certainty(old, before.as_of), event_certainty(new, after.as_of)
    if was != now:
        yield ChangedField("out", was, now)
    for name, earlier, later in (
        ("date_out", before.as_of.dates, after.as_of.dates),
        ("status_out", before.as_of.statuses, after.as_of.statuses),
    ):
        if earlier.get(old.id, now) != later.get(new.id, now):
            yield ChangedField(name, earlier.get(old.id, was), later.get(new.id, now))


def _moved(old: Date, new: Date) -> str:
    is_within, holds = _lies_in(new, old), _lies_in(old, new)
    if is_within and holds:
        return "" if bool(old.doubt) == bool(new.doubt) else _MORE_PRECISE if old.doubt else _LESS_PRECISE
    if is_within or holds:
        return _MORE_PRECISE if is_within else _LESS_PRECISE
    if old.start == new.start:
        return worded("end moved")
    begins, began = new.start.begin, old.start.begin
    if begins is None or began is None or begins == began:
        return worded("moved")
    days = begins - began
    if days > 0:
        return worded_number("moved {number} day on", "moved {number} days on", days)
    return worded_number("moved {number} day back", "moved {number} days back", -days)


def _lies_in(one: Date, other: Date) -> bool:
    """True when the bounds of a date lie within those of another, of its start and of its end."""
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
        fields = differing(claim_fields(was, before), claim_fields(now, after)) if was and now else ()
        dispute = CAME if name in clash - clashed else WENT if name in clashed - clash else ""
        if was is None or now is None or values or fields or dispute:
            yield ClaimChange(CAME if was is None else WENT if now is None else CHANGED, name, values, fields, dispute)


def _clashes(event: Event, timeline: Timeline) -> set[str]:
    return {claim.name for claim in surely_out_part(event, timeline).claims if disputed(claim)}


def _values(old: Claim | None, new: Claim | None, before: Timeline, after: Timeline) -> Iterator[ValueChange]:
    earlier: Mapping[str, Value] = {one.text: one for one in old.values} if old else {}
    later: Mapping[str, Value] = {one.text: one for one in new.values} if new else {}
    for text in dict.fromkeys((*earlier, *later)):
        was, now = earlier.get(text), later.get(text)
        cited, uncited = _cited(was.citations if was else (), now.citations if now else ())
        earlier_out, later_out = _out(was, before), _out(now, after)
        out = ChangedField("out", earlier_out, later_out) if earlier_out != later_out else None
        if was is None or now is None or cited or uncited or out:
            yield ValueChange(CAME if was is None else WENT if now is None else CHANGED, text, cited, uncited, out)


def _out(value: Value | None, timeline: Timeline) -> str | None:
    """Told by a day: how a value is out."""
    if value is None or timeline.as_of is None:
        return None
    return citations_certainty(value.citations, timeline.as_of.sources)


# ---- Citations, sources, actors, the head


def _cited(old: tuple[Citation, ...], new: tuple[Citation, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The citations that came, and those that went, as files write them."""
    earlier, later = dict.fromkeys(one.written for one in old), dict.fromkeys(one.written for one in new)
    return tuple(one for one in later if one not in earlier), tuple(one for one in earlier if one not in later)


def _entries(
    old: Mapping[str, T],
    new: Mapping[str, T],
    names: Names,
    before: Callable[[T], Iterable[tuple[str, FieldValue]]],
    after: Callable[[T], Iterable[tuple[str, FieldValue]]],
) -> Iterator[EntryChange]:
    """The changes of all sources, or of all actors, by their new names; `before` and `after` read one of either."""
    was = {now: earlier for earlier, now in names.items()}
    for name in dict.fromkeys((*old, *new)):
        if name not in new:
            yield EntryChange(WENT, name)
        elif name not in old:
            yield EntryChange(CAME, name, differing((), ((n, s) for n, s in after(new[name]) if n == "out")))
        else:
            renaming = [ChangedField("id", was[name], name)] if name in was else []
            if fields := (*renaming, *differing(before(old[name]), after(new[name]))):
                yield EntryChange(CHANGED, name, fields)
