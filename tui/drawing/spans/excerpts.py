"""Problems of a file as lines: what is wrong and where, the line it is on, carets under it, and the cure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tui.core.problems.problem import ERROR, HINT, WARNING, Place, Problem
from tui.core.text.cells import Measure, cut, wrap
from tui.core.text.clean import clean, clean_line
from tui.drawing.spans.spans import Line, Span

ROLES = {ERROR: "alarm", WARNING: "doubt", HINT: "plan"}
"""The role of a severity and of its carets."""

TAB = 4
"""Cells to a tab stop."""
LEAST = 20
"""Cells that an excerpt has at least, however narrow the page."""


def listed(
    problems: Iterable[Problem], name: str, text: str, width: int, measure: Measure, ellipsis: str = "…"
) -> Iterator[Line]:
    """All problems of a file, one after the other, an empty line between them.

    `text` is the file as it was decoded; `width` is in cells.
    """
    lines = text.split("\n")
    for number, problem in enumerate(problems):
        if number:
            yield ()
        yield problem_heading(problem, name)
        yield from excerpt(problem, lines, width, measure, ellipsis)


def on_screen(problem: Problem, lines: list[str], width: int, measure: Measure, ellipsis: str = "…") -> Iterator[Line]:
    """One problem where there is no more than so many cells: what is wrong and its cure are wrapped, not cut.

    `lines` are those of the file.
    """
    place = problem.place
    begins = f"{place.line}:{place.column}  {problem.severity}[{problem.code}]  "
    room = max(width - measure(begins), LEAST)
    first, *others = wrap(clean_line(problem.message), room, measure) or [""]
    where, _, what = begins.partition("  ")
    yield (Span(where, "strong"), Span("  "), Span(what, ROLES[problem.severity]), Span(first))
    for row in others:
        yield (Span(" " * measure(begins)), Span(row))
    *rows, carets = excerpt(problem._replace(hint=None), lines, width, measure, ellipsis)
    yield from rows
    taken = sum(measure(span.text) for span in carets) + 1
    hint = clean_line(problem.hint or "")
    if taken + measure(hint) <= width:
        yield (*carets, Span(f" {hint}" if hint else ""))
        return
    yield carets
    gutter = carets[0].text
    for row in wrap(hint, max(width - measure(gutter) - 1, LEAST), measure):
        yield (Span(gutter, "dim"), Span(f" {row}"))


def problem_heading(problem: Problem, name: str) -> Line:
    """`events.yaml:42:15: error[unknown-actor]: no actor is called "ikanby"`."""
    place = problem.place
    return (
        Span(f"{clean_line(name)}:{place.line}:{place.column}:", "strong"),
        Span(" "),
        Span(f"{problem.severity}[{problem.code}]:", ROLES[problem.severity]),
        Span(f" {clean_line(problem.message)}"),
    )


def excerpt(problem: Problem, lines: list[str], width: int, measure: Measure, ellipsis: str) -> Iterator[Line]:
    """The line of a problem behind a gutter with its number, and carets under the place."""
    place = problem.place
    number = str(place.line)
    gutter = " " * len(number)
    before, marked, after = _parts(place, lines)
    before, marked, after = _window(before, marked, after, max(width - len(number) - 3, LEAST), measure, ellipsis)
    yield (Span(f"{gutter} |", "dim"),)
    yield (Span(f"{number} |", "dim"), Span(f" {before}{marked}{after}".rstrip()))
    carets = Span("^" * max(measure(marked), 1), ROLES[problem.severity])
    hint = () if problem.hint is None else (Span(f" {clean_line(problem.hint)}"),)
    yield (Span(f"{gutter} |", "dim"), Span(" " * (measure(before) + 1)), carets, *hint)


def _parts(place: Place, lines: list[str]) -> tuple[str, str, str]:
    """A line before, at and after its problem, each made harmless, tabs as spaces; of several lines the first."""
    line = lines[place.line - 1] if place.line <= len(lines) else ""
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


def _window(before: str, marked: str, after: str, room: int, measure: Measure, ellipsis: str) -> tuple[str, str, str]:
    """What of a long line fits into so many cells, with its problem in sight."""
    whole = before + marked + after
    if len(whole) <= 4 * room and measure(whole) <= room:
        return before, marked, after
    dots = measure(ellipsis)
    marked = _head(marked, room // 2, measure, ellipsis)
    lead = room - measure(marked) - dots
    if len(before) > 4 * room or measure(before) > lead:
        keep = max(min(lead - dots, room // 3), 0)
        before = ellipsis + _tail(before, keep, measure)
    left = room - measure(before) - measure(marked)
    return before, marked, _head(after, left, measure, ellipsis)


def _head(text: str, room: int, measure: Measure, ellipsis: str) -> str:
    """The beginning of a text in at most so many cells, with an ellipsis when it goes on."""
    near = text[: 4 * room]
    if len(near) == len(text) and measure(text) <= room:
        return text
    return cut(near, max(room - measure(ellipsis), 0), measure) + ellipsis


def _tail(text: str, room: int, measure: Measure) -> str:
    """The end of a text in at most so many cells."""
    near = text[-4 * room :] if room else ""
    while near and measure(near) > room:
        near = near[1:]
    return near
