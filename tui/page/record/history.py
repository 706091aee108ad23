"""The changes from one publication to the next, kept as data beside the page, and told in any language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from tui.core.comparison.difference import CAME, CHANGED, WENT, difference
from tui.core.evidence.privacy import private_sources, public
from tui.core.timeline.model import Timeline
from tui.drawing.lists.difference import data

NEW, CORRECTED, WITHDRAWN = "new", "corrected", "withdrawn"
_KINDS = {CAME: NEW, CHANGED: CORRECTED, WENT: WITHDRAWN}
EVENT, SOURCE, TIMELINE = "event", "source", "timeline"

Plain = dict[str, Any]


class Change(NamedTuple):
    """One thing that is new, corrected or withdrawn since the publication before."""

    at: str
    """The moment at which that was published: `2026-11-30T13:00:00Z`."""
    kind: str
    """NEW, CORRECTED or WITHDRAWN."""
    what: str
    """EVENT, SOURCE or TIMELINE."""
    id: str
    """Empty for what is private since, of which nothing more is told."""
    titles: dict[str, str]
    details: Plain
    """The difference as data, by `jalon diff --format json`."""


def changes_between(old: Timeline, new: Timeline, whole: Timeline, at: str) -> list[Change]:
    """The changes from what was published to what is; `whole` is the file, which says what is private now."""
    hidden, private = _hidden(whole), private_sources(whole)
    old = _without(old, hidden, private)
    found = difference(old, new)
    plain = data(found, new, new.language)
    changes = []
    for change, details in zip(found.events, plain["events"], strict=True):  # type: ignore[call-overload]  # a list
        if change.event.id in hidden:
            changes.append(Change(at, WITHDRAWN, EVENT, "", {}, {}))
            continue
        kept = {key: details[key] for key in ("fields", "claims", "cited", "uncited")}
        one = Change(at, _KINDS[change.change], EVENT, change.event.id, dict(change.event.titles), kept)
        changes.append(one if one.kind == CORRECTED else one._replace(details={}))
    for entry in found.sources:
        if entry.change == CHANGED:
            fields = [field._asdict() for field in entry.fields]
            titles = dict(new.sources[entry.id].titles)
            changes.append(Change(at, CORRECTED, SOURCE, entry.id, titles, {"fields": _field_data(fields)}))
    head = [field._asdict() for field in found.head if field.name.startswith(("title", "about"))]
    if head:
        changes.append(Change(at, CORRECTED, TIMELINE, new.id or "", dict(new.titles), {"fields": _field_data(head)}))
    for renaming in found.renamed:
        if renaming.kind == EVENT:
            event = next(event for event in new.events if event.id == renaming.after)
            field = {"field": "id", "before": renaming.before, "after": renaming.after, "remark": None}
            changes.append(Change(at, CORRECTED, EVENT, event.id, dict(event.titles), {"fields": [field]}))
    return changes


def _field_data(fields: Iterable[Plain]) -> list[Plain]:
    return [
        {"field": one["name"], "before": one["before"], "after": one["after"], "remark": one["remark"] or None}
        for one in fields
    ]


def _hidden(whole: Timeline) -> frozenset[str]:
    """The ids of the events that are kept back."""
    return frozenset(event.id for event in whole.events) - {event.id for event in public(whole).events}


def _without(old: Timeline, hidden: frozenset[str], private: frozenset[str]) -> Timeline:
    """The timeline as published, but for what rests on what is private since; events stay, to be said to have gone."""
    marked = {name: one._replace(private=name in private) for name, one in old.sources.items()}
    told = {event.id: event for event in public(old._replace(sources=marked)).events}
    events = (told.get(event.id, event) for event in old.events)
    return old._replace(
        events=tuple(one._replace(about=tuple(name for name in one.about if name not in hidden)) for one in events),
        sources={name: one for name, one in old.sources.items() if name not in private},
    )


def tellable_changes(changes: Iterable[Change], whole: Timeline) -> Iterator[Change]:
    """Earlier changes, without what is private now."""
    hidden, private = _hidden(whole), private_sources(whole)
    for one in changes:
        if one.id and ((one.what == EVENT and one.id in hidden) or (one.what == SOURCE and one.id in private)):
            if one.kind == WITHDRAWN:
                yield Change(one.at, WITHDRAWN, one.what, "", {}, {})
        elif one.details and (hidden or private):
            yield one._replace(details=_told_details(one.details, hidden, private))
        else:
            yield one


def _told_details(details: Plain, hidden: frozenset[str], private: frozenset[str]) -> Plain:
    """The details of a change without what touches private sources and events."""
    kept: Plain = {}
    if "fields" in details:
        kept["fields"] = [one for one in details["fields"] if one["field"] != "about" or not _names(one) & hidden]
    if "claims" in details:
        kept["claims"] = [one for one in details["claims"] if private.isdisjoint(_cited_in(one))]
    for key in ("cited", "uncited"):
        if key in details:
            kept[key] = [one for one in details[key] if cited_source(one) not in private]
    return kept


def _names(field: Plain) -> set[str]:
    """The ids in a field that lists events, before and after."""
    return {name for side in ("before", "after") for name in field[side] or ()}


def _cited_in(claim: Plain) -> Iterator[str]:
    """The sources that come or go in a claim."""
    return (cited_source(one) for value in claim["values"] for key in ("cited", "uncited") for one in value[key])


def cited_source(written: str) -> str:
    """The source of a citation as files write it: `trends` of `trends#jobs!announces`."""
    return written.partition("#")[0].partition(":")[0].partition("!")[0]
