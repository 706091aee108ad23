"""Tests of the days over which a story is looked at."""

from __future__ import annotations

import pytest

from tests.core.timelines import TODAY, answers
from tui.core.dates.parse import parse_date
from tui.core.query.predicates import span_of
from tui.core.timeline.model import Event
from tui.core.timeline.story import story_days

POINTS = ["1999-01-0" + str(day) for day in range(1, 10)]


def days(*dates: str) -> tuple[int | None, int | None]:
    """The days over which events of some dates are looked at."""
    events = [Event(id=f"e{at}", titles={"en": date}, date=parse_date(date)) for at, date in enumerate(dates)]
    return answers(events).story() or (None, None)


@pytest.mark.parametrize(
    ("dates", "seen"),
    [
        (["1999-01-08/1999-03-20", "1999-01-10/1999-04-20"], "1999-01-08/1999-04-20"),
        (["1999/2003"], "1999/2003"),
        (["1999-01-08/2003-02"], "1999-01-08/2003-02"),
        (["1999-01-08/2001-01-01", *POINTS[:3]], "1999-01-01/2001-01-01"),
        (["1999-01-08/..", "1999-01-09"], "1999-01-08/1999-01-09"),
    ],
)
def test_intervals_are_in_view_with_their_ends(dates: list[str], seen: str) -> None:
    assert days(*dates) == span_of(parse_date(seen))


def test_one_long_interval_among_many_events_may_run_off() -> None:
    assert days("1999-01-05/2030", *POINTS) == span_of(parse_date("1999-01-01/1999-01-09"))


def test_an_end_that_lies_near_is_in_view() -> None:
    assert days("1999-01-05/1999-01-12", *POINTS) == span_of(parse_date("1999-01-01/1999-01-12"))


def test_today_is_in_view_where_it_lies_near_the_ends() -> None:
    assert story_days([(0, 1), (2, 3)], [100, 100], today=110) == (0, 111)
    assert story_days([(0, 1), (2, 3)], [100, 100], today=TODAY) == (0, 100)
