"""The ruler over a scale: years, months, days and hours where there is room, and they never touch."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from tui.core.dates.calendar import day_number, year_month_day
from tui.core.dates.labels import in_cells
from tui.core.dates.words import clock, day_in_words, month_name, year_label
from tui.core.timeline.when import MINUTE, SECONDS, Moment
from tui.drawing.spans.pen import Pen
from tui.drawing.spans.spans import Line, Span
from tui.drawing.time.scale import Scale

SHORT_YEAR = 12
"""Cells of a year from which it is written `'25`."""
MONTHS = 24
"""Cells of a year from which its months are marked."""
NAMED_MONTHS = 96
"""Cells of a year from which they are marked by more than a letter."""
DAYS = 365
"""Cells of a year from which days are marked."""
DATED_DAYS = 8 * 365
"""Cells of a year from which a day is marked with its month."""
HOURS = 24
"""Cells of a day from which its hours are marked."""
SECONDS_TOLD = 20
"""Cells of a minute from which seconds are marked."""
CLOCK_STEPS = (
    *(1, 5, 10, 15, 30),
    *(minutes * MINUTE for minutes in (1, 5, 10, 15, 30, 60, 120, 180, 360, 720)),
)
"""Seconds from mark to mark within a day."""

FREE = ""
"""A cell of the ruler that nothing stands on."""


class Tick(NamedTuple):
    """A mark on the ruler."""

    column: int
    label: str
    is_year: bool
    """True when it says the year, and so stands out."""

    @property
    def is_short_year(self) -> bool:
        """True when it is written `'25`, so that it may touch its neighbours."""
        return self.label.startswith("'")


Mark = tuple[str, Moment, bool]
"""The text of a tick, its place, and True when it says the year."""


def ticks(scale: Scale, pen: Pen, gap: int = 1) -> list[Tick]:
    """The marks of the ruler: years, and months, days or hours between them where there is room.

    They stand at least `gap` columns apart, but for years written short. Where months or days are marked,
    the left edge says in full where it is, unless the next year begins too near.
    """
    placed: list[Tick] = []
    for unit in _units(scale, pen, gap):
        for name, moment, is_year in unit:
            label = name if pen.measure("0") > 1 else in_cells(name, pen.measure)
            tick = Tick(scale.column(moment), label, is_year)
            if _fits(tick, scale, pen) and all(_apart(tick, other, pen, gap) for other in placed):
                placed.append(tick)
    return sorted(placed)


def cells(scale: Scale, marks: list[Tick]) -> tuple[list[str], list[str]]:
    """The ruler as a text for each column, FREE where nothing stands, and the role of each."""
    texts, roles = [FREE] * scale.columns, ["dim"] * scale.columns
    for tick in marks:
        for offset, letter in enumerate(tick.label):
            texts[tick.column + offset] = letter
            roles[tick.column + offset] = "strong" if tick.is_year else "dim"
    return texts, roles


def runs(texts: list[str], roles: list[str]) -> Line:
    """Cells of one character each as spans, neighbours of one role joined."""
    if not texts:
        return ()
    spans: list[Span] = []
    start = 0
    edges = [at + 1 for at, (one, other) in enumerate(pairwise(roles)) if one != other]
    for edge in (*edges, len(texts)):
        spans.append(Span("".join(texts[start:edge]), roles[start]))
        start = edge
    return tuple(spans)


def _units(scale: Scale, pen: Pen, gap: int) -> Iterator[Iterator[Mark]]:
    """Marks from the coarsest unit to the finest that leaves room between two of its marks."""
    letter, language = pen.measure("0"), pen.language
    first_day, last_day = scale.begin // SECONDS, (scale.end - 1) // SECONDS
    first, last = year_month_day(first_day)[0], year_month_day(last_day)[0]
    per_day = scale.columns * SECONDS / scale.length / letter
    per_year = per_day * 365.2425
    if per_day >= HOURS:
        yield from _within_days(scale, per_day, pen, gap)
        return
    short = per_year >= SHORT_YEAR
    room = letter if short else gap + max(pen.measure(year_label(year, language)) for year in (first, last))
    step = next(n for n in _year_steps() if n * per_year * letter >= room)
    yield _years(scale, first, last, step, language, short=short)
    if short:
        yield iter([(_edge_mark(first_day, language, with_day=per_year >= DAYS), scale.begin, True)])
    if MONTHS <= per_year < DATED_DAYS:
        yield _months(scale, first, last, language, named=per_year >= NAMED_MONTHS)
    if per_year >= DAYS:
        yield _days(scale, per_day, language)


def _year_steps() -> Iterator[int]:
    power = 1
    while True:
        yield from (power, 2 * power, 5 * power)
        power *= 10


def _years(scale: Scale, first: int, last: int, step: int, language: str, *, short: bool) -> Iterator[Mark]:
    for count in range(first - first % step, last + 1, step):
        year = count + 1 if -9999 <= count <= 0 else count  # there is no year 0 to count from: 600 BC is -599
        begins = day_number(year, 1, 1) * SECONDS
        if scale.holds(begins):
            yield _year_mark(year, language, short=short), begins, True


def _year_mark(year: int, language: str, *, short: bool) -> str:
    return f"'{year % 100:02}" if short and 1000 <= year <= 9999 else year_label(year, language)


def _edge_mark(day: int, language: str, *, with_day: bool) -> str:
    """The left edge in full, `May '20` or `5 Jun '20`: a year alone is said at its first day only."""
    year, month, of_month = year_month_day(day)
    said = _year_mark(year, language, short=True)
    if (month, of_month) == (1, 1):
        return said
    month_and_year = f"{month_name(month, language, short=True)} {said}"
    return f"{of_month} {month_and_year}" if with_day else month_and_year


def _months(scale: Scale, first: int, last: int, language: str, *, named: bool) -> Iterator[Mark]:
    for year in range(first, last + 1):
        for month in range(1, 13):
            begins = day_number(year, month, 1) * SECONDS
            if scale.holds(begins):
                name = month_name(month, language, short=named)
                yield name if named else name[0].upper(), begins, False


def _days(scale: Scale, per_day: float, language: str) -> Iterator[Mark]:
    step = next((n for n in (1, 2, 5, 10) if n * per_day >= 4), 15)
    for day in range(-(-scale.begin // SECONDS), -(-scale.end // SECONDS)):
        _, month, of_month = year_month_day(day)
        if of_month % step == 0:
            dated = f" {month_name(month, language, short=True)}" if per_day * 365 >= DATED_DAYS else ""
            yield f"{of_month}{dated}", day * SECONDS, False


def _within_days(scale: Scale, per_day: float, pen: Pen, gap: int) -> Iterator[Iterator[Mark]]:
    """The day in full at the left edge; then the days, and the hours, minutes or seconds between them."""
    first, language = scale.begin // SECONDS, pen.language
    yield iter([(day_in_words(first, language, short=True), scale.begin, True)])
    yield _days(scale, per_day, language)
    letter = pen.measure("0")
    room = {n: pen.measure(_clock(SECONDS - min(n, 60 * MINUTE), n, language)) + gap for n in CLOCK_STEPS}
    step = next((n for n in CLOCK_STEPS if n * per_day * letter >= room[n] * SECONDS), None)
    if step is not None:
        begin = scale.begin + -scale.begin % step
        marks = range(begin, scale.end, step)
        yield ((_clock(at % SECONDS, step, language), at, False) for at in marks if at % SECONDS)


def _clock(second: int, step: int, language: str) -> str:
    """A time of day as the marks of that step say it: `14:00`, `14 h 30`, with seconds `14:02:05`."""
    if step >= MINUTE:
        return clock(second // MINUTE, language)
    hours_and_minutes, seconds = divmod(second, MINUTE)
    hours, minutes = divmod(hours_and_minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}"


def _apart(tick: Tick, other: Tick, pen: Pen, gap: int) -> bool:
    first, second = sorted((tick, other))
    may_touch = (first.is_short_year or second.is_short_year) and " " not in first.label
    between = 0 if may_touch else gap
    return first.column + pen.measure(first.label) + between <= second.column


def _fits(tick: Tick, scale: Scale, pen: Pen) -> bool:
    return tick.column >= 0 and tick.column + pen.measure(tick.label) <= scale.columns
