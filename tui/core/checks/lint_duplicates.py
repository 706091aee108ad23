"""The lint about events that stand in the file twice: days in common, and titles that are nearly the same.

No pair is compared that has not a title in common but for one word: each title is put under the set of its words, and
under those sets that lack one of them. Of a pile of alike titles, in order of time, only neighbours are compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import reduce
from operator import xor

from tui.core.checks.likeness import SMALL, Words, are_alike, are_other_places, in_digits, is_another_title
from tui.core.checks.lint import Finding, Lint, LintInput
from tui.core.patience import patient
from tui.core.text.fold import fold
from tui.core.text.messages import worded
from tui.core.timeline.model import Event

CODE = "near-duplicate"

LEAST = 3
"""Words that two titles have in common, where one of them has another besides."""
NEIGHBOURS = 8
"""Events after one in a pile with which it is compared."""
LONGEST = 40
"""Words of a title that are looked at."""
_WORD = re.compile(r"\w+")
APART = 31
"""Days between two starts from which on they are those of two events."""


def near_duplicates(story: LintInput) -> Iterator[Finding]:
    """Two events that may well be the same one."""
    events, language = story.timeline.events, story.timeline.language
    words = [_words(_title(event, language)) for event in patient(events)]
    twins: dict[int, int] = {}
    for pile in patient(_piles(words)):
        for i, j in _neighbours(pile, events):
            if i >= twins.get(j, j) or not are_alike(words[i], words[j]) or not _may_be_one(events[i], events[j]):
                continue
            if not is_another_title(_title(events[i], language), _title(events[j], language)):
                twins[j] = i
    for j, i in sorted(twins.items()):
        if _days_between(events[i], events[j]) <= 0:
            message = worded('this may be the same event as "{id}": the titles and the days agree', id=events[i].id)
        else:
            message = worded('this may be the same event as "{id}": the titles agree', id=events[i].id)
        yield Finding(events[j], ("title",), CODE, message, worded("keep one of the two"), other=events[i])


def _title(event: Event, language: str) -> str:
    """The title that is compared, with its numbers in digits."""
    return in_digits(event.titles.get(language) or next(iter(event.titles.values())))


def _words(title: str) -> Words:
    return frozenset([word for word in _WORD.findall(fold(title)) if word not in SMALL][:LONGEST])


def _piles(titles: list[Words]) -> Iterable[list[int]]:
    """The places of titles that have all words in common, or all but one; each pile in order of time.

    A set of words is a number here, the exclusive or of its hashes: a hundredth of what as many sets would cost.
    """
    alone: dict[int, int] = {}
    piles: dict[int, list[int]] = {}
    for index, title in enumerate(patient(titles)):
        for key in _keys(title):
            first = alone.setdefault(key, index)
            if first != index:
                piles.setdefault(key, [first]).append(index)
    return piles.values()


def _keys(title: Words) -> list[int]:
    """The numbers of the sets of words under which a title is put."""
    if not title:
        return []
    hashes = list(map(hash, title))
    whole = reduce(xor, hashes)
    return [whole] if len(title) <= LEAST else [whole, *[whole ^ one for one in hashes]]


def _neighbours(pile: list[int], events: tuple[Event, ...]) -> Iterator[tuple[int, int]]:
    """Pairs of a pile, in order of time, that have a day in common."""
    for at, i in enumerate(pile[:-1]):
        latest = events[i].date.latest
        for j in pile[at + 1 : at + 1 + NEIGHBOURS]:
            earliest = events[j].date.earliest
            if latest is not None and earliest is not None and earliest > latest:
                break
            yield i, j


def _may_be_one(one: Event, other: Event) -> bool:
    """True when no more than titles tells two events apart: no times of day, starts, actors, countries or places."""
    if one.date.time and other.date.time and one.date.time != other.date.time:
        return False
    if _days_between(one, other) > APART:
        return False
    for mine, yours in ((one.actors, other.actors), (one.countries, other.countries)):
        if mine and yours and set(mine).isdisjoint(yours):
            return False
    return not are_other_places(one.places, other.places)


def _days_between(one: Event, other: Event) -> int:
    """The days that surely lie between the starts of two events; 0 or less where they may be on one day."""
    (mine, my_end), (yours, your_end) = one.date.start, other.date.start
    gaps = (
        yours - my_end + 1 if yours is not None and my_end is not None else 0,
        mine - your_end + 1 if mine is not None and your_end is not None else 0,
    )
    return max(gaps)


LINTS = (Lint(CODE, near_duplicates),)
