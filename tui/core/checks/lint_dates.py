"""Lints about time: what nobody can have reported, plans that are past, sources without a day."""

from __future__ import annotations

from collections.abc import Iterator

from tui.core.checks.lint import Finding, Lint, LintInput
from tui.core.dates import calendar
from tui.core.evidence.verdicts import HAPPENED, PLANNED, REPORTED, STATUS
from tui.core.text.fold import fold
from tui.core.text.messages import worded, worded_number
from tui.core.timeline.model import ANNOUNCES, Event, Source

AFTER = "after-its-sources"
EARLY = "early-source"
AHEAD = "reported-ahead"
OVERDUE = "overdue-plan"
UNDATED = "undated-source"

NEVER = 10**30
"""After every day."""


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
        message = worded_number(
            "its only source was out by {day}, before this can have happened",
            "the last of its {number} sources was out by {day}, before this can have happened",
            len(names),
            day=calendar.iso(last),
        )
        yield Finding(event, ("date",), AFTER, message, worded("status: planned, or a source that saw it happen"))


def early_source(story: LintInput) -> Iterator[Finding]:
    """A source that was surely out before an event, of which others report that it happened: it can but announce it."""
    out = {source.id: _surely_out(source) for source in story.timeline.sources.values()}
    for event, names in story.told():
        begins = event.date.earliest
        if event.status != REPORTED or begins is None or event.date.doubt:
            continue
        announced = {one.source for one in event.cited if one.announces} | _for_the_plan(event)
        early = [name for name in names if out[name] < begins]
        if len(early) < len(names):  # of all its sources another lint speaks
            for name in early:
                if name not in announced:
                    message = worded(
                        '"{source}" was out by {day}, before this can have happened',
                        source=name,
                        day=calendar.iso(out[name]),
                    )
                    yield Finding(
                        event,
                        ("sources",),
                        EARLY,
                        message,
                        worded("{citation}, if it announces it", citation=f"{name}{ANNOUNCES}"),
                    )


def _for_the_plan(event: Event) -> set[str]:
    """The sources that are cited for its having been planned."""
    values = (value for claim in event.claims if claim.name == STATUS for value in claim.values)
    return {one.source for value in values if fold(value.text) == PLANNED for one in value.citations}


def reported_ahead(story: LintInput) -> Iterator[Finding]:
    """An event that lies wholly in the future: nobody can have seen it happen."""
    for event in story.timeline.events:
        begins = event.date.earliest
        if begins is None or event.status not in HAPPENED or (story.today is not None and begins <= story.today):
            continue
        message = worded(
            '"{status}", though it lies in the future: it cannot happen before {day}',
            status=event.status,
            day=calendar.iso(begins),
        )
        hint = worded("status: planned, until a source says that it happened")
        yield Finding(event, ("date",), AHEAD, message, hint, is_said=story.today is not None)


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
            message = worded("still planned, though its last possible day was {day}", day=calendar.iso(latest))
            is_said = story.today is not None and latest < story.today
            hint = worded("a source that says what came of it, and its status; or status: cancelled")
            yield Finding(event, ("status",), OVERDUE, message, hint, is_said=is_said)


def undated_source(story: LintInput) -> Iterator[Finding]:
    """A source without a day can be placed in no chronology of what was known when."""
    for source in story.timeline.sources.values():
        if source.published is not None or source.seen is not None:
            continue
        if source.id == source.url:
            message = worded("nothing says when this address was published or read")
            yield Finding(
                source, (), UNDATED, message, worded('an entry for it under "sources", with the day you saw it')
            )
        else:
            message = worded('source "{id}" has neither "published" nor "seen"', id=source.id)
            yield Finding(source, (), UNDATED, message, worded("seen: the day you read it"))


LINTS = (
    Lint(AFTER, after_its_sources),
    Lint(EARLY, early_source),
    Lint(
        AHEAD,
        reported_ahead,
        worded("{found} of {among} events lie in the future, and are not planned, such as this one"),
        lambda story: len(story.timeline.events),
    ),
    Lint(OVERDUE, overdue_plan),
    Lint(
        UNDATED,
        undated_source,
        worded('{found} of {among} sources have neither "published" nor "seen", such as this one'),
        lambda story: len(story.timeline.sources),
    ),
)
