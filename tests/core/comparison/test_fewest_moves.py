"""As many things as can stay where they are."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.comparison.fewest_moves import longest_rising_run


@pytest.mark.parametrize(
    ("order", "stay"),
    [([], []), ([0], [0]), ([0, 1, 2], [0, 1, 2]), ([1, 2, 0], [1, 2]), ([2, 0, 1], [0, 1]), ([0, 3, 1, 2], [0, 1, 2])],
)
def test_what_stays_is_the_longest_run_of_rising_numbers(order: list[int], stay: list[int]) -> None:
    assert longest_rising_run(order) == stay


@given(st.integers(0, 7).flatmap(lambda n: st.permutations(range(n))))
def test_no_run_is_longer(order: list[int]) -> None:
    found = longest_rising_run(order)
    runs = [run for size in range(len(order) + 1) for run in combinations(order, size) if list(run) == sorted(run)]
    assert len(found) == max(map(len, runs))
    assert tuple(found) in runs
