"""A line of YAML as a person sees it: how far it is indented, its dashes, its key and the text after it."""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.core.timeline.model import SECTIONS

KEYS = frozenset(
    (
        *SECTIONS, "id", "date", "date_note", "title", "kind", "status", "countries", "place", "tags", "text", "claims",
        "name", "country", "aliases", "about", "publisher", "author", "url", "archive", "published", "published_note",
        "seen", "language", "passages", "note", "query", "group", "order", "keep", "because", "told",
    )
)  # fmt: skip
"""Every key that a file of events knows: a line that begins with one is meant to be a line of its own."""

_LINE = re.compile(r"(?P<indent> *)(?P<dashes>(?:- +)*)(?P<rest>.*)")
_KEY = re.compile(
    r"(?P<key>\"[^\"]*\"|'[^']*'|[^\s\"'#\[\]{},&*!|>%@`:-][^#]*?|-[^\s#][^#]*?)\s*:(?:\s+|$)(?P<value>.*)"
)
BLOCK_HEAD = re.compile(r"[|>](?:[+-]?[1-9]?|[1-9][+-])\s*(?:#.*)?")
"""What stands after a key, or a dash, whose text is the block of lines below."""
_LANGUAGE = re.compile(r"_[a-z]{2,3}$")


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

    @property
    def column(self) -> int:
        """The column of what follows the dashes."""
        return self.indent + len(self.dashes)

    @property
    def opens(self) -> bool:
        """Whether what is indented more belongs to it."""
        bare = self.value.strip() if self.key is not None else self.rest.strip()
        return bare.startswith("#") or not bare or bare.endswith(":")

    @property
    def is_known(self) -> bool:
        """Whether it begins with a key of ours."""
        return self.key is not None and is_key(self.key)


def is_key(word: str) -> bool:
    """Whether a word is a key of ours, in whatever language."""
    return word in KEYS or without_language(word) in KEYS


def without_language(key: str) -> str:
    """`title` for `title_fr`; a key of no language stays as it is."""
    return _LANGUAGE.sub("", key)


def parse_line(text: str) -> YamlLine:
    """A line taken apart."""
    parts = _LINE.fullmatch(text)
    if parts is None:
        return YamlLine(0, "", text, None, "", 0)
    indent, dashes, rest = len(parts["indent"]), parts["dashes"], parts["rest"]
    found = _KEY.fullmatch(rest)
    if found is None:
        return YamlLine(indent, dashes, rest, None, rest, indent + len(dashes))
    return YamlLine(indent, dashes, rest, found["key"], found["value"], indent + len(dashes) + found.start("value"))


def in_blocks(lines: list[str]) -> list[bool]:
    """Of each line, whether it belongs to a block text (`>` or `|`), where nothing is a mistake."""
    flags: list[bool] = []
    floor: int | None = None
    for text in lines:
        bare = text.lstrip(" ")
        if floor is not None and (not bare or len(text) - len(bare) > floor):
            flags.append(True)
            continue
        flags.append(False)
        line = parse_line(text)
        value = line.value if line.key is not None else line.rest
        owner = line.column if line.key is not None else max(line.indent, line.column - 2)
        floor = owner if BLOCK_HEAD.fullmatch(value) else None
    return flags
