"""Days as numbers: the proleptic Gregorian calendar without an end on either side.

A day is the same number as `datetime.date.toordinal()` gives (1 is 0001-01-01), carried on through
year 0 (1 BCE) and every year before and after: astronomical years, as ISO 8601 counts them.
"""

from __future__ import annotations

import re

LARGEST_YEAR = 10**18
"""Years beyond this, on either side, are refused where texts are read: no chronology needs them."""

_BEFORE = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
"""Days of a common year that lie before each month, from 1."""
_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

_FOUR_CENTURIES, _CENTURY, _FOUR_YEARS = 146_097, 36_524, 1_461

_ISO = r"(-?[0-9]{4}|Y-?[1-9][0-9]{4,18})-([0-9]{2})-([0-9]{2})"


def is_leap(year: int) -> bool:
    """True when the year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """The number of days in a month, 28 to 31; months run from 1 to 12."""
    return 29 if month == 2 and is_leap(year) else _LENGTHS[month]


def day_number(year: int, month: int, day: int) -> int:
    """The number of a day, which has to exist."""
    past = year - 1
    number = 365 * past + past // 4 - past // 100 + past // 400 + _BEFORE[month] + day
    return number + 1 if month > 2 and is_leap(year) else number


def year_month_day(day: int) -> tuple[int, int, int]:
    """The year, month and day of a day number."""
    cycles, rest = divmod(day - 1, _FOUR_CENTURIES)
    centuries = min(rest // _CENTURY, 3)
    rest -= centuries * _CENTURY
    fours, rest = divmod(rest, _FOUR_YEARS)
    ones = min(rest // 365, 3)
    rest -= ones * 365
    year = 400 * cycles + 100 * centuries + 4 * fours + ones + 1
    leap = is_leap(year)
    month = min(rest // 29 + 1, 12)
    while rest < _BEFORE[month] + (leap and month > 2):
        month -= 1
    return year, month, rest - _BEFORE[month] - (leap and month > 2) + 1


def weekday(day: int) -> int:
    """The day of the week, 0 for Monday to 6 for Sunday."""
    return (day + 6) % 7


def _monday_of(year: int, week: int) -> int | None:
    """The first day of an ISO week, the first of which has the year's first Thursday; None for one that it lacks."""
    fourth = day_number(year, 1, 4)
    monday = fourth - weekday(fourth) + 7 * (week - 1)
    return monday if 1 <= week <= 53 and year_month_day(monday + 3)[0] == year else None


def iso_year(year: int) -> str:
    """A year as EDTF writes it: `2025`, `-0044`, and `Y170000000` beyond four digits."""
    if 0 <= year <= 9999:
        return f"{year:04d}"
    return f"-{-year:04d}" if -9999 <= year < 0 else f"Y{year}"


def iso(day: int) -> str:
    """A day as `2025-08-25`, `-0044-03-15` or, beyond four digits of a year, `Y-170000000-01-01`."""
    year, month, number = year_month_day(day)
    return f"{iso_year(year)}-{month:02d}-{number:02d}"


def parse_day(text: str) -> int | None:
    """The number of a day written as `iso` writes it, or None when it is no such day."""
    match = re.fullmatch(_ISO, text)
    if match is None:
        return None
    year, month, day = int(match[1].removeprefix("Y")), int(match[2]), int(match[3])
    if not (1 <= month <= 12 and 1 <= day <= month_length(year, month)) or match[1] == "-0000":
        return None
    return day_number(year, month, day)


def dates_of_week(year: int, week: int, day: str | None) -> list[str]:
    """The day 1 to 7 of an ISO week as EDTF; without one, some day of it, and all of it. Empty for no such week."""
    monday = _monday_of(year, week)
    if monday is None:
        return []
    if day is not None:
        return [iso(monday + int(day) - 1)]
    return [f"[{iso(monday)}..{iso(monday + 6)}]", f"{iso(monday)}/{iso(monday + 6)}"]


# ---- Days and seconds that machines count

_COUNTED_FROM_1950, _COUNTED_TO_2099 = 18_264, 73_050
"""The first and last number that is read as a spreadsheet's day."""


def spreadsheet_moment(text: str) -> str | None:
    """The day of a spreadsheet's number, which counts from 1899-12-30, with its hour: `45894`, `45894.75`."""
    found = re.fullmatch(r"([0-9]{5})(?:[.,]([0-9]{1,12})|([~?%]))?", text)
    if found is None or not _COUNTED_FROM_1950 <= int(found[1]) <= _COUNTED_TO_2099:
        return None
    day = iso(day_number(1899, 12, 30) + int(found[1]))
    minute = min(round(float(f"0.{found[2] or 0}") * 1440), 1439)
    return f"{day}T{minute // 60:02d}:{minute % 60:02d}" if minute else day + (found[3] or "")


def computer_moment(text: str) -> str | None:
    """The instant of a count of seconds, or of thousandths, from 1970: `1756131120`, only 2001 to 2033."""
    found = re.fullmatch("(1[0-9]{9})(?:[0-9]{3})?", text)
    if found is None:
        return None
    days, second = divmod(int(found[1]), 86_400)
    return f"{iso(day_number(1970, 1, 1) + days)}T{second // 3600:02d}:{second // 60 % 60:02d}:{second % 60:02d}Z"
