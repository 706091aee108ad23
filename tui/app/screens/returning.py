"""Coming back to a timeline where one left it: the event, what was asked, the view."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import getters

from tui.app.reader import ReadersApp
from tui.core.history import History
from tui.core.notebook import Spot
from tui.core.query import Query

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.app.screens.filtering import Filtering

    _Base = Filtering
else:
    _Base = object


class Returning(_Base):
    """A screen that shows what one query asks for, with a cursor on one event."""

    app = getters.app(ReadersApp)

    def where(self) -> Spot:
        """Where one is."""
        event = self.event_at_hand()
        return Spot(event=event.id if event else "", query=str(self.history.now))

    def return_to(self, spot: Spot | None) -> None:
        """Go where one was; what the command line asks for wins, and a filter that comes back is said."""
        if spot is None:
            return
        if spot.query and not self.history.now.terms:
            self._ask_again(spot.query)
        row = self.index.row_of.get(spot.event)
        if row is not None:
            self.go_to_event(self.index.events[row])
        if spot.view:
            self.call_after_refresh(self._look_again, spot.view, spot.zoom)

    def _ask_again(self, text: str) -> None:
        from tui.core.parser import QueryError, parse

        try:
            query = parse(text, self.names)
        except QueryError:
            self.say(f"what was asked when you left means nothing here any more: {text}")
            return
        self.turn_to(History(query, (Query(),)))
        self.say(self._only())

    def _only(self) -> str:
        """What is asked, and how it is asked no more."""
        dot, clear = self.app.reader.glyphs.separator, self.key_of("clear") or "x"
        return f"as you left it, only: {self.history.now} {dot} {clear} clears it"

    async def _look_again(self, letter: str, zoom: str) -> None:
        from tui.app.keeping import Zooming
        from tui.app.screens.filtering import Filtering
        from tui.app.screens.views import VIEWS

        view = next((one for one in VIEWS if one.letter == letter and one.module), None)
        if view is None:
            return
        screen: Screen[Any] = view.made(self)
        await self.app.push_screen(screen)
        if self.history.before and isinstance(screen, Filtering):
            screen.say(self._only())
        if zoom and isinstance(screen, Zooming):
            screen.call_after_refresh(screen.zoom_to, zoom)  # once it has laid itself out
