"""Time to columns and back, and the ruler over them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tui.core.calendar import civil, day_number
from tui.core.ink import Measure
from tui.core.words import month_name, year_label

SHORT_YEAR = 12
"""Cells of a year from which it is written `'25`."""
MONTHS = 24
"""Cells of a year from which its months are marked."""
DAYS = 365
"""Cells of a year from which days are marked."""
DATED_DAYS = 8 * 365
"""Cells of a year from which a day is marked with its month."""


class Scale(NamedTuple):
    """A stretch of time laid over a number of columns, evenly."""

    begin: int
    """The first day number."""
    end: int
    """The day number after the last."""
    columns: int

    @property
    def days(self) -> int:
        """Days in view, at least one."""
        return max(1, self.end - self.begin)

    def column(self, day: int) -> int:
        """The column in which a day begins, from 0; outside the columns for a day out of view."""
        return (day - self.begin) * self.columns // (self.end - self.begin or 1)

    def day(self, column: int) -> int:
        """The first day that begins in a column; where none does, the day that goes on through it."""
        first = -(-column * self.days // self.columns)
        begins_in_it = first * self.columns < (column + 1) * self.days
        return self.begin + (first if begins_in_it else first - 1)

    def holds(self, day: int) -> bool:
        """Whether a day is in view."""
        return self.begin <= day < self.end


class Tick(NamedTuple):
    """A mark on the ruler."""

    column: int
    label: str
    is_year: bool

    @property
    def is_short_year(self) -> bool:
        """Whether it is written `'25`, so that it may touch its neighbours."""
        return self.label.startswith("'")


def ticks(scale: Scale, language: str, measure: Measure = len) -> list[Tick]:
    """The marks of the ruler: years, and months or days between them where there is room.

    They never touch, but for years written short. Where those are, the year at the left edge is marked too.
    """
    placed: list[Tick] = []
    for unit in _units(scale, language, measure):
        for label, day, is_year in unit:
            tick = Tick(scale.column(day), label, is_year)
            if all(_apart(tick, other, measure) for other in placed) and _fits(tick, scale, measure):
                placed.append(tick)
    return sorted(placed)


def _units(scale: Scale, language: str, measure: Measure) -> Iterator[Iterator[tuple[str, int, bool]]]:
    """Marks from the coarsest unit to the finest that leaves room between two of its marks."""
    first, last = civil(scale.begin)[0], civil(scale.end - 1)[0]
    per_year = scale.columns / (scale.days / 365.2425)
    short = per_year >= SHORT_YEAR
    room = 1 if short else 1 + max(measure(year_label(year, language)) for year in (first, last))
    step = next(n for n in _year_steps() if n * per_year >= room)
    yield _years(scale, first, last, step, language, short=short)
    if short:
        yield iter([(_year_mark(first, language, short=True), scale.begin, True)])
    if MONTHS <= per_year < DATED_DAYS:
        yield _months(scale, first, last, language)
    if per_year >= DAYS:
        yield _days(scale, per_year / 365.2425, language)


def _year_steps() -> Iterator[int]:
    power = 1
    while True:
        yield from (power, 2 * power, 5 * power)
        power *= 10


def _years(
    scale: Scale, first: int, last: int, step: int, language: str, *, short: bool
) -> Iterator[tuple[str, int, bool]]:
    for count in range(first - first % step, last + 1, step):
        year = count + 1 if -9999 <= count <= 0 else count  # there is no year 0 to count from: 600 BC is -599
        day = day_number(year, 1, 1)
        if scale.holds(day):
            yield _year_mark(year, language, short=short), day, True


def _year_mark(year: int, language: str, *, short: bool) -> str:
    return f"'{year % 100:02}" if short and 1000 <= year <= 9999 else year_label(year, language)


def _months(scale: Scale, first: int, last: int, language: str) -> Iterator[tuple[str, int, bool]]:
    for year in range(first, last + 1):
        for month in range(1, 13):
            day = day_number(year, month, 1)
            if scale.holds(day):
                yield month_name(month, language)[0].upper(), day, False


def _days(scale: Scale, per_day: float, language: str) -> Iterator[tuple[str, int, bool]]:
    step = next((n for n in (1, 2, 5, 10) if n * per_day >= 4), 15)
    for day in range(scale.begin, scale.end):
        _, month, of_month = civil(day)
        if of_month % step == 0:
            dated = f" {month_name(month, language, short=True)}" if per_day * 365 >= DATED_DAYS else ""
            yield f"{of_month}{dated}", day, False


def _apart(tick: Tick, other: Tick, measure: Measure) -> bool:
    first, second = sorted((tick, other))
    gap = 0 if first.is_short_year or second.is_short_year else 1
    return first.column + measure(first.label) + gap <= second.column


def _fits(tick: Tick, scale: Scale, measure: Measure) -> bool:
    return tick.column >= 0 and tick.column + measure(tick.label) <= scale.columns
