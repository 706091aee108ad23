"""The words where there is nothing to show: why, and what would help."""

from __future__ import annotations

import re

from tui.core.index.protocol import Answers
from tui.core.text.cells import Measure, fit
from tui.core.text.clean import clean_line
from tui.drawing.spans.glyphs import UNICODE
from tui.drawing.spans.pen import Pen
from tui.drawing.spans.spans import Line, Span


def nothing_matches(answers: Answers, separator: str = UNICODE.separator) -> tuple[str, str]:
    """Two sentences: what nothing matches, and how many events each field's terms keep away."""
    widened = f" {separator} ".join(
        f"{'Without' if at == 0 else 'without'} {field}: {count}"
        for at, (field, count) in enumerate(answers.widened())
    )
    return f"Nothing matches {clean_line(str(answers.query))}.", widened


def in_place_of_events(answers: Answers, pen: Pen, *, clear: str, undo: str, name: str) -> list[Line]:
    """The rows that stand where the events would, in the middle of the screen."""
    if answers.count():
        return []
    if not answers.query.terms:
        return [
            (Span(f"No events in {clean_line(name)} yet.", "strong"),),
            (Span(""),),
            (Span("Each needs a date and a title:", "dim"),),
            (Span("events:", "text"),),
            (Span("- date: 2025-12-31 ", "text"),),
            (Span("  title: what ended", "text"),),
        ]
    sentence, widened = nothing_matches(answers, pen.glyphs.separator)
    return [
        (Span(sentence, "strong"),),
        (
            Span(f"{widened}{pen.dot}", "text"),
            Span(clear, "key"),
            Span(" clears, ", "text"),
            Span(undo, "key"),
            Span(" undoes", "text"),
        ),
    ]


def within(lines: list[Line], width: int, measure: Measure) -> list[Line]:
    """The same rows in so many cells: a longer one is broken at its blanks."""
    return [row for line in lines for row in _broken(line, max(1, width), measure)]


def _broken(line: Line, width: int, measure: Measure) -> list[Line]:
    if sum(measure(span.text) for span in line) <= width:
        return [line]
    rows: list[list[Span]] = [[]]
    taken = 0
    for span in line:
        for piece in re.findall(r"\s+|\S+\s*", span.text):
            cells = measure(piece.rstrip())
            if taken and taken + cells > width:
                rows.append([])
                taken = 0
            if taken or cells:  # no row begins with a blank that parted two words
                text = piece if taken + measure(piece) <= width else fit(piece.rstrip(), width, measure)
                rows[-1].append(span._replace(text=text))
                taken += measure(text)
    return [tuple(row) for row in rows]
