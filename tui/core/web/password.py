"""The password that stands in an address, `https://name:password@host`: nobody is to read it."""

from __future__ import annotations

import re

_PASSWORD = re.compile(r"(://[^/?#\s@:]*:)([^/?#\s@]+)(?=@)")


def has_password(text: str) -> bool:
    """True when an address in a text holds a password, be it the address of what an archive has a copy of."""
    return "@" in text and _PASSWORD.search(text) is not None


def masked(text: str) -> str:
    """The text with asterisks for each sign of a password, so that all else stays in its place."""
    return _PASSWORD.sub(lambda found: found[1] + "*" * len(found[2]), text) if "@" in text else text
