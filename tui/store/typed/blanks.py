"""Spaces that look plain and are none: where YAML needs one, each becomes one, and columns stay.

Within a text they are what the writer wanted, and stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tui.core.problems.edits import together
from tui.core.problems.problem import ERROR, Cure, Place, Problem
from tui.core.text.clean import BLANKS
from tui.core.text.identity import first_blank, in_words
from tui.core.text.messages import forms, translatable, worded, worded_number
from tui.store.typed.line_cures import edit
from tui.store.typed.lines import YamlLine, in_blocks, is_key, parse_line

_B = f"[ {BLANKS}]"
_ODD = f" *[{BLANKS}]{_B}*"
_INDENT = re.compile(f"{_B}*(?:-{_B}+)*")
_KEY = re.compile(rf"(?P<before> *(?:- +)*)(?P<key>[^\s:#\[\]{{}},&*!|>%@`'\"-][^\s:#{{}}\[\],]*) ?:(?P<odd>{_ODD})")
_QUOTED = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'""")
_IN_BRACKETS = re.compile(rf"(?<=[{{,])\s*(?P<key>[^\s:#{{}}\[\],]+) ?:(?P<odd>{_ODD})")
_OPENERS = "[{\"'|>"

TOLD_ONE_BY_ONE = 3
"""Lines that are told each; of more the first is, with how many there are."""


class _OddBlanks(NamedTuple):
    """The blanks of a line that have to be plain."""

    place: Place
    """The place of the first."""
    sign: str
    is_indent: bool
    cure: Cure


def plain_blanks(text: str) -> tuple[str, list[Problem]]:
    """The text with plain spaces where YAML needs them, of as many characters, and what is to be said of it."""
    if text.isascii() or first_blank(text) is None:
        return text, []
    lines = text.split("\n")
    blocks = in_blocks(lines)
    found: list[_OddBlanks] = []
    above = None
    for row, line in enumerate(lines):
        if blocks[row] or not line.strip() or line.lstrip().startswith("#"):
            continue
        if first_blank(line):
            spans = list(_spans(line, above))
            if spans:
                odd = [i for begin, end in spans for i in range(begin, end) if first_blank(line[i])]
                at, cure = odd[0], Cure(tuple(edit(row, i, i + 1, " ") for i in odd))
                place = Place(row + 1, at + 1, row + 1, at + 2)
                found.append(_OddBlanks(place, line[at], not line[:at].strip(" -"), cure))
                for begin, end in spans:
                    line = _plain(line, begin, end)
                lines[row] = line
        above = parse_line(line)
    return "\n".join(lines), _said(found)


_INDENTS = (
    translatable("{character} indents this line"),
    *forms(
        "{character} indents this line, here and in {number} more lines",
        "{character} indents this line, here and in {number} more lines",
    ),
)
_STANDS = (
    translatable("{character} stands where YAML needs a plain one"),
    *forms(
        "{character} stands where YAML needs a plain one, here and in {number} more lines",
        "{character} stands where YAML needs a plain one, here and in {number} more lines",
    ),
)


def _said(found: list[_OddBlanks]) -> list[Problem]:
    is_much = len(found) > TOLD_ONE_BY_ONE
    problems = []
    for place, sign, is_indent, cure in found[:1] if is_much else found:
        alone, one, many = _INDENTS if is_indent else _STANDS
        if is_much:
            message = worded_number(one, many, len(found) - 1, character=in_words(sign))
        else:
            message = worded(alone, character=in_words(sign))
        code, hint = (
            ("bad-indentation", worded("plain spaces"))
            if is_indent
            else ("no-break-space", worded("a plain space there"))
        )
        cures = together((one.cure,) for one in found) if is_much else (cure,)
        problems.append(Problem(place, code, ERROR, message, hint, cures=cures))
    return problems


def _spans(line: str, above: YamlLine | None) -> Iterator[tuple[int, int]]:
    """The places in a line where blanks stand that have to be plain, from and up to."""
    indent = _INDENT.match(line)
    end = indent.end() if indent else 0
    bare = _plain(line, 0, end)
    if bare != line and _is_of_structure(bare):
        yield 0, end
        line = bare
    key = _KEY.match(line)
    if key is not None and _ends_key(line, key, above):
        yield key.span("odd")
        line = _plain(line, *key.span("odd"))
    value = parse_line(line)
    if value.value[:1] in ("{", "[") or value.rest[:1] in ("{", "["):
        hidden = _QUOTED.sub(lambda quoted: "x" * len(quoted[0]), line)
        for inner in _IN_BRACKETS.finditer(hidden):
            yield inner.span("odd")


def _plain(line: str, begin: int, end: int) -> str:
    return line[:begin] + "".join(" " if first_blank(sign) else sign for sign in line[begin:end]) + line[end:]


def _is_of_structure(line: str) -> bool:
    """True when a line begins an item, or holds a key."""
    parts = parse_line(line)
    return bool(parts.dashes) or parts.is_known or _KEY.match(line) is not None


def _ends_key(line: str, key: re.Match[str], above: YamlLine | None) -> bool:
    """True when a colon with an odd blank behind it ends a key: one of ours, or one where only a key can stand."""
    value = line[key.end() :]
    if line[key.start("odd")] == " " and value[:1] not in _OPENERS:
        return False  # the colon has its space, and the value loses what is around it
    if is_key(key["key"]) or value[:1] in ("{", "["):
        return True
    column = len(key["before"])
    return above is not None and above.key is not None and (column == above.column or (above.opens and bool(column)))
