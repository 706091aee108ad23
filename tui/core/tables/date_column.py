"""The dates of a column, read in one order: found by looking at all of them, and never cell by cell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from tui.core.dates.calendar import day_number, iso, month_length, parse_day
from tui.core.dates.edtf import Date, DateError
from tui.core.dates.parse import parse_date, parse_undated
from tui.core.dates.shorthand import PIVOT
from tui.core.tables.table import EPOCH_1900
from tui.core.text.messages import translatable, worded

DAY_FIRST, MONTH_FIRST, YEAR_FIRST = "day-first", "month-first", "year-first"
ORDERS = (DAY_FIRST, MONTH_FIRST, YEAR_FIRST)
"""The orders in which day, month and year may stand; the last only where hyphens join years of two digits."""
ORDER_NAMES = {
    DAY_FIRST: translatable("day first"),
    MONTH_FIRST: translatable("month first"),
    YEAR_FIRST: translatable("year first"),
}

_DIGITS = re.compile(
    r"(?<![\w./-])(\d{1,2})(?: ?([/.]) ?|(-))(\d{1,2})(?: ?\2 ?|\3)(\d{4}|\d{2})(?!\d|[./-]\d)"
)  # a group that took no part matches nothing, so that one of the two joints is the same twice
_YEAR_AHEAD = re.compile(r"(?<![\w./-])(\d{4})([/.-])(\d{1,2})\2(\d{1,2})(?!\d)")
_DAY_AND_TIME = re.compile(
    r"(\d{4}-\d{2}-\d{2})(?:T|,? +)(\d{1,2})[:h](\d{2})(?::(\d{2})(?:[.,]\d+)?)?"
    r"(?: ?([ap])\.?m\.?|(Z|[+-]\d{2}:?\d{2}))?",
    re.IGNORECASE,
)
_MIDNIGHT = re.compile(r"(\d{4}-\d{2}-\d{2})T00:00(?::00)?Z?")
_DAYS = re.compile(r"(\d{5})(?:[.,](\d+))?")
_LONGEST = 200


class DateReading(NamedTuple):
    """The way in which the dates of one column are read."""

    order: str = DAY_FIRST
    pivot: int = PIVOT
    """The first year of two digits that lies in the 1900s."""
    epoch: str = EPOCH_1900
    """The day from which numbers of days count."""
    is_midnight: bool = False
    """True when the hour of every cell is 0:00, which says nothing."""


class OpenOrder(NamedTuple):
    """A column of which the order is not told by its dates: cells, each with a date that is read two ways."""

    is_mixed: bool
    """True when some cell has the one order and another the other; else all cells fit both."""
    examples: tuple[tuple[str, str, str], ...]
    """The place of a cell, its text, and the order by which it is read."""
    orders: tuple[str, ...]
    """Those that may be meant."""


# ---- The order of a column


def order_of(cells: Iterable[tuple[str, str]]) -> str | OpenOrder | None:
    """The one order that fits the dates of a column, by the place and text of each cell; None where none matters."""
    fits = [(place, text, fit) for place, text in cells if "-" in text or "/" in text or "." in text
            for fit in (_fitting(text),) if fit]  # fmt: skip
    telling = [one for one in fits if len(set(one[2].values())) > 1 or len(one[2]) == 1]
    if not telling:
        return None
    common = [order for order in ORDERS if all(order in fit for _, _, fit in telling)]
    if len(common) == 1:
        return common[0]
    place, text, fit = telling[0]
    if common:
        return OpenOrder(False, tuple((place, text, order) for order in common), tuple(common))
    examples: dict[str, tuple[str, str]] = {}
    for place, text, fit in telling:
        if len(fit) == 1:
            examples.setdefault(next(iter(fit)), (place, text))
    shown = tuple((*cell, order) for order, cell in examples.items())
    return OpenOrder(True, shown, tuple(examples) or ORDERS[:2])


def _fitting(text: str) -> dict[str, tuple[str, ...]]:
    """The dates of a text by each order that fits all of them; empty for a text without dates that may be turned."""
    found = _DIGITS.findall(text)
    if not found:
        return {}
    readings = {order: tuple(_turned(one, order, PIVOT) for one in found) for order in ORDERS}
    return {order: days for order, days in readings.items() if all(days)}


def _turned(found: Sequence[str], order: str, pivot: int) -> str:
    """A date of two short parts and a year as EDTF has it; empty where there is no such day."""
    one, _joint, hyphen, other, last = found
    if order == YEAR_FIRST:
        if len(last) != 2 or not hyphen or len(one) != 2:
            return ""
        one, last = last, one
    day, month = (other, one) if order == MONTH_FIRST else (one, other)
    year = int(last) if len(last) == 4 else int(last) + (1900 if int(last) >= pivot else 2000)
    if not (1 <= int(month) <= 12 and 1 <= int(day) <= month_length(year, int(month))):
        return ""
    return f"{year:04d}-{int(month):02d}-{int(day):02d}"


def is_at_midnight(texts: Iterable[str]) -> bool:
    """True when some cells of a column have an hour, and that is 0:00 in all of them."""
    timed = [text for text in texts if ":" in text]
    return bool(timed) and all(re.search(r"(?<!\d)0?0:00(?::00(?:[.,]0+)?)?Z?$", text.strip()) for text in timed)


# ---- One cell


@lru_cache(maxsize=65536)
def read_cell(text: str, reading: DateReading) -> Date:
    """The date of a cell; DateError, with its cure, where it is none in the order of its column."""
    plain = " ".join(text.split())
    if found := parse_undated(plain):
        return found
    if number := _DAYS.fullmatch(plain):
        return _day_of_number(number[1], number[2] or "", reading.epoch)
    for one in _DIGITS.finditer(plain):
        if not _turned(one.groups(default=""), reading.order, reading.pivot):
            raise _misfit(one[0], reading)
    plain = _DIGITS.sub(lambda one: _turned(one.groups(default=""), reading.order, reading.pivot), plain)
    plain = _YEAR_AHEAD.sub(lambda one: f"{one[1]}-{one[3]:0>2}-{one[4]:0>2}", plain)
    plain = _DAY_AND_TIME.sub(_with_time, plain)
    if reading.is_midnight:
        plain = _MIDNIGHT.sub(r"\1", plain)
    return best_reading(plain)


def _misfit(text: str, reading: DateReading) -> DateError:
    """The reason why digits are no date in the order of their column."""
    others = [one for one in _fitting(text) if one != reading.order]
    found = _DIGITS.search(text)
    if not others or found is None:
        return DateError(worded('"{text}" is no day of the calendar', text=text), 0, len(text))
    reason = {
        DAY_FIRST: worded('"{text}" is no day where the day comes first, as in this column', text=text),
        MONTH_FIRST: worded('"{text}" is no day where the month comes first, as in this column', text=text),
        YEAR_FIRST: worded('"{text}" is no day where the year comes first, as in this column', text=text),
    }[reading.order]
    meant = _turned(found.groups(default=""), others[0], reading.pivot)
    return DateError(reason, 0, len(text), worded("write {date}, if that is meant", date=meant))


def _with_time(found: re.Match[str]) -> str:
    day, hour, minute, second, half, zone = found.groups(default="")
    if half and 1 <= int(hour) <= 12:
        hour = str(int(hour) % 12 + (12 if half.lower() == "p" else 0))
    zone = f"{zone[:3]}:{zone[3:]}" if len(zone) == 5 and ":" not in zone else zone
    return f"{day}T{hour:0>2}:{minute}{f':{second}' if second not in ('', '00') else ''}{zone}"


def _day_of_number(days: str, part: str, epoch: str) -> Date:
    """The day of a spreadsheet's number of days, with its hour where it is not midnight."""
    first = parse_day(epoch) or day_number(1899, 12, 30)
    minute = min(round(float(f"0.{part or 0}") * 1440), 1439)
    return parse_date(iso(first + int(days)) + (f"T{minute // 60:02d}:{minute % 60:02d}" if minute else ""))


def best_reading(text: str) -> Date:
    """A date in EDTF, or in words that mean one thing: of several readings the one that lies within all others."""
    try:
        return parse_date(text)
    except DateError as error:
        dates = [parse_date(one) for one in error.readings] if len(text) <= _LONGEST else []
        if not dates or not all(_lies_within(dates[0], other) for other in dates):
            raise
        return dates[0]


def _lies_within(one: Date, other: Date) -> bool:
    begin, end = one.start.begin, one.end.end
    low, high = other.start.begin, other.end.end
    return (low is None or (begin is not None and begin >= low)) and (high is None or (end is not None and end <= high))
