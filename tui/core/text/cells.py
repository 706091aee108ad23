"""Text cut, filled and wrapped to a width in cells."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from tui.core.text.clean import PLAIN

Measure = Callable[[str], int]
"""The width of a text in cells; the faces pass Rich's measure, since the core knows no terminal."""


@cache
def _cluster() -> re.Pattern[str]:
    """A character with what combines with it, but for the marks that `_ends` looks up."""
    return re.compile(
        "[\U0001f1e6-\U0001f1ff]{2}"  # a flag is two regional letters
        "|.(?:[\u1160-\u11ff\ud7b0-\ud7fb\u200c\ufe00-\ufe0f\u20d0-\u20ff\U0001f3fb-\U0001f3ff\U000e0020-\U000e01ef]|\u200d.?)*",
        re.DOTALL,
    )


def fit(text: str, width: int, measure: Measure = len, ellipsis: str = "…") -> str:
    """The text, cut to at most `width` cells with an ellipsis when it is wider; no character is split."""
    if measure(text) <= width:
        return text
    room = width - measure(ellipsis)
    return cut(text, room, measure).rstrip() + ellipsis if room >= 0 else cut(ellipsis, width, measure)


def pad(text: str, width: int, measure: Measure = len, align: str = "left", ellipsis: str = "…") -> str:
    """The text in exactly `width` cells: cut if wider, else filled; `align` is left, right or center."""
    shown = fit(text, width, measure, ellipsis)
    room = width - measure(shown)
    before = {"left": 0, "right": room, "center": room // 2}[align]
    return " " * before + shown + " " * (room - before)


def cut(text: str, width: int, measure: Measure = len) -> str:
    """The longest beginning of the text that is at most `width` cells wide and splits no character."""
    near = text[: 8 * max(width, 0) + 64]  # to look at all of a long one for each line of it would take a while
    if len(near) < len(text):
        ends = _ends(near)
        kept = _reach(near, ends, width, measure)
        if kept < len(ends) - 2:  # a whole character follows, so that no more of the text can matter
            return near[: ends[kept]]
    ends = _ends(text)
    return text[: ends[_reach(text, ends, width, measure)]]


def _reach(text: str, ends: range | list[int], width: int, measure: Measure) -> int:
    """The last of the ends that is within so many cells."""
    low, high = 0, len(ends) - 1
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if measure(text[: ends[middle]]) <= width else (low, middle - 1)
    return low


def _ends(text: str) -> range | list[int]:
    """The places where the text may be cut: 0, and after each character with all that combines with it."""
    if PLAIN.issuperset(text):
        return range(len(text) + 1)
    from unicodedata import category

    ends = [0]
    for found in _cluster().finditer(text):
        if len(ends) > 1 and category(found[0][0]).startswith("M"):
            ends.pop()
        ends.append(found.end())
    return ends


_CLINGING = ":;!?»›%‰€,.)]…"
"""A word of nothing else stays with the one before it, as French sets it: `quoi ?`, `20 %`, `mot »`."""


_OPENING = ("«", "‹", "(", "[")


def wrap(text: str, width: int, measure: Measure = len) -> list[str]:
    """The text in lines of at most `width` cells, broken at spaces; its own lines stay lines, empty ones too.

    No line begins with closing punctuation or ends with an opening one; what is wider than a line is cut.
    """
    return [line for paragraph in text.split("\n") for line in _wrapped(paragraph, max(width, 1), measure)]


def _wrapped(paragraph: str, width: int, measure: Measure) -> list[str]:
    lines: list[str] = []
    line = ""
    for piece in _unbroken(paragraph):
        joined = f"{line} {piece}" if line else piece
        if measure(joined) <= width:
            line = joined
            continue
        if line:
            lines.append(line)
        *whole, line = _slices(piece, width, measure)
        lines += whole
    return [*lines, line] if line or not lines else lines


def _unbroken(paragraph: str) -> list[str]:
    """The pieces of a paragraph between which a line may end; a no-break space ends none."""
    pieces: list[str] = []
    for word in filter(None, paragraph.replace("\t", " ").split(" ")):
        if pieces and (not word.strip(_CLINGING) or pieces[-1].endswith(_OPENING)):
            pieces[-1] += f" {word}"
        else:
            pieces.append(word)
    return pieces


def _slices(piece: str, width: int, measure: Measure) -> list[str]:
    """A piece cut to lines: at its spaces where it has some, else anywhere; `…` where no character fits."""
    slices: list[str] = []
    while measure(piece) > width:
        head = cut(piece, width, measure)
        head = head[: head.rfind(" ") + 1] or head
        slices.append(head.rstrip(" ") or "…")
        piece = piece[len(head) or _ends(piece)[1] :].lstrip(" ")
    return [*slices, piece]
