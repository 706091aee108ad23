"""The parser's complaints, libyaml's English, in our words and at the place where the mistake most likely is."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from tui.core.text.messages import worded
from tui.store.typed.lines import parse_line
from tui.store.typed.mistakes import (
    Mistake,
    in_quotes,
    inner_colon,
    reserved_start,
    tab_indents,
    unclosed_bracket,
    unclosed_quote,
)


class ParserFault(NamedTuple):
    """The place where the parser gave up, lines and columns from 0."""

    line: int
    column: int
    problem: str
    context: str = ""
    since: tuple[int, int] | None = None
    """The beginning of the thing that it was busy with."""


class _GivenUp(NamedTuple):
    """The place where the parser gave up, and what stands there; rows and columns from 0."""

    row: int
    column: int
    text: str
    """The whole line."""
    since: tuple[int, int]
    """The beginning of the thing that the parser was busy with."""
    begun: str
    """The text there, to the end of its line."""

    @property
    def character(self) -> str:
        """The character that the parser could not take; empty at the end of a line."""
        return self.text[self.column : self.column + 1]


def _bad_escape(place: _GivenUp) -> Mistake:
    column = max(place.text.rfind("\\", 0, place.column + 1), 0)
    if re.match(r"\\u[dD][89a-fA-F]", place.text[column:]):
        message = worded('"{text}" is half of a character (a lone surrogate)', text=place.text[column : column + 6])
        return Mistake(place.row, column, 6, "bad-escape", message, worded("both halves, or the character itself"))
    message = worded("a backslash in double quotes begins an escape, and this is none")
    return Mistake(place.row, column, 1, "bad-escape", message, worded("\\\\ for a backslash, or single quotes"))


def _second_colon(place: _GivenUp) -> Mistake | None:
    """A colon that is not the one after the key of its line."""
    line = parse_line(place.text)
    is_own = bool(line.key) and not place.text[line.column + len(line.key or "") : place.column].strip()
    if place.character != ":" or is_own:
        return None
    return inner_colon(place.row, place.column, place.text[place.column - 1 : place.column] == " ", in_quotes(line))


def _neither_key_nor_text(place: _GivenUp) -> Mistake:
    message = worded("this is neither a key with a colon nor indented under the text above")
    hint = worded('a ":" after the key, or more spaces before the text')
    return Mistake(*place.since, max(len(place.begun.rstrip()), 1), "syntax", message, hint)


def _no_comma(place: _GivenUp) -> Mistake:
    message = worded('a "," or the closing bracket is expected before this')
    return Mistake(place.row, place.column, 1, "syntax", message, worded("or quotes around the text"))


def _no_directive(place: _GivenUp) -> Mistake:
    return Mistake(
        *place.since, 1, "unquoted-start", worded('a line that begins with "%" is no YAML here'), worded("remove it")
    )


def _first_of_line(place: _GivenUp) -> Mistake | None:
    """The mistake of a line whose beginning the parser does not take."""
    if place.column != len(place.text) - len(place.text.lstrip()):
        return None
    line = parse_line(place.text)
    if not place.column and line.key is None and not line.dashes:
        message = worded("this line is neither a comment nor a key with a colon")
        return Mistake(place.row, 0, len(place.text.rstrip()), "syntax", message, worded("a # before a comment"))
    message = worded("this line is indented as nothing above it allows")
    return Mistake(
        place.row, place.column, 1, "bad-indentation", message, worded("as many spaces as its neighbours have")
    )


def _out_of_place(place: _GivenUp) -> Mistake:
    message = worded("this cannot stand here")
    return Mistake(place.row, place.column, 1, "syntax", message, worded("quotes around the text may be missing"))


_NO_TOKEN = "cannot start any token"  # noqa: S105 - no password; # no words: of the parser
_NO_TOKEN_OR_TAB = f"{_NO_TOKEN}|tab character"  # no words: the parser\'s
_COMPLAINTS: tuple[tuple[str, str, Callable[[_GivenUp], Mistake | None]], ...] = (
    ("quoted scalar", "end of stream", lambda at: unclosed_quote(*at.since, at.begun[:1])),  # no words: the parser's
    ("quoted scalar", "escape|Unicode|hexdecimal", _bad_escape),  # no words: the parser's
    ("flow", "", lambda at: unclosed_bracket(*at.since, at.begun[:1]) if at.row > at.since[0] else None),
    ("", _NO_TOKEN_OR_TAB, lambda at: tab_indents(at.row, at.column) if at.character == "\t" else None),
    ("", _NO_TOKEN, lambda at: reserved_start(at.row, at.column, at.character) if at.character else None),
    ("", "", _second_colon),
    ("simple key", "", _neither_key_nor_text),  # no words: the parser's
    ("flow", "", _no_comma),
    ("anchor|alias", "", lambda at: reserved_start(*at.since, at.begun[:1])),
    ("directive", "", _no_directive),
    ("", "", _first_of_line),
    ("", "", _out_of_place),
)
"""In libyaml's English what it was busy with and what it met, as patterns, and who tells it; the first to do so does.

The words are those of scanner.c and parser.c, with their slips of spelling.
"""


def said(lines: list[str], fault: ParserFault) -> Mistake:
    """The parser's complaint in our words, at the place where the mistake most likely is."""
    since = fault.since or (fault.line, fault.column)
    text, begun = ("".join(lines[row : row + 1]) for row in (fault.line, since[0]))
    place = _GivenUp(fault.line, fault.column, text, since, begun[since[1] :])
    told = (
        tell(place)
        for context, problem, tell in _COMPLAINTS
        if re.search(context, fault.context) and re.search(problem, fault.problem)
    )
    return next(filter(None, told))
