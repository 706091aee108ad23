"""How an event lies in time: the day it is put in order by, what goes on from there, and until when."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.timelines import TODAY, event, timeline
from tui.core.dates.calendar import iso
from tui.core.index.index import Index
from tui.core.timeline.when import (
    FARTHEST_MOMENT,
    SECONDS,
    goes_on,
    key_day,
    last_day,
    moment,
    second,
    start_days,
    time_extent,
)


@pytest.mark.parametrize(
    ("date", "key", "first", "past"),
    [
        ("2025-08-25", "2025-08-25", "2025-08-25", "2025-08-26"),
        ("2025-08", "2025-08-01", "2025-08-01", "2025-09-01"),
        ("2025-10/2026-03-31", "2025-10-01", "2025-10-01", "2025-11-01"),
        ("[..2025-05-14]", "2025-05-14", "2025-05-14", "2025-05-15"),
        ("[2025-05-14..]", "2025-05-14", "2025-05-14", "2025-05-15"),
        ("../2025-09", "2025-09-30", "2025-09-30", "2025-10-01"),
        ("-0043", "-0043-01-01", "-0043-01-01", "-0042-01-01"),
    ],
)
def test_the_key_day_and_the_days_on_which_it_may_begin(date: str, key: str, first: str, past: str) -> None:
    one = event(date, "A").date
    assert iso(key_day(one)) == key
    assert tuple(map(iso, start_days(one))) == (first, past)
    assert key_day(one) == one.sort_key[0]


@pytest.mark.parametrize(
    ("date", "status", "last"),
    [
        ("2025-10/2026-03-31", "planned", "2026-03-31"),
        ("2025-10/2026-03", "planned", "2026-03-31"),
        ("2025-10/..", "planned", None),
        ("2025-10/", "planned", None),
        ("2026-08-11", "in-force", "2026-11-22"),
        ("2027-01-01", "in-force", None),
    ],
)
def test_something_goes_on_until_its_last_day_if_that_is_known(date: str, status: str, last: str | None) -> None:
    one = event(date, "A", status=status)
    assert goes_on(one)
    found = last_day(one, TODAY)
    assert (None if found is None else iso(found)) == last


@pytest.mark.parametrize("date", ["2025-08-25", "2025", "[2025-01..2025-03]", "../2025-09", "/2025-09"])
def test_from_a_point_or_without_a_beginning_nothing_goes_on(date: str) -> None:
    assert not goes_on(event(date, "A"))


def told(date: str, status: str = "reported") -> str:
    """A course in days: from, surely from, surely to before, to before; with `<` and `>` where it is open."""
    lies = time_extent(event(date, "A", status=status), TODAY)
    days = [
        "-" if moment <= -FARTHEST_MOMENT else "+" if moment >= FARTHEST_MOMENT else iso(moment // SECONDS)[2:]
        for moment in lies[:4]
    ]
    marks = "<" * lies.opens + ">" * lies.goes_on + "=" * lies.lasts
    return " ".join([*days, marks]).strip()


@pytest.mark.parametrize(
    ("date", "status", "course_"),
    [
        ("2025-08-25", "reported", "25-08-25 25-08-25 25-08-26 25-08-26"),
        ("2025-08", "reported", "25-08-01 25-08-01 25-08-01 25-09-01"),
        ("[..2025-08-21]", "reported", "25-08-21 25-08-21 25-08-21 25-08-22 <"),
        ("[2025-08-21..]", "reported", "25-08-21 25-08-21 25-08-21 25-08-22 >"),
        ("2025-10-01/2026-03-31", "planned", "25-10-01 25-10-01 26-04-01 26-04-01 ="),
        ("2025-10/2026-03-31", "planned", "25-10-01 25-10-31 26-04-01 26-04-01 ="),
        ("2025-10/2026-03", "planned", "25-10-01 25-10-31 26-03-02 26-04-01 ="),
        ("2025/2025", "reported", "25-01-01 25-12-31 25-12-31 26-01-01 ="),
        ("2025-09-01/..", "reported", "25-09-01 25-09-01 26-11-23 + >="),
        ("2027-09-01/..", "reported", "27-09-01 27-09-01 27-09-02 + >="),
        ("2025-09-01/", "reported", "25-09-01 25-09-01 25-09-02 + >="),
        ("2025-09/", "reported", "25-09-01 25-09-30 25-09-30 + >="),
        ("../2025-09-30", "reported", "- - 25-10-01 25-10-01 <="),
        ("/2025-09-30", "reported", "25-09-30 25-09-30 25-10-01 25-10-01 <="),
        ("{2025-09-01,2025-10-05}", "reported", "25-09-01 25-09-01 25-10-06 25-10-06 ="),
        ("2026-08-11", "in-force", "26-08-11 26-08-11 26-11-22 26-11-22 >="),
        ("2027-01-01", "in-force", "27-01-01 27-01-01 27-01-01 + >="),
    ],
)
def test_what_is_certain_and_what_may_be(date: str, status: str, course_: str) -> None:
    assert told(date, status) == course_


def test_a_time_of_day_is_a_minute() -> None:
    one = event("2025-08-25T22:10", "A")
    lies = time_extent(one, TODAY)
    assert lies.begin == moment(one.date) == key_day(one.date) * SECONDS + (22 * 60 + 10) * 60
    assert (lies.past - lies.begin, lies.is_sure) == (60, True)
    assert second(event("2025-08-25", "A").date) is None


DATES = st.sampled_from(
    ("2025-08-25", "2025-08", "202X", "XXXX", "-0043", "2025-08-25T22:10", "2025/2026", "2025-10/2026-03", "../2025",
     "2025/..", "/2025", "2025/", "[..2025]", "[2025..]", "[2024,2026]", "{2024..}", "{..2024}", "{2024,2026}", "Y17E7",
     "Y-17E7/..", "XXXX-12/2026", "2025/XXXX")
)  # fmt: skip


@given(DATES, st.sampled_from(["reported", "in-force", "planned"]), st.integers(700_000, 770_000))
def test_a_course_is_in_order(date: str, status: str, today: int) -> None:
    lies = time_extent(event(date, "A", status=status), today)
    assert lies.begin <= lies.sure <= lies.sure_past <= lies.past
    assert lies.begin < lies.past


@pytest.mark.parametrize(
    ("date", "begin", "sure", "sure_past", "past"),
    [
        ("2025-08-25T22:00/2025-08-26T06:00", 22 * 60, 22 * 60, 30 * 60, 30 * 60),
        ("2025-08-25T22:00/2025-08-26", 22 * 60, 22 * 60, 48 * 60, 48 * 60),
        ("2025-08-25/2025-08-26T06:00", 0, 0, 30 * 60, 30 * 60),
        ("2025-08-25T22:00/2025-08-25T22:00", 22 * 60, 22 * 60, 22 * 60 + 1, 22 * 60 + 1),
        ("2025-08-25T22:00+02:00/2025-08-25T23:00Z", 22 * 60, 22 * 60, 23 * 60, 23 * 60),
        ("2025-08-25T24:00:00", 24 * 60 - 1, 24 * 60 - 1, 24 * 60, 24 * 60),
    ],
)
def test_an_hour_bounds_what_goes_on(date: str, begin: int, sure: int, sure_past: int, past: int) -> None:
    one = event(date, "A")
    extent = time_extent(one, TODAY)
    start = key_day(one.date) * SECONDS
    assert tuple(moment - start for moment in extent[:4]) == tuple(60 * one for one in (begin, sure, sure_past, past))
    assert extent.is_sure


def test_the_row_of_a_clock_that_is_ahead_stands_on_the_day_of_the_row_before() -> None:
    ahead, behind = event("2025-08-26T00:30+02:00", "A"), event("2025-08-25T23:30-05:00", "B")
    index = Index(timeline([])._replace(events=(ahead, behind)), TODAY)
    assert [iso(day) for day in index.days] == ["2025-08-26", "2025-08-26"]
