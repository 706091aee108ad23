"""The lanes: groups of events below one another, as marks and bars over one scale, with a ruler above them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from tui.core.index.protocol import EventFacts
from tui.core.text.cells import pad
from tui.core.text.messages import _, numbered
from tui.core.timeline.in_language import short_title
from tui.core.timeline.model import Event
from tui.core.timeline.when import SECONDS, TimeExtent, moment, time_extent
from tui.drawing.gantt.crowd import Crowd
from tui.drawing.gantt.layout import ChartLayout, EventInGroup, GroupRow, GroupRows
from tui.drawing.spans.pen import Pen
from tui.drawing.spans.spans import Line, Span, columns_in_place
from tui.drawing.time.bars import NAMED_WITHIN, bar, named_bar, reach, shows_its_mark
from tui.drawing.time.grouping import Grouping
from tui.drawing.time.overview import short_count
from tui.drawing.time.packing import PackedPiece, PackingArea, Piece
from tui.drawing.time.ruler import FREE, cells, runs, ticks
from tui.drawing.time.scale import Scale
from tui.drawing.time.sparkline import heights

LEAST_ROWS = 6
"""Rows that any group may take."""
LEAST_HEAD, MOST_HEAD = 10, 26
"""Cells of the names at the left, with the cursor before them and a blank after them."""


def head_cells(width: int) -> int:
    """Cells for the names of groups on a page of that width."""
    return min(max(width // 5, LEAST_HEAD), MOST_HEAD)


def shared_rows(wanted: Sequence[int], rows: int) -> int:
    """The most rows that each of some groups may take, so that together they take no more than there are.

    What a group leaves that wants fewer goes to the others.
    """
    return next((most for most in range(rows, 1, -1) if sum(min(one, most) for one in wanted) <= rows), 1)


class Chart:
    """The groups of a selection over a scale, drawn row by row."""

    def __init__(self, grouping: Grouping, scale: Scale, pen: Pen, *, head: int, most_rows: int = LEAST_ROWS) -> None:
        self.grouping = grouping
        self.engine = grouping.engine
        self.scale = scale
        self.head = head
        """Cells of the column of names."""
        self.pen = pen
        self.glyphs = pen.glyphs
        page = PackingArea(scale.columns, max(LEAST_ROWS, most_rows))
        self.layout = ChartLayout(grouping, scale, page, self._piece)

    def _piece(self, facts: EventFacts) -> Piece | None:
        event = facts.event
        lies = time_extent(event, self.engine.today)
        found = reach(lies, self.scale)
        if found is None:
            return None
        first, last = found
        label = self.pen.measure(self._name(event, lies))
        goes_within = lies.lasts or not self.layout.page.has_room_beside(first, last, label)
        is_inside = goes_within and last - first + 1 >= NAMED_WITHIN
        return Piece(first, last, label, is_inside, facts, event.key)

    def _name(self, event: Event, lies: TimeExtent) -> str:
        """The title, with its doubt before it, and its mark where the bar does not show that."""
        title = short_title(event, self.engine.head, self.pen.language)
        mark = f"{self.glyphs.key} " if event.key else ""
        mark += "" if shows_its_mark(lies, self.scale) else f"{self.glyphs.of_status(event.status)} "
        return f"{mark}{event.date.doubt}{title}"

    # ---- Drawing

    def ruler(self, said: str = "") -> Line:
        """A word over the names, then the marks of time, and where today is."""
        marks = ticks(self.scale, self.pen)
        today = self._today
        if today is not None:  # smaller marks give way to it; a year stays, and leaves it to the rows
            marks = [one for one in marks if one.is_year or not one.column <= today < one.column + len(one.label)]
        texts, roles = cells(self.scale, marks)
        if today is not None and texts[today] == FREE:
            texts[today], roles[today] = self.glyphs.today, "now"
        word = self.pen.padded(f" {said}", self.head)
        return (Span(word, "dim"), *runs([text or " " for text in texts], roles))

    def rows(self) -> Iterator[Line]:
        """Every row of every group of which anything is in view."""
        for group in range(len(self.layout)):
            if not self.layout[group].is_empty:
                for line in range(self.layout[group].height):
                    yield self.draw(GroupRow(group, line))

    def unseen(self) -> Line:
        """A row that says how many events lie before what is in view, and how many after it; none if all are shown."""
        before, after = self.grouping.answers.unseen(self.scale.begin, self.scale.end)
        if not before and not after:
            return ()
        word = self.pen.padded(" " + _("not shown"), self.head)
        return (Span(word, "dim"), *self._with_ends(self._blank(0, self.scale.columns), (before, after)))

    def left_out(self) -> Line:
        """A row that says how many events and groups have no place here at all; none if all have."""
        undated, groups = self.grouping.undated, self.grouping.beyond
        said = [numbered("{number} event without a date", "{number} events without a date", undated)] if undated else []
        said += [numbered("{number} group more", "{number} groups more", groups)] if groups else []
        row = self.pen.padded(f" {f' {self.glyphs.separator} '.join(said)}", self.head + self.scale.columns)
        return (Span(row, "dim"),) if said else ()

    def draw(self, spot: GroupRow, *, top: bool = False, cursor: EventInGroup | None = None) -> Line:
        """A row of a group: at the left its name if it is the first, or at the top; then what lies in it."""
        laid = self.layout[spot.group]
        here = cursor.facts if cursor is not None and cursor.group == spot.group else None
        if spot.line < len(laid.rows):
            body, has_cursor = self._row(laid.rows[spot.line], here)
        elif laid.crowd is not None:
            body, has_cursor = self._crowd(laid.crowd, here)
        else:
            body, has_cursor = self._blank(0, self.scale.columns), False
        if spot.line == 0:
            side = self._side(here)
            has_cursor |= side is not None
            body = self._with_ends(body, laid.outside, side)
        heading = self._heading(spot, laid, named=top or spot.line == 0, has_cursor=has_cursor)
        return columns_in_place((*heading, *body))

    def _heading(self, spot: GroupRow, laid: GroupRows, *, named: bool, has_cursor: bool) -> Line:
        lead = Span(self.glyphs.cursor, "cursor") if has_cursor else Span(" ")
        room = self.head - 2
        if not named:
            more = ""
            if laid.crowd is not None and spot.line == len(laid.rows):
                more = numbered("{number} more", "{number} more", len(laid.crowd), number=len(laid.crowd))
            return lead, Span(pad(more, room, self.pen.measure, "right", self.glyphs.cut) + " ", "dim")
        count = f" {self.grouping.count(spot.group)}"
        name = self.pen.fit(self.grouping.name(spot.group, self.pen.language), max(1, room - len(count)))
        role = "dim" if self.grouping.values[spot.group] is None else "strong"
        blank = " " * (room - self.pen.measure(name) - len(count) + 1)
        return lead, Span(name, role), Span(count + blank, "dim")

    def _side(self, here: EventFacts | None) -> int | None:
        """The end at which an event lies that is out of view, 0 or 1; None for one in view, or none."""
        if here is None:
            return None
        lies = time_extent(here.event, self.engine.today)
        return 0 if lies.past <= self.scale.begin else 1 if lies.begin >= self.scale.end else None

    def _with_ends(self, body: Line, outside: tuple[int, int], side: int | None = None) -> Line:
        """A row with the number of events that lie out of view at its ends, where these are blank.

        The end at which the cursor's event lies has its role.
        """
        glyphs = self.glyphs
        before, after = (short_count(count) if count else "" for count in outside)
        spans = list(body)
        for at, text in ((0, before and glyphs.fewer + before), (-1, after and after + glyphs.further)):
            blank = spans[at].text if spans else ""
            if text and not blank.strip(" ") and len(blank) >= len(text):
                rest = Span(" " * (len(blank) - len(text)), spans[at].role)
                said = Span(text, "cursor" if side == -at else "dim")
                spans[at : at + 1 or None] = [said, rest] if at == 0 else [rest, said]
        return tuple(spans)

    def _row(self, row: Sequence[PackedPiece], here: EventFacts | None) -> tuple[Line, bool]:
        spans: list[Span] = []
        at, has_cursor = 0, False
        for placed in row:
            begin, end, drawn = self._drawn(placed)
            if here is not None and placed.piece.facts.key == here.key:
                has_cursor = True
                drawn = tuple(span._replace(role="cursor") for span in drawn)
            spans += [*self._blank(at, begin), *drawn]
            at = end
        spans += self._blank(at, self.scale.columns)
        return tuple(spans), has_cursor

    def _drawn(self, placed: PackedPiece) -> tuple[int, int, Line]:
        """From and to before which columns a piece and its label go, and what they are."""
        piece = placed.piece
        event = piece.facts.event
        lies = time_extent(event, self.engine.today)
        name, within = self._name(event, lies), (piece.first, piece.last)
        if piece.is_inside:
            drawn = named_bar(event, lies, self.scale, within, name, self.pen)
            return piece.first, piece.last + 1, drawn
        drawn = bar(event, lies, self.scale, within, self.pen)
        if not placed.room:
            return piece.first, piece.last + 1, drawn
        label = self.pen.fit(name, placed.room)
        said = Span(label, "dim" if event.status == "cancelled" else "strong" if event.key else "text")
        taken = self.pen.measure(label)
        if placed.label_at < piece.first:
            return piece.first - 1 - taken, piece.last + 1, (said, Span(" "), *drawn)
        return piece.first, placed.label_at + taken, (*drawn, Span(" "), said)

    def _crowd(self, crowd: Crowd, here: EventFacts | None) -> tuple[Line, bool]:
        """Heights of how many of the crowd begin in each column."""
        texts = heights(crowd.begun(self.scale), self.glyphs.blocks)
        roles = ["lane1"] * len(texts)
        if self._today is not None and texts[self._today] == self.glyphs.blocks[0]:
            texts[self._today], roles[self._today] = self.glyphs.midst, "now"
        if here is None or not crowd.holds(here):
            return runs(texts, roles), False
        event = here.event
        at = min(max(0, self.scale.column(moment(event.date))), len(texts) - 1)
        texts[at], roles[at] = self.glyphs.of_status(event.status), "cursor"
        return runs(texts, roles), True

    @cached_property
    def _today(self) -> int | None:
        """The column of today."""
        at = self.engine.today * SECONDS
        return self.scale.column(at) if self.scale.holds(at) else None

    def _blank(self, begin: int, end: int) -> Line:
        """Empty columns, with today's line where it passes through."""
        if end <= begin:
            return ()
        if self._today is None or not begin <= self._today < end:
            return (Span(" " * (end - begin)),)
        before, after = self._today - begin, end - self._today - 1
        return Span(" " * before), Span(self.glyphs.midst, "now"), Span(" " * after)
