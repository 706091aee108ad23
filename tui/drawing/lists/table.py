"""The values of a facet as a table: columns that give way as the page gets narrower, and which values are asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from tui.core.index.protocol import Answers
from tui.core.text.messages import _
from tui.core.timeline.in_language import TimelineInLanguage
from tui.drawing.spans.column import TextColumn
from tui.drawing.spans.pen import Pen
from tui.drawing.spans.spans import Line, Span

SIGN = 2
"""Cells of the mark of a filter."""


WIDEST_COUNT = 12
"""The most cells that the head of a column of counts may take."""


def events_head(pen: Pen, *, is_wide: bool) -> str:
    """The head of a column that counts events: the word, or its beginning where it would be wider than the numbers."""
    word = _("events")
    return word if is_wide and pen.measure(word) < WIDEST_COUNT else _("ev")


class Column(NamedTuple):
    """A column of a table."""

    cells: int
    """With the blanks around it; 0 leaves the column out."""
    head: str = ""
    role: str = "dim"
    """The role of its head."""
    is_right: bool = False
    """True when a text stands at the right end, where it is never cut."""
    before: int = 0
    after: int = 0
    """Cells that stay blank before a text, and after it."""

    def filled(self, cell: Line, pen: Pen) -> Line:
        """A cell in all of the column: a lone text cut or filled in its own role, a line filled with blanks."""
        room = self.cells - self.before - self.after
        if len(cell) != 1:
            return (*cell, Span(" " * (room - pen.wide(cell))))
        text, role, _link = cell[0]
        if self.is_right:
            return (Span(" " * self.before + " " * (room - pen.measure(text)) + text, role),)
        return (Span(" " * self.before + pen.padded(text, room) + " " * self.after, role),)


class FacetTable:
    """The values of a facet in a selection, each a row, whatever the selection says of them: so one sees the others."""

    def __init__(self, answers: Answers, pen: Pen, field: str) -> None:
        self.engine = answers.engine
        self.field = field
        self.others = answers.without(field)
        """The events that would be there whatever the query says of the field."""
        self.pen = pen
        self.glyphs = pen.glyphs
        self.voice = TimelineInLanguage(self.engine.head, pen.language)
        self._columns: list[Column] = []
        self.sheet = TextColumn(0, pen)
        """As wide as the page that was drawn last."""
        self.had = frozenset(answers.query.chosen(field))
        self.excluded = frozenset(answers.query.chosen(field, negative=True))

    def unused(self, known: Collection[str]) -> set[str]:
        """Those of some values that no event has, to be listed too; with a filter none."""
        whole = self.engine.select()
        if self.others.count() < whole.count():
            return set()
        return {value for value, events in whole.gives(self.field, known).items() if not events}

    def lay_out(self, width: int) -> list[Column]:
        """The columns of a page of that width."""
        raise NotImplementedError

    def columns(self, width: int) -> list[Column]:
        """The same, laid out once while the width stays."""
        if not self._columns or self.sheet.width != width:
            self._columns, self.sheet = self.lay_out(width), TextColumn(width, self.pen)
        return self._columns

    def header(self, width: int) -> Line:
        """The names of the columns."""
        columns = self.columns(width)
        return self.row(columns, [(Span(column.head, column.role),) for column in columns])

    def row(self, columns: list[Column], cells: Iterable[Line]) -> Line:
        """A row of the table, of the columns that are there."""
        spans: list[Span] = []
        for column, cell in zip(columns, cells, strict=True):
            if column.cells:
                spans += column.filled(cell, self.pen)
        return self.sheet.row(*spans)

    def lead(self, *, cursor: bool) -> Span:
        """The cell of the cursor."""
        return Span(self.glyphs.cursor, "cursor") if cursor else Span(" ")

    def sign(self, value: str) -> Span:
        """The sign that the query has a value, or excludes it."""
        if value in self.had:
            return Span(f"{self.glyphs.check} ", "kept")
        return Span("- " if value in self.excluded else "  ", "alarm")
