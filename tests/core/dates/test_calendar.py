"""Days as numbers, with no end on either side."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.dates.calendar import (
    day_number,
    is_leap,
    iso,
    iso_year,
    month_length,
    parse_day,
    weekday,
    year_month_day,
)

DAYS = st.one_of(st.integers(-800_000, 4_000_000), st.integers(-(10**20), 10**20))


@given(st.dates())
def test_within_the_years_of_datetime_the_numbers_are_the_same(day: datetime.date) -> None:
    number = day_number(day.year, day.month, day.day)
    assert number == day.toordinal()
    assert year_month_day(number) == (day.year, day.month, day.day)
    assert weekday(number) == day.weekday()
    assert iso(number) == day.isoformat()


@given(DAYS)
def test_every_number_is_a_day_that_exists_and_leads_back_to_itself(number: int) -> None:
    year, month, day = year_month_day(number)
    assert 1 <= month <= 12
    assert 1 <= day <= month_length(year, month)
    assert day_number(year, month, day) == number


@given(DAYS)
def test_the_next_number_is_the_next_day(number: int) -> None:
    year, month, day = year_month_day(number)
    if day < month_length(year, month):
        expected = (year, month, day + 1)
    else:
        expected = (year, month + 1, 1) if month < 12 else (year + 1, 1, 1)
    assert year_month_day(number + 1) == expected
    assert weekday(number + 1) == (weekday(number) + 1) % 7


def test_nothing_is_missing_around_the_year_0() -> None:
    days = [year_month_day(number) for number in range(day_number(-5, 1, 1), day_number(6, 1, 1))]
    assert days == [
        (year, month, day)
        for year in range(-5, 6)
        for month in range(1, 13)
        for day in range(1, month_length(year, month) + 1)
    ]


@given(st.integers(-(10**18), 10**18))
def test_every_year_from_any_on_has_400_years_of_146097_days(year: int) -> None:
    assert day_number(year + 400, 1, 1) - day_number(year, 1, 1) == 146_097


@pytest.mark.parametrize(
    ("year", "leap"),
    [(2024, True), (2025, False), (1900, False), (2000, True), (0, True), (-1, False), (-4, True), (-100, False)],
)
def test_leap_years_are_those_of_the_gregorian_calendar_carried_back(year: int, leap: bool) -> None:
    assert is_leap(year) is leap
    assert month_length(year, 2) == (29 if leap else 28)


@pytest.mark.parametrize(
    ("day", "text"),
    [
        ((2025, 8, 25), "2025-08-25"),
        ((44, 1, 2), "0044-01-02"),
        ((0, 12, 31), "0000-12-31"),
        ((-44, 3, 15), "-0044-03-15"),
        ((-9999, 1, 1), "-9999-01-01"),
        ((9999, 12, 31), "9999-12-31"),
        ((10_000, 1, 1), "Y10000-01-01"),
        ((-10_000, 2, 29), "Y-10000-02-29"),
        ((-170_000_000, 1, 1), "Y-170000000-01-01"),
    ],
)
def test_a_day_is_written_as_iso_has_it_and_with_y_beyond_four_digits(day: tuple[int, int, int], text: str) -> None:
    assert iso(day_number(*day)) == text
    assert parse_day(text) == day_number(*day)
    assert text.startswith(iso_year(day[0]))


@given(st.integers(day_number(-(10**18), 1, 1), day_number(10**18, 1, 1)))
def test_what_is_written_is_read_again(number: int) -> None:
    assert parse_day(iso(number)) == number


@pytest.mark.parametrize(
    "text",
    [
        "", "2025", "2025-08", "2025-8-5", "2025-02-29", "2025-13-01", "2025-00-10", "2025-01-00", "-0000-01-01",
        "12025-01-01", "Y2025-01-01", "2025-08-25 ", "2025-08-25\n", "２０２５-08-25", "2025-08-25~",
    ],
)  # fmt: skip
def test_other_texts_are_no_day(text: str) -> None:
    assert parse_day(text) is None
