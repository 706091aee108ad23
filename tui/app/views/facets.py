"""The facet panel: every value of every facet with its live count, to have or to exclude."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.getters import query_one

from tui.app import commands
from tui.app.base.query_session import QuerySession
from tui.app.scopes.query import QueryScope
from tui.app.widgets.header import Heading
from tui.app.widgets.key_bar import KeyBar
from tui.app.widgets.keyed_screen import KeyedScreen
from tui.app.widgets.lines import CursorLines
from tui.core.entry.picker_choices import rank
from tui.core.index.protocol import Answers
from tui.core.query.tree import FACETS, Query
from tui.core.text.cells import fit
from tui.core.text.names import facet_name
from tui.core.timeline.in_language import value_name
from tui.drawing.spans.spans import Line, Span
from tui.drawing.spine.heading import IS_COUNTED

IS = "is"
"""The last of the facets: what the heading counts."""

MOST_VALUES = 2000
"""Values of a facet that are listed: those of most events."""


class FacetRow(NamedTuple):
    """A facet's heading (no value), or one of its values with its count."""

    field: str
    value: str
    gives: int
    """Events that it would give."""


def _truths(answers: Answers, query: Query) -> dict[str, int]:
    """The number of events of a query of which each of the words is true that a heading counts."""
    queries = {word: query.choosing(IS, (word,)) for word in IS_COUNTED}
    return {word: answers.engine.select(asked, answers.own).count() for word, asked in queries.items()}


class FacetList(CursorLines):
    """Facets one below the other, with a cursor."""

    DEFAULT_CSS = """
    FacetList { height: 1fr; }
    """

    can_focus = True
    WHEEL, ABOVE = 3, 1

    def __init__(self) -> None:
        super().__init__()
        self.answers: Answers | None = None
        self.rows: list[FacetRow] = []
        self.at = 1
        self._was_on: FacetRow | None = None
        """The value that the cursor was on before other values came."""

    def _place_of(self, row: FacetRow | None) -> int:
        """The place of a value, else the nearest to where the cursor is."""
        for at, one in enumerate(self.rows):
            if row is not None and one[:2] == row[:2]:
                return at
        values = [at for at, one in enumerate(self.rows) if one.value]
        return min(values, key=lambda at: abs(at - self.at), default=1)

    def show(self, answers: Answers) -> None:
        """Count other answers; values keep their places, so that the cursor stays on its own."""
        counts = {field: dict(answers.facet(field, MOST_VALUES)) for field in FACETS}
        counts[IS] = _truths(answers, answers.query.without(IS))
        if not self.rows:
            for field, gives in counts.items():
                whole = answers.engine.select()
                values = [value for value, _ in whole.counted(field, MOST_VALUES)] if field != IS else []
                values.sort(key=lambda one: rank(field, one, gives.get(one, 0)))
                values = values or [word for word, count in _truths(whole, Query()).items() if count and field == IS]
                self.rows += [FacetRow(field, value, 0) for value in ("", *values) if values]
            self.at = self._place_of(self._was_on)
        self.rows = [row._replace(gives=counts[row.field].get(row.value, 0)) for row in self.rows]
        self.answers = answers
        self.redraw()

    def forget(self) -> None:
        """Let the next answers that are shown bring its own values; the cursor stays on its own if it is there."""
        self._was_on = self.row
        self.rows = []

    @property
    def row(self) -> FacetRow | None:
        """The value under the cursor."""
        return self.rows[self.at] if self.at < len(self.rows) and self.rows[self.at].value else None

    def move(self, steps: int) -> None:
        """Move the cursor by values, passing over headings."""
        values = [at for at, row in enumerate(self.rows) if row.value]
        if values:
            here = values.index(self.at) if self.at in values else 0
            self.at = values[max(0, min(len(values) - 1, here + steps))]
            self.redraw()

    def move_facet(self, steps: int) -> None:
        """Move the cursor to the first value of the next facet, or of the one before."""
        firsts = [
            at + 1 for at, row in enumerate(self.rows[:-1]) if not row.value and self.rows[at + 1].value
        ]
        if firsts:
            here = max((n for n, first in enumerate(firsts) if first <= self.at), default=0)
            self.at = firsts[(here + steps) % len(firsts)]
            self.redraw()

    def lines(self, width: int, height: int) -> list[Line]:
        """The rows around the cursor."""
        return [self._line(row, width) for row in self.in_sight(len(self.rows), height)]

    def _line(self, at: int, width: int) -> Line:
        if self.answers is None:
            return ()
        row = self.rows[at]
        if not row.value:
            many = sum(one.field == row.field for one in self.rows) - 1
            return (Span(f" {facet_name(row.field)}", "strong"), Span(f"  {many}", "dim"))
        timeline = self.answers.engine.head
        query = self.answers.query
        with_it = row.value in query.chosen(row.field)
        without = row.value in query.chosen(row.field, negative=True)
        sign = self.glyphs.check if with_it else "-" if without else " "
        bar_room = 20 if width >= 80 else 0
        room = max(10, min(60, width - 14 - bar_room))
        name = value_name(row.field, row.value, timeline, self.app.reader.language)
        name = fit(name, room, self.measure, self.glyphs.cut)
        most = max((one.gives for one in self.rows if one.field == row.field), default=1) or 1
        bar = self.glyphs.blocks[-1] * round(bar_room * row.gives / most)
        return (
            Span(self.glyphs.cursor if at == self.at else " ", "key"),
            Span(f" {sign} ", "kept" if with_it else "alarm"),
            Span(name, "strong" if at == self.at else "text" if row.gives else "dim"),
            Span(" " * (room - self.measure(name)), "text"),
            Span(f"{row.gives:>6}  ", "dim"),
            Span(bar, "lane1"),
        )

    def holds(self, row: int) -> bool:
        """True when a row is that of a value."""
        return row < len(self.rows) and bool(self.rows[row].value)


class FacetScreen(KeyedScreen[None]):
    """All facets at once; what is toggled is asked of the timeline below at once."""

    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings(commands.FACETS)]
    COMMANDS_HERE = commands.FACETS
    AUTO_FOCUS = "FacetList"

    facet_list = query_one(FacetList)
    heading = query_one(Heading)

    def __init__(self, session: QuerySession) -> None:
        super().__init__()
        self.session = session

    def compose(self) -> ComposeResult:
        """The counts, the facets, the keys."""
        with QueryScope(self.session):
            yield Heading()
            yield FacetList()
        yield KeyBar()

    def on_mount(self) -> None:
        """Begin with the query in force."""
        self.session.followers.append(self._follow)
        self._follow()

    def on_unmount(self) -> None:
        """Follow the query no more."""
        self.session.followers.remove(self._follow)

    def _follow(self) -> None:
        self.heading.show(self.session.shown)
        self.facet_list.show(self.session.shown)
        self.refresh_bindings()

    def renew(self, shown: Answers) -> None:
        """Count what the file holds now, with the cursor on the same value."""
        if self.is_mounted:
            self.facet_list.forget()
            self._follow()

    def action_move(self, steps: int) -> None:
        """Move by values."""
        self.facet_list.move(steps)

    def action_facet(self, steps: int) -> None:
        """Move by facets."""
        self.facet_list.move_facet(steps)

    @on(FacetList.Pointed)
    def _turn_clicked(self, pointed: FacetList.Pointed) -> None:
        if pointed.clicks:
            self.action_turn(False)

    def action_turn(self, negative: bool) -> None:
        """Have the value under the cursor, or exclude it; again to take that back."""
        row = self.facet_list.row
        if row is not None:
            self.session.ask(self.session.asked.toggling(row.field, row.value, negative=negative))
