"""Likeness of titles and places, and what tells them apart: numbers, versions, names, words that turn the meaning."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import pairwise

from tui.core.evidence.number_words import number_in_words
from tui.core.text.fold import fold

Words = frozenset[str]

LEAST_LIKENESS = 0.8
"""The part of two words that is the same where one is the other, spelt a little otherwise."""
SMALL = frozenset(
    (
        "a", "an", "and", "at", "au", "aux", "by", "d", "dans", "de", "des", "du", "en", "et", "for", "from", "in", "l",
        "la", "le", "les", "of", "on", "par", "pour", "s", "sur", "the", "to", "un", "une", "with",
    )
)  # fmt: skip
"""Words that tell no title from another."""
TURNING = frozenset(
    (
        "not", "no", "never", "without", "ne", "pas", "non", "sans", "jamais",
        "again", "begins", "began", "begin", "start", "starts", "started", "end", "ends", "ended", "stops", "stopped",
        "resumes", "resumed", "continues", "continued", "suspended", "cancelled", "postponed", "first", "last", "next",
        "debut", "commence", "debute", "fin", "finit", "cesse", "reprend", "reprise", "continue", "suite", "suspendu",
        "suspendue", "annule", "annulee", "reporte", "reportee", "premier", "premiere", "dernier", "derniere",
        "pro", "max", "mini", "plus", "ultra", "lite", "junior", "senior",
    )
)  # fmt: skip
"""Words by which a title tells of another moment of the same thing, of the contrary, or of another model."""

_WORD = re.compile(r"\w+")
_IN_ONE = r"(?:[\w.+#]|(?<=\d)[-:/](?=\d))*"
_FIGURE = re.compile(rf"{_IN_ONE}[\d+#]{_IN_ONE}")
_ROMAN = re.compile("[ivxlcdm]+")
_ORDINAL = re.compile(".*(?:ieme|t[ei]enth|tieth|[a-z]sday)")
"""Words of which a letter more or less makes another number, or another day of the week."""


_GROUPED = re.compile(r"(?<![\w.,'’])[1-9]\d{0,2}(?:([,.'’ \u00a0\u2009\u202f])\d{3})(?:\1\d{3})*(?![\w]|[.,'’]\d)")


def in_digits(title: str) -> str:
    """A title with its numbers in digits alone: `1,200 jobs` and `twelve hundred`, `three jobs`."""
    title = _GROUPED.sub(lambda found: re.sub(r"\D", "", found[0]), title)
    return " ".join(map(_one_in_digits, title.split(" ")))


@lru_cache(maxsize=4096)
def _one_in_digits(word: str) -> str:
    """A word as a number in digits, from 2 on: `one` and `un` are seldom numbers."""
    read = number_in_words(fold(word)) if word.isalpha() or "-" in word else None
    return str(read[0]) if read is not None and read[0] > 1 and not read[1] else word


def are_alike(one: Words, other: Words) -> bool:
    """True when titles have the same words, one more in one of them, or one that is spelt a little otherwise."""
    mine, yours = one - other, other - one
    if len(mine) > 1 or len(yours) > 1 or any(_has_figure(word) for word in mine | yours):
        return False
    if not mine or not yours:
        return True
    (word,), (its_like,) = mine, yours
    return _is_slip(word, its_like)


def _has_figure(word: str) -> bool:
    """True when a word holds a figure: another figure is another fact."""
    return any(character.isdigit() for character in word)


@lru_cache(maxsize=4096)
def _is_slip(word: str, other: str) -> bool:
    """True when one word is the other, spelt a little otherwise, and no other number, day or country."""
    if word[:1] != other[:1] or any(kind.fullmatch(word) and kind.fullmatch(other) for kind in (_ROMAN, _ORDINAL)):
        return False
    from difflib import SequenceMatcher  # 4 ms that only a likeness needs

    if SequenceMatcher(None, word, other).ratio() < LEAST_LIKENESS:
        return False
    from tui.core.timeline.countries import closest

    countries = closest(word), closest(other)
    return None in countries or countries[0] == countries[1]


def is_another_title(one: str, other: str) -> bool:
    """True when titles that are nearly the same name two things all the same.

    They do by another number or version (`3-b`, `3-b+`), by a word more behind a number or in a name (`iPhone 12 Pro`,
    `iPhone 12 Pro Max`), and by one that turns the meaning.
    """
    if one == other:
        return False
    if _figures(one) != _figures(other):
        return True
    mine, yours = _words(one), _words(other)
    more = _more(mine, yours) or _more(yours, mine)
    if not more:
        return False
    (extra,) = more
    is_behind_a_figure = extra in _behind_figures(mine) | _behind_figures(yours)
    return len(extra) <= 2 or extra in TURNING or is_behind_a_figure or (_is_name(mine) and _is_name(yours))


def _behind_figures(words: Sequence[str]) -> set[str]:
    """The word behind each number of a title, and those of a name that go on behind it."""
    found, goes_on = set(), False
    for before, word in pairwise(words):
        goes_on = _has_figure(before) or (goes_on and before[:1].isupper())
        if goes_on and (_has_figure(before) or word[:1].isupper()):
            found.add(fold(word))
    return found


def _figures(title: str) -> Counter[str]:
    """The numbers and versions of a title."""
    return Counter(found.strip(".") for found in _FIGURE.findall(fold(title)))


def _words(title: str) -> list[str]:
    return _WORD.findall(title)


def _more(one: Sequence[str], other: Sequence[str]) -> set[str]:
    """The one word that a title has besides all those of another; nothing if the other has one too."""
    mine, yours = ({fold(word) for word in words} - SMALL for words in (one, other))
    return mine - yours if len(mine - yours) == 1 and yours <= mine else set()


def _is_name(words: Sequence[str]) -> bool:
    """True when a title is a name, as of a product, and no sentence: capitals or figures in every word."""
    return all(any(char.isupper() or char.isdigit() for char in word) for word in words)


def are_other_places(one: Collection[str], other: Collection[str]) -> bool:
    """True when places differ: each side has a word that the other lacks (`Liège` is `Liège, Belgique`)."""
    mine, yours = (frozenset(_words(fold(" ".join(places)))) for places in (one, other))
    return not (mine <= yours or yours <= mine)
