"""A file before and after as a patch: what goes, what comes, and three lines around it (`diff -u`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.core.comparison.fewest_moves import longest_rising_run
from tui.core.text.clean import clean, clean_line
from tui.core.text.messages import _, translatable
from tui.drawing.spans.spans import Line, Span

STAYS, GOES, COMES = " ", "-", "+"
ROLES = {STAYS: "text", GOES: "alarm", COMES: "kept"}
AROUND = 3
"""Lines that are shown before and after what changes."""
UNENDED = translatable("No newline at end of file")


class Step(NamedTuple):
    """A line that stays, goes or comes."""

    mark: str
    text: str


def patch(before: Sequence[str], after: Sequence[str], rows: Sequence[int | None], name: str) -> Iterator[Line]:
    """The lines of a patch; none when nothing changes.

    `before` and `after` are lines with their ends, and `rows` says which of the lines before each one after is.
    """
    steps = list(_steps(before, after, rows))
    at = old = new = 0
    for begin, end in _stretches(steps):
        if not at:
            yield (Span(f"--- {clean_line(name)}", "strong"),)
            yield (Span(f"+++ {clean_line(name)}", "strong"),)
        for step in steps[at:begin]:
            old, new = old + (step.mark != COMES), new + (step.mark != GOES)
        hunk = steps[begin:end]
        gone, come = (sum(step.mark != other for step in hunk) for other in (COMES, GOES))
        yield (Span(f"@@ -{_range(old, gone)} +{_range(new, come)} @@", "dim"),)
        for step in hunk:
            yield from _drawn(step)
        at, old, new = end, old + gone, new + come


def _steps(before: Sequence[str], after: Sequence[str], rows: Sequence[int | None]) -> Iterator[Step]:
    """Both files line by line, what goes before what comes in its place."""
    alike = [row for row, line in zip(rows, after, strict=True) if row is not None and before[row] == line]
    staying_rows = set(longest_rising_run(alike))
    old = 0
    pending: list[Step] = []
    for row, line in zip(rows, after, strict=True):
        if row not in staying_rows or row is None or before[row] != line:
            pending.append(Step(COMES, line))
            continue
        yield from (Step(GOES, gone) for gone in before[old:row])
        yield from pending
        pending = []
        yield Step(STAYS, line)
        old = row + 1
    yield from (Step(GOES, gone) for gone in before[old:])
    yield from pending


def _stretches(steps: Sequence[Step]) -> list[tuple[int, int]]:
    """From and up to which step there is something to show."""
    found: list[tuple[int, int]] = []
    for at, step in enumerate(steps):
        if step.mark == STAYS:
            continue
        begin, end = max(at - AROUND, 0), min(at + AROUND + 1, len(steps))
        if found and begin <= found[-1][1]:
            begin = found.pop()[0]
        found.append((begin, end))
    return found


def _range(skipped: int, length: int) -> str:
    """`12,7`: the first line from 1 and how many; of none at all, the line before them."""
    return f"{skipped + 1 if length else skipped},{length}"


def _drawn(step: Step) -> Iterator[Line]:
    bare = step.text.rstrip("\r\n")
    yield (Span(f"{step.mark}{clean(bare)}", ROLES[step.mark]),)
    if bare == step.text:
        yield (Span("\\ " + _(UNENDED), "dim"),)
