"""One line of a pasted list: the address of an article, and its title on either side of it."""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.core.text.clean import without_hidden
from tui.core.text.identity import identity, unquoted

_MARKDOWN = re.compile(
    r"\[(?P<title>[^\]]+)\]\(\s*<?(?P<address>https?://[^\s<>]+?)>?(?:\s+\"[^\"]*\")?\s*\)", re.IGNORECASE
)
_ADDRESS = re.compile(r"https?://[^\s<>\"“”«»]+", re.IGNORECASE)
_BULLET = re.compile(r"^\s*(?:[-*•–—+]|\d{1,3}[.)])\s+")
_SEPARATORS = " \t-–—|·•*→:;,#<>"
_STOPS = ".,;:!?'’*"
_BRACKETS = {")": "(", "]": "[", "}": "{"}


class PastedLine(NamedTuple):
    """An address and a title, as a person pasted them."""

    address: str
    """The whole line, where no address stands in it."""
    title: str = ""
    """Empty where the line has none."""


def read_line(line: str) -> PastedLine:
    """The address in a line and the title before it, else behind it; a link of Markdown has both."""
    if found := _MARKDOWN.search(line):
        return PastedLine(found["address"], title_of(found["title"]))
    found = _ADDRESS.search(line)
    if found is None:
        return PastedLine(line.strip())
    address = _without_stops(found[0])
    before, behind = line[: found.start()].rstrip(" ([{<"), line[found.start() + len(address) :].lstrip(" )]}>")
    return PastedLine(address, title_of(_BULLET.sub("", before)) or title_of(behind))


def title_of(text: str) -> str:
    """A title on one line, without what nobody sees, and without the signs that part it from an address."""
    text = identity(without_hidden(" ".join(text.split())))
    text = "".join(filter(str.isprintable, text)).strip(_SEPARATORS)
    for opening, closing in ("()", "[]"):
        if text[:1] == opening and text[-1:] == closing:
            text = text[1:-1]
    text = unquoted(text.strip(_SEPARATORS))
    text = text[1:-1].strip() if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'" else text
    return text if any(map(str.isalnum, text)) else ""


def _without_stops(address: str) -> str:
    """An address without the stops of the sentence that it stands in, and without a bracket that it does not open."""
    while address[-1] in _STOPS or (
        address[-1] in _BRACKETS and address.count(address[-1]) > address.count(_BRACKETS[address[-1]])
    ):
        address = address[:-1]
    return address
