"""Lints about time: dates more precise than anyone knows, plans that are past, sources without a day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import exp, lgamma, log, log1p

from tui.core.checks.lint import Finding, Lint, LintInput, is_silenced
from tui.core.dates import calendar
from tui.core.evidence.verdicts import HAPPENED, PLANNED
from tui.core.timeline.model import Event, Source

PRECISE = "false-precision"
AFTER = "after-its-sources"
OVERDUE = "overdue-plan"
UNDATED = "undated-source"

LEAST = 3
"""So many on a first day are many; fewer are none of our business."""
CHANCE = 0.001
"""The chance of as many firsts among days taken blindly, below which a remark is made."""
NEVER = 10**30
"""After every day."""
FIRSTS = ((1, 1 / 365.25, "1 January", 4), (12, 12 / 365.25, "the first of a month", 7))
"""The number of such days a year, their share of it, their name, and the characters of a date that would be left."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


# ---- More precise than is known


def false_precision(story: LintInput) -> Iterator[Finding]:
    """More events on the first of a month, or on 1 January, than chance explains: perhaps only the month is known."""
    dated = [event for event in story.timeline.events if _is_a_bare_day(event)]
    told: set[str] = set()
    for _, share, name, length in FIRSTS:
        first = [event for event in dated if event.date.text.endswith("-01-01" if length == 4 else "-01")]
        if not _is_much(len(first), len(dated), share):
            continue
        open_still = sum(not is_silenced(event, PRECISE) for event in first)
        is_said = _is_much(open_still, len(dated), share)
        for event in first:
            if event.id in told:
                continue
            told.add(event.id)
            message = f"one of {len(first)} events on {name}, of {len(dated)} that have a day: more than chance gives"
            unit = "year" if length == 4 else "month"
            hint = f"if only the {unit} is known: date: {event.date.text[:length]}"
            yield Finding(event, ("date",), PRECISE, message, hint, is_said=is_said)


def _is_a_bare_day(event: Event) -> bool:
    """True when an event happened on one day, with no word on why that one: what applies from a first is meant so."""
    if event.status in (PLANNED, "in-force") or event.date.certain_day is None or event.date.time is not None:
        return False
    if event.date_note or not _DAY.fullmatch(event.date.text):
        return False
    return not any(claim.name == "date" for claim in event.claims)


def _is_much(found: int, among: int, share: float) -> bool:
    return found >= LEAST and tail(found, among, share) < CHANCE


def tail(found: int, among: int, share: float) -> float:
    """The chance of at least `found` of `among`, each with the chance `share` (the binomial tail)."""
    total = 0.0
    for k in range(found, among + 1):
        ways = lgamma(among + 1) - lgamma(k + 1) - lgamma(among - k + 1)
        term = exp(ways + k * log(share) + (among - k) * log1p(-share))
        total += term
        if k > among * share and term < total * 1e-9:
            break
    return min(total, 1.0)


# ---- What nobody can have reported


def after_its_sources(story: LintInput) -> Iterator[Finding]:
    """An event that begins after the last of its sources was surely out is announced, not reported."""
    out = {source.id: _surely_out(source) for source in story.timeline.sources.values()}
    for event, names in story.told():
        begins = event.date.earliest
        if event.status not in HAPPENED or not names or begins is None or event.date.doubt:
            continue
        last = max(out[name] for name in names)
        if last >= begins:
            continue
        who = "its only source" if len(names) == 1 else f"the last of its {len(names)} sources"
        message = f"{who} was out by {calendar.iso(last)}, before this can have happened"
        yield Finding(event, ("date",), AFTER, message, "status: planned, or a source that saw it happen")


def _surely_out(source: Source) -> int:
    """The last day on which a source can have come out; without end when nothing says."""
    days = []
    if source.published is not None and not source.published.doubt:
        days.append(source.published.latest)
    if source.seen is not None:
        days.append(source.seen.latest)
    known = [day for day in days if day is not None]
    return min(known, default=NEVER)


def overdue_plan(story: LintInput) -> Iterator[Finding]:
    """A plan whose last possible day is past, so that one asks whether it happened."""
    for event in story.timeline.events:
        latest = event.date.latest
        if event.status == PLANNED and latest is not None:
            message = f"still planned, though its last possible day was {calendar.iso(latest)}"
            is_said = story.today is not None and latest < story.today
            hint = "a source that says what came of it, and its status; or status: cancelled"
            yield Finding(event, ("status",), OVERDUE, message, hint, is_said=is_said)


def undated_source(story: LintInput) -> Iterator[Finding]:
    """A source without a day can be placed in no chronology of what was known when."""
    for source in story.timeline.sources.values():
        if source.published is not None or source.seen is not None:
            continue
        if source.id == source.url:
            message = "nothing says when this address was published or read"
            yield Finding(source, (), UNDATED, message, 'an entry for it under "sources", with the day you saw it')
        else:
            message = f'source "{source.id}" has neither "published" nor "seen"'
            yield Finding(source, (), UNDATED, message, "seen: the day you read it")


LINTS = (
    Lint(PRECISE, false_precision),
    Lint(AFTER, after_its_sources),
    Lint(OVERDUE, overdue_plan),
    Lint(
        UNDATED,
        undated_source,
        '{} of {} sources have neither "published" nor "seen"',
        lambda story: len(story.timeline.sources),
    ),
)
