"""Time to columns and back, and the steps by which one zooms."""

from __future__ import annotations

from itertools import islice, pairwise

from hypothesis import given
from hypothesis import strategies as st

from tui.core.timeline.when import SECONDS
from tui.drawing.time.scale import Scale, steps

MOMENTS = st.integers(-(10**15), 10**15)
SCALES = st.builds(
    lambda begin, length, columns: Scale(begin, begin + length, columns),
    MOMENTS,
    st.one_of(st.integers(1, 2000), st.integers(1, 10**15)),
    st.integers(1, 200),
)


@given(SCALES, st.integers(0, 10**15))
def test_columns_run_with_time(scale: Scale, offset: int) -> None:
    moment = scale.begin + offset % scale.length
    assert scale.holds(moment)
    assert 0 <= scale.column(moment) < scale.columns
    assert scale.column(moment) <= scale.column(moment + 1)
    assert scale.column(scale.begin) == 0
    assert scale.column(scale.end) == scale.columns


@given(SCALES, st.integers(0, 10**15))
def test_a_moment_comes_back_from_its_column(scale: Scale, offset: int) -> None:
    """To itself or to the first moment that shares its column."""
    moment = scale.begin + offset % scale.length
    back = scale.moment(scale.column(moment))
    assert back <= moment
    assert scale.column(back) == scale.column(moment)


@given(SCALES, st.integers(0, 199))
def test_a_column_shows_the_moment_that_begins_in_it_or_goes_on_through_it(scale: Scale, column: int) -> None:
    column %= scale.columns
    moment = scale.moment(column)
    assert scale.holds(moment)
    assert scale.column(moment) <= column < max(scale.column(moment + 1), scale.column(moment) + 1)


def test_a_single_day_fills_every_column() -> None:
    scale = Scale(100, 101, 10)
    assert [scale.moment(column) for column in range(10)] == [100] * 10


@given(SCALES)
def test_edges_are_where_columns_begin(scale: Scale) -> None:
    edges = scale.edges()
    assert len(edges) == scale.columns + 1
    assert (edges[0], edges[-1]) == (scale.begin, scale.end)
    assert edges == sorted(edges)
    for column, (edge, after) in enumerate(pairwise(edges)):
        if edge < after:
            assert scale.column(edge) == scale.column(after - 1) == column


def test_the_steps_of_zooming_go_up_by_two_or_three_times_from_minutes_to_ages() -> None:
    found = list(islice(steps(), 60))
    assert found[0] == 1
    assert all(one < other <= 3 * one for one, other in pairwise(found))
    assert {30, 60, SECONDS, 7 * SECONDS} <= set(found)


@given(SCALES, st.integers(0, 10**15), st.integers(-8, 8))
def test_zooming_keeps_what_it_zooms_about_within_a_column_of_where_it_was(
    scale: Scale, offset: int, times: int
) -> None:
    about = scale.begin + offset % scale.length
    zoomed = scale.zoomed(times, about)
    assert zoomed.columns == scale.columns
    assert zoomed.holds(about)
    assert abs(zoomed.column(about) - scale.column(about)) <= max(1, abs(times)) + scale.columns // scale.length


@given(SCALES, st.integers(0, 10**15))
def test_each_step_shows_less_of_time_and_each_step_back_more(scale: Scale, offset: int) -> None:
    about = scale.begin + offset % scale.length
    nearer, farther = scale.zoomed(1, about), scale.zoomed(-1, about)
    assert farther.length > scale.length
    assert nearer.length < scale.length or nearer.length == scale.columns
    assert farther.length % scale.columns == nearer.length % scale.columns == 0


@given(SCALES, st.integers(0, 10**15))
def test_what_is_zoomed_in_comes_back(scale: Scale, offset: int) -> None:
    on_a_step = scale.zoomed(-1, scale.begin)
    nearer = on_a_step.zoomed(1, on_a_step.begin + offset % on_a_step.length)
    if nearer.length < on_a_step.length:
        assert nearer.zoomed(-1, nearer.begin).length == on_a_step.length


@given(SCALES, st.integers(-500, 500))
def test_panning_moves_and_keeps_the_length(scale: Scale, columns: int) -> None:
    panned = scale.panned(columns)
    assert panned.length == scale.length
    assert (panned.begin > scale.begin) == (columns > 0)
    assert (panned.begin < scale.begin) == (columns < 0)
    assert abs(scale.column(panned.begin) - columns) <= 1 + scale.columns // scale.length
