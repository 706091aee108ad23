"""The place in a text that is being typed: which section, thing and field a spot is in, by the look of the lines alone.

It needs no YAML that can be read: only how far lines are indented, and the brackets of the line itself.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.lsp.open_text import OpenText

FEW = 20
"""Lines above a spot that are looked through for an open bracket."""

_KEY = re.compile(r"""^[ ]*(?:-[ ]+)*(?P<key>[^\s#:'"\-\[\]{},][^:#]*?|"[^"]*"|'[^']*')[ ]*:(?=\s|$)""")
_WORD = re.compile(r"""[^\s,\[\]{}"']*$""")
_FLOW_KEY = re.compile(r"""[{,]\s*([\w-]+)\s*:\s*(?:\[[^\]]*|[^{},\[\]]*)$""")


class Surroundings(NamedTuple):
    """The place that somebody types in."""

    keys: tuple[str, ...]
    """The keys that lead there, from the section on; those of the list of events have no number."""
    typed: str
    """The text of the value, or of the key, so far: in a list that of the item."""
    column: int
    """The column, from 0, at which that begins."""
    is_key: bool
    """True where a key may be begun."""
    is_new_item: bool = False
    """True behind the dash, or at the name, that begins a thing."""


def surroundings(text: OpenText, row: int, column: int) -> Surroundings:
    """The place of a spot, counted from 0."""
    line = text.line(row)[:column]
    body = line.lstrip(" ")
    indent = len(line) - len(body)
    is_new_item = body.startswith("- ") or body == "-"
    parents = _parents(text, row, indent if is_new_item else indent - 1)
    offset = indent
    while body.startswith("- ") or body == "-":
        cut = len(body) - len(body[1:].lstrip(" "))
        body, offset = body[cut:], offset + cut
    key = _KEY.match(body)
    if key is not None:
        value = body[key.end() :].lstrip(" ")
        return _in_value((*parents, _unquoted(key["key"])), line, len(line) - len(value))
    if _is_within_brackets(body) or _is_list_open(text, row, parents):
        return _in_value(parents, line, offset)
    return Surroundings(parents, body, offset, is_key=True, is_new_item=is_new_item)


def _in_value(keys: tuple[str, ...], line: str, start: int) -> Surroundings:
    """The place within what stands behind a key, or in the brackets of a list or a mapping there."""
    value = line[start:]
    if not _is_within_brackets(value):
        return Surroundings(keys, value, start, is_key=False)
    depth = value.rfind("{") > value.rfind("}")
    inner = _FLOW_KEY.search(value) if depth else None
    word = _WORD.search(line)
    typed = word[0] if word else ""
    if inner is not None:
        at = len(line) - len(value) + value.index(":", inner.start(1)) + 1
        typed = line[at:].lstrip(" ")
        if typed.startswith("["):
            typed = word[0] if word else ""
        return Surroundings((*keys, inner[1]), typed, len(line) - len(typed), is_key=False)
    return Surroundings(keys, typed, len(line) - len(typed), is_key=bool(depth))


def _is_within_brackets(value: str) -> bool:
    """True when a bracket is open at the end; what stands in quotes does not count."""
    bare = re.sub(r'"[^"]*"|\'[^\']*\'', "", value)
    return value[:1] in ("[", "{") and bare.count("[") + bare.count("{") > bare.count("]") + bare.count("}")


def _is_list_open(text: OpenText, row: int, parents: tuple[str, ...]) -> bool:
    """True when the lines above have begun a list in brackets under the last key, and not ended it."""
    for above in range(row - 1, max(row - FEW, -1), -1):
        line = text.line(above)
        found = _KEY.match(line)
        if found is not None:
            value = " ".join([line[found.end() :].strip(), *(text.line(one) for one in range(above + 1, row))])
            return bool(parents) and _unquoted(found["key"]) == parents[-1] and _is_within_brackets(value)
    return False


def _parents(text: OpenText, row: int, limit: int) -> tuple[str, ...]:
    """The keys above under which a line stands, the outermost first; the next is in that column or left of it."""
    found: list[str] = []
    lines = text.lines
    for above in range(row - 1, -1, -1):
        if limit < 0:
            break
        if not lines[above][: limit + 1].strip():
            continue
        line = text.line(above)
        key = _KEY.match(line)
        dash = line.lstrip(" ").startswith("- ")
        if line.lstrip(" ")[:1] in ("", "#") or not (key or dash):
            continue
        own = len(line) - len(line.lstrip(" "))
        if key is not None and key.start("key") <= limit:
            found.append(_unquoted(key["key"]))
            limit = own if dash else own - 1
        elif dash:
            limit = min(limit, own)
    return tuple(reversed(found))


def _unquoted(key: str) -> str:
    return key[1:-1] if key[:1] in ("'", '"') else key.strip()
