"""A passage as it is written down: its first words and its last, with what is left out as people show it."""

from __future__ import annotations

import re

from tui.core.timeline.model import Passage

_DOTS = r"(?:[…⋯]+|\.(?:\s?\.){2,})"
_ONE = rf"(?:[\[({{<⟨/]\s*(?:{_DOTS}|\.\.)\s*[\])}}>⟩/]|{_DOTS})"
_LEFT_OUT = rf"{_ONE}(?:\s*{_ONE})*"
"""`…`, `...`, `. . .`, and each of them in brackets."""

_SIGNS = frozenset(".[({<⟨/⋯")
"""Without any of these a text leaves words out as `…`, if at all."""


def passage_of(name: str, text: str) -> tuple[Passage, bool]:
    """The passage that a text means, and whether it is whole: something stands before each elision and after it.

    Of one that is not, the longest piece is left, as one phrase.
    """
    is_plain = _SIGNS.isdisjoint(text)
    pieces = text.split("…") if is_plain else re.split(_LEFT_OUT, text)
    if len(pieces) == 1:
        return Passage(name, text), True
    first, *middle, last = map(str.strip, pieces)
    if first and last:
        return Passage(name, first, last, " … ".join(filter(None, middle)) if middle else ""), True
    return Passage(name, max((first, *middle, last), key=len)), False
