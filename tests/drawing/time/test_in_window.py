"""What lies in a window is found, whatever reaches into it from afar; what begins where is counted."""

from __future__ import annotations

from bisect import bisect_left

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.timelines import TODAY, event, selection
from tests.drawing.spine.test_layout import EVENTS
from tui.core.dates.edtf import FARTHEST_DAY
from tui.core.index.index import Index
from tui.core.index.row_set import OrderedRows
from tui.core.timeline.model import Event
from tui.core.timeline.when import MINUTES, moment, time_extent
from tui.drawing.time.in_window import LONG, RowsInTime, begun
from tui.drawing.time.scale import Scale

WINDOWS = st.builds(
    lambda first, days, columns: Scale.of_days(first, first + days, columns),
    st.integers(TODAY - 1100, TODAY + 800), st.integers(1, 900), st.integers(1, 120),
)  # fmt: skip
FAR = [
    event("../2025-09", "A"),
    event("2025-09/..", "B"),
    event("202X", "C"),
    event("../..", "D"),
    event("Y-17E7/", "E"),
]


def all_of(index: Index) -> OrderedRows:
    """Every event."""
    return OrderedRows.of(index.everything, len(index.events))


@given(EVENTS, WINDOWS)
@settings(max_examples=200)
def test_all_that_lies_in_a_window_is_found_in_order(events: list[Event], window: Scale) -> None:
    index = selection([*events, *FAR]).index
    spread = RowsInTime(all_of(index), index)
    found = list(spread.touching(window))
    assert found == sorted(set(found))
    for row in spread.rows:
        lies = time_extent(index.events[row], index.today)
        if lies.past > window.begin and lies.begin < window.end:
            assert row in found
        elif row in found:
            assert abs(moment(index.events[row].date) - window.begin) <= (LONG + 1) * MINUTES + window.length


@given(EVENTS, WINDOWS)
def test_what_begins_is_counted_once_in_its_column_or_at_an_end(events: list[Event], window: Scale) -> None:
    index = selection(events).index
    rows = list(range(bisect_left(index.days, FARTHEST_DAY)))
    counts = begun(OrderedRows.of(rows, len(index.events)), index, window)
    expected = [0] * window.columns
    for row in rows:
        at = moment(index.events[row].date)
        if window.length >= window.columns * MINUTES:
            at = index.days[row] * MINUTES
        expected[min(max(window.column(at), 0), window.columns - 1)] += 1
    assert counts == expected


def test_what_lies_outside_is_counted_on_either_side() -> None:
    index = selection("2024 A\n2024-03 B\n2025-08-25T12:00 C\n2026 D").index
    spread = RowsInTime(all_of(index), index)
    day = index.days[2]
    assert spread.outside(Scale.of_days(day - 5, day - 1, 10)) == (2, 2)
    assert spread.outside(Scale.of_days(day + 1, day + 2, 10)) == (3, 1)


def test_what_lies_nowhere_is_left_out() -> None:
    index = selection(FAR).index
    assert "D" not in [index.events[row].id for row in RowsInTime(all_of(index), index).rows]
