"""Lines of YAML as a person sees them, and a file as those of its lines that say something, to be mended in place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from tui.core.problems.problem import ERROR, Cure, Place, Problem
from tui.core.timeline.model import SECTIONS

KEYS = frozenset(
    (
        *SECTIONS, "id", "date", "date_note", "title", "kind", "status", "countries", "place", "tags", "text", "claims",
        "name", "country", "aliases", "about", "publisher", "author", "url", "archive", "published", "published_note",
        "seen", "language", "passages", "note", "query", "group", "order", "keep", "because", "told",
        "says", "short", "key", "part_of", "view", "data", "exhibit", "exhibits", "require", "except",
    )
)  # fmt: skip
"""Every key that a file of events knows: a line that begins with one is meant to be a line of its own."""

_LINE = re.compile(r"(?P<indent> *)(?P<dashes>(?:- +)*)(?P<rest>.*)")
_KEY = re.compile(
    r"(?P<key>\"[^\"]*\"|'[^']*'|[^\s\"'#\[\]{},&*!|>%@`:-][^#]*?|-[^\s#][^#]*?)\s*:(?:\s+|$)(?P<value>.*)"
)
BLOCK_HEAD = re.compile(r"[|>](?:[+-]?[1-9]?|[1-9][+-])\s*(?:#.*)?")
"""The sign after a key, or a dash, whose text is the block of lines below."""
_LANGUAGE = re.compile(r"_[a-z]{2,3}$")

_new = tuple.__new__
"""Makes a named tuple in half the time that its class takes."""


class YamlLine(NamedTuple):
    """A line as a person sees it."""

    indent: int
    dashes: str
    """`- ` once or more, with the spaces after each."""
    rest: str
    key: str | None
    value: str
    start: int
    """The column of the value."""
    column: int
    """The column of what follows the dashes."""

    @property
    def opens(self) -> bool:
        """True when what is indented more belongs to it."""
        bare = self.value.strip() if self.key is not None else self.rest.strip()
        return bare.startswith("#") or not bare or bare.endswith(":")

    @property
    def is_known(self) -> bool:
        """True when it begins with a key of ours."""
        return self.key is not None and is_key(self.key)


def is_key(word: str) -> bool:
    """True when a word is a key of ours, in whatever language."""
    return word in KEYS or without_language(word) in KEYS


def without_language(key: str) -> str:
    """`title` for `title_fr`; a key of no language stays as it is."""
    return _LANGUAGE.sub("", key)


def parse_line(text: str) -> YamlLine:
    """A line taken apart."""
    parts = _LINE.fullmatch(text)
    if parts is None:
        return YamlLine(0, "", text, None, "", 0, 0)
    spaces, dashes, rest = parts.groups()
    indent = len(spaces)
    column = indent + len(dashes)
    found = _KEY.fullmatch(rest) if ":" in rest else None
    if found is None:
        return _new(YamlLine, (indent, dashes, rest, None, rest, column, column))
    key, value = found.groups()
    return _new(YamlLine, (indent, dashes, rest, key, value, column + found.start(2), column))


def in_blocks(lines: Iterable[str]) -> list[bool]:
    """Of each line, whether it belongs to a block text (`>` or `|`), where nothing is a mistake."""
    flags: list[bool] = []
    floor: int | None = None
    for text in lines:
        bare = text.lstrip(" ")
        if floor is not None and (not bare or len(text) - len(bare) > floor):
            flags.append(True)
            continue
        flags.append(False)
        floor = None
        if "|" not in text and ">" not in text:
            continue
        line = parse_line(text)
        value = line.value if line.key is not None else line.rest
        owner = line.column if line.key is not None else max(line.indent, line.column - 2)
        floor = owner if BLOCK_HEAD.fullmatch(value) else None
    return flags


EVENT_KEYS = frozenset(
    (
        "id", "date", "date_note", "title", "kind", "status", "actors", "countries", "place", "tags", "text", "claims",
        "told", "says", "short", "key", "data",
    )
)  # fmt: skip
FIRST_KEYS = ("id", "date", "title")
"""With which of its keys an event begins."""


class MendableLines:
    """Lines without the empty ones, comments and block texts; the n-th has the row `rows[n]`, from 0."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.problems: list[Problem] = []
        self.shifts: dict[int, int] = {}
        """By the number of a line, from 1: how many columns further right its text stands now."""
        self.lost: list[tuple[int, str]] = []
        """Rows, from 0, that had to give way, and what stood there."""
        blocks = in_blocks(lines)
        self.rows = [i for i, line in enumerate(lines) if not blocks[i] and says_something(line)]
        self.seen = [parse_line(lines[row]) for row in self.rows]

    def say(self, n: int, column: int, length: int, code: str, message: str, hint: str, cure: Cure) -> None:
        """Add a problem with the n-th line."""
        row = self.rows[n] + 1
        place = Place(row, column + 1, row, column + 1 + max(length, 1))
        self.problems.append(Problem(place, code, ERROR, message, hint, cures=(cure,)))

    def put(self, n: int, text: str) -> None:
        """Another text for the n-th line; what follows its dashes keeps count of where it was."""
        before = self.seen[n].column
        self.lines[self.rows[n]] = text
        self.seen[n] = parse_line(text)
        if self.seen[n].column != before:
            self.shifts[self.rows[n] + 1] = self.seen[n].column - before

    def reread(self, n: int) -> None:
        """Take the n-th line apart again."""
        self.seen[n] = parse_line(self.lines[self.rows[n]])

    def below(self, n: int) -> YamlLine | None:
        """The line after the n-th."""
        return self.seen[n + 1] if n + 1 < len(self.seen) else None


def says_something(line: str) -> bool:
    """True when a line is neither empty nor a comment."""
    bare = line.lstrip()
    return bool(bare) and not bare.startswith("#")
