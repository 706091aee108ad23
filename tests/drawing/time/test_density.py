"""Tests of the scale that some events are fitted to."""

from __future__ import annotations

import pytest

from tests.core.timelines import answers, event
from tui.core.dates.parse import parse_date
from tui.core.timeline.when import moments_of
from tui.drawing.time.density import fitted, outside
from tui.drawing.time.scale import Scale


@pytest.mark.parametrize(
    ("dates", "seen"),
    [
        (["2020-06-05T04:17:01", "2020-06-05T04:17:59"], "2020-06-05T04:13/2020-06-05T04:23"),
        (["2020-06-05T04:00", "2020-06-05T05:59"], "2020-06-05T03:48/2020-06-05T06:12"),
        (["2020-06-05T04:00/2020-06-05T06:00"], "2020-06-05T03:48/2020-06-05T06:12"),
        (["2020-06-05T04:00", "2020-06-05T14:00"], "2020-06-05"),
        (["2020-06-05T04:00", "2020-06-05"], "2020-06-05"),
        (["2020-06-05T04:00", "2020-06-06T04:00"], "2020-06-05/2020-06-06"),
    ],
)
def test_events_within_some_hours_are_seen_without_the_rest_of_the_day(dates: list[str], seen: str) -> None:
    some = answers([event(date, date) for date in dates])
    scale = fitted(some, 80)
    assert (scale.begin, scale.end) == moments_of(parse_date(seen))
    assert outside(some, scale) == (0, 0)


def test_what_lies_outside_of_some_minutes_is_counted_by_its_minute() -> None:
    some = answers([event(f"2020-06-05T04:{minute}", "A") for minute in (10, 20, 30, 40)])
    begin, past = moments_of(parse_date("2020-06-05T04:15/2020-06-05T04:25"))
    assert begin is not None
    assert past is not None
    assert outside(some, Scale(begin, past, 80)) == (1, 2)
