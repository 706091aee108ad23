"""Moments within one minute on a scale: apart where a column is shorter than what is between them."""

from __future__ import annotations

import pytest

from tests.core.timelines import TODAY, answers, event
from tui.core.dates.parse import parse_date
from tui.core.index.protocol import walk
from tui.core.timeline.when import moment, moments_of, time_extent
from tui.drawing.spans.pen import Pen
from tui.drawing.time.bars import Reach, reach
from tui.drawing.time.ruler import ticks
from tui.drawing.time.scale import Scale

FIRST = moment(parse_date("2025-08-25T14:02:00"))
SECONDS_EACH = Scale(FIRST, FIRST + 80, 80)
MINUTES_EACH = Scale(FIRST, FIRST + 80 * 60, 80)


@pytest.mark.parametrize(
    ("date", "by_second", "by_minute"),
    [
        ("2025-08-25T14:02:05", (5, 5), (0, 0)),
        ("2025-08-25T14:02:40", (40, 40), (0, 0)),
        ("2025-08-25T14:02:40Z", (40, 40), (0, 0)),
        ("2025-08-25T14:02", (0, 59), (0, 0)),
        ("2025-08-25T14:02:05/2025-08-25T14:02:40", (5, 39), (0, 0)),
        ("2025-08-25T14:02:50/2025-08-25T14:03:10", (50, 69), (0, 1)),
        ("2025-08-25T14:02/2025-08-25T14:03", (0, 59), (0, 0)),
        ("2025-08-25T14:03:20", None, (1, 1)),
        ("2025-08-25T14:01:59", None, None),
        ("2025-08-25T24:00:00", None, None),
    ],
)
def test_seconds_are_columns_and_a_time_without_seconds_lies_over_its_minute(
    date: str, by_second: Reach | None, by_minute: Reach | None
) -> None:
    lies = time_extent(event(date, "A"), TODAY)
    assert reach(lies, SECONDS_EACH) == by_second
    assert reach(lies, MINUTES_EACH) == by_minute


def test_a_time_without_seconds_is_a_point_where_no_seconds_are_marked() -> None:
    lies = time_extent(event("2025-08-25T14:02", "A"), TODAY)
    assert reach(lies, Scale(FIRST, FIRST + 10 * 60, 80)) == (0, 0)
    assert reach(lies, Scale(FIRST, FIRST + 240, 80)) == (0, 19)


def test_events_of_one_minute_stand_in_order_and_are_counted_each_in_its_column() -> None:
    dates = ("2025-08-25T14:02:40", "2025-08-25T14:02:05", "2025-08-25T14:02:41")
    some = answers([event(date, date) for date in dates])
    assert [one.event.date.text[-2:] for one in walk(some)] == ["05", "40", "41"]
    ink = some.ink(SECONDS_EACH.edges(), by_hour=True)
    assert [at for at, amount in enumerate(ink) if amount] == [5, 40, 41]
    assert some.moments((FIRST, FIRST + 6, FIRST + 40, FIRST + 60)) == [1, 0, 2]
    assert some.unseen(FIRST + 6, FIRST + 41) == (1, 1)


def test_a_ruler_of_seconds_says_them_in_every_mark() -> None:
    for language, begins in (("en", "25 Aug 2025"), ("fr", "25 août 2025"), ("nl", "25 aug 2025")):
        labels = [tick.label for tick in ticks(SECONDS_EACH, Pen(language, 0))]
        assert labels == [begins, *(f"14:02:{second}" for second in (20, 30, 40, 50)), "14:03:00", "14:03:10"]


def test_nearer_goes_down_to_a_second_a_column_and_back() -> None:
    nearest = MINUTES_EACH.zoomed(20, FIRST)
    assert (nearest.length, nearest.column(FIRST)) == (80, 0)
    assert nearest.zoomed(6, FIRST) == nearest
    assert nearest.zoomed(-6, FIRST).length == 80 * 60


@pytest.mark.parametrize(
    ("span", "seconds"),
    [
        ("2025-08-25T14:02:05/2025-08-25T14:02:40", 35),
        ("2025-08-25T14:02:05", 10),
        ("2025-08-25T14:02", 600),
        ("2025-08-25T14:02:05/2025-08-25T14:02:05", 10),
    ],
)
def test_a_zoom_may_be_of_seconds(span: str, seconds: int) -> None:
    begin, past = moments_of(parse_date(span))
    assert begin is not None
    assert past is not None
    scale = Scale.of_moments(begin, past, 80)
    assert scale.length == seconds
    assert scale.holds(begin)
