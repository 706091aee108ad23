"""All marks of the screens and of what is printed, with what each means: the help shows this table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tui.core.text.cells import Measure, fit, wrap
from tui.drawing.spans.glyphs import Glyphs
from tui.drawing.spans.spans import Line, Span


class Mark(NamedTuple):
    """A mark, and what it means."""

    text: str
    means: str
    role: str = "text"


class MarkGroup(NamedTuple):
    """The marks that stand in one part of a screen."""

    where: str
    marks: tuple[Mark, ...]


def mark_groups(glyphs: Glyphs) -> Iterator[MarkGroup]:
    """The marks as they are drawn with these characters."""
    yield MarkGroup("Before a title: its status", tuple(_statuses(glyphs)))
    yield MarkGroup("Before the day", tuple(_dates(glyphs)))
    yield MarkGroup("Between day and title: what goes on", tuple(_lanes(glyphs)))
    yield MarkGroup("Beside a title, and at the right edge", tuple(_flags(glyphs)))
    yield MarkGroup("Above the rows", tuple(_overview(glyphs)))
    yield MarkGroup("In lanes", tuple(_bars(glyphs)))
    yield MarkGroup("In claims and sources", tuple(_claims(glyphs)))


def mark_lines(glyphs: Glyphs, width: int, measure: Measure) -> Iterator[Line]:
    """The table in rows of so many cells: a heading a group, and the marks below it."""
    for number, (where, marks) in enumerate(mark_groups(glyphs)):
        if number:
            yield ()
        yield (Span(f" {where}", "strong"),)
        for mark in marks:
            yield from explained(mark.text, mark.role, mark.means, width, measure)


def explained(text: str, role: str, means: str, width: int, measure: Measure) -> Iterator[Line]:
    """A mark or keys, and beside it what that means, on as many rows as that takes."""
    room = min(16, max(12, width // 4))
    lead = fit(text, room, measure)
    rows = wrap(means, max(10, width - room - 4), measure)
    yield Span(f"  {lead}{' ' * (room - measure(lead) + 2)}", role), Span(rows[0] if rows else "", "text")
    yield from ((Span(" " * (room + 4)), Span(row, "text")) for row in rows[1:])


def _statuses(glyphs: Glyphs) -> Iterator[Mark]:
    for status, means in (
        ("reported", "a source says that it happened"),
        ("inferred", "deduced, with the reason given"),
        ("planned", "announced; no source here says that it happened"),
        ("in-force", "a rule that applies from that day on"),
        ("cancelled", "called off"),
    ):
        yield Mark(f"{glyphs.of_status(status)} {status}", means)


def _dates(glyphs: Glyphs) -> Iterator[Mark]:
    by = "<=" if glyphs.same == '"' else "≤"
    yield Mark("~21 Aug", "about that day", "doubt")
    yield Mark("?21 Aug", "perhaps that day; % about, and perhaps", "doubt")
    yield Mark(f"{by}15 Nov", "by that day", "doubt")
    yield Mark(f"21{glyphs.dash}25 Aug", "one day between the two", "doubt")
    yield Mark("in 2026", "some day in that year", "doubt")
    yield Mark(glyphs.same, "the same date as the row above; 22:00 alone: another time of that day", "dim")
    yield Mark(glyphs.silence, "nothing is dated for so long", "dim")


def _lanes(glyphs: Glyphs) -> Iterator[Mark]:
    yield Mark(f"{glyphs.opens} {glyphs.lane} {glyphs.closes}", "an interval begins, goes on, ends", "lane1")
    yield Mark(glyphs.lane_vague, "it may not have begun, or may be over", "lane1")
    yield Mark(glyphs.more_lanes, "more go on than there is room for", "dim")


def _flags(glyphs: Glyphs) -> Iterator[Mark]:
    own = f"{glyphs.starred} {glyphs.check} {glyphs.noted}"
    yield Mark(own, "your own: starred, marked read, with a note", "strong")
    yield Mark(glyphs.key, "a key event: one of the few that the story turns on", "strong")
    yield Mark(glyphs.private, "private: kept out of what is printed, copied and exported")
    yield Mark("(title)", "as of a day: what may not have been out yet", "dim")
    yield Mark("BE MA  9", "countries, and how many sources", "dim")
    yield Mark("1", "a single source", "alarm")
    yield Mark("!", "sources disagree: the detail shows who says what", "alarm")
    yield Mark("?", "still planned although its day is past", "alarm")


def _overview(glyphs: Glyphs) -> Iterator[Mark]:
    blocks = glyphs.blocks
    yield Mark(f"{blocks[1]}{blocks[3]}{blocks[8]}", "how many events lie where")
    yield Mark("[ ]", "the part in sight")
    yield Mark(glyphs.today, "today, or the day by which the story is told", "now")
    yield Mark(f"{glyphs.fewer}3 1{glyphs.further}", "events before and after what is shown", "dim")


def _bars(glyphs: Glyphs) -> Iterator[Mark]:
    dot, sure, fading = glyphs.reported, glyphs.sure, glyphs.fading
    yield Mark(f"{fading * 2}{sure * 4}{fading * 2}", "certain where solid; else not yet begun, perhaps, or over")
    yield Mark(f"{glyphs.span * 3}{glyphs.vague}{glyphs.span * 3}", "some time within")
    yield Mark(f"{glyphs.comes_on}{glyphs.span}{dot}", "by that day")
    yield Mark(f"{glyphs.in_force}{sure * 3}{glyphs.goes_on}", "an end that is open")
    yield Mark(f"{glyphs.fewer}{sure * 2}{glyphs.further}", "it goes on out of sight")


def _claims(glyphs: Glyphs) -> Iterator[Mark]:
    yield Mark(glyphs.check, "the value that the curator keeps", "kept")
    yield Mark(glyphs.near, "less precise than another value, and fits it")
