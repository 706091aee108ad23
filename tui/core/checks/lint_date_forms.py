"""Lints about how dates are written: marks and signs that seem to mean another thing, times without offset."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from tui.core.checks.lint import Finding, Lint, LintInput
from tui.core.dates.canonical import with_marks_behind, with_modern_years
from tui.core.dates.edtf import Date
from tui.core.dates.hints import dates_suggestion
from tui.core.dates.instants import instant
from tui.core.text.messages import worded
from tui.core.timeline.model import Event, Source

MARK = "mark-on-year"
MINUS = "minus-year"
MIXED = "mixed-offsets"

FARTHEST_OFFSET = 14 * 3600
"""Seconds: how far a clock may be from UTC, either way."""


def mark_on_year(story: LintInput) -> Iterator[Finding]:
    """A mark of doubt before a year that has a month behind it is about the year alone."""
    for owner, field, date in _dates(story):
        if not date.doubt or (meant := with_marks_behind(date.text)) == date.text:
            continue
        mark = next(char for char in date.text if char in "~?%")
        message = worded("the {mark} stands before the year, and is about the year alone", mark=mark)
        yield Finding(owner, (field,), MARK, message, dates_suggestion([meant]), meant=(meant,))


def minus_year(story: LintInput) -> Iterator[Finding]:
    """A year such as -2025 is one before Christ; in a file without any other it was hardly meant."""
    ancient = [event for event in story.timeline.events if event.date.sort_key[0] < 1]
    slips = [event for event in ancient if with_modern_years(event.date.text) != event.date.text]
    if len(slips) < len(ancient) or len(ancient) == len(story.timeline.events) > 1:
        return
    for event in slips:
        meant = with_modern_years(event.date.text)
        year = event.date.text[event.date.text.index("-") :][:5]
        message = worded("{year} is the year {before_christ} BC", year=year, before_christ=int(year[1:]) + 1)
        dates = [meant] if "/" in meant or ".." in meant else [meant, f"../{meant}"]
        yield Finding(event, ("date",), MINUS, message, dates_suggestion(dates), meant=tuple(dates))


def mixed_offsets(story: LintInput) -> Iterator[Finding]:
    """The times without an offset from UTC near others that have one: nothing tells which came first."""
    timed = [event for event in story.timeline.events if event.date.time is not None]
    instants = sorted(at for event in timed if (at := event.date.instant) is not None)
    if not instants:
        return
    for event in timed:
        if event.date.instant is not None:
            continue
        clock = instant(event.date.start.begin or 0, f"{event.date.time}Z") or 0
        near = bisect_left(instants, clock - FARTHEST_OFFSET)
        if near < len(instants) and instants[near] <= clock + FARTHEST_OFFSET:
            message = worded(
                "this time says no offset from UTC, and others near it do: their order is that of the file"
            )
            hint = worded("an offset for each, as in {time}+01:00, or for none", time=event.date.text.partition("/")[0])
            yield Finding(event, ("date",), MIXED, message, hint)
            return


def _dates(story: LintInput) -> Iterator[tuple[Event | Source, str, Date]]:
    """Every date of events and sources, with its owner and its field."""
    for event in story.timeline.events:
        yield event, "date", event.date
    for source in story.timeline.sources.values():
        for field in ("published", "seen", "gone"):
            date = getattr(source, field)
            if date is not None:
                yield source, field, date


LINTS = (Lint(MARK, mark_on_year), Lint(MINUS, minus_year), Lint(MIXED, mixed_offsets))
