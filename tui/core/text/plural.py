"""The number of things, in words, where nothing else is said of them."""

from __future__ import annotations

from tui.core.text.messages import forms, numbered

_THINGS = {
    "event": forms("{number} event", "{number} events"),
    "source": forms("{number} source", "{number} sources"),
    "actor": forms("{number} actor", "{number} actors"),
    "passage": forms("{number} passage", "{number} passages"),
    "value": forms("{number} value", "{number} values"),
    "day": forms("{number} day", "{number} days"),
    "star": forms("{number} star", "{number} stars"),
    "note": forms("{number} note", "{number} notes"),
    "view": forms("{number} view", "{number} views"),
    "error": forms("{number} error", "{number} errors"),
    "warning": forms("{number} warning", "{number} warnings"),
    "hint": forms("{number} hint", "{number} hints"),
}


def plural(number: int, thing: str) -> str:
    """`1 event`, `3 events`; of a thing that is not in the table it is English."""
    return numbered(*_THINGS.get(thing, (f"{{number}} {thing}", f"{{number}} {thing}s")), number)
