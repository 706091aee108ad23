"""The overview: all of a selection's time on a few rows, with today and the part that is in sight."""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise

from tui.core.calendar import civil, day_number
from tui.core.course import Stretch, key_day, last_day
from tui.core.edtf import NOWHERE
from tui.core.index import Selection
from tui.core.ink import UNICODE, Glyphs, Line, Measure, Span
from tui.core.model import Event
from tui.core.scale import Scale, Tick, ticks
from tui.core.sparkline import ink
from tui.core.text import clean_line, fit

MARGIN = 4
"""Cells at either side, where the outliers are counted."""
SHARE_OUTSIDE = 0.05
"""The share of the ink that may lie outside at either end."""
FAINTEST = 1 / 30
"""Ink in a cell below which nothing is drawn, unless no cell has more."""
SHARP = 92
"""Days within which an event says where the story is."""
SHARP_SHARE = 50
"""The part of the whole story, one in so many, within which it says so too."""
LEAST_BAR = 3
"""Cells below which an interval is no bar."""
BAR_ROWS = 4
"""The most rows that bars are packed into."""

FREE = ""
"""A cell of the ruler that nothing stands on."""


class Overview:
    """The histogram of a selection over its time, fitted to a number of columns."""

    def __init__(
        self,
        selection: Selection,
        width: int,
        *,
        today: int,
        language: str,
        glyphs: Glyphs = UNICODE,
        measure: Measure = len,
    ) -> None:
        self.selection = selection
        self.width = width
        self.today = today
        self.language = language
        self.glyphs = glyphs
        self.measure = measure
        self.stretches = dated(selection.stretches)
        index = selection.index
        self.scale = fitted(dated(index.whole.stretches), index.ends, max(1, width - 2 * MARGIN), today)
        """Of the whole timeline, so that it stands still under a filter."""
        self.ink = ink(self.stretches, self.scale)
        middles = list(map(middle, self.stretches))
        self.before = sum(day < self.scale.begin for day in middles)
        """Events that lie before what is in view, by their middle."""
        self.after = sum(day >= self.scale.end for day in middles)
        """Events that lie after it."""

    def draw(self, height: int, window: tuple[int, int] | None, cursor: int | None = None) -> list[Line]:
        """Up to four rows: the histogram; then a ruler above it; then the long intervals below it.

        `window` is the first and last day in sight on the spine, `cursor` the day of the cursor's event.
        """
        if not self.stretches or height <= 0 or self.width < 3 * MARGIN:
            return []
        lines = [self._histogram(cursor)]
        if height >= 2:
            lines.insert(0, self._ruler(window))
        if height >= 3:
            lines += self._bars[: height - 2]
        return lines

    def day_at(self, column: int) -> int:
        """The day under a cell of the overview, counted from its left edge."""
        inside = min(max(column - MARGIN, 0), self.scale.columns - 1)
        return self.scale.day(inside)

    def _histogram(self, cursor: int | None) -> Line:
        blocks = self.glyphs.blocks
        densest = max(self.ink)
        most = max(densest, 1.0)
        faintest = min(FAINTEST, densest / 2) or FAINTEST
        steps = len(blocks) - 1
        cells = [
            blocks[max(1, min(steps, round(ink / most * steps)))] if ink >= faintest else blocks[0]
            for ink in self.ink
        ]
        before = self.glyphs.fewer + _counted(self.before) if self.before else ""
        after = _counted(self.after) + self.glyphs.further if self.after else ""
        roles = ["lane1"] * len(cells)
        if cursor is not None and self.scale.holds(cursor):
            roles[self.scale.column(cursor)] = "cursor"
        if self.scale.holds(self.today):
            at = self.scale.column(self.today)
            cells[at], roles[at] = self.glyphs.today, "now"
        return (
            Span(f"{before:>{MARGIN}}", "dim"),
            *runs(cells, roles),
            Span(f"{after:>{MARGIN}}", "dim"),
        )

    def _ruler(self, window: tuple[int, int] | None) -> Line:
        cells = [FREE] * self.scale.columns
        roles = ["dim"] * self.scale.columns
        for tick in self._ticks:
            for offset, letter in enumerate(tick.label):
                cells[tick.column + offset] = letter
                roles[tick.column + offset] = "strong" if tick.is_year else "dim"
        left, right = " ", " "
        if window is not None:
            left, right = self._brackets(window, cells, roles)
        cells = [letter or " " for letter in cells]
        return (
            Span(" " * (MARGIN - 1), "dim"),
            Span(left, "key"),
            *runs(cells, roles),
            Span(right, "key"),
            Span(" " * (MARGIN - 1), "dim"),
        )

    @cached_property
    def _ticks(self) -> list[Tick]:
        return ticks(self.scale, self.language, self.measure)

    def _brackets(self, window: tuple[int, int], cells: list[str], roles: list[str]) -> tuple[str, str]:
        """Bracket the part in sight: in the ruler, beside its labels, or at its ends where it goes beyond."""
        first = self.scale.column(window[0])
        last = max(first, self.scale.column(window[1] + 1) - 1)
        if last < 0 or first >= len(cells):
            return " ", " "
        opens, closes = first - 1, last + 1
        while opens >= 0 and cells[opens] != FREE:
            opens -= 1
        while closes < len(cells) and cells[closes] != FREE:
            closes += 1
        if opens >= 0:
            cells[opens], roles[opens] = "[", "key"
        if closes < len(cells):
            cells[closes], roles[closes] = "]", "key"
        return " " if opens >= 0 else "[", " " if closes < len(cells) else "]"

    @cached_property
    def _bars(self) -> list[Line]:
        """Long intervals as bars, packed from the first row down, those with most sources first.

        What finds no row is left out.
        """
        rows: list[list[tuple[int, int, Line]]] = []
        for place, first, last in self._reaches():
            row = next((row for row in rows if all(last + 1 < one[0] or one[1] + 1 < first for one in row)), None)
            if row is None and len(rows) < BAR_ROWS:
                row = []
                rows.append(row)
            if row is not None:
                row.append((first, last, self._bar(place, first, last)))
        return [self._bar_row(sorted(row, key=lambda bar: bar[0])) for row in rows]

    def _reaches(self) -> list[tuple[int, int, int]]:
        """Place, first and last column of all that goes on in view, in the order in which it is given a row."""
        going_on = [place for place, goes_on in enumerate(self.selection.going_on) if goes_on]
        reaches = [(place, self._reach(self.selection.event(place))) for place in going_on]
        found = [(place, *reach) for place, reach in reaches if reach is not None]
        if len(found) > self.scale.columns:
            return found  # too many to weigh, and most will find no row
        return sorted(found, key=lambda one: (-len(self.selection.event(one[0]).sources), one[1]))

    def _reach(self, event: Event) -> tuple[int, int] | None:
        """First and last column of an interval's bar; None when it is too short or out of view."""
        begin = max(self.scale.begin, key_day(event.date))
        last = last_day(event, self.today)
        last = self.scale.end - 1 if last is None else min(last, self.scale.end - 1)
        if last < begin:
            return None
        first_column, last_column = self.scale.column(begin), self.scale.column(last)
        return (first_column, last_column) if last_column - first_column + 1 >= LEAST_BAR else None

    def _bar(self, place: int, first: int, last: int) -> Line:
        event = self.selection.event(place)
        glyphs = self.glyphs
        length = last - first + 1
        force, planned = event.status == "in-force", event.status == "planned"
        body = glyphs.bar_force if force else glyphs.bar_vague if planned else glyphs.bar
        left = glyphs.bar_force_left if force else glyphs.bar_left
        until = last_day(event, self.today)
        open_end = until is None or until >= self.scale.end or not event.date.interval
        right = glyphs.bar_open if open_end else glyphs.bar_right
        title = clean_line(self.selection.index.timeline.say(event.titles, self.language))
        name = fit(title, length - 6, self.measure, glyphs.cut) if length >= 14 else ""
        label = f" {name} " if name else ""
        rest = length - 2 - self.measure(label)
        role = "plan" if planned else "lane2"
        return (
            Span(left + body * (rest // 2), role),
            Span(label, "dim"),
            Span(body * (rest - rest // 2) + right, role),
        )

    def _bar_row(self, bars: list[tuple[int, int, Line]]) -> Line:
        line: list[Span] = []
        column = -MARGIN
        for first, last, bar in bars:
            line += [Span(" " * (first - column), "text"), *bar]
            column = last + 1
        line.append(Span(" " * (self.width - MARGIN - column), "text"))
        return tuple(line)


def dated(stretches: list[Stretch]) -> list[Stretch]:
    """Those that lie somewhere: `../..` names no day at all, and has no place in an overview."""
    return stretches if not stretches or stretches[-1][0] < NOWHERE else [one for one in stretches if one[0] < NOWHERE]


def middle(one: Stretch) -> int:
    """The day in the middle of a stretch, by which it counts as in view or out of it."""
    return (one[0] + one[1]) // 2


def fitted(stretches: list[Stretch], ends: list[int], columns: int, today: int) -> Scale:
    """The scale that shows the middle of the ink, widened to whole months or years.

    At either end up to a twentieth of the ink may be left outside, but what lies near is let in: an end
    moves out to the outermost event that costs less than a tenth of the length. Today is let in at three
    times that cost, the ends of intervals (the days after their last) at half of the length.
    """
    if not stretches:
        return Scale(today, today + 1, columns)
    begin, end = _middle(stretches)
    slack = max(1, (end - begin) // 10)
    begin = min((first for first, _ in stretches if first >= begin - slack), default=begin)
    end = max((past for _, past in stretches if past <= end + slack), default=end)
    reach = end + (end - begin) // 2
    end = max(end, *(past for past in ends if past <= reach), today + 1 if today < end + 3 * slack else end)
    return _whole(begin, end, columns)


def _middle(stretches: list[Stretch]) -> Stretch:
    """The days between which all but a twentieth of the ink at either end lies.

    Events that may lie on any day of a year say little of where the story is, if that is told in days: the
    sharper ones decide, unless they are few.
    """
    skip = int(len(stretches) * SHARE_OUTSIDE)
    inner = sorted(stretches, key=middle)[skip : len(stretches) - skip]
    whole = max(past for _, past in inner) - min(first for first, _ in inner)
    most = max(SHARP, whole // SHARP_SHARE)
    sharp = [one for one in inner if one[1] - one[0] <= most]
    deciding = sharp if len(sharp) * 2 >= len(inner) else inner
    return min(first for first, _ in deciding), max(past for _, past in deciding)


def _whole(begin: int, end: int, columns: int) -> Scale:
    """The same stretch from the start of its first month (year, if long) to the end of its last."""
    first, last = civil(begin), civil(end - 1)
    if end - begin > 40 * 365:
        return Scale(day_number(first[0], 1, 1), day_number(last[0] + 1, 1, 1), columns)
    if end - begin > 62:
        after = (last[0] + 1, 1) if last[1] == 12 else (last[0], last[1] + 1)
        return Scale(day_number(first[0], first[1], 1), day_number(*after, 1), columns)
    return Scale(begin - 1, end + 1, columns)


def runs(cells: list[str], roles: list[str]) -> Line:
    """Cells of one character each as spans, neighbours of one role joined."""
    spans: list[Span] = []
    start = 0
    edges = [at + 1 for at, (one, other) in enumerate(pairwise(roles)) if one != other]
    for edge in (*edges, len(cells)):
        spans.append(Span("".join(cells[start:edge]), roles[start]))
        start = edge
    return tuple(spans)


def _counted(events: int) -> str:
    """A number of events in three cells: `99k` stands for all that are more."""
    return str(events) if events < 1000 else f"{min(events // 1000, 99)}k"
