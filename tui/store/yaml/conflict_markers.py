"""Git's conflict markers: one problem a conflict, and both of its sides survive."""

from __future__ import annotations

import re
from itertools import zip_longest
from textwrap import dedent

from tui.core.problems.problem import ERROR, Cure, Edit, Place, Problem
from tui.core.text.messages import worded

_MARKER = re.compile(r"^(?:<{7}|\|{7}|={7}|>{7})(?=[ \n]|\Z).*$", re.MULTILINE)


def blank_conflicts(text: str) -> tuple[str, list[Problem], frozenset[int]]:
    """The text with its markers blanked, a problem for each conflict, and the lines from 1 of all conflicts.

    In a conflict of three parts the common ancestor goes with the markers. Lines keep their numbers.
    """
    if _MARKER.search(text) is None:
        return text, [], frozenset()
    lines = text.split("\n")
    problems: list[Problem] = []
    inside: set[int] = set()
    start: int | None = None
    ancestor = False
    for number, line in enumerate(lines, 1):
        kind = line[:1] if _MARKER.match(line) else ""
        if start is not None:
            inside.add(number)
        if kind == "<" or (kind and start is None):
            problems.append(_problem(number, line, kind, _sides(lines, number) if kind == "<" else None))
        if kind == "<":
            start = number
            inside.add(number)
        ancestor = kind == "|" or (ancestor and kind == "")
        if kind or ancestor:
            lines[number - 1] = ""
        if kind == ">":
            start = None
    return "\n".join(lines), problems, frozenset(inside)


MOST_SHOWN = 60
"""Characters of a side that is shown with the conflict."""


def _sides(lines: list[str], number: int) -> tuple[str, str] | None:
    """The two sides of the conflict that begins in a line, if each is one short line."""
    sides: list[list[str]] = [[], []]
    at = 0
    for line in lines[number : number + 6]:
        kind = line[:1] if _MARKER.match(line) else ""
        if kind == ">":
            found = ["; ".join(side) for side in sides]
            is_short = all(len(side) == 1 and len(side[0]) <= MOST_SHOWN for side in sides)
            return (found[0], found[1]) if is_short else None
        if kind == "<":
            return None
        at = {"|": 2, "=": 1}.get(kind, at)
        if not kind and line.strip() and at < 2:
            sides[at].append(line.strip())
    return None


def _problem(number: int, line: str, kind: str, sides: tuple[str, str] | None) -> Problem:
    if kind != "<":
        message = worded("this line is left over from a merge conflict")
    elif sides is None:
        message = worded("a merge conflict begins here")
    else:
        message = worded('a merge conflict begins here: "{ours}" or "{theirs}"', ours=sides[0], theirs=sides[1])
    hint = worded("keep one side, or both, and remove the lines <<<<<<<, ======= and >>>>>>>")
    place = Place(number, 1, number, len(line) + 1)
    return Problem(place, "conflict-marker", ERROR, message, hint if kind == "<" else worded("remove it"))


TAG_LINES = 10
"""Lines that begin with %TAG and are left to the parser."""


def few_tag_lines(text: str) -> tuple[str, list[Problem]]:
    """The text without the lines that name tags, but for the first, and a problem for each that went."""
    lines = text.split("\n")
    rows = [row for row, line in enumerate(lines) if line.startswith("%TAG")][TAG_LINES:]
    problems = []
    for row in rows:
        lines[row] = ""
        place = Place(row + 1, 1, row + 1, 5)
        problems.append(
            Problem(place, "tag", ERROR, worded("tags are not read, and this line names one"), worded("remove it"))
        )
    return "\n".join(lines), problems


_DOCUMENT = re.compile(r"^(?:---|\.\.\.)(?=[ \t\n]|\Z)", re.MULTILINE)
_CONTENT = re.compile(r"^[^\s#%-]|^-(?!--)|^[ \t]+[^\s#]", re.MULTILINE)
_SECTION = re.compile(r"^(timeline|actors|sources|events|views)\s*:", re.MULTILINE)


def one_document(text: str) -> tuple[str, list[Problem]]:
    """The text as one YAML document, and a problem for each line that would begin another.

    Where a whole second timeline follows, it goes; where the same one goes on, only the line does.
    """
    problems: list[Problem] = []
    markers = list(_DOCUMENT.finditer(text))
    parts = [text[: markers[0].start()] if markers else text]
    has_begun = _CONTENT.search(parts[0]) is not None
    seen = set(_SECTION.findall(parts[0]))
    line = past = 0
    for found, following in zip_longest(markers, markers[1:]):
        line, past = line + text.count("\n", past, found.start()), found.start()
        stop = following.start() if following else len(text)
        end = text.find("\n", found.end(), stop)
        end = stop if end < 0 else end
        after = text[found.end() : stop]
        if has_begun and _CONTENT.search(after):
            again = seen & set(_SECTION.findall(dedent(after)))
            begins = worded("a second document begins here, and a timeline is one")
            message = worded('"..." ends the file, and more stands below it') if found[0] == "..." else begins
            hint = worded("nothing from here on is read") if again else worded("remove the line {text}", text=found[0])
            place = Place(line + 1, 1, line + 1, 4)
            cure = Cure((Edit(Place(line + 1, 1, line + 2, 1), ""),), is_sure=not after.partition("\n")[0].strip())
            cures = () if again else (cure,)
            problems.append(Problem(place, "second-document", ERROR, message, hint, cures=cures))
            if again:
                break
        is_blanked = has_begun or following  # to be as long as it was: the others stay put
        parts.append((" " * (end - found.start()) if is_blanked else text[found.start() : end]) + text[end:stop])
        has_begun = has_begun or _CONTENT.search(text, end, stop) is not None
        seen.update(_SECTION.findall(text, end, stop))
    return "".join(parts), problems
