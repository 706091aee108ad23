"""Something close to a passage: a chain of places whose words differ from its pieces by a tenth of them at most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from tui.core.proof.normal_form import NormalText, lower
from tui.core.proof.word_edges import is_edge

_SHARE = 10
"""One character in so many may be another."""
_MOST_PLACES = 64
"""Places of a piece that are weighed against each other."""
_MOST_LOOKED_AT = 24
"""Places that may be close to a piece which are compared with it, the likeliest first."""
_MOST_HITS = 400
"""Places of a part of a piece that are gathered."""
BUDGET = 4_000_000_000
"""Characters of a copy that are gone through in search of what is close: about two seconds."""


class _Place(NamedTuple):
    start: int
    end: int
    distance: int


def closest_chain(pieces: Sequence[str], text: NormalText, within: int) -> list[tuple[int, int]] | None:
    """The closest that stands there to a passage, a span of whole words for each piece; None when nothing is close.

    Case is passed over: words that differ by nothing else are at no distance, and close all the same.
    """
    small = [lower(piece) for piece in pieces]
    allowed = sum(map(len, small)) // _SHARE
    places = [_same(piece, text) for piece in small]
    known = [one for one in zip(small, places, strict=True) if one[1]]
    window = (0, len(text.folded))
    if known and len(known) < len(small):
        near = min(known, key=lambda one: (len(one[1]), -len(one[0])))[1]
        window = max(0, near[0].start - within), near[-1].end + within
    for number, piece in enumerate(small):
        if not places[number]:
            most = min(allowed, max(1, len(piece) // 8))
            places[number] = _near(piece, text, most, window) if most else []
        if not places[number]:
            return None
    found = _best_chain(places, within)
    if found is None or sum(one.distance for one in found) > allowed:
        return None
    return [_whole_words(text.plain, one) for one in found]


def _same(piece: str, text: NormalText) -> list[_Place]:
    """The places where a piece stands but for its case, or within other words."""
    found: list[_Place] = []
    at = text.folded.find(piece)
    while at >= 0 and len(found) < _MOST_PLACES:
        found.append(_Place(at, at + len(piece), 0))
        at = text.folded.find(piece, at + 1)
    return found


def _near(piece: str, text: NormalText, most: int, window: tuple[int, int]) -> list[_Place]:
    """The places where something at most so far from a piece stands.

    Of `most` + 1 parts of the piece at least one stands unchanged in whatever is that close.
    """
    folded, (first, last) = text.folded, window
    last = min(last, len(folded))
    length = len(piece)
    votes: Counter[int] = Counter()
    for number in range(most + 1):
        begin, end = number * length // (most + 1), (number + 1) * length // (most + 1)
        part, at, hits = piece[begin:end], first - 1, 0
        if text.looked_through > BUDGET:
            break
        while hits < _MOST_HITS and (at := folded.find(part, at + 1, last)) >= 0:
            votes[(at - begin) // (most + 1)] += 1
            hits += 1
        text.looked_through += (at if at >= 0 else last) - first
    found: dict[tuple[int, int], _Place] = {}
    best = most
    for diagonal, _votes in votes.most_common(_MOST_LOOKED_AT):
        whole = votes[diagonal - 1] + votes[diagonal] + votes[diagonal + 1]
        if most + 1 - whole > best:  # each part that is not there costs a character at least
            continue
        start = max(0, diagonal * (most + 1) - most)
        place = _closest(piece, folded, start, min(len(folded), start + length + 3 * most + 1))
        if place.distance <= most:
            best = min(best, place.distance)
            found.setdefault((place.start, place.end), place)
    return sorted(found.values())


def _closest(piece: str, text: str, start: int, end: int) -> _Place:
    """The part of a window that is closest to a piece."""
    distance, stop = _search(piece, text[start:end])
    stop += start
    _distance, back = _search(piece[::-1], text[start:stop][::-1])
    return _Place(stop - back, stop, distance)


def _search(piece: str, text: str) -> tuple[int, int]:
    """The least distance of a piece from any part of a text, and the end of that part.

    By the bit vectors of G. Myers, A fast bit-vector algorithm for approximate string matching, JACM 46, 1999.
    """
    has: dict[str, int] = {}
    for bit, sign in enumerate(piece):
        has[sign] = has.get(sign, 0) | 1 << bit
    mask, high = (1 << len(piece)) - 1, 1 << len(piece) - 1
    up, down, score = mask, 0, len(piece)
    best, stop = score, 0
    for number, sign in enumerate(text, 1):
        equal = has.get(sign, 0)
        vertical = equal | down
        horizontal = (((equal & up) + up) ^ up) | equal
        plus, minus = down | (~(horizontal | up) & mask), up & horizontal
        if plus & high:
            score += 1
        elif minus & high:
            score -= 1
        plus, minus = plus << 1 & mask, minus << 1 & mask
        up, down = minus | (~(vertical | plus) & mask), plus & vertical
        if score < best:
            best, stop = score, number
    return best, stop


def _best_chain(places: Sequence[list[_Place]], within: int) -> list[_Place] | None:
    """One place for each piece, in order and near each other, as little changed as can be; None without such."""
    best: list[_Place] | None = None
    for first in places[0][:_MOST_PLACES]:
        chain = [first]
        for later in places[1:]:
            following = [one for one in later if chain[-1].end <= one.start and one.end - first.start <= within]
            if not following:
                break
            chain.append(min(following, key=lambda one: (one.distance, one.start)))
        else:
            if best is None or _weight(chain) < _weight(best):
                best = chain
    return best


def _weight(chain: list[_Place]) -> tuple[int, int]:
    return sum(one.distance for one in chain), chain[-1].end - chain[0].start


def _whole_words(plain: str, place: _Place) -> tuple[int, int]:
    """The span of a place with the rest of the words that it begins and ends in."""
    start, end = place.start, place.end
    while not is_edge(plain, start) and place.start - start < 40:
        start -= 1
    while not is_edge(plain, end) and end - place.end < 40:
        end += 1
    return start, end
