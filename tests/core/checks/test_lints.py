"""The rules of honesty as a set: each has a code that can be silenced, and chance is what it is."""

from __future__ import annotations

from fractions import Fraction
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.timelines import event, timeline
from tui.core.checks.likeness import are_alike
from tui.core.checks.lint_duplicates import LEAST, _piles
from tui.core.checks.lint_first_days import tail
from tui.core.checks.lints import LINTS, remarks
from tui.core.problems.problem import SILENCEABLE
from tui.core.text.fold import fold


def test_every_lint_can_be_silenced_and_nothing_else() -> None:
    assert sorted(lint.code for lint in LINTS) == sorted(SILENCEABLE)


def test_nothing_is_said_of_nothing() -> None:
    assert list(remarks(timeline([]), 0)) == []


@pytest.mark.parametrize(("found", "among", "share"), [(3, 4, 0.25), (1, 10, 0.5), (0, 5, 0.1), (7, 7, 0.03)])
def test_the_tail_is_that_of_the_binomial_distribution(found: int, among: int, share: float) -> None:
    p = Fraction(share)
    exact = sum(comb(among, k) * p**k * (1 - p) ** (among - k) for k in range(found, among + 1))
    assert tail(found, among, share) == pytest.approx(float(exact), rel=1e-6)


def test_the_tail_of_many_is_neither_slow_nor_out_of_bounds() -> None:
    assert tail(3_285, 100_000, 12 / 365.25) == pytest.approx(0.5, abs=0.1)
    assert tail(100_000, 100_000, 0.5) == 0.0


WORD = st.sampled_from(["confirms", "end", "contract", "union", "firm", "speaks", "liege", "again"])
WORDS = st.frozensets(WORD, max_size=6)


@given(st.lists(WORDS, min_size=2, max_size=8))
def test_titles_that_differ_by_a_word_lie_in_one_pile(titles: list[frozenset[str]]) -> None:
    together = {(i, j) for pile in _piles(titles) for i in pile for j in pile if i < j}
    pairs = {(i, j) for j in range(len(titles)) for i in range(j) if differ_by_a_word(titles[i], titles[j])}
    assert pairs <= together


def differ_by_a_word(one: frozenset[str], other: frozenset[str]) -> bool:
    if one == other:
        return bool(one)
    return len(one & other) >= LEAST and len(one - other) <= 1 and len(other - one) <= 1


def test_titlesare_alike_whatever_their_case_and_accents() -> None:
    assert are_alike(frozenset({fold("Liège"), "end"}), frozenset({"liege", "end"}))
    assert not are_alike(frozenset({"150", "jobs", "go", "soon"}), frozenset({"163", "jobs", "go", "soon"}))


def test_the_later_of_two_twins_is_said() -> None:
    (remark,) = remarks(timeline([event("2025-08-25", "Strike", id="b"), event("2025-08-25", "Strike", id="a")]), None)
    assert remark.message.startswith('this may be the same event as "b"')
