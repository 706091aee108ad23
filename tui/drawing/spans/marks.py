"""All marks of the screens and of what is printed, with what each means: the help shows this table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tui.core.text.cells import Measure, fit, wrap
from tui.core.text.messages import _
from tui.core.text.names import status_name
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
    yield MarkGroup(_("Before a title: its status"), tuple(_statuses(glyphs)))
    yield MarkGroup(_("Before the day"), tuple(_dates(glyphs)))
    yield MarkGroup(_("Between day and title: what goes on"), tuple(_lanes(glyphs)))
    yield MarkGroup(_("Beside a title, and at the right edge"), tuple(_flags(glyphs)))
    yield MarkGroup(_("Above the rows"), tuple(_overview(glyphs)))
    yield MarkGroup(_("In lanes"), tuple(_bars(glyphs)))
    yield MarkGroup(_("In claims and sources"), tuple(_claims(glyphs)))


MOST = 16
"""The most cells of a mark or of keys."""


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
    room = min(MOST, max(12, width // 4))
    lead = fit(text, MOST, measure)
    wide = max(room, measure(lead))  # a name that is longer than the others moves what it means, in its own rows
    rows = wrap(means, max(10, width - wide - 4), measure)
    yield Span(f"  {lead}{' ' * (wide - measure(lead) + 2)}", role), Span(rows[0] if rows else "", "text")
    yield from ((Span(" " * (room + 4)), Span(row, "text")) for row in rows[1:])


def _statuses(glyphs: Glyphs) -> Iterator[Mark]:
    for status, means in (
        ("reported", _("a source says that it happened")),
        ("inferred", _("deduced, with the reason given")),
        ("planned", _("announced; no source here says that it happened")),
        ("in-force", _("a rule that applies from that day on")),
        ("cancelled", _("called off")),
    ):
        yield Mark(f"{glyphs.of_status(status)} {status_name(status)}", means)


def _dates(glyphs: Glyphs) -> Iterator[Mark]:
    by = "<=" if glyphs.same == '"' else "≤"
    yield Mark(_("~21 Aug"), _("about that day"), "doubt")
    yield Mark(_("?21 Aug"), _("perhaps that day; % about, and perhaps"), "doubt")
    yield Mark(_("{by}15 Nov", by=by), _("by that day"), "doubt")
    yield Mark(_("21{dash}25 Aug", dash=glyphs.dash), _("one day between the two"), "doubt")
    yield Mark(_("in 2026"), _("some day in that year"), "doubt")
    yield Mark(glyphs.same, _("the same date as the row above; 22:00 alone: another time of that day"), "dim")
    yield Mark(glyphs.silence, _("nothing is dated for so long"), "dim")


def _lanes(glyphs: Glyphs) -> Iterator[Mark]:
    yield Mark(f"{glyphs.opens} {glyphs.lane} {glyphs.closes}", _("an interval begins, goes on, ends"), "lane1")
    yield Mark(glyphs.lane_vague, _("it may not have begun, or may be over"), "lane1")
    yield Mark(glyphs.more_lanes, _("more go on than there is room for"), "dim")


def _flags(glyphs: Glyphs) -> Iterator[Mark]:
    own = f"{glyphs.starred} {glyphs.check} {glyphs.noted}"
    yield Mark(own, _("your own: starred, marked read, with a note"), "strong")
    yield Mark(glyphs.key, _("a key event: one of the few that the story turns on"), "strong")
    yield Mark(glyphs.private, _("private: kept out of what is printed, copied and exported"))
    yield Mark(_("(title)"), _("as of a day: what may not have been out yet"), "dim")
    yield Mark("BE MA  9", _("countries, and how many sources"), "dim")  # no words: codes
    yield Mark("1", _("a single source"), "alarm")
    yield Mark("!", _("sources disagree: the detail shows who says what"), "alarm")
    yield Mark("?", _("still planned although its day is past"), "alarm")


def _overview(glyphs: Glyphs) -> Iterator[Mark]:
    blocks = glyphs.blocks
    yield Mark(f"{blocks[1]}{blocks[3]}{blocks[8]}", _("how many events lie where"))
    yield Mark("[ ]", _("the part in sight"))
    yield Mark(glyphs.today, _("today, or the day by which the story is told"), "now")
    yield Mark(f"{glyphs.fewer}3 1{glyphs.further}", _("events before and after what is shown"), "dim")


def _bars(glyphs: Glyphs) -> Iterator[Mark]:
    dot, sure, fading = glyphs.reported, glyphs.sure, glyphs.fading
    yield Mark(f"{fading * 2}{sure * 4}{fading * 2}", _("certain where solid; else not yet begun, perhaps, or over"))
    yield Mark(f"{glyphs.span * 3}{glyphs.vague}{glyphs.span * 3}", _("some time within"))
    yield Mark(f"{glyphs.comes_on}{glyphs.span}{dot}", _("by that day"))
    yield Mark(f"{glyphs.in_force}{sure * 3}{glyphs.goes_on}", _("an end that is open"))
    yield Mark(f"{glyphs.fewer}{sure * 2}{glyphs.further}", _("it goes on out of sight"))


def _claims(glyphs: Glyphs) -> Iterator[Mark]:
    yield Mark(glyphs.check, _("the value that the curator keeps"), "kept")
    yield Mark(glyphs.near, _("less precise than another value, and fits it"))
