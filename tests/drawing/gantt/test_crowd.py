"""What shares a strip: how many begin where, which of them is nearest."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.timelines import TODAY, answers, event
from tests.drawing.spine.test_layout import EVENTS
from tui.core.dates.edtf import FARTHEST_DAY
from tui.core.index.protocol import EventFacts, walk
from tui.core.timeline.model import Event
from tui.core.timeline.when import SECONDS, moment, time_extent
from tui.drawing.gantt.crowd import Crowd, FewEvents, WholeGroup
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
    event("2025-08-25T22:30", "F"),
]


def in_view(events: list[Event], window: Scale) -> tuple[WholeGroup, list[EventFacts]]:
    """All of it as a crowd, and what of it lies in view, found one by one."""
    found = answers(events)
    lying = []
    for one in walk(found):
        lies = time_extent(one.event, TODAY)
        if one.key.day < FARTHEST_DAY and lies.past > window.begin and lies.begin < window.end:
            lying.append(one)
    return WholeGroup(found, window), lying


def begun(lying: list[EventFacts], window: Scale) -> list[int]:
    """What begins in each column, one by one."""
    counts = [0] * window.columns
    for one in lying:
        at = moment(one.event.date)
        if window.length >= window.columns * SECONDS:
            at = one.key.day * SECONDS
        counts[min(max(window.column(at), 0), window.columns - 1)] += 1
    return counts


@given(EVENTS, WINDOWS)
@settings(max_examples=200)
def test_what_begins_is_counted_once_in_its_column_or_at_an_end(events: list[Event], window: Scale) -> None:
    whole, lying = in_view([*events, *FAR], window)
    assert len(whole) == len(lying)
    assert whole.begun(window) == FewEvents(lying).begun(window) == begun(lying, window)


@given(EVENTS, WINDOWS, st.integers(0, 119))
@settings(max_examples=200)
def test_the_nearest_of_what_lies_in_view_is_found(events: list[Event], window: Scale, column: int) -> None:
    whole, lying = in_view([*events, *FAR], window)
    at = window.moment(min(column, window.columns - 1))
    crowds: tuple[Crowd, ...] = (whole, FewEvents(lying))
    for crowd in crowds:
        nearest = crowd.nearest(at)
        assert (nearest in lying) if lying else nearest is None
        assert nearest is None or crowd.holds(nearest)
