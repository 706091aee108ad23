"""A view: a screen that shows what is asked, and from which one turns to another view by a letter."""

from __future__ import annotations

from textual import work

from tui.app.base.query_session import QuerySession
from tui.app.base.view_names import VIEWS, View, view_of
from tui.app.views import letter_of
from tui.app.widgets.keyed_screen import KeyedScreen


class ViewScreen(KeyedScreen[None]):
    """The spine, or a view that stands over it."""

    def __init__(self, session: QuerySession, below: ViewScreen | None = None, *, classes: str | None = None) -> None:
        """`below` is the spine, unless this is it."""
        super().__init__(classes=classes)
        self.session = session
        self.below = below

    @work(group="picking")
    async def action_view(self) -> None:
        """Ask by a letter for another view."""
        from tui.app.dialogs.chord import Chord

        view = view_of(await self.app.answer_to(Chord("view", {view.letter: view.word for view in VIEWS})))
        if view is not None:
            await self.look(view)

    async def look(self, view: View) -> None:
        """Turn to another view, which stands over the same spine."""
        if self.below is None:
            if not view.is_root:
                await self.app.open_screen(view.letter, self)
        elif view.letter != letter_of(self):
            self.action_back()
            await self.below.look(view)
