"""HTML in a cell as plain text, and the addresses that it leads to."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import NamedTuple

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]{2,8});")
_BLOCKS = frozenset(("address", "article", "blockquote", "div", "dl", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li",
                     "ol", "p", "pre", "section", "table", "tr", "ul", "br"))  # fmt: skip
_SILENT = frozenset(("script", "style", "head", "template"))
_PARAGRAPHS = frozenset(("p", "ul", "ol", "div", "blockquote", "table"))


class PlainText(NamedTuple):
    """The text of a cell, and the addresses of its links in their order."""

    text: str
    links: tuple[str, ...] = ()


def has_markup(text: str) -> bool:
    """True when a text holds a tag or an entity of HTML."""
    return ("<" in text or "&" in text) and _TAG.search(text) is not None


def plain_text(text: str) -> PlainText:
    """A text without its tags; blocks are lines of their own. One without any stays as it is."""
    if not has_markup(text):
        return PlainText(text)
    reader = _Reader()
    reader.feed(text)
    reader.close()
    lines = [" ".join(line.split()) for line in "".join(reader.pieces).split("\n")]
    kept = re.sub("\n{3,}", "\n\n", "\n".join(lines)).strip()
    return PlainText(kept, tuple(dict.fromkeys(reader.links)))


class _Reader(HTMLParser):
    """Gathers what a reader of the page would see."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.links: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Break the line at a block, and take note of a link."""
        self._silent += tag in _SILENT
        if tag in _BLOCKS:
            self.pieces.append("\n\n" if tag in _PARAGRAPHS else "\n")
        if tag == "li":
            self.pieces.append("– ")
        address = dict(attrs).get("href") if tag == "a" else None
        if address and address.strip().lower().startswith(("http://", "https://")):
            self.links.append(address.strip())

    def handle_endtag(self, tag: str) -> None:
        """Break the line after a block."""
        if tag in _SILENT and self._silent:
            self._silent -= 1
        if tag in _BLOCKS and tag != "br":
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        """Keep what is seen."""
        if not self._silent:
            self.pieces.append(" ".join(re.split(r"[ \t\r\n]+", data)) if "\n" not in data else data)
