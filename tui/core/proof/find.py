"""A passage sought in the text of a copy: its pieces word for word, in order, near each other; or something close."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.core.proof.close import closest_chain
from tui.core.proof.normal_form import NormalText, normalised
from tui.core.proof.states import ABSENT, ALTERED, PROVED, REPEATED
from tui.core.proof.word_edges import is_edge
from tui.core.text.messages import worded
from tui.core.timeline.model import Passage

WITHIN = 20_000
"""Characters of a copy, in its form, in which all pieces of a passage stand."""
_MOST_STEPS = 20_000
"""Places at which a passage may begin that are looked at; of a passage with more nothing could be said in time."""


class Finding(NamedTuple):
    """The outcome of a search for a passage in a copy."""

    state: str
    """One of `proof.states`."""
    page: int | None = None
    """The page on which it begins, from 1, of a copy that has pages."""
    found: str = ""
    """The words as the copy has them, when they are not those of the passage."""
    times: int = 0
    """The number of times that it stands there; 2 stands for more too."""
    why: str = ""
    """The reason for the state, where it needs one, as `worded` keeps it."""


def pieces_of(passage: Passage) -> tuple[str, ...]:
    """The pieces that a passage is made of, in the form in which they are sought."""
    parts = (passage.start, *passage.between.split("…"), passage.end or "")
    return tuple(filter(None, map(normalised, parts)))


def look_for(pieces: Sequence[str], text: NormalText) -> Finding:
    """The finding of a passage, by its pieces, in the text of a copy."""
    if not pieces:
        return Finding(ABSENT, why=worded("the passage has no words"))
    if all(_stands(piece, text) for piece in pieces):
        begins = list(_beginnings(pieces, text))
        if begins:
            return Finding(REPEATED if len(begins) > 1 else PROVED, text.page_at(begins[0]), times=len(begins))
        if all(next_place(piece, text, 0, len(text.plain)) for piece in pieces):
            return Finding(ABSENT, why=worded("its pieces stand there, but in another order or far from each other"))
    spans = closest_chain(pieces, text, WITHIN)
    if spans is None:
        return Finding(ABSENT)
    found = " … ".join(text.as_it_stands(*span) for span in spans)
    return Finding(ALTERED, text.page_at(spans[0][0]), found)


def _stands(piece: str, text: NormalText) -> bool:
    """True when the characters of a piece stand somewhere; quick."""
    return piece in text.plain or (bool(text.joints) and "-" in piece)


def _beginnings(pieces: Sequence[str], text: NormalText) -> Iterator[int]:
    """The first two places at which the whole passage begins."""
    first, *rest = pieces
    at, found = 0, 0
    for _step in range(_MOST_STEPS):
        span = next_place(first, text, at, len(text.plain))
        if span is None:
            return
        end, far = span[1], False
        for piece in rest:
            following = next_place(piece, text, end, len(text.plain))
            if following is None:
                return  # nor will it follow any later beginning
            end = following[1]
            if end - span[0] > WITHIN:
                far = True
                break
        if not far:
            yield span[0]
            found += 1
            if found == 2:
                return
        at = max(span[0] + 1, end - WITHIN if far else 0)


def next_place(piece: str, text: NormalText, start: int, end: int) -> tuple[int, int] | None:
    """The first place of a piece between two others, whole words only; None when there is none."""
    best: tuple[int, int] | None = None
    for needle, taken_out in _readings(piece, text):
        at = text.plain.find(needle, start, end if best is None else min(end, best[0] + len(needle)))
        while at >= 0:
            stop = at + len(needle)
            whole = is_edge(text.plain, at) and is_edge(text.plain, stop)
            if whole and all(at + place in text.joints for place in taken_out):
                if best is None or at < best[0]:
                    best = at, stop
                break
            at = text.plain.find(needle, at + 1, end)
    return best


def _readings(piece: str, text: NormalText) -> Iterator[tuple[str, tuple[int, ...]]]:
    """A piece as it is, and as it is where its hyphens fell on ends of lines: with their places in what is left."""
    yield piece, ()
    if not text.joints:
        return
    hyphens = [at for at, sign in enumerate(piece) if sign == "-" and 0 < at < len(piece) - 1][:4]
    for choice in range(1, 1 << len(hyphens)):
        out = [at for bit, at in enumerate(hyphens) if choice >> bit & 1]
        needle = "".join(sign for at, sign in enumerate(piece) if at not in out)
        yield needle, tuple(at - number for number, at in enumerate(out))
