"""The place of a field in a file: reading keeps only where things begin, so the lines of one owner are walked anew.

It is asked of the few things that something is said about. What can't be found stands where its owner begins, which is
never wrong.
"""

from __future__ import annotations

from typing import Any

from tui.core.checks.lint import Owner
from tui.core.problems.problem import Place
from tui.core.timeline.model import SECTIONS, Actor, Source, Timeline
from tui.store.yaml.composer import DepthError
from tui.store.yaml.decode import only_our_lines
from tui.store.yaml.file_layout import ParserWalk, WrittenText
from tui.store.yaml.libyaml import YAMLError

MOST = 400
"""Lines of one event or source that are looked through."""

_ELSEWHERE = (">", "|", "&", "*", "{", "#")
"""The beginnings of a value that is not on this line, or not one text."""


def find_field(lines: list[str], owner: Owner, field: tuple[str, ...]) -> Place:
    """The place of a field's value, else of its key, else of its owner's first line; of a timeline the first line."""
    if isinstance(owner, Timeline):
        first = next((row for row, line in enumerate(lines) if line.startswith("timeline:")), None) if field else None
        if first is None:
            return Place(1, 1, 1, 2)
    else:
        first = owner.line - 1
    found = _find(lines, first, owner, field) if field else None
    if found is None:
        return _head(lines[first], first, owner)
    key, value = found
    row = first + key.start_mark.line
    begin, end = _extent(value, key.start_mark.line) or (key.start_mark.column, key.end_mark.column)
    return Place(row + 1, begin + 1, row + 1, end + 1)


def _find(lines: list[str], first: int, owner: Owner, field: tuple[str, ...]) -> tuple[Any, WrittenText] | None:
    """The event of a key and its value, rows counted from the first of its owner."""
    section = lines[first].partition(":")[0]
    own = (owner.id,) if isinstance(owner, Source | Actor) else ()
    path = (*((section,) if section in SECTIONS else ()), *own, *field)
    column = _column(lines[first], " -") + len(own)
    stop = min(first + MOST, len(lines))
    stop = next((row for row in range(first + 1, stop) if _is_outside(lines[row], column)), stop)
    try:
        return ParserWalk(only_our_lines("\n".join(lines[first:stop]))).find(path)
    except (YAMLError, DepthError):
        return None


def _is_outside(text: str, column: int) -> bool:
    """True when a line says something left of a column."""
    begin = _column(text, " ")
    return begin < column and text[begin : begin + 1] not in ("", "#", "\t")


def _column(text: str, blanks: str) -> int:
    return len(text) - len(text.lstrip(blanks))


def _extent(value: WrittenText, row: int) -> tuple[int, int] | None:
    """The columns of a value on its key's row, from and up to; None when it begins elsewhere, or is no one text."""
    line, _, more = value.source.partition("\n")
    if value.row != row or not line or line.startswith(_ELSEWHERE):
        return None
    if more:
        line = line.partition(" #")[0].rstrip()
    return value.column, value.column + len(line)


def _head(text: str, row: int, owner: Owner) -> Place:
    """The beginning of an owner: of an event its first line, of all else the key that is its name."""
    begin = _column(text, " -")
    end = len(text.rstrip())
    if isinstance(owner, Source | Actor) and text.startswith(owner.id, begin):
        end = begin + len(owner.id)
    return Place(row + 1, begin + 1, row + 1, max(end, begin + 1) + 1)
