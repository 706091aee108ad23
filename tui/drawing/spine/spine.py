"""The spine: a timeline as rows of spans, one event a row, drawn once for the screen and the page."""

from __future__ import annotations

from collections.abc import Iterator

from tui.core.dates.calendar import year_month_day
from tui.core.dates.edtf import FARTHEST_DAY
from tui.core.index.protocol import BACKWARD, Answers, Key
from tui.core.query.predicates import NO_READER_MARKS, ReaderMarks
from tui.core.timeline.model import NEWEST
from tui.core.timeline.when import SECONDS, Moment, second
from tui.drawing.spans.pen import Pen
from tui.drawing.spans.spans import Line
from tui.drawing.spine.columns import columns_of
from tui.drawing.spine.gaps import silent
from tui.drawing.spine.layout import (
    BESIDE,
    END,
    EVENT,
    NO_EVENTS,
    SECOND,
    SpineLayout,
    SpineRow,
    lay_out,
    newest_first,
    whole_layout,
)
from tui.drawing.spine.row import Columns, RowDrawing, When
from tui.drawing.spine.row_dates import Dated, RowDates, is_same_day

LAYOUTS_KEPT = 4
"""Layouts of one spine that are kept."""
SAID_AGAIN = 25
"""Rows of one day after which its date is said again."""


