"""Time to columns and back, and a ruler whose marks never touch."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.calendar import civil, day_number
from tui.core.scale import Scale, ticks

DAYS = st.integers(-(10**12), 10**12)
SCALES = st.builds(
    lambda begin, length, columns: Scale(begin, begin + length, columns),
    DAYS,
    st.one_of(st.integers(1, 2000), st.integers(1, 10**12)),
    st.integers(1, 200),
)


def ruler(begin: str, end: str, columns: int, language: str = "en") -> str:
    """The marks of a ruler, from one `year-month-day` to before another."""
    first, past = (day_number(*map(int, day.rsplit("-", 2))) for day in (begin, end))
    cells = [" "] * columns
    for tick in ticks(Scale(first, past, columns), language):
        cells[tick.column : tick.column + len(tick.label)] = tick.label
    assert len(cells) == columns
    return "".join(cells).rstrip()


@pytest.mark.parametrize(
    ("begin", "end", "columns", "marks"),
    [
        ("2025-01-01", "2026-01-01", 60, "'25  F   M    A    M    J    J    A    S    O    N    D"),
        ("2024-12-01", "2026-03-01", 45, "'24'25F M  A  M   J J   A  S  O  N  D  '26F"),
        ("2024-01-01", "2029-01-01", 80, "'24             '25             '26            '27             '28"),
        ("2016-01-01", "2031-01-01", 72, "2016     2018      2020     2022      2024      2026     2028      2030"),
        ("1900-01-01", "2030-01-01", 60, "1900     1920     1940     1960     1980      2000     2020"),
        ("2025-08-24", "2025-08-28", 60, "'25            25 Aug         26 Aug         27 Aug"),
        ("2025-08-30", "2025-09-04", 40, "'25     31 Aug  1 Sep   2 Sep   3 Sep"),
        ("2025-08-20", "2025-09-05", 72, "'25 21   22  23   24  25   26  27   28  29   30  31   S   2    3   4"),
        ("-3300-01-01", "2031-01-01", 72, "    3000 BC      2000 BC       1000 BC      AD 1          1000"),
    ],
)
def test_marks_of_a_ruler(begin: str, end: str, columns: int, marks: str) -> None:
    assert ruler(begin, end, columns) == marks


def test_years_before_our_era_are_round_as_they_are_said() -> None:
    assert [tick.label for tick in ticks(Scale(day_number(-999, 1, 1), day_number(701, 1, 1), 90), "en")] == [
        "1000 BC", "800 BC", "600 BC", "400 BC", "200 BC", "AD 1", "AD 200", "AD 400", "AD 600",
    ]  # fmt: skip


def test_a_year_has_its_name_in_the_reader_s_language() -> None:
    scale = Scale(day_number(2024, 12, 1), day_number(2025, 9, 1), 60)
    assert [tick.label for tick in ticks(scale, "fr")] == ["'24", "'25", "F", "M", "A", "M", "J", "J", "A"]


@given(SCALES)
def test_marks_are_in_order_and_never_touch_or_overflow(scale: Scale) -> None:
    marks = ticks(scale, "en")
    assert marks == sorted(marks)
    for mark in marks:
        assert mark.column >= 0
        assert mark.column + len(mark.label) <= scale.columns
    for before, after in pairwise(marks):
        gap = after.column - before.column - len(before.label)
        assert gap >= (0 if before.is_short_year or after.is_short_year else 1)


@given(SCALES)
def test_a_mark_stands_where_its_year_begins(scale: Scale) -> None:
    for mark in ticks(scale, "en"):
        if mark.is_short_year:
            year = civil(scale.day(mark.column))[0]
            begins = [scale.column(day_number(near, 1, 1)) for near in (year, year + 1)]
            assert mark.column in begins or mark.column == 0
        elif mark.label.isdigit() and mark.is_year:
            assert mark.column == scale.column(day_number(int(mark.label), 1, 1))


@given(SCALES, st.integers(0, 10**12))
def test_columns_run_with_time(scale: Scale, offset: int) -> None:
    day = scale.begin + offset % scale.days
    assert scale.holds(day)
    assert 0 <= scale.column(day) < scale.columns
    assert scale.column(day) <= scale.column(day + 1)
    assert scale.column(scale.begin) == 0
    assert scale.column(scale.end) == scale.columns


@given(SCALES, st.integers(0, 10**12))
def test_a_day_comes_back_from_its_column(scale: Scale, offset: int) -> None:
    """To itself or to the first day that shares its column."""
    day = scale.begin + offset % scale.days
    back = scale.day(scale.column(day))
    assert back <= day
    assert scale.column(back) == scale.column(day)


@given(SCALES, st.integers(0, 199))
def test_a_column_shows_the_day_that_begins_in_it_or_goes_on_through_it(scale: Scale, column: int) -> None:
    column %= scale.columns
    day = scale.day(column)
    assert scale.holds(day)
    assert scale.column(day) <= column < max(scale.column(day + 1), scale.column(day) + 1)


def test_a_single_day_fills_every_column() -> None:
    scale = Scale(100, 101, 10)
    assert [scale.day(column) for column in range(10)] == [100] * 10
