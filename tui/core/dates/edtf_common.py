"""The dates that nearly every file is made of, read without detours: days, months, years, and two of them as bounds.

Whatever is read here, the grammar of `edtf` reads alike, only slower; what is not read here is for the grammar.
"""

from __future__ import annotations

import re
from functools import lru_cache

from tui.core.dates.calendar import day_number, is_leap, month_length
from tui.core.dates.edtf_member import COMMON, DaySpan
from tui.core.text.pattern import pattern

_DATE = COMMON.pattern
_INTERVAL = pattern(rf"(?:{_DATE}|\.\.)/(?:{_DATE}|\.\.)")
_BETWEEN = pattern(rf"\[(?:{_DATE})?\.\.(?:{_DATE})?\]")
_OPEN = DaySpan(None, None)
_DOUBT = {
    one + other: ("~" in one + other or "%" in one + other, "?" in one + other or "%" in one + other)
    for one in ("", "~", "?", "%")
    for other in ("", "~", "?", "%")
}
"""The meaning of one or two marks: (approximate, uncertain)."""
_DAYS = {f"{day:02}": day for day in range(1, 32)}
_RANKS = {"day": 0, "month": 1, "year": 2}

CommonDate = tuple[DaySpan, DaySpan, str, bool, bool, bool]
"""Start, end, precision, and whether it is an interval, approximate, uncertain."""

_new = tuple.__new__
"""Makes a named tuple in half the time that calling its class takes."""


def parse_common_date(text: str) -> CommonDate | None:
    """The spans, precision and doubt of a common date; None for any other text, and for one with a fault."""
    number = _DAYS.get(text[8:])
    if number is not None:  # a day without a mark, as most are
        begin, length = _month(text[:8])
        if number <= length:
            begin += number
            span = _new(DaySpan, (begin, begin + 1))
            return (span, span, "day", False, False, False)
    found = COMMON.fullmatch(text)
    if found is not None:
        year, month, day, mark = found.groups()
        span, begin, length, precision = days_of(year, month)
        if day is not None:
            number = int(day)
            if not 0 < number <= length:
                return None
            begin += number - 1
            span, precision = _new(DaySpan, (begin, begin + 1)), "day"
        return (span, span, precision, False, *_DOUBT[mark])
    if text[:1] == "[":
        return _bounded(_BETWEEN.fullmatch(text), is_interval=False)
    return _bounded(_INTERVAL.fullmatch(text), is_interval=True) if "/" in text else None


@lru_cache(maxsize=2048)
def _month(text: str) -> tuple[int, int]:
    """The day before the first of a month that is written `2025-08-`, and how many days it has: none if it is not."""
    found = COMMON.fullmatch(text[:-1])
    if found is None or found[2] is None or found[3] or found[4] or text[-1:] != "-":
        return 0, 0
    _, begin, length, _ = days_of(found[1], found[2])
    return begin - 1, length


def _bounded(found: re.Match[str] | None, is_interval: bool) -> CommonDate | None:
    """`A/B` or `[A..B]`, one side of which may be open."""
    if found is None:
        return None
    year, month, day, mark, other_year, other_month, other_day, other_mark = found.groups()
    first, last = _side(year, month, day), _side(other_year, other_month, other_day)
    if first is None or last is None or year is other_year is None:
        return None
    (start, precision), (end, other) = first, last
    if start.begin is not None and end.end is not None and end.end <= start.begin:
        return None
    if _RANKS.get(other, -1) > _RANKS.get(precision, -1):
        precision = other
    if not is_interval:
        start = end = _new(DaySpan, (start.begin, end.end))
    return (start, end, precision, is_interval, *_DOUBT[(mark or "") + (other_mark or "")])


def _side(year: str | None, month: str | None, day: str | None) -> tuple[DaySpan, str] | None:
    """One side and its precision; without a date it is open. None for a day that does not exist."""
    if year is None:
        return _OPEN, ""
    span, begin, length, precision = days_of(year, month)
    if day is None:
        return span, precision
    number = int(day)
    if not 0 < number <= length:
        return None
    begin += number - 1
    return _new(DaySpan, (begin, begin + 1)), "day"


@lru_cache(maxsize=2048)
def days_of(year: str, month: str | None) -> tuple[DaySpan, int, int, str]:
    """A year or a month: its span, its first day, how many it has, which of the two it is.

    Years and months repeat in a file, days less so.
    """
    number = int(year)
    if month is None:
        begin, length = day_number(number, 1, 1), 366 if is_leap(number) else 365
    else:
        begin, length = day_number(number, int(month), 1), month_length(number, int(month))
    return DaySpan(begin, begin + length), begin, length, "month" if month else "year"
