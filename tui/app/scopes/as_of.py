"""Telling a timeline as published by a day, and stepping from publication to publication."""

from __future__ import annotations

from typing import ClassVar

from textual import on, work
from textual.binding import BindingType

from tui.app import commands
from tui.app.base.hosts import EventView
from tui.app.base.query_session import QuerySession
from tui.app.scopes.scope import Scope
from tui.app.widgets.facet_bar import RibbonBar
from tui.core.query.tree import AS_OF
from tui.core.text.messages import _


class AsOfScope(Scope):
    """A query that may hold the day by whose publications everything is told."""

    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings(commands.TIMELINE, "as_of", "publication")]

    def __init__(self, session: QuerySession, view: EventView | None = None) -> None:
        super().__init__()
        self.session = session
        self.view = view

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """One steps from publication to publication once there is a day."""
        is_there = action != "publication" or self.session.asked.as_of is not None
        return is_there and super().check_action(action, parameters)

    @work(group="picking")
    async def action_as_of(self) -> None:
        """Type or step to a day; while one does, everything is told by it."""
        from tui.app.dialogs.as_of_line import AsOfLine

        begun_with, at_hand = self.session.history, self.view.event if self.view else None
        query = await self.app.answer_to(AsOfLine(self.session))
        self.session.turn_to(begun_with)
        if query is not None:
            self.session.ask(query)
        elif self.view:
            self.view.go_to_event(at_hand)

    def action_publication(self, steps: int) -> None:
        """Tell everything by the day of the next publication, or of the one before."""
        day = self.session.next_publication(self.session.asked.as_of, steps)
        if day is None:
            self.say(_("no source came out before") if steps < 0 else _("no source comes out after that"))
        else:
            self.session.ask(self.session.by_day(day))

    @on(RibbonBar.ZoneChosen)
    def _take_day_chosen(self, chosen: RibbonBar.ZoneChosen) -> None:
        """A click on the day asks for another."""
        if chosen.zone.field == AS_OF and chosen.zone.action == "pick":
            chosen.stop()
            self.action_as_of()
