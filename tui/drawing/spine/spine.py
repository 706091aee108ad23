"""The spine: a timeline as rows of spans, one event a row, drawn once for the screen and the page.

A row is laid out in cells: a column for the cursor, the year, the day (right-aligned, its doubt before
it, and before both the reader's own mark), the lanes of what is going on, the event's mark, its title with the
mark of a note after it, and at the right edge its countries, how many sources it has and one flag.
"""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from tui.core.dates.calendar import day_number, year_month_day
from tui.core.dates.edtf import FARTHEST_DAY
from tui.core.dates.words import day_in_words, end_label, start_label, year_label
from tui.core.evidence.as_of_words import as_published_by
from tui.core.index.index import NO_READER_MARKS
from tui.core.index.selection import Selection
from tui.core.query.predicates import ReaderMarks
from tui.core.text.cells import Measure, cut, fit, pad
from tui.core.text.clean import clean_line
from tui.core.timeline.model import Event
from tui.core.timeline.when import MINUTES, Moment, minute
from tui.drawing.spans.glyphs import UNICODE, Glyphs
from tui.drawing.spans.spans import STATUS_ROLES, Line, Span
from tui.drawing.spine.layout import END, EVENT, FREE, SILENCE, TODAY, SpineLayout, SpineRow, lay_out

LANE_ROLES = ("lane1", "lane2", "lane3")

NARROW = 50
"""Below this many cells a row gives up its countries and sources for its title."""
LEAST_DAY = 10
MOST_DAY = 15
DATED_KEPT = 500
"""Rows of which it is kept what they say of when."""
LEAST_NOTED = 8
"""Cells of a title that gives two of them up for the mark of a note."""
LEAST_REST = 8
"""Cells after the gutter that hold what always follows it: a gap, a letter, the edge; `ends`."""
DOUBT_MARKS = "~?%≤≥<=>"
MILLION_YEARS = 365_242_500
"""Days in them."""
FOUR_DIGITS = (day_number(1000, 1, 1), day_number(10_000, 1, 1))
"""The days of the years that are written with four digits, half-open."""


class Columns(NamedTuple):
    """Cells of the columns before a title. Those of a whole timeline, kept under a filter, stand still."""

    year: int
    day: int
    lanes: int
    """A cell a lane, and one more for the mark of what found no lane, where there is any."""


class Dated(NamedTuple):
    """A row, and what it says of when."""

    row: SpineRow
    day: str
    """Its day, as far as it says one."""
    time: str
    """The hour and minute, where they are known."""
    year: int


