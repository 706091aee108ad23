"""The addresses that may be opened: absolute, http or https, with a host, and nothing that steers or hides."""

from __future__ import annotations

import re

from tui.core.text.clean import clean
from tui.core.text.messages import worded
from tui.core.web.password import has_password

LONGEST = 2083
"""Bytes; what browsers and terminals agree to take."""

_ADDRESS = re.compile(
    r"https?://"
    r"(?:\[[0-9A-Fa-f:.]+\]|[^\s/?#@:\\\[\]<>\"'`{}|^,;]+)"  # the host
    r"(?::[0-9]{1,5})?"
    r"(?:[/?#][^\s\\<>\"`]*)?",
    re.IGNORECASE,
)


_SELDOM_LAST = frozenset(".,;:)]}'»”’…")


def is_web(text: str) -> bool:
    """True when a text is meant as an address of the web."""
    return text[:8].lower().startswith(("http://", "https://"))


def fault(text: str) -> str | None:
    """The fault of an address, in one clause; None when it may be opened."""
    if clean(text) != text:
        return worded("an address holds no control characters")
    if any(character.isspace() for character in text):
        return worded("an address holds no spaces")
    if len(text.encode("utf-8", "replace")) > LONGEST:
        return worded("an address has at most {number} bytes", number=LONGEST)
    if not is_web(text):
        return worded("an address begins with https:// or http://")
    host = text.partition("://")[2].partition("/")[0]
    if not host or host[0] in "?#:.":
        return worded("an address has a host after ://")
    if "@" in host:
        return worded("an address holds no user name")
    if has_password(text):
        return worded("an address holds no password")
    if host.lower() in ("http", "https"):
        return worded("an address has its https:// once")
    return None if _ADDRESS.fullmatch(text) else worded("this is not an address")


def doubt(text: str) -> str | None:
    """The reason to doubt an address, in one clause: its last sign, which is rather of the text around it."""
    last = text[-1:]
    if last not in _SELDOM_LAST or "/wiki/" in text:
        return None
    if text.endswith(("…", "...")):
        return worded("this address is cut short")
    opening = {")": "(", "]": "[", "}": "{"}.get(last)
    if opening is None:
        return worded('an address seldom ends in "{sign}"', sign=last)
    return (
        None
        if text.count(opening) >= text.count(last)
        else worded('this address ends in a "{sign}" that it does not open', sign=last)
    )
