"""Problems of a file as lines: what is wrong and where, the line it is on, carets under it, and the cure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tui.core.problems.problem import ERROR, HINT, WARNING, Place, Problem, severity_name
from tui.core.text.cells import cut, wrap
from tui.core.text.clean import clean, clean_line, with_visible_blanks
from tui.core.web.password import masked
from tui.drawing.spans.pen import Pen
from tui.drawing.spans.spans import Line, Span

ROLES = {ERROR: "alarm", WARNING: "doubt", HINT: "plan"}
"""The role of a severity and of its carets."""

TAB = 4
"""Cells to a tab stop."""
_OF_BLANKS = ("no-break-space", "bad-indentation")
"""Codes of problems with spaces, of which it has to be seen which they are."""
LEAST = 20
"""Cells that an excerpt has at least, however narrow the page."""


def listed(problems: Iterable[Problem], name: str, text: str, width: int, pen: Pen) -> Iterator[Line]:
    """All problems of a file, one after the other, an empty line between them; what counts others is one line.

    `text` is the file as it was decoded; `width` is in cells.
    """
    lines = text.split("\n")
    for number, problem in enumerate(one.in_language() for one in problems):
        if number:
            yield ()
        yield problem_heading(problem, name)
        if not problem.more:
            yield from excerpt(problem, lines, width, pen)


def on_screen(problem: Problem, lines: list[str], width: int, pen: Pen) -> Iterator[Line]:
    """One problem where there is no more than so many cells: what is wrong and its cure are wrapped, not cut.

    `lines` are those of the file.
    """
    problem = problem.in_language()
    place = problem.place
    begins = f"{place.line}:{place.column}  {severity_name(problem.severity)}[{problem.code}]  "
    room = max(width - pen.measure(begins), LEAST)
    first, *others = wrap(clean_line(problem.message), room, pen.measure) or [""]
    where, _, what = begins.partition("  ")
    yield (Span(where, "strong"), Span("  "), Span(what, ROLES[problem.severity]), Span(first))
    for row in others:
        yield (Span(" " * pen.measure(begins)), Span(row))
    *rows, carets = excerpt(problem._replace(hint=None), lines, width, pen)
    yield from rows
    taken = pen.wide(carets) + 1
    hint = clean_line(problem.hint or "")
    if taken + pen.measure(hint) <= width:
        yield (*carets, Span(f" {hint}" if hint else ""))
        return
    yield carets
    gutter = carets[0].text
    for row in wrap(hint, max(width - pen.measure(gutter) - 1, LEAST), pen.measure):
        yield (Span(gutter, "dim"), Span(f" {row}"))


def problem_heading(problem: Problem, name: str) -> Line:
    """`events.yaml:42:15: error[unknown-actor]: no actor is called "ikanby"`."""
    place = problem.place
    return (
        Span(f"{clean_line(name)}:{place.line}:{place.column}:", "strong"),
        Span(" "),
        Span(f"{severity_name(problem.severity)}[{problem.code}]:", ROLES[problem.severity]),
        Span(f" {clean_line(problem.message)}"),
    )


def excerpt(problem: Problem, lines: list[str], width: int, pen: Pen) -> Iterator[Line]:
    """The line of a problem behind a gutter with its number, and carets under the place."""
    place = problem.place
    number = str(place.line)
    gutter = " " * len(number)
    before, marked, after = _parts(place, lines)
    if problem.code in _OF_BLANKS:
        before, marked, after = map(with_visible_blanks, (before, marked, after))
    before, marked, after = _window(before, marked, after, max(width - len(number) - 3, LEAST), pen)
    yield (Span(f"{gutter} |", "dim"),)
    yield (Span(f"{number} |", "dim"), Span(f" {before}{marked}{after}".rstrip()))
    carets = Span("^" * max(pen.measure(marked), 1), ROLES[problem.severity])
    hint = () if problem.hint is None else (Span(f" {clean_line(problem.hint)}"),)
    yield (Span(f"{gutter} |", "dim"), Span(" " * (pen.measure(before) + 1)), carets, *hint)


def _parts(place: Place, lines: list[str]) -> tuple[str, str, str]:
    """A line before, at and after its problem, each made harmless, tabs as spaces; of several lines the first."""
    line = masked(lines[place.line - 1]) if place.line <= len(lines) else ""
    start = min(place.column - 1, len(line))
    end = len(line.rstrip()) if place.end_line > place.line else place.end_column - 1
    end = max(end, start + 1)
    expanded: list[str] = []
    column = 0
    for piece in (line[:start], line[start:end], line[end:]):
        shown = ""
        for run in re.split("(\t)", piece):
            spaces = TAB - column % TAB
            shown += " " * spaces if run == "\t" else clean(run)
            column += spaces if run == "\t" else len(run)
        expanded.append(shown)
    before, marked, after = expanded
    return before, marked, after


def _window(before: str, marked: str, after: str, room: int, pen: Pen) -> tuple[str, str, str]:
    """The part of a long line that fits into so many cells, with its problem in sight."""
    whole = before + marked + after
    if len(whole) <= 4 * room and pen.measure(whole) <= room:
        return before, marked, after
    dots = pen.measure(pen.glyphs.cut)
    marked = _head(marked, room // 2, pen)
    lead = room - pen.measure(marked) - dots
    if len(before) > 4 * room or pen.measure(before) > lead:
        keep = max(min(lead - dots, room // 3), 0)
        before = pen.glyphs.cut + _tail(before, keep, pen)
    left = room - pen.measure(before) - pen.measure(marked)
    return before, marked, _head(after, left, pen)


def _head(text: str, room: int, pen: Pen) -> str:
    """The beginning of a text in at most so many cells, with an ellipsis when it goes on."""
    near = text[: 4 * room]
    if len(near) == len(text) and pen.measure(text) <= room:
        return text
    return cut(near, max(room - pen.measure(pen.glyphs.cut), 0), pen.measure) + pen.glyphs.cut


def _tail(text: str, room: int, pen: Pen) -> str:
    """The end of a text in at most so many cells."""
    near = text[-4 * room :] if room else ""
    while near and pen.measure(near) > room:
        near = near[1:]
    return near
