"""Telling a timeline as published by a day, and stepping from publication to publication."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Any

from textual import getters, work

from tui.app.base.reader import ReadersApp
from tui.core.dates.calendar import iso
from tui.core.evidence.as_of import PublicationDay, publications
from tui.core.index.index import Index
from tui.core.index.selection import Selection
from tui.core.query.history import History
from tui.core.query.tree import AS_OF, Query
from tui.core.timeline.model import Event

if TYPE_CHECKING:
    from textual.screen import Screen

    _Base = Screen[Any]
else:
    _Base = object


class Publishing(_Base):
    """A screen whose query may hold the day by whose publications everything is told."""

    app = getters.app(ReadersApp)
    index: Index
    history: History
    shown: Selection

    if TYPE_CHECKING:  # what a screen that filters has

        def event_at_hand(self) -> Event | None:
            """The event that the reader looks at."""

        def go_to_event(self, event: Event | None) -> None:
            """To an event, if what is shown now has it."""

        def turn_to(self, history: History) -> None:
            """Show what is asked now, with the cursor on the same event if it is still there."""

        def ask(self, query: Query) -> None:
            """Show what another query asks for."""

        def say(self, sentence: str) -> None:
            """Say something to the reader."""

    _dated: tuple[Index, list[PublicationDay]] | None = None

    @property
    def publications(self) -> list[PublicationDay]:
        """The days on which some source of the file comes out; found anew when the file is read again."""
        if self._dated is None or self._dated[0] is not self.index:
            self._dated = self.index, publications(self.index.timeline)
        return self._dated[1]

    @work(group="picking")
    async def action_as_of(self) -> None:
        """Type or step to a day; while one does, everything is told by it."""
        from tui.app.dialogs.as_of_line import AsOfLine

        begun_with, at_hand = self.history, self.event_at_hand()
        query = await self.app.answer_to(AsOfLine(self))
        self.turn_to(begun_with)
        if query is None:
            self.go_to_event(at_hand)
        else:
            self.ask(query)

    def choose_day(self) -> None:
        """What a click on the day that is told by stands for."""
        self.action_as_of()

    def by_day(self, day: int | None) -> Query:
        """What is asked for, told by another day, or with None by the file as it is."""
        return self.history.now.choosing(AS_OF, () if day is None else (iso(day),))

    def beside(self, day: int | None, steps: int) -> int | None:
        """The day of the next publication after a day, or of the one before; from none to the first, or the last."""
        days = [one.day for one in self.publications]
        if day is None:
            return days[0 if steps > 0 else -1] if days else None
        at = bisect_right(days, day) if steps > 0 else bisect_left(days, day) - 1
        return days[at] if 0 <= at < len(days) else None

    def action_publication(self, steps: int) -> None:
        """Tell everything by the day of the next publication, or of the one before."""
        day = self.beside(self.history.now.as_of, steps)
        if day is None:
            self.say("no source came out before" if steps < 0 else "no source comes out after that")
        else:
            self.ask(self.by_day(day))
