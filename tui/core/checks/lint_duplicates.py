"""The lint about events that stand in the file twice: days in common, and titles that are nearly the same.

No pair is compared that has not a title in common but for one word: each title is put under the set of its words, and
under those sets that lack one of them. Of a pile of alike titles, in order of time, only neighbours are compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import reduce
from operator import xor

from tui.core.checks.lint import Finding, Lint, LintInput
from tui.core.text.fold import fold
from tui.core.timeline.model import Event

CODE = "near-duplicate"

LEAST = 3
"""Words that two titles have in common, where one of them has another besides."""
NEIGHBOURS = 8
"""Events after one in a pile with which it is compared."""
LONGEST = 40
"""Words of a title that are looked at."""
_WORD = re.compile(r"\w+")
SMALL = frozenset(
    (
        "a", "an", "and", "at", "au", "aux", "by", "d", "dans", "de", "des", "du", "en", "et", "for", "from", "in", "l",
        "la", "le", "les", "of", "on", "par", "pour", "s", "sur", "the", "to", "un", "une", "with",
    )
)  # fmt: skip
"""Words that tell no title from another."""

Words = frozenset[str]


def near_duplicates(story: LintInput) -> Iterator[Finding]:
    """Two events that may well be the same one."""
    events, language = story.timeline.events, story.timeline.language
    words = [_words(event.titles.get(language) or next(iter(event.titles.values()))) for event in events]
    twins: dict[int, int] = {}
    for pile in _piles(words):
        for i, j in _neighbours(pile, events):
            if i < twins.get(j, j) and _are_alike(words[i], words[j]) and _may_be_one(events[i], events[j]):
                twins[j] = i
    for j, i in sorted(twins.items()):
        message = f'this may be the same event as "{events[i].id}": the titles and the days agree'
        yield Finding(events[j], ("title",), CODE, message, "keep one of the two", other=events[i])


def _words(title: str) -> Words:
    return frozenset([word for word in _WORD.findall(fold(title)) if word not in SMALL][:LONGEST])


def _piles(titles: list[Words]) -> Iterable[list[int]]:
    """The places of titles that have all words in common, or all but one; each pile in order of time.

    A set of words is a number here, the exclusive or of its hashes: a hundredth of what as many sets would cost.
    """
    alone: dict[int, int] = {}
    piles: dict[int, list[int]] = {}
    for index, title in enumerate(titles):
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


def _are_alike(one: Words, other: Words) -> bool:
    """True when titles have the same words, one more in one of them, or one that is spelt a little otherwise."""
    mine, yours = one - other, other - one
    if len(mine) > 1 or len(yours) > 1 or any(_has_figure(word) for word in mine | yours):
        return False
    if not mine or not yours:
        return True
    from difflib import SequenceMatcher  # 4 ms that only a likeness needs

    (word,), (its_like,) = mine, yours
    return SequenceMatcher(None, word, its_like).ratio() >= 0.8


def _has_figure(word: str) -> bool:
    """True when a word holds a figure: another figure is another fact."""
    return any(character.isdigit() for character in word)


def _may_be_one(one: Event, other: Event) -> bool:
    """True when nothing but their titles tells two events apart: no other actors, countries, or times of day."""
    if one.date.time and other.date.time and one.date.time != other.date.time:
        return False
    for mine, yours in ((one.actors, other.actors), (one.countries, other.countries)):
        if mine and yours and set(mine).isdisjoint(yours):
            return False
    return True


LINTS = (Lint(CODE, near_duplicates),)