class Spine:
    """The rows around a place, or of all events where they are few, drawn one at a time to any width."""

    def __init__(
        self,
        answers: Answers,
        pen: Pen,
        *,
        silences: bool = True,
        columns: Columns | None = None,
        own: ReaderMarks = NO_READER_MARKS,
        most_lanes: int = 3,
        two_rows_at: int = 0,
    ) -> None:
        """`own` is what the reader has marked, which is theirs: a page that goes to others shows nothing of it.

        `columns` are those of the whole timeline, where these are rows of a part of it. With `two_rows_at` a width,
        a title that is too long for it goes on in a second row.
        """
        self.own = own
        self.answers = answers
        self.pen = pen
        self.most_lanes = most_lanes
        self.silences = silent(answers) if silences else {}
        self._dates = RowDates(answers, pen)
        self._whole = columns
        self.two_rows_at = two_rows_at
        self._kept: dict[tuple[Key | None, int], SpineLayout] = {}
        """The last few layouts, by their places: one goes to and fro between the ends."""
        self.lay_out(None)

    def lay_out(self, around: Key | None, beside: int = BESIDE) -> None:
        """Have the rows of so many events beside a key instead, or of the first."""
        layout = self._kept.pop((around, beside), None)
        is_new = layout is None
        if layout is None:
            layout = lay_out(self.answers, self.pen.today, self.silences, self.most_lanes, around, beside=beside)
        self.layout = layout
        self._dated_rows: dict[int, Dated] = {}
        self._runs: dict[int, int] = {}
        if self._whole is None:
            self._whole = columns_of(self.answers, self.layout, self._dates, self.pen, self.most_lanes)
        self._dates.room = min(self._dates.room, self._whole.day - 1)
        self.columns = self._whole._replace(lanes=max(self._whole.lanes, self.layout.lanes + self.layout.is_crowded))
        self._drawing = RowDrawing(self.answers.engine.head, self.pen, self.columns)
        if self.two_rows_at and is_new:
            self.layout = self.layout.with_second_rows(lambda row: self._drawing.is_cut(row, self.two_rows_at))
        self._kept[around, beside] = self.layout
        if len(self._kept) > LAYOUTS_KEPT:
            del self._kept[next(iter(self._kept))]

    def __len__(self) -> int:
        return len(self.layout.rows)

    def __getitem__(self, row: int) -> SpineRow:
        return self.layout.rows[row]

    def find(self, row: SpineRow) -> int:
        """The place of a row among the rows that there are now, of an event or an end; 0 where it is not."""
        rows = self.layout.row_of if row.kind == EVENT else self.layout.end_row_of
        return rows.get(row.about.key.id, 0) if row.about else 0

    def row_at(self, day: int) -> int:
        """The last row that stands on or before a day."""
        return self.layout.row_at(day)

    def moments(self, row: int) -> tuple[Moment, Moment]:
        """The first moment of a row and the one after its last: the day on which it stands, or its time of day.

        What has no date stands nowhere in time: its moments are those of the last row above the shelf.
        """
        found = self[row]
        if self.layout.shelf_row and row >= self.layout.shelf_row:
            return self.moments(self.layout.shelf_row - 1)
        day = found.day
        if day >= FARTHEST_DAY and (last := self.answers.dated().window(None, 1, BACKWARD)):
            day = last[0].key.day
        begin = day * SECONDS
        time = second(found.about.event.date) if found.kind == EVENT and found.about else None
        return (begin, begin + SECONDS) if time is None else (begin + time, begin + time + 1)

    def nearest_event(self, row: int, step: int = 1) -> int | None:
        """The nearest row of an event or an end from a row on, looking that way first."""
        for direction in (step, -step):
            at = row
            while 0 <= at < len(self):
                if self[at].facts is not None:
                    return at
                at += direction
        return None

    def year(self, row: int) -> int:
        """The year in which a row stands."""
        return year_month_day(self[row].day)[0]

    @property
    def gutter(self) -> int:
        """Cells before the title."""
        return self.columns.gutter

    def draw(self, row: int, width: int, *, top: bool = False, cursor: bool = False) -> Line:
        """One row as spans, exactly `width` cells; `top` says its year and day again."""
        self._drawing.own = self.own
        if self.is_second(row):
            return self._drawing.draw_in_two(self[row - 1], self._when(row - 1, top=top), width, cursor=False)[1]
        when = self._when(row, top=top)
        if self.is_second(row + 1):
            return self._drawing.draw_in_two(self[row], when, width, cursor=cursor)[0]
        return self._drawing.draw(self[row], when, width, cursor=cursor)

    def is_second(self, row: int) -> bool:
        """True when a row has the rest of the title of the one above."""
        return 0 <= row < len(self) and self[row].kind == SECOND

    def draw_whole(self, row: int, width: int) -> Iterator[Line]:
        """A row of a page on which nothing is cut, and those that its title goes on in."""
        return self._drawing.draw_whole(self[row], self._when(row, top=False), width)

    def _dated(self, row: int) -> Dated:
        dated = self._dated_rows.get(row)
        if dated is None:
            dated = self._dated_rows[row] = self._dates.dated(self[row])
        return dated

    def _when(self, row: int, *, top: bool) -> When:
        """The date of a row, besides what those above it say."""
        above, year = self._above(row), self._year_before(row) if row else None
        is_far = self._run(row) % SAID_AGAIN == SAID_AGAIN - 1
        return self._dates.when(self._dated(row), above, year, top=top or is_far)

    def _above(self, row: int) -> Dated | None:
        """The row above, but for the rest of a title."""
        return self._dated(row - 1 - self.is_second(row - 1)) if row else None

    def _run(self, row: int) -> int:
        """The rows of the same day that stand above one after the other."""
        begin = row
        while begin not in self._runs and is_same_day(self._dated(begin), self._above(begin)):
            begin -= 1 + self.is_second(begin - 1)
        run = self._runs.setdefault(begin, 0)
        for at in range(begin + 1, row + 1):
            if not self.is_second(at):
                run = self._runs[at] = run + 1
        return run

    def _year_before(self, row: int) -> int:
        """The year last said above a row: of the nearest row that has one."""
        above = row - 1
        while above > 0 and self[above].kind in NO_EVENTS:
            above -= 1
        return self.year(above)


def page(
    answers: Answers, pen: Pen, width: int, *, most_lanes: int, wraps: bool, order: str | None = None
) -> Iterator[Line]:
    """The rows of all events for paper, the oldest first, or the newest.

    Where it wraps, titles that are cut go on below them.
    """
    dates = RowDates(answers, pen)
    silences = silent(answers)
    layout = lay_out(answers, pen.today, silences, most_lanes)
    columns = columns_of(answers, layout, dates, pen, most_lanes)
    drawing = RowDrawing(answers.engine.head, pen, columns)
    above, year, run = None, None, 0
    rows = layout.rows if layout.is_whole else whole_layout(answers, pen.today, silences, most_lanes)
    if order == NEWEST:
        rows = newest_first(rows)
        drawing.opens = END
    for row in rows:
        found = dates.dated(row)
        run = run + 1 if is_same_day(found, above) else 0
        when = dates.when(found, above, year, top=run % SAID_AGAIN == SAID_AGAIN - 1)
        if wraps:
            yield from drawing.draw_whole(row, when, width)
        else:
            yield drawing.draw(row, when, width, cursor=False)
        above, year = found, year if above and row.kind in NO_EVENTS else found.year
