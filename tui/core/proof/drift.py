"""The drift of a page: the fate of a passage from one copy of it to the next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui.core.proof.states import FOUND, UNREAD
from tui.core.text.messages import translatable

UNCHANGED, CHANGED, GONE, BACK, NEVER, UNKNOWN = "unchanged", "changed", "gone", "back", "never", "unknown"
DRIFTS = {
    UNCHANGED: translatable("{passage}: unchanged"),
    CHANGED: translatable("{passage}: altered since {day}"),
    GONE: translatable("{passage}: gone since {day}"),
    BACK: translatable("{passage}: there again"),
    NEVER: translatable("{passage}: in no copy"),
    UNKNOWN: translatable("{passage}: not known, the copy has no text"),
}
"""The words for each drift."""


class Seen(NamedTuple):
    """The state of a passage in one copy."""

    day: str
    """The day of the copy: `2026-11-30`."""
    state: str
    """One of `proof.states`."""


class Drift(NamedTuple):
    """The fate of a passage, and since when."""

    kind: str
    since: str = ""
    """The day of the first copy that is without it, after the last that has it; empty where nothing is missing."""


def drift(copies: Sequence[Seen]) -> Drift:
    """The drift of a passage over the copies of its page, the oldest first; a copy without a text says nothing."""
    if copies[-1].state == UNREAD:
        return Drift(UNKNOWN)
    told = [one for one in copies if one.state != UNREAD]
    has = [one.state in FOUND for one in told]
    if has[-1]:
        return Drift(UNCHANGED if all(has[-2:]) else BACK)
    if True not in has:
        return Drift(NEVER)
    first_without = told[len(has) - has[::-1].index(True)]
    return Drift(GONE if told[-1].state == "absent" else CHANGED, first_without.day)
