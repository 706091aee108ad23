"""How much of an event lies in each column, also where all of them lie within one day."""

from __future__ import annotations

import pytest

from tests.core.timelines import selection
from tui.core.dates.calendar import day_number
from tui.core.index.ink import ink_between
from tui.core.timeline.when import SECONDS


def test_a_view_within_one_day_holds_that_days_part_of_a_year() -> None:
    noon = day_number(2025, 8, 21) * SECONDS + 720 * 60
    for columns in (1, 2, 40):
        edges = [noon + at * 600 // columns for at in range(columns + 1)]
        assert sum(ink_between(selection("2025 Some day"), edges)) == pytest.approx(1 / 365)


def test_by_the_hour_an_event_counts_at_its_time_of_day() -> None:
    midnight = day_number(2025, 8, 21) * SECONDS
    edges = [midnight, midnight + SECONDS // 2, midnight + SECONDS]
    told = selection("2025-08-21T13:30 At noon")
    assert ink_between(told, edges, by_hour=True) == [0, 1]
    assert ink_between(told, edges) == [1, 0]
