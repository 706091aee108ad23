"""The widths of what stands before the titles of the spine, the same on all its rows."""

from __future__ import annotations

from collections.abc import Sequence

from tui.core.dates.calendar import day_number, year_month_day
from tui.core.dates.edtf import FARTHEST_DAY
from tui.core.dates.words import year_label
from tui.core.index.protocol import BACKWARD, Answers
from tui.drawing.spans.pen import Pen
from tui.drawing.spine.layout import EVENT, SpineLayout, SpineRow, lasts
from tui.drawing.spine.row import Columns
from tui.drawing.spine.row_dates import HOURS_AND_MINUTES, MOST_DAY_TO_DAY, RowDates, times_of

LEAST_DAY = 10
MOST_DAY, MOST_DAY_IN_FULL, MOST_HOURS = 15, 24, 32
"""The same where times say their seconds and their offset from UTC, and where a row says both ends of an interval."""
WIDE_ENOUGH = 3
"""Lanes for which a row has room that has room for the days of both ends of an interval, too."""
FOUR_DIGITS = (day_number(1000, 1, 1), day_number(10_000, 1, 1))
"""The days of the years that are written with four digits, half-open."""
LOOKS, LOOKED_AT = 8, 50
"""The places of a long timeline that are looked at, and the events there."""


def columns_of(answers: Answers, layout: SpineLayout, dates: RowDates, pen: Pen, most_lanes: int) -> Columns:
    """The widths for a whole timeline: from all its rows where it is laid out whole, else from some of all its parts.

    `most_lanes` are the lanes that there is room for.
    """
    rows: Sequence[SpineRow] = layout.rows
    lanes = max(1, layout.lanes + layout.is_crowded)
    if not layout.is_whole:
        rows = [*_some(answers), *layout.rows]
        lanes = most_lanes + 1 if any(row.about and lasts(row.about) for row in rows) else 1
    dates.room = MOST_DAY_TO_DAY if most_lanes >= WIDE_ENOUGH else 0
    most = max(map(_most_cells, rows), default=MOST_DAY)
    day, most = LEAST_DAY, max(most, (dates.room + 1) * layout.is_crowded)
    for row in filter(_is_wide, rows):
        day = max(day, 1 + pen.measure(f"{dates.day(row)} {dates.time(row)}".rstrip()))
        if day >= most:
            break
    dates.room = min(dates.room, day - 1)
    return Columns(_year_cells(rows, pen), min(most, day), lanes)


def _some(answers: Answers) -> list[SpineRow]:
    """The first and the last events, and some between them."""
    places = [one.key for step in range(1, LOOKS) if (one := answers.at(step / LOOKS))]
    found = [answers.window(None, LOOKED_AT), *(answers.window(key, LOOKED_AT) for key in places)]
    found.append(answers.dated().window(None, LOOKED_AT, BACKWARD))
    return [SpineRow(EVENT, one, one.key.day, ()) for some in found for one in some]


def _most_cells(row: SpineRow) -> int:
    """The most cells of a day where there is a row like this."""
    times = times_of(row.about) if row.about else []
    if sum(len(time) for _, time in times) <= HOURS_AND_MINUTES:
        return MOST_DAY
    return MOST_DAY_IN_FULL if len(times) == 1 else MOST_HOURS


def _is_wide(row: SpineRow) -> bool:
    """True when the day of a row may be wider than the least: a certain one without its time never is."""
    return row.about is not None and (row.crowded or row.about.event.date.is_vague or bool(times_of(row.about)))


def _year_cells(rows: Sequence[SpineRow], pen: Pen) -> int:
    """Cells of the widest year; between the years 1000 and 9999 all take four."""
    days = {row.day for row in rows if row.day < FARTHEST_DAY}
    if not days or (FOUR_DIGITS[0] <= min(days) and max(days) < FOUR_DIGITS[1]):
        return 4
    years = {year_month_day(day)[0] for day in days}
    return max(4, *(pen.measure(year_label(year, pen.language)) for year in years))
