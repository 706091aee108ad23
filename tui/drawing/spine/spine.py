"""The spine: a timeline as rows of spans, one event a row, drawn once for the screen and the page."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from tui.core.dates.calendar import day_number, year_month_day
from tui.core.dates.edtf import FARTHEST_DAY
from tui.core.dates.instants import told_apart
from tui.core.dates.words import end_label, start_label, year_label
from tui.core.index.selection import Selection
from tui.core.query.predicates import NO_READER_MARKS, ReaderMarks
from tui.core.timeline.when import MINUTES, Moment, minute
from tui.drawing.spans.pen import Pen
from tui.drawing.spans.spans import Line
from tui.drawing.spine.layout import END, EVENT, FREE, SHELF, SILENCE, TODAY, SpineLayout, SpineRow, lay_out
from tui.drawing.spine.row import Columns, RowDrawing, When

LEAST_DAY = 10
MOST_DAY, MOST_DAY_IN_FULL = 15, 24
"""The same where times say their seconds and their offset from UTC."""
NO_EVENTS = (SILENCE, TODAY, SHELF)
"""The kinds of row that stand between events."""
DATED_KEPT = 500
"""Rows of which it is kept what they say of when."""
FOUR_DIGITS = (day_number(1000, 1, 1), day_number(10_000, 1, 1))
"""The days of the years that are written with four digits, half-open."""


class Dated(NamedTuple):
    """A row, and what it says of when."""

    row: SpineRow
    day: str
    """Its day, as far as it says one."""
    time: str
    """The hour and minute, where they are known, and what else tells it from others of its day."""
    year: int


class Spine:
    """The rows of a selection, drawn one at a time to any width."""

    def __init__(
        self,
        selection: Selection,
        pen: Pen,
        *,
        silences: bool = True,
        columns: Columns | None = None,
        own: ReaderMarks = NO_READER_MARKS,
        most_lanes: int = 3,
    ) -> None:
        """`own` is what the reader has marked, which is theirs: a page that goes to others shows nothing of it."""
        self.own = own
        self.selection = selection
        self.pen = pen
        self._columns = columns
        self._dated_rows: dict[int, Dated] = {}
        """Rows that were asked for of late: a row asks for those above it."""
        self._times: dict[int, str] = {}
        """Times of day of the events of the day that was asked for last, by their places."""
        self.layout: SpineLayout = lay_out(selection, pen.today, silences=silences, most=most_lanes)

    def __len__(self) -> int:
        return len(self.layout)

    def __getitem__(self, row: int) -> SpineRow:
        return self.layout[row]

    def row_of(self, place: int) -> int:
        """The row of an event, by its place in the selection."""
        return self.layout.row_of(place)

    def row_at(self, day: int) -> int:
        """The last row that stands on or before a day."""
        return self.layout.row_at(day)

    def moments(self, row: int) -> tuple[Moment, Moment]:
        """The first moment of a row and the one after its last: the day on which it stands, or its time of day.

        What has no date stands nowhere in time: its moments are those of the last row above the shelf.
        """
        found = self.layout[row]
        if self.layout.shelf_row and row >= self.layout.shelf_row:
            return self.moments(self.layout.shelf_row - 1)
        begin = found.day * MINUTES
        time = minute(self.selection.event(found.place).date) if found.kind == EVENT else None
        return (begin, begin + MINUTES) if time is None else (begin + time, begin + time + 1)

    def event_at(self, row: int) -> int | None:
        """The place of the event that a row is about; None for a silence and for today."""
        found = self.layout[row]
        return found.place if found.kind in (EVENT, END) else None

    def nearest_event(self, row: int, step: int = 1) -> int | None:
        """The nearest row of an event or an end from a row on, looking that way first."""
        for direction in (step, -step):
            place = row
            while 0 <= place < len(self):
                if self.event_at(place) is not None:
                    return place
                place += direction
        return None

    def year(self, row: int) -> int:
        """The year in which a row stands."""
        return self._dated(row).year

    def _dated(self, row: int) -> Dated:
        dated = self._dated_rows.get(row)
        if dated is None:
            if len(self._dated_rows) >= DATED_KEPT:
                self._dated_rows.clear()
            found = self.layout[row]
            dated = self._dated_rows[row] = Dated(
                found, self._day(found), self._time(found), year_month_day(found.day)[0]
            )
        return dated

    @cached_property
    def columns(self) -> Columns:
        """Widths of what stands before the title; those of the whole timeline when they were given."""
        if self._columns is not None:
            return self._columns._replace(lanes=max(self._columns.lanes, self._lane_columns))
        day, most = LEAST_DAY, MOST_DAY_IN_FULL if self.selection.index.tells_more_than_minutes else MOST_DAY
        for row in self.layout:
            if self._is_wide(row):
                day = max(day, 1 + self.pen.measure(f"{self._day(row)} {self._time(row)}".rstrip()))
                if day >= most:
                    break
        return Columns(self._year_cells(), min(most, day), self._lane_columns)

    @property
    def _lane_columns(self) -> int:
        return max(1, self.layout.lanes + self.layout.is_crowded)

    def _year_cells(self) -> int:
        """Cells of the widest year; between the years 1000 and 9999 all take four."""
        rows = self.layout
        if not rows or (FOUR_DIGITS[0] <= rows[0].day and rows[(rows.shelf_row or 0) - 1].day < FOUR_DIGITS[1]):
            return 4
        years = {year_month_day(row.day)[0] for row in rows if row.day < FARTHEST_DAY} or {0}
        return max(4, *(self.pen.measure(year_label(year, self.pen.language)) for year in years))

    def _is_wide(self, row: SpineRow) -> bool:
        """True when the day of a row may be wider than the least: a certain one without its time never is."""
        if row.place == FREE:
            return False
        date = self.selection.event(row.place).date
        return date.is_vague or date.time is not None

    @property
    def gutter(self) -> int:
        """Cells before the title."""
        return self.columns.gutter

    @cached_property
    def _drawing(self) -> RowDrawing:
        return RowDrawing(self.selection, self.pen, self.columns)

    def draw(self, row: int, width: int, *, top: bool = False, cursor: bool = False) -> Line:
        """One row as spans, exactly `width` cells; `top` says its year and day again."""
        self._drawing.own = self.own
        return self._drawing.draw(self._dated(row).row, self._when(row, top=top), width, cursor=cursor)

    def draw_whole(self, row: int, width: int) -> Iterator[Line]:
        """A row of a page on which nothing is cut, and those that its title goes on in."""
        return self._drawing.draw_whole(self._dated(row).row, self._when(row, top=False), width)

    def _when(self, row: int, *, top: bool) -> When:
        """The date of a row, besides what those above it say."""
        found, day, time, year = self._dated(row)
        if found.kind in NO_EVENTS:
            return When(None, "")
        if self.layout.shelf_row is not None and row > self.layout.shelf_row:
            return When(None, day if top else "")
        if row and not top and found.kind == EVENT:
            day = self._since_the_row_above(row, day, time)
        elif time:
            day = f"{day} {time}"
        says_year = found.day < FARTHEST_DAY and (top or row == 0 or self._year_before(row) != year)
        return When(year if says_year else None, day)

    def _day(self, found: SpineRow) -> str:
        if found.kind in NO_EVENTS:
            return ""
        date = self.selection.event(found.place).date
        said = self.pen.language, self.pen.is_ascii, self.pen.measure
        label = end_label if found.kind == END else start_label
        day = label(date, *said)
        if date.interval and date.earliest is None:  # it has no other row to say its end on
            day += self.pen.glyphs.dash + end_label(date, *said)
        return day

    def _time(self, found: SpineRow) -> str:
        """The time of day of an event or of an end: hour and minute, and what else tells it from those beside it."""
        if found.kind in NO_EVENTS:
            return ""
        date = self.selection.event(found.place).date
        time = date.time if found.kind == EVENT else date.end_time
        if not time or not self.selection.index.tells_more_than_minutes:
            return time[:5] if time else ""
        if found.kind == END:
            return told_apart([date.time, time] if date.time else [time])[-1]
        return self._times_beside(found.place)[found.place]

    def _times_beside(self, place: int) -> dict[int, str]:
        """The times of day of the events of one day, told apart, by their places."""
        if place not in self._times:
            days = self.selection.days
            first, past = bisect_left(days, days[place]), bisect_right(days, days[place])
            times = {
                at: time
                for at, event in enumerate(self.selection.rows(first, past), first)
                if (time := event.date.time)
            }
            self._times = dict(zip(times, told_apart(list(times.values())), strict=True))
        return self._times

    def _since_the_row_above(self, row: int, day: str, time: str) -> str:
        """The date of a row below another: the same, another time of the same day, or another day."""
        before = self._dated(row - 1)
        if before.row.kind == EVENT and before.day == day and before.year == self.year(row):
            if before.time == time:
                return self.pen.glyphs.same
            if time:
                return time
        return f"{day} {time}" if time else day

    def _year_before(self, row: int) -> int:
        """The year last said above a row: of the nearest row that has one."""
        above = row - 1
        while above > 0 and self._dated(above).row.kind in NO_EVENTS:
            above -= 1
        return self.year(above)
