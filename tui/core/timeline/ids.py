"""Ids that jalon makes where a person gave none."""

from __future__ import annotations

import re
from collections.abc import Container

from tui.core.text.fold import fold
from tui.core.timeline.model import Event

COMMON_IDS = ("example",)
"""The ids that many a timeline has: an example came with them."""


def derived_id(event: Event) -> str:
    """An id from an event's date and the first words of its title: `2025-12-31-end-of-the-contract`.

    It holds nothing but small letters of ASCII, digits and hyphens, and can be typed anywhere.
    """
    title = next(iter(event.titles.values()))
    words = re.findall("[a-z0-9]+", _in_latin(fold(title)))
    parts = re.findall("[a-z0-9]+", "" if event.date.is_undated else event.date.text.lower())
    return "-".join([*parts, *words[:6]]) or "event"


def _in_latin(text: str) -> str:
    """A folded text with the letters that folding leaves as they are written in Latin ones."""
    if text.isascii():
        return text
    from anyascii import anyascii

    return anyascii(text).lower()


def in_one_form(event: Event) -> Event:
    """An event whose names are as they are read again: letters composed, without what nobody sees."""
    names = (event.kind or "", *event.tags, *event.places, *event.actors, *event.about, *event.told, *event.says)
    if all(map(str.isascii, names)):
        return event
    from tui.core.text.identity import as_meant, identity

    return event._replace(
        kind=event.kind and as_meant(event.kind),
        tags=tuple(dict.fromkeys(map(as_meant, event.tags))),
        places=tuple(dict.fromkeys(map(identity, event.places))),
        actors=tuple(dict.fromkeys(map(as_meant, event.actors))),
        about=tuple(map(as_meant, event.about)),
        told=tuple(dict.fromkeys(map(as_meant, event.told))),
        says=tuple(dict.fromkeys(map(as_meant, event.says))),
    )


def free(base: str, taken: Container[str]) -> str:
    """An id that nothing has: the base itself, else the first free one of `base-2`, `base-3` and so on."""
    name, number = base, 1
    while name in taken:
        number += 1
        name = f"{base}-{number}"
    return name
