"""Markdown (CommonMark) of texts and links in which nothing from a file is markup."""

from __future__ import annotations

import re

from tui.core.text.clean import clean, clean_line

_TOP_LEVEL = "(?:[a-z]{2}|biz|com|edu|gov|net|org|pro|web|xxx|aero|asia|coop|info|museum|name|shop|рф|xn--[a-z0-9-]+)"
"""Ends of names of hosts by which some readers know an address that has no `https://`."""

_SPECIAL = re.compile(
    r"[`\[\]]"  # code, links
    r"|\\(?=[!-/:-@\[-`{-~]|$)"  # before punctuation an escape, at the end of a line a break
    r"|\*(?!(?<=\s\*)\s)|(?<![^\W_])_|_(?![^\W_])"  # emphasis: no * between blanks, no _ within a word
    r"|(?<!\s)(?<!^)~|~(?![^\W_])"  # what may end a deletion
    r"|<(?=[a-z/!?]|$)|&(?=#?\w*(?:;|$))|!(?=\[)"  # HTML, entities, images
    r"|(?<=\S)\$(?!\d)|@(?=\w)|(?<!\w)\#(?=\d)|:(?=[\w+-]+:)"  # mathematics, mentions, issues, emoji
    r"|/(?=/)|(?<=\S)\.(?=" + _TOP_LEVEL + r"(?![^\W_]|-))|(?<=\bwww)\."  # addresses, which some readers make links of
    r"|^[-+=](?=[-+=\s]|$)|^\d{1,9}[.)](?=\s|$)|^[>\#]|\#(?=\#*$)",  # lists, rules, quotes, headings
    re.IGNORECASE,
)
"""The signs that mean something in CommonMark or GitHub's Markdown; a backslash goes before their last character."""

_BRACKETED = re.compile(r"\[(?![\^ x]?\])(?!\^)[^\[\]]*\](?=[^\[(:])", re.IGNORECASE)
"""A pair of brackets that is no link, no footnote and no box to tick, such as `[…]`."""

_DELIMITERS = re.compile(r"[\s|:-]*")
"""A text that would make a table of the line above."""

_ENTITY = re.compile(r"&(?=#?\w+;)")
"""An ampersand that Markdown would take for the beginning of a character reference."""

BREAK = "\\"
"""At the end of a line: the next one is a line of its own in the same paragraph."""


def escaped(text: str) -> str:
    """A text on one line, in which nothing is markup and nothing is hidden."""
    line = clean_line(text).strip()
    plain = {at for pair in _BRACKETED.finditer(line) for at in (pair.start(), pair.end() - 1)}
    written = _SPECIAL.sub(lambda one: one[0] if one.start() in plain else f"{one[0][:-1]}\\{one[0][-1]}", line)
    return written.replace("|", r"\|") if _DELIMITERS.fullmatch(line) else written


def item(text: str) -> str:
    """A text that begins an item: with nothing in it, that would underline the line above as a heading."""
    return escaped(text) or r"\-"


def anchor(text: str, address: str | None) -> str:
    """A text as a link, if there is a safe address (as `links.link` makes it)."""
    if address is None:
        return text
    target = _ENTITY.sub("&amp;", address.replace("(", "%28").replace(")", "%29"))
    return f"[{text}]({target})"


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, which empty lines part, each on one line."""
    return [escaped(part) for part in re.split(r"\n[ \t]*\n", clean(text)) if part.strip()]


def listed(names: list[str]) -> str:
    """Names one after another."""
    return ", ".join(escaped(name) for name in names if name.strip())
