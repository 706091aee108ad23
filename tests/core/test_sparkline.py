"""Events over time in a row of cells."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.core.ink import ASCII, UNICODE
from tui.core.scale import Scale
from tui.core.sparkline import heights, ink


def test_an_event_of_one_day_inks_one_cell_and_a_vague_one_is_spread() -> None:
    assert ink([(0, 1), (9, 10)], Scale(0, 10, 5)) == [1, 0, 0, 0, 1]
    assert ink([(0, 10)], Scale(0, 10, 5)) == [0.2] * 5
    assert ink([(-5, 5)], Scale(0, 10, 2)) == [0.5, 0]


def test_what_lies_outside_inks_nothing() -> None:
    assert ink([(-9, -1), (10, 11)], Scale(0, 10, 2)) == [0, 0]


@given(
    st.lists(st.tuples(st.integers(-50, 150), st.integers(1, 60)).map(lambda one: (one[0], sum(one)))),
    st.integers(1, 40),
)
def test_there_is_as_much_ink_as_there_are_events_in_view(stretches: list[tuple[int, int]], columns: int) -> None:
    inside = sum(max(0, min(100, end) - max(0, begin)) / (end - begin) for begin, end in stretches)
    assert abs(sum(ink(stretches, Scale(0, 100, columns))) - inside) < 1e-6


def test_a_height_is_a_share_of_the_most_and_a_trace_is_nothing() -> None:
    assert heights([0, 0.001, 0.1, 1, 2, 4], 4, UNICODE) == [" ", " ", "▁", "▂", "▄", "█"]
    assert heights([0, 4], 4, ASCII) == [" ", "#"]
