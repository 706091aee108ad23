"""How many of a selection have each value is counted in three ways, with the same answer."""

from __future__ import annotations

from random import Random

import pytest

from tui.core.index import row_set
from tui.core.index.postings import A_PART, FEW, Postings

SIZE = 400


@pytest.mark.parametrize("many", [1, FEW, FEW + 1, 300])
@pytest.mark.parametrize("part", [0, 1 / (2 * A_PART), 1 / A_PART, 0.5, 1])
def test_counts_are_those_of_looking_at_each_row(many: int, part: float) -> None:
    random = Random(many)  # noqa: S311 - made-up rows
    names = [f"v{number}" for number in range(many)]
    column = [[random.choice(names) for _ in range(random.randint(0, 4))] for _ in range(SIZE)]
    column[0] = names
    postings = Postings(column)
    selected = {row for row in range(SIZE) if random.random() < part}
    expected = {name: sum(name in column[row] for row in selected) for name in names}
    assert postings.counts(row_set.of(selected, SIZE)) == expected
    some = [*names[:40], "nobody's"]
    assert postings.counts_of(some, row_set.of(selected, SIZE)) == {name: expected.get(name, 0) for name in some}
    assert postings.counts_of(some, None) == {name: postings.counts(None).get(name, 0) for name in some}
    assert postings.counts(None) == {name: sum(name in values for values in column) for name in names}
    assert row_set.listed(postings.rows_of(names[:2]), SIZE) == [
        row for row in range(SIZE) if set(names[:2]) & set(column[row])
    ]


def test_a_field_that_no_event_has_counts_nothing() -> None:
    postings = Postings([(), ()])
    assert postings.counts(row_set.every(2)) == postings.counts(None) == {}
    assert postings.rows_of(["x"]) == 0


def test_a_set_of_rows_is_what_it_was_made_of() -> None:
    some = row_set.of((0, 3, 3), 5)
    assert row_set.listed(some, 5) == [0, 3]
    assert row_set.listed(some ^ row_set.every(5), 5) == [1, 2, 4]
    assert row_set.where([True, False, True]) == row_set.of((0, 2), 3)
    assert row_set.marks(some, 5) == b"\1\0\0\1\0"
    assert row_set.every(0) == row_set.of((), 0) == 0
