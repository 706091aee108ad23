"""A list of leaves of the notebook, each of as many rows as it takes, with a cursor on one."""

from __future__ import annotations

from textual import events
from textual.message import Message

from tui.app.widgets.lines import CursorLines
from tui.core.notebook import Notebook
from tui.core.timeline.model import Event, Timeline
from tui.drawing.lists.notebook import NotebookItem, item_lines
from tui.drawing.spans.column import TextColumn
from tui.drawing.spans.spans import Line, Span


class NoteList(CursorLines):
    """The leaves around the cursor."""

    DEFAULT_CSS = """
    NoteList { height: 1fr; }
    """

    can_focus = True

    class EventChosen(Message):
        """The reader wants to go to the event under the cursor."""

    def __init__(self, timeline: Timeline) -> None:
        super().__init__()
        self.leaves: list[NotebookItem] = []
        self.notebook = Notebook()
        self.timeline = timeline
        self.instead = ""
        """The words for when there is no leaf."""
        self._begins: list[int] = []
        """The row in sight on which each leaf begins; of those out of sight, where it would."""

    def show(self, leaves: list[NotebookItem], notebook: Notebook, timeline: Timeline, instead: str) -> None:
        """Show other leaves, with the cursor on the same one if it is still there, else at the same height."""
        here = self.leaf
        self.leaves, self.notebook, self.timeline, self.instead = leaves, notebook, timeline, instead
        same = next((at for at, leaf in enumerate(leaves) if here and _same(leaf, here)), self.at)
        self.at = max(0, min(same, len(leaves) - 1))
        self._off_heading(1)
        self.redraw()

    @property
    def leaf(self) -> NotebookItem | None:
        """The leaf under the cursor."""
        return self.leaves[self.at] if self.at < len(self.leaves) and self.leaves[self.at].event_id else None

    @property
    def event(self) -> Event | None:
        """The event under the cursor, also that of a note; None where the file has it no more."""
        return self.leaf.event if self.leaf else None

    def go_to_event(self, event: Event | None) -> None:
        """To an event, if it is here; else off the heading."""
        here = (at for at, leaf in enumerate(self.leaves) if event and leaf.event_id == event.id)
        self.move(next(here, 0))

    def move(self, steps: int) -> None:
        """Move the cursor by leaves, passing over headings."""
        if self.leaves:
            self.at = max(0, min(len(self.leaves) - 1, self.at + steps))
            self._off_heading(1 if steps > 0 else -1)
            self.redraw()

    def _off_heading(self, step: int) -> None:
        if self.leaves and not self.leaves[self.at].event_id:
            ahead = self.at + step
            self.at = ahead if 0 <= ahead < len(self.leaves) else self.at - step

    def lines(self, width: int, height: int) -> list[Line]:
        """The rows around the cursor; the first of a leaf has it."""
        if not self.leaves:
            return [(), (Span(f"  {self.instead}", "dim"),)]
        sheet = TextColumn(max(10, width - 3), self.app.reader.pen)
        rows: list[Line] = []
        begins: list[int] = []
        for at, leaf in enumerate(self.leaves):
            begins.append(len(rows))
            mark = Span(f"{self.glyphs.cursor} " if at == self.at else "  ", "key")
            first, *others = item_lines(leaf, self.notebook, self.timeline, sheet)
            rows += [(mark, *first), *((Span("  "), *row) for row in others)]
        ends = begins[self.at + 1] if self.at + 1 < len(begins) else len(rows)
        self.top = max(min(self.top, begins[self.at]), min(ends - height, begins[self.at]), 0)
        self._begins = [row - self.top for row in begins]
        return rows[self.top : self.top + height]

    def on_click(self, click: events.Click) -> None:
        """A click moves the cursor; a second one goes to the event."""
        found = [at for at, row in enumerate(self._begins) if row <= click.y]
        if found and self.leaves[found[-1]].event_id:
            self.at = found[-1]
            self.redraw()
            if click.chain == 2:
                self.post_message(self.EventChosen())


def _same(leaf: NotebookItem, other: NotebookItem) -> bool:
    ids = (leaf.note.id if leaf.note else "", other.note.id if other.note else "")
    return leaf.event_id == other.event_id and ids[0] == ids[1]
