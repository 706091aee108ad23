"""The things that may stay where they are while the others are moved about them: as many as can."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def longest_rising_run(order: Sequence[int]) -> list[int]:
    """The longest run of rising numbers in an order, each number once in it (patience sorting).

    `order` says, for each new place, the old one; the answer is in rising order.
    """
    tops: list[int] = []
    places: list[int] = []
    before: list[int] = []
    for place, number in enumerate(order):
        pile = bisect_left(tops, number)
        before.append(places[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [number]
        places[pile : pile + 1] = [place]
    stay: list[int] = []
    place = places[-1] if places else -1
    while place >= 0:
        stay.append(order[place])
        place = before[place]
    return stay[::-1]
