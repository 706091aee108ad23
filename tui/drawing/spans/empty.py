"""The words where there is nothing to show: why, and what would help."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from tui.core.index.protocol import Answers
from tui.core.text.cells import Measure, fit
from tui.core.text.clean import clean_line
from tui.core.text.messages import _, thousands
from tui.drawing.spans.glyphs import UNICODE
from tui.drawing.spans.pen import Pen
from tui.drawing.spans.spans import Line, Span

LONGEST = 200
"""Characters of a query, or of a word in it, that are printed back."""

MOST = 12
"""Terms of a query of which it is said what would be without each."""


def nothing_matches(answers: Answers, separator: str = UNICODE.separator, cut: str = UNICODE.cut) -> tuple[str, str]:
    """Two sentences: what nothing matches, and how many events each field's terms keep away."""
    kept_away = [(_shortened(field, cut), thousands(count)) for field, count in answers.widened()]
    others = [
        _("without {field}: {count}", field=field, count=count)
        if at
        else _("Without {field}: {count}", field=field, count=count)
        for at, (field, count) in enumerate(kept_away)
    ]
    widened = f" {separator} ".join(others if len(others) <= MOST else [*others[:MOST], cut])
    asked = _shortened(clean_line(str(answers.query)), cut)
    return _("Nothing matches {query}.", query=asked), widened


def _shortened(text: str, cut: str) -> str:
    """A text that is printed back, without what is too much of it to be read."""
    return text if len(text) <= LONGEST else text[: LONGEST - len(cut)] + cut


def in_place_of_events(answers: Answers, pen: Pen, *, clear: str, undo: str, name: str) -> list[Line]:
    """The rows that stand where the events would, in the middle of the screen."""
    if answers.count():
        return []
    if not answers.query.terms:
        return [
            (Span(_("No events in {file} yet.", file=clean_line(name)), "strong"),),
            (Span(""),),
            (Span(_("Each needs a date and a title:"), "dim"),),
            (Span("events:", "text"),),
            (Span("- date: 2025-12-31 ", "text"),),
            (Span("  title: " + _("what ended"), "text"),),
        ]
    sentence, widened = nothing_matches(answers, pen.glyphs.separator, pen.glyphs.cut)
    return [
        (Span(sentence, "strong"),),
        (
            Span(f"{widened}{pen.dot}", "text"),
            *_with_keys(_("{clear} clears, {undo} undoes"), {"clear": clear, "undo": undo}),
        ),
    ]


def _with_keys(sentence: str, keys: Mapping[str, str]) -> Iterator[Span]:
    """A sentence whose places are keys, in spans."""
    for piece in re.split(r"(\{\w+\})", sentence):
        name = piece[1:-1]
        if piece:
            yield Span(keys[name], "key") if name in keys and piece[0] == "{" else Span(piece)


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
