"""Sets of rows behave as sets do, however they are held."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.core.index import row_set

SIZE = 40
SETS = st.sets(st.integers(0, SIZE - 1))


@given(SETS)
def test_a_set_gives_its_rows_back_in_order(some: set[int]) -> None:
    assert row_set.listed(row_set.of(some, SIZE), SIZE) == sorted(some)
    assert row_set.marks(row_set.of(some, SIZE), SIZE) == bytes(row in some for row in range(SIZE))
    assert row_set.where(row in some for row in range(SIZE)) == row_set.of(some, SIZE)


@given(SETS, SETS)
def test_sets_meet_as_sets_do(some: set[int], others: set[int]) -> None:
    one, other = row_set.of(some, SIZE), row_set.of(others, SIZE)
    assert row_set.listed(one & other, SIZE) == sorted(some & others)
    assert row_set.listed(one | other, SIZE) == sorted(some | others)
    assert row_set.listed(row_set.every(SIZE) ^ one, SIZE) == sorted(set(range(SIZE)) - some)


@given(SETS, SETS)
def test_the_rows_of_a_set_say_which_of_them_are_in_another(some: set[int], others: set[int]) -> None:
    said = row_set.marks_within(row_set.of(some, SIZE), row_set.of(others, SIZE), SIZE)
    assert said == bytes(row in others for row in sorted(some))
