"""The facet panel: every value of every facet with its live count, to have or to exclude."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.getters import query_one
from textual.screen import Screen

from tui.app import commands
from tui.app.widgets.heading import Heading
from tui.app.widgets.key_bar import KeyBar
from tui.app.widgets.lines import Lines
from tui.core.index.selection import Selection
from tui.core.query.tree import FACETS
from tui.core.text.cells import fit
from tui.core.timeline.in_language import value_name
from tui.drawing.spans.spans import Line, Span

if TYPE_CHECKING:
    from tui.app.base.hosts import QueryHost


class FacetRow(NamedTuple):
    """A facet's heading (no value), or one of its values with its count."""

    field: str
    value: str
    gives: int
    """Events that it would give."""


class FacetList(Lines):
    """Facets one below the other, with a cursor."""

    DEFAULT_CSS = """
    FacetList { height: 1fr; }
    """

    can_focus = True

    def __init__(self) -> None:
        super().__init__()
        self.selection: Selection | None = None
        self.rows: list[FacetRow] = []
        self.at = 1
        self.top = 0
        self._was_on: FacetRow | None = None
        """The value that the cursor was on before other values came."""

    def _place_of(self, row: FacetRow | None) -> int:
        """The place of a value, else the nearest to where the cursor is."""
        for at, one in enumerate(self.rows):
            if row is not None and one[:2] == row[:2]:
                return at
        values = [at for at, one in enumerate(self.rows) if one.value]
        return min(values, key=lambda at: abs(at - self.at), default=1)

    def show(self, selection: Selection) -> None:
        """Count another selection; values keep their places, so that the cursor stays on its own."""
        counts = {field: dict(selection.facet(field)) for field in FACETS}
        if not self.rows:
            for field in FACETS:
                self.rows.append(FacetRow(field, "", 0))
                for value in sorted(
                    selection.index.postings[field], key=lambda one: (-counts[field].get(one, 0), one)
                ):
                    self.rows.append(FacetRow(field, value, 0))
            self.at = self._place_of(self._was_on)
        self.rows = [row._replace(gives=counts[row.field].get(row.value, 0)) for row in self.rows]
        self.selection = selection
        self.redraw()

    def forget(self) -> None:
        """Let the next selection that is shown bring its own values; the cursor stays on its own if it is there."""
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
        self.top = max(min(self.top, self.at - 1), self.at - height + 1, 0)
        return [self._line(row, width) for row in range(self.top, min(len(self.rows), self.top + height))]

    def _line(self, at: int, width: int) -> Line:
        if self.selection is None:
            return ()
        row = self.rows[at]
        if not row.value:
            many = sum(one.field == row.field for one in self.rows) - 1
            return (Span(f" {row.field}", "strong"), Span(f"  {many}", "dim"))
        timeline = self.selection.index.timeline
        query = self.selection.query
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

    def on_click(self, click: events.Click) -> None:
        """A click is as the space bar."""
        at = self.top + click.y
        if at < len(self.rows) and self.rows[at].value:
            self.at = at
            self.redraw()
            self.screen.action_turn(False)  # type: ignore[attr-defined]  # only a FacetScreen holds one

    def on_mouse_scroll_down(self) -> None:
        """The wheel moves the cursor."""
        self.move(3)

    def on_mouse_scroll_up(self) -> None:
        """The wheel moves the cursor."""
        self.move(-3)


class FacetScreen(Screen[None]):
    """All facets at once; what is toggled is asked of the timeline below at once."""

    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings(commands.FACETS)]
    COMMANDS_HERE = commands.FACETS
    is_left = False
    AUTO_FOCUS = "FacetList"

    facet_list = query_one(FacetList)
    heading = query_one(Heading)

    def __init__(self, below: QueryHost) -> None:
        super().__init__()
        self.below = below

    def compose(self) -> ComposeResult:
        """The counts, the facets, the keys."""
        yield Heading()
        yield FacetList()
        yield KeyBar()

    def on_mount(self) -> None:
        """Begin with the query in force."""
        self._follow()

    def _follow(self) -> None:
        self.heading.show(self.below.shown)
        self.facet_list.show(self.below.shown)

    def renew(self, shown: Selection) -> None:
        """Count what the file holds now, with the cursor on the same value."""
        if self.is_mounted:
            self.facet_list.forget()
            self._follow()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing is done before the facets stand, nor after they are gone: keys can come faster."""
        return self.is_mounted and self.is_current

    def action_move(self, steps: int) -> None:
        """Move by values."""
        self.facet_list.move(steps)

    def action_facet(self, steps: int) -> None:
        """Move by facets."""
        self.facet_list.move_facet(steps)

    def action_turn(self, negative: bool) -> None:
        """Have the value under the cursor, or exclude it; again to take that back."""
        row = self.facet_list.row
        if row is None:
            return
        self.below.ask(self.below.asked.toggling(row.field, row.value, negative=negative))
        self._follow()

    def action_clear(self) -> None:
        """Ask for everything."""
        self.below.action_clear()
        self._follow()

    def action_undo(self) -> None:
        """Take the last change back."""
        self.below.action_undo()
        self._follow()

    def action_redo(self) -> None:
        """Make it again."""
        self.below.action_redo()
        self._follow()

    def action_back(self) -> None:
        """Back to the timeline."""
        if self.is_current and not self.is_left:
            self.is_left = True
            self.dismiss(None)
