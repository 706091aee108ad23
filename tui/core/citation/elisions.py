"""A passage as it is written down: its first words and its last, with what is left out as people show it."""

from __future__ import annotations

import re

from tui.core.timeline.model import Passage

_DOTS = r"(?:[…⋯]+|\.(?:\s?\.){2,})"
_ONE = rf"(?:[\[({{<⟨/]\s*(?:{_DOTS}|\.\.)\s*[\])}}>⟩/]|{_DOTS})"
_LEFT_OUT = rf"{_ONE}(?:\s*{_ONE})*"
"""`…`, `...`, `. . .`, and each of them in brackets."""

_PAGE = re.compile(r"(?:p{1,2}|pages?|blz|bladzijde|seite|s)\.?\s*(\d{1,5})\s*:\s*(?=\S)", re.IGNORECASE)
"""`p. 12:` before the words of a passage."""

_SIGNS = frozenset(".[({<⟨/⋯")
"""Without any of these a text leaves words out as `…`, if at all."""


def passage_of(name: str, text: str) -> tuple[Passage, bool]:
    """The passage that a text means, and whether it is whole: something stands before each elision and after it.

    Of one that is not, the longest piece is left, as one phrase. A page may stand before it: `p. 12: first … last`.
    """
    found = _PAGE.match(text)
    if found is None:
        return _in_pieces(name, text)
    passage, is_whole = _in_pieces(name, text[found.end() :])
    return passage._replace(page=int(found[1])), is_whole


def _in_pieces(name: str, text: str) -> tuple[Passage, bool]:
    is_plain = _SIGNS.isdisjoint(text)
    pieces = text.split("…") if is_plain else re.split(_LEFT_OUT, text)
    if len(pieces) == 1:
        return Passage(name, text), True
    first, *middle, last = map(str.strip, pieces)
    if first and last:
        return Passage(name, first, last, " … ".join(filter(None, middle)) if middle else ""), True
    return Passage(name, max((first, *middle, last), key=len)), False