class Spine:
    """The rows of a selection, drawn one at a time to any width."""

    def __init__(
        self,
        selection: Selection,
        *,
        today: int,
        language: str,
        glyphs: Glyphs = UNICODE,
        measure: Measure = len,
        silences: bool = True,
        columns: Columns | None = None,
        own: ReaderMarks = NO_READER_MARKS,
        most_lanes: int = 3,
    ) -> None:
        """`own` is what the reader has marked, which is theirs: a page that goes to others shows nothing of it."""
        self.own = own
        self.selection = selection
        self.today = today
        self.language = language
        self.glyphs = glyphs
        self.measure = measure
        self._columns = columns
        self._dated_rows: dict[int, Dated] = {}
        """Rows that were asked for of late: a row asks for those above it."""
        self.layout: SpineLayout = lay_out(selection, today, silences=silences, most=most_lanes)

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
        """The first moment of a row and the one after its last: the day on which it stands, or its time of day."""
        found = self.layout[row]
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
        day = LEAST_DAY
        for row in self.layout:
            if self._is_wide(row):
                day = max(day, 1 + self.measure(f"{self._day(row)} {self._time(row)}".rstrip()))
                if day >= MOST_DAY:
                    break
        return Columns(self._year_cells(), min(MOST_DAY, day), self._lane_columns)

    @property
    def _lane_columns(self) -> int:
        return max(1, self.layout.lanes + self.layout.is_crowded)

    def _year_cells(self) -> int:
        """Cells of the widest year; between the years 1000 and 9999 all take four."""
        rows = self.layout
        if not rows or (FOUR_DIGITS[0] <= rows[0].day and rows[-1].day < FOUR_DIGITS[1]):
            return 4
        years = {year_month_day(row.day)[0] for row in rows if row.day < FARTHEST_DAY} or {0}
        return max(4, *(self.measure(year_label(year, self.language)) for year in years))

    def _is_wide(self, row: SpineRow) -> bool:
        """Whether the day of a row may be wider than the least: a certain one without its time never is."""
        if row.place == FREE:
            return False
        date = self.selection.event(row.place).date
        return date.is_vague or date.time is not None

    @property
    def gutter(self) -> int:
        """Cells before the title: cursor, year, day, lanes, mark."""
        return 1 + self.columns.year + self.columns.day + 1 + self.columns.lanes + 1

    def draw(self, row: int, width: int, *, top: bool = False, cursor: bool = False) -> Line:
        """One row as spans, exactly `width` cells; `top` says its year and day again."""
        found, day, time, _ = self._dated(row)
        if found.kind == TODAY:
            return self._draw_today(width)
        if found.kind == SILENCE:
            return self._draw_silence(found, width)
        draw = self._draw_end if found.kind == END else self._draw_event
        if row and not top and found.kind == EVENT:
            day = self._since_the_row_above(row, day, time)
        elif time:
            day = f"{day} {time}"
        line = draw(row, found, day, width, top=top, cursor=cursor)
        return line if width >= self.gutter + LEAST_REST else self._clipped(line, width)

    def _draw_event(self, row: int, found: SpineRow, day: str, width: int, *, top: bool, cursor: bool) -> Line:
        event = self.selection.event(found.place)
        edge = self._edge(event, found.place, width)
        room = max(1, width - self.gutter - sum(self.measure(span.text) for span in edge))
        unsure = self.selection.is_possibly_out(found.place)
        role = "dim" if unsure or event.status == "cancelled" else "text"
        return (
            *self._margin(row, found, day, top=top, cursor=cursor),
            *self._lane_cells(found),
            Span(self.glyphs.of_status(event.status), "dim" if unsure else STATUS_ROLES.get(event.status, "text")),
            *self._titled(event, room, role, unsure=unsure),
            *edge,
        )

    def _draw_end(self, row: int, found: SpineRow, day: str, width: int, *, top: bool, cursor: bool) -> Line:
        event = self.selection.event(found.place)
        room = max(1, width - self.gutter)
        ends = " ends"
        says = fit(f" {self._title(event)}", max(1, room - len(ends)), self.measure, self.glyphs.cut) + ends
        return (
            *self._margin(row, found, day, top=top, cursor=cursor),
            *self._lane_cells(found),
            Span(self.glyphs.closes_to, LANE_ROLES[found.lane % len(LANE_ROLES)]),
            Span(self._padded(says, room), "dim"),
        )

    def _draw_silence(self, found: SpineRow, width: int) -> Line:
        says = f"{self.glyphs.silence}  {span_in_words(found.length)}: nothing dated"
        lead = max(0, min(self.gutter - 1, width - self.measure(says)))
        text = " " * lead + says
        return (Span(self._padded(fit(text, width, self.measure, self.glyphs.cut), width), "dim"),)

    def _draw_today(self, width: int) -> Line:
        as_of = self.selection.index.timeline.as_of
        said = (
            f"today, {day_in_words(self.today, self.language, short=True)}"
            if as_of is None
            else as_published_by(as_of.day, self.language, short=True)
        )
        word = f" {said} "
        lead = max(0, min(self.gutter - 5, (width - self.measure(word)) // 2))
        rule = self.glyphs.rule * lead + word
        rest = max(0, width - 2 - self.measure(rule))
        text = " " + rule + self.glyphs.rule * rest
        return (Span(self._padded(fit(text, width, self.measure, self.glyphs.cut), width), "now"),)

    def _margin(self, row: int, found: SpineRow, day: str, *, top: bool, cursor: bool) -> Line:
        """Cursor, year and day, up to the lanes."""
        year = self.year(row)
        says_year = top or row == 0 or self._year_before(row) != year
        label = year_label(year, self.language) if says_year and found.day < FARTHEST_DAY else ""
        day = fit(day, self.columns.day - 1, self.measure, self.glyphs.cut)
        mark = self._mark(found)
        blank = " " * (self.columns.day - self.measure(day) - len(mark.text))
        spans = [
            Span(self.glyphs.cursor, "cursor") if cursor else Span(" ", "text"),
            Span(pad(label, self.columns.year, self.measure, ellipsis=self.glyphs.cut), "strong"),
            *([mark] if mark.text else ()),
        ]
        plain = day.lstrip(DOUBT_MARKS)
        if found.kind == EVENT and plain != day:
            spans += [Span(blank + day[: len(day) - len(plain)], "doubt"), Span(plain + " ", "dim")]
        else:
            spans.append(Span(blank + day + " ", "dim"))
        return tuple(spans)

    def _mark(self, found: SpineRow) -> Span:
        """What the reader set in the margin of an event, in the cell before the day, which is blank otherwise."""
        if found.kind != EVENT or not (self.own.starred or self.own.read):
            return Span("")
        event = self.selection.event(found.place)
        if event.id in self.own.starred:
            return Span(self.glyphs.starred, "strong")
        return Span(self.glyphs.check, "dim") if event.id in self.own.read else Span("")

    def _lane_cells(self, found: SpineRow) -> Line:
        """A cell a lane: passing by, opening with a branch to the mark, or closing with one."""
        cells = []
        branching = False
        for lane in range(self.columns.lanes):
            held = found.lanes[lane] if lane < len(found.lanes) else FREE
            role = LANE_ROLES[lane % len(LANE_ROLES)]
            if lane == found.lane:
                branching = True
                cells.append(Span(self.glyphs.opens if found.kind == EVENT else self.glyphs.closes, role))
            elif held != FREE:
                passing = self._passing(held, found.day)
                cells.append(Span(self.glyphs.joins if branching else passing, role))
            elif branching:
                cells.append(Span(self.glyphs.branch, LANE_ROLES[found.lane % len(LANE_ROLES)]))
            elif found.crowded and lane == self.columns.lanes - 1:
                cells.append(Span(self.glyphs.more_lanes, "dim"))
            else:
                cells.append(Span(" ", "text"))
        return tuple(cells)

    def _passing(self, place: int, day: int) -> str:
        """A lane beside a row: dotted where it may not have begun, or may have ended already."""
        date = self.selection.event(place).date
        if not date.interval:
            return self.glyphs.lane
        begun = date.start.end is not None and day >= date.start.end - 1
        may_have_ended = date.end.end is not None if date.end.begin is None else day > date.end.begin
        sure = begun and not may_have_ended and not date.doubt
        return self.glyphs.lane if sure else self.glyphs.lane_vague

    def _edge(self, event: Event, place: int, width: int) -> Line:
        """Countries, number of sources, and one flag: disputed, else overdue."""
        disputed = self.selection.is_disputed(place)
        overdue = not disputed and self.selection.is_overdue(place)
        flag = "!" if disputed else "?" if overdue else " "
        unsure = self.selection.is_possibly_out(place)
        alarm = "dim" if unsure else "alarm"
        if width < NARROW:
            return (Span(" " + flag, alarm),)
        count = self.selection.rests_on(place)
        lone = count <= 1 and flag == " "
        return (
            Span(" " + country_cell(event.countries), "dim"),
            Span(f"{min(count, 999):>3}", alarm if lone else "dim"),
            Span(" " + flag, alarm),
        )

    def _title(self, event: Event) -> str:
        return clean_line(self.selection.index.timeline.say(event.titles, self.language))

    def _titled(self, event: Event, room: int, role: str, *, unsure: bool) -> Line:
        """The title after a blank, as wide as its room; the mark of a note follows it, as that of a footnote does.

        That of an event that may already have been known is in parentheses.
        """
        mark = f" {self.glyphs.noted}" if event.id in self.own.noted and room >= LEAST_NOTED else ""
        cells = max(1, room - 1 - len(mark) - 2 * unsure)
        title = fit(self._title(event), cells, self.measure, self.glyphs.cut)
        title = f" ({title})" if unsure else f" {title}"
        if not mark:
            return (Span(self._padded(title, room), role),)
        return (Span(title, role), Span(mark, "strong"), Span(" " * (room - self.measure(title) - len(mark))))

    def _clipped(self, line: Line, width: int) -> Line:
        """As much of a row as a very narrow screen has room for, filled to its width."""
        kept: list[Span] = []
        for span in line:
            text = cut(span.text, width, self.measure)
            width -= self.measure(text)
            kept.append(span._replace(text=text))
            if text != span.text:
                break
        return (*kept, Span(" " * width))

    def _padded(self, text: str, width: int) -> str:
        return text + " " * max(0, width - self.measure(text))

    def _day(self, found: SpineRow) -> str:
        if found.kind in (SILENCE, TODAY):
            return ""
        date = self.selection.event(found.place).date
        ascii_only = self.glyphs.same == '"'
        label = end_label if found.kind == END else start_label
        day = label(date, self.language, ascii_only, self.measure)
        if date.interval and date.earliest is None:  # it has no other row to say its end on
            day += self.glyphs.dash + end_label(date, self.language, ascii_only, self.measure)
        return day

    def _time(self, found: SpineRow) -> str:
        """The hour and minute of an event, as written."""
        time = self.selection.event(found.place).date.time if found.kind == EVENT else None
        return time[:5] if time else ""

    def _since_the_row_above(self, row: int, day: str, time: str) -> str:
        """What a row says of when: the same, another time of the same day, or another day."""
        before = self._dated(row - 1)
        if before.row.kind == EVENT and before.day == day and before.year == self.year(row):
            if before.time == time:
                return self.glyphs.same
            if time:
                return time
        return f"{day} {time}" if time else day

    def _year_before(self, row: int) -> int:
        """The year last said above a row: of the nearest row that has one."""
        above = row - 1
        while above > 0 and self._dated(above).row.kind in (SILENCE, TODAY):
            above -= 1
        return self.year(above)


def country_cell(codes: tuple[str, ...]) -> str:
    """Up to two country codes in five cells; of three or more the first and how many others."""
    if len(codes) > 2:
        return f"{codes[0]} +{len(codes) - 1}"[:5]
    return f"{' '.join(codes):<5}"


def span_in_words(days: int) -> str:
    """A number of days in the largest unit that says it well: weeks up to five months, months up to a year."""
    if days >= MILLION_YEARS:
        return f"{days // MILLION_YEARS:,} million years"
    for unit, length, least in (("year", 365.2425, 350), ("month", 30.436875, 150), ("week", 7, 14)):
        if days >= least:
            count = round(days / length)
            return f"{count:,} {unit}{'' if count == 1 else 's'}"
    return f"{days} days" if days != 1 else "1 day"
