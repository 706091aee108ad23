"""The event at hand on a screen of many: told in brief beside them, and whole on a screen of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from tui.app.scopes.citations import Citing
from tui.core.index.selection import Selection
from tui.core.timeline.model import Event, Timeline
from tui.drawing.event.detail import event_in_brief
from tui.drawing.spans.column import TextColumn
from tui.drawing.spans.empty import in_place_of_events
from tui.drawing.spans.spans import Line


class AtHand(Citing):
    """A screen of a selection's events, with one of them at hand."""

    shown: Selection

    if TYPE_CHECKING:  # what a screen that filters has

        def key_of(self, command: str) -> str:
            """The key that a reader presses for a command."""

        def go_to_event(self, event: Event | None) -> None:
            """To an event, if what is shown now has it."""

    def timeline_at_hand(self) -> Timeline:
        """The timeline that is shown."""
        return self.shown.index.timeline

    def in_brief(self, event: Event, width: int, rows: int) -> list[Line]:
        """What is most worth knowing of an event, in so many cells and rows."""
        return event_in_brief(
            event,
            self.timeline_at_hand(),
            TextColumn(width, self.app.reader.pen.on(self.shown.index.today)),
            rows=rows,
            notebook=self.app.desk.if_any,
        )

    def instead_of_events(self) -> list[Line]:
        """What is said where there is no event."""
        return in_place_of_events(
            self.shown,
            self.app.reader.pen,
            clear=self.key_of("clear"),
            undo=self.key_of("undo"),
            name=self.app.reader.name_of_file,
        )

    @work(group="whole")
    async def action_whole(self) -> None:
        """The event whole, on a screen of its own; coming back, the cursor is where one went."""
        event = self.event_at_hand()
        place = self.shown.place_of(event.id) if event else None
        if event is None or place is None:
            return
        there = await self.app.read_whole(self.shown, place)
        if there is not None and there.id != event.id:
            self.go_to_event(there)
