"""The number of things, in words."""

from __future__ import annotations


def plural(number: int, thing: str) -> str:
    """`1 event`, `3 events`."""
    return f"{number} {thing}{'' if number == 1 else 's'}"


