"""A timeline with the reader's marks on it: what is asked may depend on them, and they change while it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import getters
from textual.getters import query_one

from tui.app.base.reader import ReadersApp
from tui.app.widgets.spine import SpineView
from tui.core.index.selection import Selection
from tui.core.query.predicates import asks_for_reader_marks
from tui.core.query.tree import Query
from tui.core.timeline.model import Event
from tui.drawing.spine.spine import Spine

if TYPE_CHECKING:
    from textual.screen import Screen

    _Base = Screen[Any]
else:
    _Base = object


class Marked(_Base):
    """A screen that shows the spine of what one query asks for."""

    app = getters.app(ReadersApp)
    spine_view = query_one(SpineView)
    shown: Selection
    _spines: dict[Query, Spine]
    _told: Event | None
    _last_told: Event | None

    if TYPE_CHECKING:  # what the timeline's screen has

        def answer(self, query: Query) -> Selection:
            """The events that a query asks for, of this reader."""

        @property
        def asked(self) -> Query:
            """The query in force."""

        def event_at_hand(self) -> Event | None:
            """The event under the cursor."""

        def tell_event(self) -> None:
            """Tell the event under the cursor."""

        def _show(self, event: Event | None) -> None:
            """Lay the selection out anew."""

    def take_own(self) -> None:
        """Show what stands in the notebook now; what is asked may depend on it."""
        own, at_hand = self.app.desk.notebook.own, self.event_at_hand() or self._last_told
        if self.shown.own != own and asks_for_reader_marks(self.asked):
            self._spines.clear()
            self.shown = self.answer(self.asked)
            self._show(at_hand)
            return
        self._spines = {query: spine for query, spine in self._spines.items() if not asks_for_reader_marks(query)}
        for spine in filter(None, (*self._spines.values(), self.spine_view.spine)):
            spine.own = own
        self.spine_view.redraw()
        self._told = None
        self.tell_event()
