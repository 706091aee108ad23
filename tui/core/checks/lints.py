"""The honesty of a sound file: every lint in turn, without what the file silences, and habits said once."""

from __future__ import annotations

from collections.abc import Iterator, Set
from itertools import chain

from tui.core.checks import (
    lint_date_forms,
    lint_dates,
    lint_duplicates,
    lint_first_days,
    lint_names,
    lint_sources,
    lint_texts,
)
from tui.core.checks.lint import Finding, Lint, LintInput, Owner, is_silenced
from tui.core.text.messages import worded
from tui.core.timeline.model import Actor, Event, Silence, Source, Timeline

LINTS = (
    *lint_sources.LINTS, *lint_first_days.LINTS, *lint_dates.LINTS, *lint_date_forms.LINTS, *lint_duplicates.LINTS,
    *lint_names.LINTS, *lint_texts.LINTS,
)  # fmt: skip

FEW = 10
"""So many remarks of one kind are made one by one, whatever their share."""

UNUSED = "unused-silence"


def remarks(timeline: Timeline, today: int | None, spoilt: Set[int] = frozenset()) -> Iterator[Finding]:
    """The remarks on all that could be more honest; `today` is a day number.

    `spoilt` holds the lines at which events, sources and actors begin that have faults: nothing is said of them, and
    as what is amiss may have named anything, nothing is said to be missing either.
    """
    story = LintInput.of(timeline, today)
    faulty = {name for name, source in timeline.sources.items() if source.line in spoilt}
    used: set[Silence] = set()
    for lint in LINTS:
        found = []
        for remark in lint.look(story):
            silences = list(_silences(remark, timeline))
            used.update(silences)
            if remark.is_said and not silences and not _is_spoilt(remark, spoilt, faulty):
                found.append(remark)
        if not (lint.of_absence and spoilt):
            yield from _or_habit(found, lint, story)
    if not spoilt:
        yield from _unused(timeline, used)


def events_with(code: str, timeline: Timeline, today: int) -> frozenset[str]:
    """The ids of the events that a hint is about: itself, by a source that they cite, or by an actor in them.

    Each of them, where `remarks` lets one speak for all; but for those where a silence says why it is no matter.
    """
    story = LintInput.of(timeline, today)
    said_by_reader = code == lint_sources.UNSOURCED
    found = [remark for lint in LINTS if lint.code == code for remark in lint.look(story)]
    found = [one for one in found if (one.is_said or said_by_reader) and next(_silences(one, timeline), None) is None]
    owners = [owner for remark in found for owner in (remark.owner, remark.other) if owner is not None]
    events = {owner.id for owner in owners if isinstance(owner, Event)}
    sources = {owner.id for owner in owners if isinstance(owner, Source)}
    actors = {owner.id for owner in owners if isinstance(owner, Actor)}
    if sources:
        events |= {event.id for event, cited in story.told() if not sources.isdisjoint(cited)}
    if actors:
        events |= {event.id for event in timeline.events if not actors.isdisjoint(event.actors)}
    return frozenset(events)


def _silences(remark: Finding, timeline: Timeline) -> Iterator[Silence]:
    """The words in the file that say that this is not to be said."""
    for owner in (remark.owner, remark.other, timeline):
        if is_silenced(owner, remark.code) and owner is not None:
            yield from (one for one in owner.silences if one.code == remark.code)


def _is_spoilt(remark: Finding, spoilt: Set[int], faulty: Set[str]) -> bool:
    """True when a remark is about something that was not read whole, or rests on a source that was not."""
    if not spoilt:
        return False
    owners = [one for one in (remark.owner, remark.other) if one is not None and not isinstance(one, Timeline)]
    if any(owner.line in spoilt for owner in owners):
        return True
    return any(isinstance(owner, Event) and not faulty.isdisjoint(owner.sources) for owner in owners)


def _or_habit(found: list[Finding], lint: Lint, story: LintInput) -> Iterator[Finding]:
    """The remarks; or, of a file that makes a habit of it, the first of them, which says so."""
    if lint.is_once:
        yield from sorted(found, key=_line)[:1]
        return
    among = lint.among(story) if lint.habit and len(found) > FEW else 0
    if not among or len(found) * 2 <= among:
        yield from found
        return
    first = min(found, key=_line)
    yield first._replace(message=worded(lint.habit, found=len(found), among=among), hint=None)


def _line(remark: Finding) -> int:
    return 0 if isinstance(remark.owner, Timeline) else remark.owner.line


def _unused(timeline: Timeline, used: Set[Silence]) -> Iterator[Finding]:
    """The silences that have nothing to silence: once they had, or they stand in the wrong place."""
    owners: Iterator[Owner] = chain((timeline,), timeline.sources.values(), timeline.actors.values(), timeline.events)
    for owner in owners:
        for silence in owner.silences:
            if silence not in used:
                message = worded('there is no "{code}" here to silence', code=silence.code)
                yield Finding(owner, (), UNUSED, message, worded("leave it out"), place=silence.place)
