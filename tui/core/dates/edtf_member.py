"""One date of EDTF without slash or brackets: its parts, its days, how precise it is.

What is read here: ISO 8601-2:2019 clause 4 and the EDTF levels 0 to 2 drawn from it. Seasons
21 to 24 are the northern ones, as 25 to 28: 21 is March to May, and winter runs from
December into February of the next year, so that the seasons of one year follow each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from tui.core.dates.calendar import LARGEST_YEAR, day_number, is_leap, month_length, year_month_day
from tui.core.text.messages import worded


class DateError(ValueError):
    """A text that is not a date: why, where in the text, and what was perhaps meant."""

    def __init__(
        self,
        message: str,
        position: int = 0,
        length: int = 1,
        hint: str | None = None,
        readings: Sequence[str] = (),
    ) -> None:
        super().__init__(message)
        self.message = message
        """One clause, lower case, without a full stop."""
        self.position = position
        """Offset in the text, from 0."""
        self.length = length
        """In characters; 0 at the end of a text that stops too early."""
        self.hint = hint
        """A sentence such as `did you mean 2026-08?`, whose dates all parse."""
        self.readings = readings
        """The dates of the hint where the text only writes them in a way of its own: not where it has a slip."""
        self.dates: Sequence[str] = ()
        """All dates of the hint."""
        self.is_sure = False
        """True when there is one, and nothing else can have been meant."""


class DaySpan(NamedTuple):
    """Days from `begin` up to, not including, `end`; None is open on that side."""

    begin: int | None
    end: int | None


class SingleDate(NamedTuple):
    """One date as it is written, part by part."""

    span: DaySpan
    """The days in which it may lie."""
    precision: str
    year: str
    """With its sign, X digits, and for long years Y and exponent: `2025`, `156X`, `-0044`, `Y-17E7`."""
    month: str = ""
    """Two digits or X: a month, or a season from 21 to 41; empty when none is written."""
    day: str = ""
    significant: int = 0
    """The number of digits of the year that count (`1950S2`: 2); 0 when it does not say."""
    marks: tuple[str, str, str] = ("", "", "")
    """The doubt about year, month and day, each one of `` ~ ? %``."""
    time: str = ""
    """The time of day as written; empty when none is."""


class Season(NamedTuple):
    """A part of the year with a number of its own in place of a month."""

    name: str
    """`spring` to `winter`, or the unit for the others."""
    unit: str
    """The precision: season, quarter, quadrimester or semester."""
    month: int
    """The first month."""
    months: int
    """The number of months in it."""
    ordinal: int
    """Its number among those of its kind within the year, from 1."""
    side: str = ""
    """`north` or `south` for the seasons that say so."""


def _seasons() -> dict[int, Season]:
    """All of level 2, by number."""
    names = ("spring", "summer", "autumn", "winter")
    table = {}
    for base, first, side in ((21, 3, ""), (25, 3, "north"), (29, 9, "south")):
        for i, name in enumerate(names):
            table[base + i] = Season(name, "season", (first + 3 * i - 1) % 12 + 1, 3, i + 1, side)
    for base, count, unit in ((33, 4, "quarter"), (37, 3, "quadrimester"), (40, 2, "semester")):
        for i in range(count):
            table[base + i] = Season(unit, unit, 12 // count * i + 1, 12 // count, i + 1)
    return table


SEASONS = _seasons()

UNITS = ("second", "minute", "day", "month", "season", "quarter", "quadrimester", "semester", "year")
_YEARS = ("year", "decade", "century", "millennium")

COMMON = re.compile(r"([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-([0-9]{2}))?)?([~?%]?)")
"""The form of nearly every date."""
# The others are compiled when a text first needs them: that takes 4 ms, which most files need not wait for.
_YMD = (
    r"([~?%]?)(-?[0-9X]{4})(?:S([1-9][0-9]{0,3}))?([~?%]?)"
    r"(?:-([~?%]?)([0-9X]{2})([~?%]?)(?:-([~?%]?)([0-9X]{2})([~?%]?))?)?"
)
_LONG = r"([~?%]?)(Y(-?[1-9][0-9]*)(?:E([1-9][0-9]*))?)(?:S([1-9][0-9]{0,3}))?([~?%]?)"


def years_unit(power: int) -> str:
    """The name of 10 to a power of years: `decade`, `century`, `millennium`, then `10000 years`."""
    return _YEARS[power] if power < len(_YEARS) else f"{10**power} years"  # no words: a unit


def coarseness(precision: str) -> int:
    """A rank by which precisions compare, coarser ones higher."""
    if precision in UNITS:
        return UNITS.index(precision)
    if precision in _YEARS:
        return len(UNITS) + _YEARS.index(precision)
    return len(UNITS) + len(precision.split()[0])


def both(one: str, other: str) -> str:
    """Two marks of doubt on one thing as one: `~` and `?` make `%`."""
    return one if other in ("", one) else other if one == "" else "%"


def parse_single_date(text: str, at: int = 0) -> SingleDate:
    """Read one date; `at` is where it stands in the whole text, for errors."""
    found = re.fullmatch(_YMD, text)
    if found is not None:
        return _ymd(found, at)
    found = re.fullmatch(_LONG, text)
    if found is not None:
        return _long(found, at)
    raise DateError(worded("not a date") if text else worded("a date is missing"), at, len(text))


def _ymd(found: re.Match[str], at: int) -> SingleDate:
    year, month, day = found[2], found[6] or "", found[9] or ""
    if year == "-0000":
        raise DateError(
            worded("the year 0 has no sign"), at + found.start(2), 5, worded("did you mean {date} (1 BC)?", date="0000")
        )
    for before, behind in ((1, 4), (5, 7), (8, 10)):
        if found[before] and found[behind]:
            raise DateError(worded("one mark is enough: % is both ~ and ?"), at + found.start(behind), 1)
    marks = _spread(found.group(1, 4, 5, 7, 8, 10))
    if found[3]:
        if month or "X" in year:
            where = found.start(3) - 1
            raise DateError(worded("significant digits belong to a plain year alone"), at + where, len(found[3]) + 1)
        return _significant(year, int(year), int(found[3]), marks)
    if "X" in year + month + day:
        return _unspecified(found, marks, at)
    number = int(year)
    if not month:
        return SingleDate(years(number, number), "year", year, marks=marks)
    if not day and int(month) in SEASONS:
        return SingleDate(_season_span(number, int(month)), SEASONS[int(month)].unit, year, month, marks=marks)
    span = _days(number, int(month), day, found, at)
    return SingleDate(span, "day" if day else "month", year, month, day, 0, marks)


def year_number(written: str) -> int:
    """The astronomical year of one written without X: `-0044` is -44, `Y-17E7` is -170000000."""
    digits, _, exponent = written.removeprefix("Y").partition("E")
    year: int = int(digits) * 10 ** int(exponent or 0)
    return year


def year_range(written: str) -> tuple[int, int] | None:
    """The first and last year that a pattern such as `156X` stands for; None when it has gaps, as `1X60`."""
    digits = written.removeprefix("-")
    if not digits.rstrip("X").isdigit():
        return None
    first, last = int(digits.replace("X", "0")), int(digits.replace("X", "9"))
    return (-last, -max(first, 1)) if written[0] == "-" else (first, last)


def _spread(marks: tuple[str | None, ...]) -> tuple[str, str, str]:
    """The doubt about year, month and day: a mark behind one of them counts for those before it too."""
    year, year_all, month, month_all, day, day_all = (mark or "" for mark in marks)
    month_all = both(month_all, day_all)
    return both(year, both(year_all, month_all)), both(month, month_all), both(day, day_all)


def _days(year: int, month: int, day: str, found: re.Match[str], at: int) -> DaySpan:
    """The days of a month, or the one day, that has to exist."""
    if not 1 <= month <= 12:
        raise DateError(_no_month(found[6], bool(day)), at + found.start(6), 2)
    if not day:
        begin = day_number(year, month, 1)
        return DaySpan(begin, begin + month_length(year, month))
    number = int(day)
    length = month_length(year, month)
    if not 1 <= number <= length:
        why = (
            worded(
                "no such day: {month} {year} has {length} days", month=_MONTHS[month - 1], year=found[2], length=length
            )
            if number
            else worded("days begin at 01")
        )
        raise DateError(why, at + found.start(9), 2)
    begin = day_number(year, month, number)
    return DaySpan(begin, begin + 1)


_MONTHS = (
    worded("January"), worded("February"), worded("March"), worded("April"), worded("May"), worded("June"),
    worded("July"), worded("August"), worded("September"), worded("October"), worded("November"), worded("December"),
)  # fmt: skip


def _no_month(month: str, with_day: bool) -> str:
    if with_day and int(month) in SEASONS:
        return worded("no such month: {month} (a season, which has no days of its own)", month=month)
    return worded("no such month: {month} (months are 01 to 12, seasons 21 to 41)", month=month)


def years(first: int, last: int) -> DaySpan:
    """The days of the years from first to last."""
    return DaySpan(day_number(first, 1, 1), day_number(last + 1, 1, 1))


def _season_span(year: int, number: int) -> DaySpan:
    season = SEASONS[number]
    past, month = divmod(season.month + season.months - 1, 12)
    return DaySpan(day_number(year, season.month, 1), day_number(year + past, month + 1, 1))


def _significant(written: str, year: int, digits: int, marks: tuple[str, str, str]) -> SingleDate:
    """A year of which only the first digits count; more than it has are all of them."""
    size = len(str(abs(year))) if written[0] == "Y" else 4
    power = max(size - digits, 0)
    first = abs(year) // 10**power * 10**power
    last = first + 10**power - 1
    span = years(first, last) if written[0] != "-" and year >= 0 else years(-last, -max(first, 1))
    return SingleDate(span, years_unit(power), written, significant=digits, marks=marks)


def _long(found: re.Match[str], at: int) -> SingleDate:
    """A year of more than four digits, or with an exponent."""
    digits, exponent = found[3], found[4]
    place, length = at + found.start(2), len(found[2])
    if exponent is None and len(digits.lstrip("-")) < 5:
        sign, bare = ("-", digits[1:]) if digits[0] == "-" else ("", digits)
        raise DateError(
            worded("Y is for years of more than four digits"),
            place,
            length,
            worded("did you mean {date}?", date=f"{sign}{bare.zfill(4)}"),
        )
    if len(digits) > 20 or len(exponent or "") > 2:
        raise DateError(worded("no year beyond 10^18 is read"), place, length)
    year = year_number(found[2])
    if abs(year) > LARGEST_YEAR:
        raise DateError(worded("no year beyond 10^18 is read"), place, length)
    marks = (both(found[1], found[6]), "", "")
    if found[5]:
        return _significant(found[2], year, int(found[5]), marks)
    return SingleDate(years(year, year), "year", found[2], marks=marks)


def _unspecified(found: re.Match[str], marks: tuple[str, str, str], at: int) -> SingleDate:
    """The hull of the days that exist when every X stands for any digit."""
    year, month, day = found[2], found[6] or "", found[9] or ""
    precision = _unknown_within(year, month, day)
    if month and month.isdigit() and int(month) not in range(1, 13):
        return _unspecified_season(found, marks, precision, at)
    months = months_fitting(month) if month else (1, 12)
    if not months:
        raise DateError(worded("no month is written {month}", month=month), at + found.start(6), 2)
    span = _hull(year, months, day)
    if span is None:
        raise DateError(worded("no such day: {date} fits none", date=found[0]), at + found.start(9), 2)
    if day and "X" in month and span.begin is not None and span.end == span.begin + 1:  # 2025-X2-30: December alone
        _, only_month, only_day = year_month_day(span.begin)
        return SingleDate(span, "day", year, f"{only_month:02d}", f"{only_day:02d}", 0, marks)
    return SingleDate(span, precision, year, month, day, 0, marks)


def _unspecified_season(found: re.Match[str], marks: tuple[str, str, str], precision: str, at: int) -> SingleDate:
    year, month = found[2], found[6]
    if found[9] or int(month) not in SEASONS:
        raise DateError(_no_month(month, bool(found[9])), at + found.start(6), 2)
    first, last = _season_span(_first_year(year), int(month)), _season_span(_last_year(year), int(month))
    return SingleDate(DaySpan(first.begin, last.end), precision, year, month, marks=marks)


@lru_cache(maxsize=4096)
def fits(number: int, pattern: str) -> bool:
    """True when a number, in as many digits as the pattern has, is one that its X stand for."""
    digits = f"{number:0{len(pattern)}d}"
    return all(p in ("X", d) for p, d in zip(pattern, digits, strict=True))


def days_fitting(member: SingleDate, months: list[int]) -> list[int]:
    """The days that the written day stands for and that one of the months has."""
    year = year_number(member.year) if "X" not in member.year else 4
    longest = max(month_length(year, month) for month in months)
    return [day for day in range(1, longest + 1) if fits(day, member.day)]


def _unknown_within(year: str, month: str, day: str) -> str:
    """The coarsest unit within which the place is unknown."""
    if "X" in year:
        return years_unit(len(year) - year.index("X"))
    return "year" if "X" in month else "month" if "X" in day else "day"


def _first_year(pattern: str) -> int:
    return next(_candidates(pattern, ascending=True))


def _last_year(pattern: str) -> int:
    return next(_candidates(pattern, ascending=False))


def _candidates(pattern: str, ascending: bool) -> Iterator[int]:
    """Every year that a pattern stands for, in order; -0000 is none."""
    sign, digits = (-1, pattern[1:]) if pattern[0] == "-" else (1, pattern)
    holes = digits.count("X")
    frame = digits.replace("X", "{}")
    counting_up = ascending == (sign > 0)
    for number in range(10**holes) if counting_up else range(10**holes - 1, -1, -1):
        year = int(frame.format(*(f"{number:0{holes}d}" if holes else "")))
        if year or sign > 0:
            yield sign * year


@lru_cache(maxsize=256)
def months_fitting(pattern: str) -> tuple[int, ...]:
    """The months that the written month stands for."""
    return tuple(month for month in range(1, 13) if fits(month, pattern))


@lru_cache(maxsize=1024)
def _days_within(months: tuple[int, ...], pattern: str) -> tuple[tuple[int, int], ...]:
    """The days of a leap year, as month and day, that the written day stands for."""
    fitting = [day for day in range(1, 32) if fits(day, pattern)]
    return tuple((month, day) for month in months for day in fitting if day <= month_length(4, month))


def _hull(year: str, months: tuple[int, ...], day: str) -> DaySpan | None:
    """From the first to the last of the days that exist; None when none does."""
    if not day:
        first, last = _first_year(year), _last_year(year)
        end = day_number(last, months[-1], month_length(last, months[-1])) + 1
        return DaySpan(day_number(first, months[0], 1), end)
    pairs = _days_within(months, day)
    if not pairs:
        return None
    first_day = _first_day(_candidates(year, ascending=True), pairs)
    last_day = _first_day(_candidates(year, ascending=False), pairs[::-1])
    return None if first_day is None or last_day is None else DaySpan(first_day, last_day + 1)


def _first_day(candidates: Iterator[int], pairs: Sequence[tuple[int, int]]) -> int | None:
    """The first day that exists, years before pairs of month and day."""
    for year in candidates:
        for month, day in pairs:
            if (month, day) != (2, 29) or is_leap(year):
                return day_number(year, month, day)
    return None
