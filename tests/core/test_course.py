"""How an event lies in time: the day it is put in order by, what goes on from there, and until when."""

from __future__ import annotations

import pytest

from tests.core.timelines import TODAY, event
from tui.core.calendar import iso
from tui.core.course import goes_on, key_day, last_day, stretch


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
    assert tuple(map(iso, stretch(one))) == (first, past)
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
