"""The frame of a file when it is bent: headings of sections, and the dashes that begin events.

One slip in a heading would cost every event, so its line is read on as it was meant: a problem each, and as many
lines as there were.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice

from tui.core.problems.problem import ERROR, Cure, Place, Problem
from tui.core.text.messages import worded
from tui.core.text.nearest import closest
from tui.core.timeline.model import SECTIONS
from tui.store.typed.dashes import Dashes, with_changes
from tui.store.typed.line_cures import edit
from tui.store.typed.lines import EVENT_KEYS, FIRST_KEYS, MendableLines, YamlLine, parse_line, says_something

_HEADS = "|".join(SECTIONS)
_BARE = re.compile(rf"({_HEADS})(?P<sign> *[;=.])? *(?:#.*)?")
_INDENTED = re.compile(rf"( {{1,3}})({_HEADS}) *: *(?:#.*)?")
_FILLED = re.compile(r"events *: +(?P<value>[|>][-+]?|\[ *\]|\{ *\}|[^\s#&!\[{*\"'|>].*)")
_NAME = re.compile(r"\w[^\[\]{}\"'#:|>]{0,60}")
MOST_HEADS = 100
"""Headings that are looked at for the one that may have been meant to be `events:`."""
_NESTED = frozenset(("claims", "passages", "actors", "sources", "views"))
"""Under which keys names of any kind stand."""


def straighten(text: str) -> MendableLines:
    """The lines with every heading and every dash in its place, and a problem for each that was not."""
    lines = text.split("\n")
    problems = _emptied(lines)
    outline = Outline(lines)
    outline.problems += problems
    outline.head_sections()
    outline.name_openers()
    outline.begin_events()
    return outline


def _emptied(lines: list[str]) -> list[Problem]:
    """Take away what stands behind `events:` above a list."""
    problems = []
    for row, text in enumerate(lines):
        found = _FILLED.fullmatch(text.rstrip()) if text.startswith("events") else None
        if found is None:
            continue
        under = next((parse_line(line) for line in lines[row + 1 :] if says_something(line)), None)
        if under and under.dashes and under.key in EVENT_KEYS:
            message = worded('a list of events, each with "- " before it, stands below, and this is none')
            place = Place(row + 1, found.start("value") + 1, row + 1, found.end("value") + 1)
            is_sure = found["value"][0] in "[{|>"
            cure = Cure((edit(row, text.index(":") + 1, found.end("value"), ""),), is_sure)
            problems.append(
                Problem(place, "wrong-type", ERROR, message, worded("nothing behind the colon"), cures=(cure,))
            )
            lines[row] = "events:"
    return problems


class Outline(MendableLines):
    """The sections of a file."""

    # ---- Keys that open something

    def name_openers(self) -> None:
        """Put the colon after a key that lacks it and has keys of its own below it."""
        columns: list[int] = []  # of the keys that this one may be a neighbour of, outermost first
        for n, line in enumerate(self.seen):
            while columns and columns[-1] > line.column:
                columns.pop()
            if line.key is None and self._opens(n, line, columns):
                word = line.rest.strip()
                message = worded('there is no ":" after "{key}"', key=word)
                text = f"{self.lines[self.rows[n]].rstrip()}:"
                end = line.column + len(word)
                cure = Cure((edit(self.rows[n], end, end, ":"),))
                self.say(n, line.column, len(word), "missing-colon", message, f"{word}:", cure)
                self.put(n, text)
            if self.seen[n].key is not None and line.column not in columns[-1:]:
                columns.append(line.column)

    def _opens(self, n: int, line: YamlLine, columns: list[int]) -> bool:
        """True when a line without a colon stands where a key does, with keys indented under it."""
        below, above = self.below(n), self.seen[n - 1] if n else None
        if below is None or below.key is None or below.dashes or below.indent <= line.indent or above is None:
            return False
        if line.dashes or not line.indent or _NAME.fullmatch(line.rest) is None:
            return False
        if above.opens and above.key is not None and line.indent > above.column:
            return above.key in _NESTED
        return line.indent in columns and (below.is_known or below.value[:1] == "[")

    # ---- Sections

    def head_sections(self) -> None:
        """Mend the headings of sections, and the want of one above the events."""
        is_framed = any(line.key is not None and not line.column for line in self.seen)
        head: int | None = None
        for n, row in enumerate(self.rows):
            head = head if not n or self.seen[n - 1].column else n - 1
            below = self.below(n)
            if below is None:
                break
            line = self.seen[n]
            bare = _BARE.fullmatch(self.lines[row]) if line.key is None and not line.column else None
            indented = _INDENTED.fullmatch(self.lines[row]) if line.key in SECTIONS and line.column else None
            if bare and self._suits(bare[1], below):
                message = worded('there is no ":" after "{key}"', key=bare[1])
                cure = Cure((edit(row, len(bare[1]), bare.end("sign") if bare["sign"] else len(bare[1]), ":"),))
                self.say(n, 0, len(bare[1]), "missing-colon", message, f"{bare[1]}:", cure)
                self.put(n, f"{bare[1]}:")
            elif indented and is_framed and self._is_moved(head, indented, below):
                message = worded(
                    "this line is indented by {number}, and a section begins with it", number=len(indented[1])
                )
                cure = Cure((edit(row, 0, len(indented[1]), ""),))
                hint = worded("no space before it")
                self.say(n, len(indented[1]), len(indented[2]), "bad-indentation", message, hint, cure)
                self.put(n, f"{indented[2]}:")
        if is_framed and self._events_at() is None:
            self._head_list()

    def _suits(self, name: str, below: YamlLine) -> bool:
        """True when what is below may be the content of a section."""
        if name == "events":
            return below.key in EVENT_KEYS and (bool(below.dashes) or below.key in FIRST_KEYS)
        return below.indent > 0 and not below.dashes

    def _is_moved(self, head: int | None, found: re.Match[str], below: YamlLine) -> bool:
        """True when an indented line, below that heading, heads a section: `actors` is a key of an event too."""
        if found[2] == "events":
            return bool(below.dashes) and below.key in EVENT_KEYS
        if head is None or below.dashes or below.indent <= len(found[1]) or self.seen[head].key == "events":
            return False
        return self.seen[head + 1].indent != len(found[1])

    def _events_at(self) -> int | None:
        """The line that heads the events, be it misspelt."""
        heads = [n for n, line in enumerate(self.seen) if line.key is not None and not line.column]
        exact = next((n for n in heads if self.seen[n].key == "events"), None)
        if exact is not None:
            return exact
        others = (n for n in heads if self.seen[n].opens and self.seen[n].key not in SECTIONS)
        near = (n for n in islice(others, MOST_HEADS) if closest(self.seen[n].key or "", SECTIONS) == "events")
        return next(near, None)

    def _head_list(self) -> None:
        """Put `events:` above a list that has no heading: on an empty line or a comment, else on what stands there."""
        for n, line in enumerate(self.seen):
            row = self.rows[n]
            if not n or line.indent or not line.dashes or line.key not in EVENT_KEYS:
                continue
            is_free = row - 1 > self.rows[n - 1]
            if is_free or self.seen[n - 1].indent:
                message, hint = worded('this is a list without "events:"'), worded('a line "events:" above the list')
                place = Place(row + 1, 1, row + 1, 2)
                cure = Cure((edit(row, 0, 0, "events:\n"),))
                self.problems.append(Problem(place, "not-a-file-of-events", ERROR, message, hint, cures=(cure,)))
                if not is_free:
                    self.lost.append((row - 1, self.lines[row - 1]))
                    del self.rows[n - 1], self.seen[n - 1]
                    n -= 1
                self.lines[row - 1] = "events:"
                self.rows.insert(n, row - 1)
                self.seen.insert(n, parse_line("events:"))
            return

    # ---- Events

    def begin_events(self) -> None:
        """Mend the dashes of the events."""
        head = self._events_at()
        if head is None:
            return
        under = self.seen[head + 1 :]
        count = next((n for n, line in enumerate(under) if line.key in SECTIONS and not line.column), len(under))
        items = [line for line in under[:count] if line.dashes and line.key in FIRST_KEYS]
        if items:
            (indent, column), _ = Counter((line.indent, line.column) for line in items).most_common(1)[0]
        elif count:
            indent = max(under[0].indent - 2, 0)
            column = indent + 2
        else:
            return
        before, so_far = list(self.lines), len(self.problems)
        Dashes(self, indent, column).mend(head + 1, head + 1 + count)
        self.problems[so_far:] = with_changes(self.problems[so_far:], before, self.lines)
