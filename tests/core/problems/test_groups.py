"""Problems by code, and as rows of a list that folds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.core.problems.groups import grouped, rows
from tui.core.problems.problem import SEVERITIES, Place, Problem

PROBLEMS = st.lists(
    st.builds(
        lambda line, code, severity, more: Problem(Place(line, 1, line, 2), code, severity, "m", None, more),
        st.integers(1, 9), st.sampled_from("abc"), st.sampled_from(SEVERITIES), st.integers(0, 3),
    )
)  # fmt: skip


@given(PROBLEMS)
def test_every_problem_stands_in_one_group_the_gravest_first(problems: list[Problem]) -> None:
    groups = grouped(problems)
    assert sorted(one for group in groups for one in group.problems) == sorted(problems)
    assert sum(group.total for group in groups) == sum(one.times for one in problems)
    order = [SEVERITIES.index(group.key[0]) for group in groups]
    assert order == sorted(order)
    assert len({group.key for group in groups}) == len(groups)


@given(PROBLEMS)
def test_a_folded_group_is_a_heading_and_one_problem_is_a_row(problems: list[Problem]) -> None:
    groups = grouped(problems)
    several = [group for group in groups if len(group.problems) > 1]
    assert len(list(rows(groups, frozenset(group.key for group in groups)))) == len(groups)
    unfolded = list(rows(groups, frozenset()))
    assert len(unfolded) == len(problems) + len(several)
    assert [row.problem for row in unfolded if row.is_alone] == [
        group.problems[0] for group in groups if group not in several
    ]
