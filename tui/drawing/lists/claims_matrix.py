"""The values that sources give of the same things, as a table an event: a source a row, a claim a column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from tui.core.citation.resolve import citations_of_event
from tui.core.dates.words import in_words
from tui.core.evidence.claims import less_precise
from tui.core.evidence.verdicts import retained
from tui.core.text.cells import wrap
from tui.core.text.clean import clean_line
from tui.core.text.messages import _
from tui.core.timeline.in_language import TimelineInLanguage
from tui.core.timeline.model import Claim, Event
from tui.drawing.event.claims import in_notation, rivals
from tui.drawing.event.sources import trimmed
from tui.drawing.spans.column import TextColumn
from tui.drawing.spans.spans import Line, Span

NARROWEST, WIDEST = 8, 30
"""Cells of a column of values; a longer value takes several rows."""

GAP = 2
"""Cells between columns."""

INDENT = 2
"""Cells before a row."""

MARK = 2
"""Cells of the mark before a text."""


class SourceValue(NamedTuple):
    """A value as one source gives it."""

    text: str
    """In the reader's notation."""
    kept: bool
    vague: bool
    """Compatible with a more precise one."""


class Column(NamedTuple):
    """A claim, and what each source says in it."""

    name: str
    disputed: bool
    stances: dict[str, list[SourceValue]]
    """By the id of the source; the empty one has the values that nobody is cited for."""


def columns(event: Event, voice: TimelineInLanguage) -> list[Column]:
    """The claims of an event, each with what is said by whom."""
    clash = rivals(event, voice)
    return [_column(claim, event, voice, is_disputed=claim.name in clash) for claim in event.claims]


def _column(claim: Claim, event: Event, voice: TimelineInLanguage, *, is_disputed: bool) -> Column:
    keep, vague = retained(event, claim), less_precise(claim)
    stances: dict[str, list[SourceValue]] = {}
    for place, value in enumerate(claim.values):
        stance = SourceValue(in_notation(value, claim, voice), place == keep, place in vague)
        for source in dict.fromkeys(one.source for one in value.citations) or ("",):
            stances.setdefault(source, []).append(stance)
    return Column(voice.claim(claim), is_disputed, stances)


def table(event: Event, voice: TimelineInLanguage, sheet: TextColumn) -> list[Line]:
    """The event, then its claims side by side, as many as the width has room for, the others below them."""
    found = columns(event, voice)
    names = _names(event, found, voice)
    lines = _heading(event, voice, sheet)
    first = min(max(map(sheet.measure, names.values()), default=0), max(NARROWEST, sheet.width // 4))
    room = max(NARROWEST, sheet.width - first - GAP - INDENT)
    while found:
        widths = [min(_width(one, sheet), room) for one in found]
        many = _that_fit(widths, room)
        lines += [(), *_block(found[:many], [first, *widths[:many]], names, sheet)]
        found = found[many:]
    return lines


def _heading(event: Event, voice: TimelineInLanguage, sheet: TextColumn) -> list[Line]:
    """The day and the title, and the id by which to ask for more."""
    when = Span(f"{in_words(event.date, voice.language)}  ", "dim")
    lines = sheet.paragraph(voice.title(event), "strong", head=(when,), indent=INDENT)
    return lines + sheet.paragraph(clean_line(event.id), "dim", head=(Span(" " * INDENT),))


def _names(event: Event, found: list[Column], voice: TimelineInLanguage) -> dict[str, str]:
    """The speaker in each source that claims something; two articles of one publisher are told apart by their ids."""
    order = dict.fromkeys(one.citation.source for one in citations_of_event(event, voice.timeline))
    said = [source for source in (*order, "") if any(source in column.stances for column in found)]
    names = {source: voice.publisher(source) if source else _("(nobody cited)") for source in said}
    alike = Counter(names.values())
    return {source: name if alike[name] == 1 else f"{name} ({clean_line(source)})" for source, name in names.items()}


def _width(column: Column, sheet: TextColumn) -> int:
    """The cells that a claim takes: those of its widest text, within limits, and a mark before it."""
    texts = [column.name, *(stance.text for said in column.stances.values() for stance in said)]
    return min(max(map(sheet.measure, texts)), WIDEST) + MARK


def _that_fit(widths: list[int], room: int) -> int:
    """The number of columns that stand side by side, at least one."""
    taken = -GAP
    for many, width in enumerate(widths):
        taken += width + GAP
        if taken > room and many:
            return many
    return len(widths)


def _block(found: list[Column], widths: list[int], names: dict[str, str], sheet: TextColumn) -> Iterator[Line]:
    """Claims side by side: their names, then a source a row, of those that say something in one of them."""
    heads = [
        _cell("! " if one.disputed else "  ", one.name, "alarm" if one.disputed else "strong", width, sheet)
        for one, width in zip(found, widths[1:], strict=True)
    ]
    yield from _row([[], *heads], widths, sheet)
    for source, name in names.items():
        said = [one.stances.get(source, []) for one in found]
        if any(said):
            cells = [
                [line for stance in stances for line in _said(stance, width, sheet)]
                for stances, width in zip(said, widths[1:], strict=True)
            ]
            label: list[Line] = [(Span(row),) for row in wrap(name, widths[0], sheet.measure)]
            yield from _row([label, *cells], widths, sheet)


def _said(stance: SourceValue, width: int, sheet: TextColumn) -> list[Line]:
    """A value with its mark: kept, or less precise than another that it is compatible with."""
    mark = sheet.glyphs.check if stance.kept else sheet.glyphs.near if stance.vague else " "
    return _cell(f"{mark} ", stance.text, "kept" if stance.kept else "text", width, sheet)


def _cell(mark: str, text: str, role: str, width: int, sheet: TextColumn) -> list[Line]:
    """A text in a column of that width, after a mark on its first row."""
    marked = {"!": "alarm", sheet.glyphs.check: "kept"}.get(mark.strip(), "doubt")
    rows = wrap(text, max(1, width - MARK), sheet.measure)
    return [(Span(" " * MARK if below else mark, marked), Span(row, role)) for below, row in enumerate(rows)]


def _row(cells: list[list[Line]], widths: list[int], sheet: TextColumn) -> Iterator[Line]:
    """Cells side by side, in as many rows as the tallest takes."""
    for row in range(max(map(len, cells))):
        line: list[Span] = [Span(" " * INDENT)]
        for cell, width in zip(cells, widths, strict=True):
            spans = cell[row] if row < len(cell) else ()
            filled = width - sheet.wide(spans)
            line += [*spans, Span(" " * (max(0, filled) + GAP))]
        yield sheet.row(*trimmed(tuple(line)))
