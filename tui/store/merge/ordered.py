"""Two orders of the same things, made of one order before them, put together again."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from itertools import pairwise
from typing import Any, TypeVar

K = TypeVar("K", bound=Hashable)


def merged_order(base: Sequence[K], one: Sequence[K], other: Sequence[K], rank: Callable[[K], Any]) -> list[K]:
    """All that stands in either order, each once; whoever moved what was there before is followed.

    What one of them added stands behind what it stood behind there. Where both added something at one place, the order
    is that of `rank`, so that it is the same whichever of the two comes first.
    """
    known = set(base)
    skeleton = _moved(
        [key for key in base if key in set(one) or key in set(other)],
        _with_known(one, base, set(other)),
        _with_known(other, base, set(one)),
    )
    behind: dict[K | None, list[list[K]]] = {}
    for order in (one, other):
        anchor: K | None = None
        run: dict[K | None, list[K]] = {}
        for key in order:
            if key in known:
                anchor = key
            else:
                run.setdefault(anchor, []).append(key)
        for anchor, added in run.items():
            behind.setdefault(anchor, []).append(added)
    is_backwards = _falls(skeleton, rank)
    found = _woven(behind.get(None, []), rank, is_backwards)
    for key in skeleton:
        found += [key, *_woven(behind.get(key, []), rank, is_backwards)]
    return list(dict.fromkeys(found))


def _with_known(order: Sequence[K], base: Sequence[K], elsewhere: set[K]) -> list[K]:
    """The old things in an order, those that went there but not elsewhere put where they stood."""
    here, before = set(order), set(base)
    found = [key for key in order if key in before]
    for number, key in enumerate(base):
        if key not in here and key in elsewhere:
            ahead = next((one for one in reversed(base[:number]) if one in found), None)
            found.insert(found.index(ahead) + 1 if ahead is not None else 0, key)
    return found


def _moved(base: list[K], one: list[K], other: list[K]) -> list[K]:
    """The order of whoever changed it; where both did, differently, that which sorts first."""
    if one in (base, other):
        return other
    if other == base:
        return one
    return min(one, other, key=lambda order: [repr(key) for key in order])


def _woven(runs: list[list[K]], rank: Callable[[K], Any], is_backwards: bool) -> list[K]:
    """The additions at one place; a run of one side alone keeps its order."""
    if len(runs) < 2:
        return [key for run in runs for key in run]
    first, second = ([key for key in run if key not in other] for run, other in (runs, reversed(runs)))
    if not first and not second:
        return min(runs, key=lambda run: [repr(key) for key in run])
    return sorted(dict.fromkeys([*runs[0], *runs[1]]), key=rank, reverse=is_backwards)


def _falls(order: Sequence[K], rank: Callable[[K], Any]) -> bool:
    """True when most neighbours stand with the later one first."""
    ranks = [rank(key) for key in order]
    return sum(bool(one < other) - bool(one > other) for one, other in pairwise(ranks)) < 0
