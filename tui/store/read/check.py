"""Everything that is to be said of a file: what is wrong with it, and what could be more honest.

Reading says what is wrong. The lints are not part of it, nor what other files have: only who asks pays for them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from zlib import crc32

from tui.core.checks.lints import remarks
from tui.core.problems.problem import ERROR, HINT, WARNING, Cure, Edit, Place, Problem, in_order
from tui.core.text.messages import worded
from tui.core.timeline.model import Actor, Event, Source
from tui.store.read.field_place import find_field
from tui.store.read.timeline import Reading
from tui.store.system import environment, read_bytes

_OF_A_DATE = frozenset("0123456789-~?%\"'[{Y.")
"""The signs with which a date begins where it stands in the file."""


def problems(reading: Reading, today: int | None) -> tuple[Problem, ...]:
    """All problems and hints by place; `today` is a day number, None for no hints that depend on it."""
    lines = reading.text.split("\n")
    hints = []
    for remark in remarks(reading.timeline, today, spoilt(reading)):
        at = remark.place or find_field(lines, remark.owner, remark.field)
        cures = _without(remark.drops, at, lines) if remark.drops else ()
        if remark.meant and lines[at.line - 1][at.column - 1 : at.end_column - 1][:1] in _OF_A_DATE:
            cures += tuple(Cure((Edit(at, one),), is_sure=False) for one in remark.meant)
        hints.append(Problem(at, remark.code, HINT, remark.message, remark.hint, cures=cures))
    return in_order([*reading.problems, *hints, *_missing_copies(reading), *_whose(reading, lines)])


def _missing_copies(reading: Reading) -> Iterator[Problem]:
    """A problem for each copy of a source that is no file beside this one."""
    if not reading.copies or read_bytes.is_stream(reading.name):
        return
    from tui.store.system.beside import NotBeside, path_beside

    for name, place in reading.copies:
        try:
            path_beside(reading.name, name)
        except NotBeside as fault:
            message = worded('the copy "{file}" cannot be used: {reason}', file=name, reason=fault.args[0])
            hint = worded("put the file there, or take its name out")
            yield Problem(place, "bad-copy", ERROR, message, hint)


def _without(drops: str, at: Place, lines: list[str]) -> tuple[Cure, ...]:
    """The cure that takes characters that nobody sees out of the value in a place, or of the key there."""
    from tui.core.text.clean import hidden_stretches
    from tui.store.typed.line_cures import edit, lines_right_of
    from tui.store.typed.lines import parse_line

    row, line = at.line - 1, parse_line(lines[at.line - 1])
    pieces = [(row, at.column - 1, lines[row][: at.end_column - 1])]
    if not set("[{").intersection(lines[row]):
        pieces += [(row + n, 0, text) for n, text in enumerate(lines_right_of(lines, row + 1, line.column), 1)]
    edits = tuple(
        edit(number, begin, end, "")
        for number, first, text in pieces
        for begin, end in hidden_stretches(text)
        if begin >= first and set(drops).issuperset(text[begin:end])
    )
    return (Cure(edits),) if edits else ()


def _whose(reading: Reading, lines: list[str]) -> list[Problem]:
    """A problem where another file that jalon knows has the same id: notes of one are never shown in the other."""
    if reading.timeline.id is None or not environment.has_notebook():
        return []
    from tui.store.personal import story

    here, tables = story.Story.of(reading.timeline, reading.name), story.tables_now()
    rival = "" if here.path == story.STREAM else here.rival(tables)
    other = rival or here.namesake(tables)
    if not other:
        return []
    at = find_field(lines, reading.timeline, ("id",))
    file = story.in_words(other)
    message = worded("{file} has this id too", file=file)
    if not rival:
        return [
            Problem(
                at, "taken-id", WARNING, message, worded("one of the two needs another; the notes are with this one")
            )
        ]
    free = f"{here.id}-{crc32(here.path.encode(errors='surrogateescape')):08x}"
    return [
        Problem(
            at,
            "taken-id",
            ERROR,
            worded("{file} has this id too, and the notes under it", file=file),
            worded("an id of its own, such as {id}", id=free),
        )
    ]


def spoilt(reading: Reading) -> frozenset[int]:
    """The lines at which events, sources and actors begin that have errors: they may not be what was meant.

    An error elsewhere counts for the heading, or for whatever else is not indented, that it stands under.
    """
    faults = [problem.place.line for problem in reading.problems if problem.severity == ERROR]
    if not faults:
        return frozenset()
    timeline = reading.timeline
    owners: tuple[Event | Source | Actor, ...] = (
        *timeline.events, *timeline.sources.values(), *timeline.actors.values(),
    )  # fmt: skip
    heads = (number for number, text in enumerate(reading.text.split("\n"), 1) if text[:1].strip(" #"))
    begins = sorted({0, *heads, *(owner.line for owner in owners)})
    at_fault = {begins[bisect_right(begins, line) - 1] for line in faults}
    counted = [one.place.line for one in reading.problems if one.severity == ERROR and one.more]
    if counted:  # from there on any may have one that is not told
        at_fault.update(begins[bisect_right(begins, min(counted)) :])
    return frozenset(at_fault)
