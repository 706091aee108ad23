"""The date of a row in the words of the reader: its day, and the time of day as far as it tells rows apart."""

from __future__ import annotations

from typing import NamedTuple

from tui.core.dates.calendar import year_month_day
from tui.core.dates.edtf import FARTHEST_DAY
from tui.core.dates.instants import told_apart
from tui.core.dates.labels import both_ends_label, end_label, start_label
from tui.core.index.protocol import PAGE, Answers, EventFacts, key_before
from tui.drawing.spans.pen import Pen
from tui.drawing.spine.layout import END, EVENT, SpineRow
from tui.drawing.spine.row import When

HOURS_AND_MINUTES = len("22:00")
MOST_DAY_TO_DAY = 17
"""Cells of the days of both ends of an interval, where no lane leads from one to the other."""


class Dated(NamedTuple):
    """A row, and what it says of when."""

    row: SpineRow
    day: str
    """Its day, as far as it says one."""
    time: str
    """The hour and minute, where they are known, and what else tells it from others of its day."""
    year: int


class RowDates:
    """The dates of rows, in one language."""

    def __init__(self, answers: Answers, pen: Pen) -> None:
        self.answers = answers
        self.pen = pen
        self.room = MOST_DAY_TO_DAY
        """Cells for the days of both ends of an interval."""
        self._times: dict[str, str] = {}
        """Times of day of the events of the day that was asked for last, by their ids."""

    def dated(self, row: SpineRow) -> Dated:
        """A row with its date."""
        return Dated(row, self.day(row), self.time(row), year_month_day(row.day)[0])

    def when(self, found: Dated, above: Dated | None, year: int | None, *, top: bool = False) -> When:
        """The date of a row, besides what those above it say: the row above, and the year last said there.

        `top` says it all again.
        """
        row, day, time = found.row, found.day, found.time
        if row.facts is None:
            return When(None, "")
        if row.facts.event.date.is_undated:
            return When(None, day if top else "")
        if above is not None and not top and row.kind == EVENT:
            day = self._since_the_row_above(found, above)
        elif time:
            day = f"{day} {time}"
        return When(found.year if row.day < FARTHEST_DAY and (top or year != found.year) else None, day)

    def _since_the_row_above(self, found: Dated, above: Dated) -> str:
        """The date of a row below another: the same, another time of the same day, or another day."""
        day, time = found.day, found.time
        if is_same_day(found, above):
            if above.time == time:
                return self.pen.glyphs.same
            if time:
                return time
        return f"{day} {time}" if time else day

    def day(self, row: SpineRow) -> str:
        """The day of an event or of an end; empty for what is neither."""
        if row.facts is None:
            return ""
        date = row.facts.event.date
        said = self.pen.language, self.pen.is_ascii, self.pen.measure
        if row.crowded and row.facts.last_day is not None:
            both = both_ends_label(date, *said)
            if self.pen.measure(both) <= self.room:
                return both
        label = end_label if row.kind == END else start_label
        day = label(date, *said)
        if date.interval and date.earliest is None:  # it has no other row to say its end on
            day += self.pen.glyphs.dash + end_label(date, *said)
        return day

    def time(self, row: SpineRow) -> str:
        """The time of day of an event or of an end: hour and minute, and what else tells it from those beside it.

        An interval within a day says both of its ends.
        """
        if row.facts is None:
            return ""
        if row.kind == EVENT:
            return self._times_beside(row.facts)[row.facts.key.id] if times_of(row.facts) else ""
        date = row.facts.event.date
        if not date.end_time:
            return ""
        return told_apart([date.time, date.end_time] if date.time else [date.end_time])[-1]

    def _times_beside(self, event: EventFacts) -> dict[str, str]:
        """The times of day of the events of one day, told apart, by their ids."""
        if event.key.id not in self._times:
            day = event.key.day
            others = (one for one in self.answers.window(key_before(day), PAGE) if one.key.day == day)
            times = {(one.key.id, dashed): time for one in (event, *others) for dashed, time in times_of(one)}
            self._times = {}
            for (name, dashed), time in zip(times, told_apart(list(times.values())), strict=True):
                self._times[name] = self._times.get(name, "") + self.pen.glyphs.dash * dashed + time
        return self._times


def times_of(facts: EventFacts) -> list[tuple[bool, str]]:
    """The times of day that the row of an event says, each with True where it stands after a dash.

    The end of an interval is among them where that has no other row.
    """
    date = facts.event.date
    found = [(False, date.time)] if date.time else []
    has_its_row = date.earliest is not None and facts.last_day != facts.key.day
    if date.interval and date.end_time and not has_its_row:
        found.append((date.earliest is not None, date.end_time))
    return found


def is_same_day(found: Dated, above: Dated | None) -> bool:
    """True of the row of an event below another of the same day."""
    if above is None or not found.row.kind == above.row.kind == EVENT:
        return False
    return (above.day, above.year) == (found.day, found.year)
