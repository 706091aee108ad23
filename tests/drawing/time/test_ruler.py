"""The ruler: what it marks at which distance, and that its marks never touch."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.dates.calendar import day_number, year_month_day
from tui.core.dates.words import month_name
from tui.core.timeline.when import SECONDS
from tui.drawing.spans.pen import Pen
from tui.drawing.time.ruler import cells, ticks
from tui.drawing.time.scale import Scale

SCALES = st.builds(
    lambda begin, length, columns: Scale(begin, begin + length, columns),
    st.integers(-(10**15), 10**15),
    st.one_of(st.integers(1, 4000), st.integers(1, 2000).map(lambda days: days * SECONDS), st.integers(1, 10**15)),
    st.integers(1, 200),
)
LANGUAGES = st.sampled_from(["en", "fr"])


def ruler(begin: str, end: str, columns: int, language: str = "en") -> str:
    """The marks of a ruler, from one `year-month-day` to before another."""
    first, past = (day_number(*map(int, day.rsplit("-", 2))) for day in (begin, end))
    return drawn(Scale.of_days(first, past, columns), language)


def drawn(scale: Scale, language: str) -> str:
    """The marks of a ruler over a scale."""
    texts, roles = cells(scale, ticks(scale, Pen(language, 0)))
    assert len(texts) == len(roles) == scale.columns
    return "".join(text or " " for text in texts).rstrip()


@pytest.mark.parametrize(
    ("begin", "end", "columns", "marks"),
    [
        ("2025-01-01", "2026-01-01", 60, "'25  F   M    A    M    J    J    A    S    O    N    D"),
        ("2024-12-01", "2026-03-01", 45, "D  '25F M  A  M   J J   A  S  O  N  D  '26F"),
        ("2024-01-01", "2029-01-01", 80, "'24             '25             '26            '27             '28"),
        ("2016-01-01", "2031-01-01", 72, "2016     2018      2020     2022      2024      2026     2028      2030"),
        ("1900-01-01", "2030-01-01", 60, "1900     1920     1940     1960     1980      2000     2020"),
        ("2025-08-24", "2025-08-28", 60, "24 Aug '25     25 Aug         26 Aug         27 Aug"),
        ("2025-08-30", "2025-09-04", 40, "30 Aug '25      1 Sep   2 Sep   3 Sep"),
        ("2025-08-20", "2025-09-05", 72, "20 Aug '25   23   24  25   26  27   28  29   30  31   Sep 2    3   4"),
        ("-3300-01-01", "2031-01-01", 72, "    3000 BC      2000 BC       1000 BC      AD 1          1000"),
    ],
)
def test_marks_of_a_ruler(begin: str, end: str, columns: int, marks: str) -> None:
    assert ruler(begin, end, columns) == marks


@pytest.mark.parametrize(
    ("begin", "end", "columns", "language", "first"),
    [
        ("2020-06-05", "2020-06-21", 80, "en", "5 Jun '20"),
        ("2020-06-05", "2020-06-21", 80, "fr", "5 juin '20"),
        ("2020-05-01", "2020-11-01", 60, "en", "May '20"),
        ("2020-05-01", "2022-11-01", 60, "en", "May '20"),
        ("2020-05-01", "2023-01-01", 40, "en", "May '20"),
        ("2020-01-01", "2020-02-01", 80, "en", "'20"),
        ("2020-06-05", "2020-06-07", 96, "en", "5 Jun 2020"),
        ("-0043-03-01", "-0043-09-01", 80, "en", "Mar 44 BC"),
    ],
)
def test_the_first_label_says_in_full_where_it_is(
    begin: str, end: str, columns: int, language: str, first: str
) -> None:
    assert ruler(begin, end, columns, language).startswith(f"{first} ")


def test_no_year_alone_stands_within_its_year() -> None:
    for month in range(2, 13):
        said = ruler(f"2020-{month:02}-01", "2022-03-01", 60)
        assert "'20 " not in said.replace(f"{month_name(month, 'en', short=True)} '20 ", "")


def test_years_before_our_era_are_round_as_they_are_said() -> None:
    scale = Scale.of_days(day_number(-999, 1, 1), day_number(701, 1, 1), 90)
    assert [tick.label for tick in ticks(scale, Pen("en", 0))] == [
        "1000 BC", "800 BC", "600 BC", "400 BC", "200 BC", "AD 1", "AD 200", "AD 400", "AD 600",
    ]  # fmt: skip


def test_a_year_has_its_name_in_the_reader_s_language() -> None:
    scale = Scale.of_days(day_number(2024, 12, 1), day_number(2025, 9, 1), 60)
    assert [tick.label for tick in ticks(scale, Pen("fr", 0))] == ["D", "'25", "F", "M", "A", "M", "J", "J", "A"]


def test_a_month_has_its_name_where_there_is_room() -> None:
    scale = Scale.of_days(day_number(2025, 1, 1), day_number(2025, 7, 1), 60)
    assert [tick.label for tick in ticks(scale, Pen("en", 0))] == ["'25", "Feb", "Mar", "Apr", "May", "Jun"]
    assert [tick.label for tick in ticks(scale, Pen("fr", 0))] == ["'25", "févr.", "mars", "avr.", "mai", "juin"]


def test_two_days_have_hours_in_the_reader_s_language() -> None:
    scale = Scale.of_days(day_number(2025, 8, 25), day_number(2025, 8, 27), 96)
    assert drawn(scale, "en") == (
        "25 Aug 2025 06:00 09:00 12:00 15:00 18:00 21:00 26 Aug      06:00 09:00 12:00 15:00 18:00 21:00"
    )
    assert [tick.label for tick in ticks(scale.over(120), Pen("fr", 0))] == [
        "25 août 2025", "6 h", "8 h", "10 h", "12 h", "14 h", "16 h", "18 h", "20 h", "22 h", "26 août", "4 h",
        "6 h", "8 h", "10 h", "12 h", "14 h", "16 h", "18 h", "20 h", "22 h",
    ]  # fmt: skip


def test_an_hour_has_minutes() -> None:
    begin = day_number(2025, 8, 25) * SECONDS + 8 * 3600
    scale = Scale(begin, begin + 90 * 60, 60)
    assert drawn(scale, "en") == "25 Aug 2025  08:20  08:30 08:40  08:50  09:00 09:10  09:20"
    assert drawn(scale, "fr") == "25 août 2025        8 h 30    8 h 45    9 h       9 h 15"


def test_a_letter_that_takes_more_than_a_cell_loses_its_accent() -> None:
    scale = Scale.of_days(day_number(2025, 1, 1), day_number(2025, 4, 1), 40)
    escaped = [tick.label for tick in ticks(scale, Pen("fr", 0, measure=lambda text: len(text) + 5 * text.count("é")))]
    assert [label for label in escaped if "f" in label] == ["fevr."]


@given(SCALES, LANGUAGES)
def test_marks_are_in_order_and_never_touch_or_overflow(scale: Scale, language: str) -> None:
    marks = ticks(scale, Pen(language, 0))
    assert [mark.column for mark in marks] == sorted({mark.column for mark in marks}), "monotone"
    for mark in marks:
        assert mark.column >= 0
        assert mark.column + len(mark.label) <= scale.columns
    for before, after in pairwise(marks):
        gap = after.column - before.column - len(before.label)
        assert gap >= (0 if before.is_short_year or after.is_short_year else 1)
    assert sum(len(mark.label) for mark in marks) <= scale.columns, "never more than fit"


@given(SCALES, LANGUAGES)
def test_marks_in_a_picture_keep_their_distance_too(scale: Scale, language: str) -> None:
    """As on paper, where a letter takes seven columns."""
    wide = scale.over(scale.columns * 7)
    marks = ticks(wide, Pen(language, 0, measure=lambda text: 7 * len(text)), 14)
    for before, after in pairwise(marks):
        gap = after.column - before.column - 7 * len(before.label)
        assert gap >= (0 if before.is_short_year or after.is_short_year else 14)


@given(SCALES)
def test_a_mark_stands_where_its_year_begins(scale: Scale) -> None:
    for mark in ticks(scale, Pen("en", 0)):
        if mark.is_short_year:
            year = year_month_day(scale.moment(mark.column) // SECONDS)[0]
            begins = [scale.column(day_number(near, 1, 1) * SECONDS) for near in (year, year + 1)]
            assert mark.column in begins or mark.column == 0
        elif mark.label.isdigit() and mark.is_year:
            assert mark.column == scale.column(day_number(int(mark.label), 1, 1) * SECONDS)
