"""From one event to another: along a group in time, and from row to row."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.core.timelines import answers, event
from tests.drawing.gantt.charts import chart, year
from tests.drawing.gantt.test_chart import EVENTS, SCALES
from tui.core.dates.edtf import FARTHEST_DAY
from tui.core.index.protocol import walk
from tui.core.timeline.model import Event
from tui.drawing.gantt.layout import ChartLayout, EventInGroup, GroupRow
from tui.drawing.time.scale import Scale

STORY = [
    event("2025-01-01", "a1", kind="a"),
    event("2025-01-02", "a2", kind="a"),
    event("2025-06-01", "a3", kind="a"),
    event("2020-01-01", "b1", kind="b"),
    event("2021-01-01", "b2", kind="b"),
    event("2025-06-10", "c1", kind="c"),
]


def layout() -> ChartLayout:
    return chart(STORY, width=60, scale=year(2025, 40)).layout


def place(title: str) -> EventInGroup:
    """An event in its one group."""
    facts = answers(STORY).event(title)
    assert facts is not None
    return EventInGroup(ord(title[0]) - ord("a"), facts)


def title(found: EventInGroup | None) -> str:
    """What an event is called."""
    return "" if found is None else found.facts.event.id


def test_along_a_group_in_time_also_out_of_view() -> None:
    ways = layout()
    assert [title(ways.along(place("a1"), steps)) for steps in (-1, 0, 1, 2, 9)] == ["a1", "a1", "a2", "a3", "a3"]
    assert title(ways.along(place("b1"), 1)) == "b2"


def test_from_row_to_row_to_the_nearest_in_time_past_groups_of_which_nothing_is_in_view() -> None:
    ways = layout()
    assert ways[0].height == 2
    assert title(ways.beside(place("a1"), 1)) == "a2"
    assert title(ways.beside(place("a2"), 1)) == "c1"
    assert title(ways.beside(place("c1"), -1)) == "a2"
    assert title(ways.beside(place("a2"), -1)) == "a1"
    assert ways.beside(place("c1"), 1) is None
    assert ways.beside(place("a1"), -1) is None


def test_rows_are_counted_across_groups() -> None:
    ways = layout()
    assert [ways.after(GroupRow(0, 0), steps) for steps in range(-1, 6)] == [
        GroupRow(0, 0), GroupRow(0, 0), GroupRow(0, 1), GroupRow(1, 0), GroupRow(2, 0), GroupRow(2, 0), GroupRow(2, 0),
    ]  # fmt: skip
    assert ways.after(GroupRow(2, 0), -2) == GroupRow(0, 1)


def test_a_pointer_finds_what_lies_under_it_else_what_is_nearest() -> None:
    ways = layout()
    found = [ways.under(GroupRow(0, 0), column) for column in (0, 2, 20, 39)]
    assert [one.event.id for one in found if one is not None] == ["a1", "a1", "a3", "a3"]
    assert ways.under(GroupRow(1, 0), 5) is None


@given(EVENTS, SCALES, st.integers(30, 120))
def test_every_event_can_be_gone_to_and_back_from(events: list[Event], scale: Scale, width: int) -> None:
    ways = chart(answers(events), "country", width, scale).layout
    for group in range(len(ways)):
        there = [one for one in walk(ways.grouping.events(group)) if one.key.day < FARTHEST_DAY]
        for one in there:
            here = EventInGroup(group, one)
            spot = ways.spot_of(here)
            assert spot.group == group
            assert 0 <= spot.line < ways[group].height
            assert ways.after(ways.after(spot, 1), -1) in (spot, ways.after(spot, -1))
            assert ways.along(ways.along(here, 1), -1).facts in (one, there[-2:][0])
            assert [ways.end(here, side).facts for side in (-1, 1)] == [there[0], there[-1]]
            beside = ways.beside(here, 1)
            assert beside is None or ways.spot_of(beside) > spot
