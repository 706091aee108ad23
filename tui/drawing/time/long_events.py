"""The events that went on for long, as bars below the overview, packed into as few rows as they fit."""

from __future__ import annotations

from tui.core.index.protocol import Answers, EventFacts
from tui.core.timeline.in_language import short_title
from tui.core.timeline.when import MINUTE, SECONDS, end_second, moment
from tui.drawing.spans.pen import Pen
from tui.drawing.spans.spans import Line, Span, columns_in_place
from tui.drawing.time.scale import Scale

LEAST_BAR = 3
"""Cells below which an interval is no bar."""
LEAST_NAMED = 14
"""Cells below which a bar has no name."""
BAR_ROWS = 4
"""The most rows that bars are packed into."""

_Reach = tuple[EventFacts, int, int]
"""An event, and the first and last column of its bar."""


class LongEventBars:
    """The bars of some events over a scale."""

    def __init__(self, answers: Answers, scale: Scale, pen: Pen) -> None:
        self.answers = answers
        self.scale = scale
        self.pen = pen

    def draw(self, margin: int) -> list[Line]:
        """Rows of bars from the first row down: key events, then those with most sources; not what finds no row."""
        taken: list[int] = []
        packed: list[list[_Reach]] = []
        for reach in self._reaches():
            _, first, last = reach
            cells = ((1 << (last - first + 3)) - 1) << first  # with a cell free at either side
            at = next((at for at, others in enumerate(taken) if not others & cells), len(taken))
            if at == len(taken):
                if at == BAR_ROWS:
                    continue
                taken.append(0)
                packed.append([])
            taken[at] |= ((1 << (last - first + 1)) - 1) << (first + 1)
            packed[at].append(reach)
        return [self._row(sorted(row, key=lambda reach: reach[1]), margin) for row in packed]

    def _reaches(self) -> list[_Reach]:
        """All that goes on in view for long enough, in the order in which it is given a row."""
        columns = self.scale.columns
        lasting = self.answers.lanes(self.scale.begin // SECONDS, -(-self.scale.end // SECONDS), columns + 1)
        found = [reach for one in lasting if (reach := self._reach(one)) is not None]
        if len(found) > columns:
            return sorted(found)  # too many to weigh, and most will find no row
        return sorted(found, key=lambda one: (not one[0].event.key, -len(one[0].event.sources), one[1]))

    def _reach(self, facts: EventFacts) -> _Reach | None:
        """An event with the first and last column of its bar; None when that is too short or out of view."""
        scale, date = self.scale, facts.event.date
        first = max(scale.begin, moment(date))
        last, until = facts.last_day, max(0, (end_second(date) or 0) - MINUTE)
        end = scale.end if last is None else min((last + 1) * SECONDS + until, scale.end)
        if end <= first:
            return None
        first_column, last_column = scale.column(first), scale.column(max(first, end - SECONDS))
        return (facts, first_column, last_column) if last_column - first_column + 1 >= LEAST_BAR else None

    def _bar(self, facts: EventFacts, first: int, last: int) -> Line:
        event = facts.event
        glyphs = self.pen.glyphs
        length = last - first + 1
        force, planned = event.status == "in-force", event.status == "planned"
        body = glyphs.bar_force if force else glyphs.bar_vague if planned else glyphs.bar
        left = glyphs.bar_force_left if force else glyphs.bar_left
        until = facts.last_day
        open_end = until is None or (until + 1) * SECONDS > self.scale.end or not event.date.interval
        right = glyphs.bar_open if open_end else glyphs.bar_right
        title = short_title(event, self.answers.engine.head, self.pen.language)
        name = self.pen.fit(title, length - 6) if length >= LEAST_NAMED else ""
        label = f" {name} " if name else ""
        rest = length - 2 - self.pen.measure(label)
        role = "plan" if planned else "lane2"
        return (
            Span(left + body * (rest // 2), role),
            Span(label, "dim"),
            Span(body * (rest - rest // 2) + right, role),
        )

    def _row(self, bars: list[_Reach], margin: int) -> Line:
        line: list[Span] = []
        column = -margin
        for facts, first, last in bars:
            line += [Span(" " * (first - column), "text"), *self._bar(facts, first, last)]
            column = last + 1
        line.append(Span(" " * (self.scale.columns + margin - column), "text"))
        return columns_in_place(tuple(line))
