"""A view: a screen that shows what is asked, and from which one turns to another view by a letter."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import NamedTuple

from textual import work

from tui.app.base.query_session import QuerySession
from tui.app.base.view_names import VIEWS, View, view_of
from tui.app.views import letter_of
from tui.app.widgets.key_bar import KeyBar
from tui.app.widgets.keyed_screen import KeyedScreen
from tui.core.query.history import History
from tui.core.query.tree import Query
from tui.core.text.messages import _, translatable


class WayBack(NamedTuple):
    """The screen from which one went to the spine, and to which `q` there goes back."""

    opens: Callable[[], Awaitable[object]]
    """Opens the screen again."""
    value: str
    """The value on which the cursor was, where the view is a list of values."""
    history: History
    """The query and those before it, as they were there."""
    asked: Query
    """The query that one took from there to the spine."""


class ViewScreen(KeyedScreen[None]):
    """The spine, or a view that stands over it."""

    way_back: WayBack | None = None
    """On the spine the way to the view from which one chose what is shown there."""

    def __init__(self, session: QuerySession, below: ViewScreen | None = None, *, classes: str | None = None) -> None:
        """`below` is the spine, unless this is it."""
        super().__init__(classes=classes)
        self.session = session
        self.below = below

    def leave_to(self, query: Query, value: str = "") -> None:
        """Go down to the spine with a query; `q` there comes back, to the same value."""
        if self.below is not None:
            opens = partial(self.app.open_screen, letter_of(self), self.below)
            self.below.turn_way(WayBack(opens, value, self.session.history, query))
            with self.app.batch_update():
                self.leave()
                if query != self.session.asked:
                    self.session.ask(query)

    def ask_from(self, opens: Callable[[], Awaitable[object]], query: Query) -> None:
        """Ask what a screen that stood over this one wants to see; `q` on the spine opens that again."""
        if self.below is None:
            self.turn_way(WayBack(opens, "", self.session.history, query))
        self.session.ask(query)

    def turn_way(self, way: WayBack | None) -> None:
        """Have `q` go back to a view, or to none, and the key bar say so."""
        self.way_back = way
        for bar in self.query(KeyBar):
            bar.instead = {} if way is None else {"back": translatable("back")}
            bar.redraw()

    @work(group="picking")
    async def come_back(self, way: WayBack) -> None:
        """Go back to the view from which one came; the query is again what it was there, unless it was changed here."""
        if self.session.asked == way.asked:
            self.session.turn_to(way.history)
        await way.opens()
        self.turn_way(None)

    @work(group="picking")
    async def action_view(self) -> None:
        """Ask by a letter for another view."""
        from tui.app.dialogs.chord import Chord

        view = view_of(await self.app.answer_to(Chord(_("view"), {view.letter: _(view.word) for view in VIEWS})))
        if view is not None:
            await self.look(view)

    async def look(self, view: View) -> None:
        """Turn to another view, which stands over the same spine."""
        if self.below is None:
            self.turn_way(None)
            if not view.is_root:
                await self.app.open_screen(view.letter, self)
        elif view.letter != letter_of(self):
            self.action_back()
            await self.below.look(view)
