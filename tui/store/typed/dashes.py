"""The dashes that events begin with: those that are missing, glued to a key, or something else."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import takewhile

from tui.core.problems.problem import Cure, Edit, Problem
from tui.core.text.messages import worded, worded_number
from tui.store.typed.line_cures import edit
from tui.store.typed.lines import EVENT_KEYS, FIRST_KEYS, MendableLines, YamlLine

_BULLET = re.compile(r" *(?P<mark>--|[—–*•‣+·]) +(?P<key>\w+) *:(?: .*)?")
_GLUED = re.compile(r" *(?P<mark>-)(?P<key>[^\W\d]\w*) *:(?: .*)?")


SURE = Cure(())
"""The cure of a dash, whose changes are found when all dashes are as they should be."""


def with_changes(problems: list[Problem], before: list[str], after: list[str]) -> list[Problem]:
    """The problems with what was changed for them: in their own line, and in those below it up to the next of them."""
    edits: list[list[Edit]] = [[] for _ in problems]
    order = sorted(range(len(problems)), key=lambda at: problems[at].place)
    lines = [problems[at].place.line for at in order]
    for row, (was, now) in enumerate(zip(before, after, strict=True)):
        owner = bisect_right(lines, row + 1) - 1
        if was != now and owner >= 0:
            start = _alike(was, now)
            stop = _alike(was[start:][::-1], now[start:][::-1])
            edits[order[owner]].append(edit(row, start, len(was) - stop, now[start : len(now) - stop]))
    return [
        one._replace(cures=(one.cures[0]._replace(edits=tuple(own)),) if own else ())
        for one, own in zip(problems, edits, strict=True)
    ]


def _alike(one: str, other: str) -> int:
    """The number of characters with which both begin."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


class Dashes:
    """The lines of the events, whose dashes stand at `indent` and whose keys at `column`."""

    def __init__(self, sketch: MendableLines, indent: int, column: int) -> None:
        self._sketch = sketch
        self._indent = indent
        self._column = column
        self._dash = " " * indent + "-" + " " * (column - indent - 1)

    def mend(self, first: int, end: int) -> None:
        """Look at the lines from one to another."""
        is_open = has_id = False
        for n in range(first, end):
            line = self._sketch.seen[n]
            if self._is_bullet(n) or self._is_astray(n, line, end):
                is_open, has_id = True, self._sketch.seen[n].key == "id"
            elif line.dashes or line.rest.rstrip() == "-":  # which may stand alone, above the keys
                if line.indent == self._indent:
                    is_open, has_id = True, line.key == "id"
            elif line.key in FIRST_KEYS and self._lacks_dash(line, is_open, has_id):
                self._begin(n, line, end)
                is_open, has_id = True, line.key == "id"
            elif line.key == "id" and line.indent == self._column:
                has_id = True

    def _is_bullet(self, n: int) -> bool:
        """True when a line began with something like a dash, or one without its space, and has a dash now."""
        text = self._sketch.lines[self._sketch.rows[n]]
        found = _BULLET.fullmatch(text) or _GLUED.fullmatch(text)
        if found is None or found["key"] not in EVENT_KEYS or found.start("mark") != self._indent:
            return False
        key, at, mark = found["key"], found.start("mark"), found["mark"]
        if mark == "-":
            self._sketch.say(n, at, 2, "missing-space", worded('there is no space after the "-"'), f"- {key}", SURE)
        else:
            message = worded('an item of a list begins with "- ", not with "{mark}"', mark=mark)
            self._sketch.say(n, at, len(mark), "syntax", message, f"- {key}", SURE)
        self._sketch.put(n, self._dash + text[found.start("key") :])
        self._sketch.shifts[self._sketch.rows[n] + 1] = self._column - found.start("key")
        return True

    def _lacks_dash(self, line: YamlLine, is_open: bool, has_id: bool) -> bool:
        """True when a key can only be the first of an event."""
        if not is_open:
            return line.indent in (self._indent, self._column)
        return line.key == "id" and (line.indent == self._indent or (line.indent == self._column and has_id))

    def _begin(self, n: int, line: YamlLine, end: int) -> None:
        message = worded('there is no "- " before "{key}", and another event begins here', key=line.key)
        cure = Cure((), self._is_event(n, end))
        self._sketch.say(n, line.indent, len(line.key or ""), "syntax", message, f"- {line.key}", cure)
        self._sketch.put(n, self._dash + line.rest)
        below = self._sketch.below(n)
        if n + 1 < end and below and not below.dashes and below.indent == line.indent == self._indent:
            stop = next((m for m in range(n + 1, end) if self._ends_bare(self._sketch.seen[m])), end)
            self._move(n + 1, stop, self._column - self._indent, -1)

    def _is_event(self, n: int, end: int) -> bool:
        """True when a date and a title are among the keys from the n-th line on, before the next item."""
        seen = self._sketch.seen
        stop = next((m for m in range(n + 1, end) if seen[m].dashes or seen[m].key == "id"), end)
        return {"date", "title"} <= {one.key for one in seen[n:stop]}

    def _ends_bare(self, line: YamlLine) -> bool:
        """True when another event follows on one whose keys stand where a dash should."""
        return line.indent == self._indent and (bool(line.dashes) or line.key == "id")

    def _is_astray(self, n: int, line: YamlLine, end: int) -> bool:
        """True when an event began further left or right than the others, and is among them now."""
        if not line.dashes or line.key not in FIRST_KEYS or line.indent == self._indent:
            return False
        what = worded(
            "this item is indented by {indent}, and its neighbours by {expected}",
            indent=line.indent,
            expected=self._indent,
        )
        hint = (
            worded_number("{number} space before it", "{number} spaces before it", self._indent)
            if self._indent
            else worded("no space before it")
        )
        self._sketch.say(n, line.indent, 1, "bad-indentation", what, hint, SURE)
        below = self._sketch.below(n)
        self._sketch.put(n, self._dash + line.rest)
        if n + 1 < end and below and not below.dashes and below.indent == line.column != self._column:
            self._move(n + 1, end, self._column - line.column, line.indent)
        return True

    def _move(self, first: int, end: int, by: int, floor: int) -> None:
        """Indent the lines of an event by more, or by less: all that stand further right than `floor`."""
        last = next((m for m in range(first, end) if self._sketch.seen[m].indent <= floor), None)
        rows = self._sketch.rows
        until = rows[last] if last is not None else rows[end] if end < len(rows) else len(self._sketch.lines)
        for row in range(rows[first], until):
            text = self._sketch.lines[row]
            if text.strip():
                self._sketch.lines[row] = " " * by + text if by > 0 else text.removeprefix(" " * -by)
                self._sketch.shifts[row + 1] = by
        for m in range(first, end if last is None else last):
            self._sketch.reread(m)
