"""Where a field stands in a file, found by the look of its lines: reading keeps only where things begin.

It is asked of the few things that something is said about. What is written in an unusual way is found at the line
where it begins, which is never wrong.
"""

from __future__ import annotations

import re

from tui.core.checks.lint import Owner
from tui.core.problems.problem import Place
from tui.core.timeline.model import Actor, Event, Source, Timeline

MOST = 400
"""Lines of one event or source that are looked through."""

_KEY = r"(?:^|[\s{{,])(?P<key>{0}|\"{0}\"|'{0}')\s*:(?:\s+|$)"
_CLOSED = re.compile(r"\[[^\]]*\]|\"[^\"]*\"|'[^']*'")
"""A value that says itself where it ends."""
_ELSEWHERE = (">", "|", "&", "*", "{", "#")
"""What a value begins with that is not on this line, or not one text."""


def find_field(lines: list[str], owner: Owner, field: tuple[str, ...]) -> Place:
    """The place of a field's value, else of its key, else of its owner's first line; of a timeline the first line."""
    if isinstance(owner, Timeline):
        return Place(1, 1, 1, 2)
    first = owner.line - 1
    is_below_its_dash = isinstance(owner, Event) and not lines[first].lstrip().startswith(("-", "{"))
    last = _end(lines, first, _indent(lines[first]) - is_below_its_dash)
    row = first
    for name in field:
        found = _find(lines, name, row, last)
        if found is None:
            return _head(lines[first], first, owner)
        row, at = found
    return _value(lines, row, at) if field else _head(lines[first], first, owner)


def _end(lines: list[str], first: int, indent: int) -> int:
    """The row after the last of what begins in a row: where something is indented by no more than that."""
    for row in range(first + 1, min(first + MOST, len(lines))):
        text = lines[row]
        if text.strip() and not text.lstrip().startswith("#") and _indent(text) <= indent:
            return row
    return min(first + MOST, len(lines))


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


def _find(lines: list[str], name: str, first: int, last: int) -> tuple[int, re.Match[str]] | None:
    """The row and the match of a key, the least indented of its name: `sources` may be the name of a claim too."""
    pattern = re.compile(_KEY.format(re.escape(name)))
    found = [(row, match) for row in range(first, last) if (match := pattern.search(lines[row]))]
    return min(found, key=lambda one: one[1].start("key"), default=None)


def _value(lines: list[str], row: int, at: re.Match[str]) -> Place:
    """The value after a key on its line, as far as brackets go; the key when the value begins on the next line."""
    text = lines[row]
    length = _length(text[at.end() :], text[: at.start("key")].rstrip()[-1:] in ("{", ","))
    begin, end = (at.end(), at.end() + length) if length else at.span("key")
    return Place(row + 1, begin + 1, row + 1, end + 1)


def _length(rest: str, is_within_brackets: bool) -> int:
    """How many characters of what follows a key are its value."""
    closed = _CLOSED.match(rest)
    if closed is not None:
        return closed.end()
    if rest.startswith(_ELSEWHERE):
        return 0
    for end in (",", "}") if is_within_brackets else (" #", "\t#"):
        rest = rest.partition(end)[0]
    return len(rest.rstrip())


def _head(text: str, row: int, owner: Owner) -> Place:
    """The beginning of an owner: of an event its first line, of all else the key that is its name."""
    begin = len(text) - len(text.lstrip(" -"))
    end = len(text.rstrip())
    if isinstance(owner, Source | Actor) and text.startswith(owner.id, begin):
        end = begin + len(owner.id)
    return Place(row + 1, begin + 1, row + 1, max(end, begin + 1) + 1)
