"""Filtering by one query, which pickers, panel, ribbon, line and saved views all edit."""

from __future__ import annotations

from typing import ClassVar

from textual import on, work
from textual.binding import BindingType

from tui.app import commands
from tui.app.base.hosts import EventView
from tui.app.base.query_session import QuerySession
from tui.app.scopes.scope import Scope
from tui.app.widgets.facet_bar import RibbonBar
from tui.core.query.tree import Query
from tui.core.text.messages import _
from tui.core.text.names import group_name
from tui.core.timeline.model import ORDERS, Event
from tui.drawing.spans.spans import Line


class QueryScope(Scope):
    """The scope that shows the answer to one query; `view` is where one looks at its events, if one does."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *commands.bindings(commands.TIMELINE, "pick", "filter", "facets", "views", "clear", "undo", "redo")
    ]

    def __init__(self, session: QuerySession, view: EventView | None = None) -> None:
        super().__init__()
        self.session = session
        self.view = view

    @property
    def event(self) -> Event | None:
        """The event that the reader looks at."""
        return self.view.event if self.view else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a filter can be cleared."""
        is_there = action != "clear" or bool(self.session.asked.terms)
        return is_there and super().check_action(action, parameters)

    @work(group="picking")
    async def action_pick(self, field: str) -> None:
        """Pick values of a facet."""
        from tui.app.dialogs.picker import Picked, Picker
        from tui.core.entry.picker_choices import title_of_values, values_to_pick

        asked = self.session.asked
        choices = values_to_pick(self.session.shown, field, self.event, self.app.reader.language)
        if not choices:
            self.say(_("no event has a {field}", field=group_name(field)))
            return
        picker = Picker(
            title_of_values(self.session.shown, field, len(choices)),
            choices,
            several=True,
            chosen=Picked(asked.chosen(field), asked.chosen(field, negative=True)),
        )
        picked = await self.app.answer_to(picker)
        if picked is not None:
            query = self.session.asked.choosing(field, picked.values)
            self.session.ask(query.choosing(field, picked.excluded, negative=True))

    async def action_facets(self) -> None:
        """All facets."""
        await self.app.open_screen("facets", self.session)

    def action_clear(self) -> None:
        """Ask for everything."""
        self.session.ask(Query())

    def action_undo(self) -> None:
        """The query before."""
        if not self.session.history.before:
            self.say(_("nothing to undo"))
        self.session.turn_to(self.session.history.undo())

    def action_redo(self) -> None:
        """The query that was undone."""
        if not self.session.history.undone:
            self.say(_("nothing to redo"))
        self.session.turn_to(self.session.history.redo())

    @on(RibbonBar.ZoneChosen)
    async def _filter_by_zone_chosen(self, chosen: RibbonBar.ZoneChosen) -> None:
        """Do what a click on the ribbon stands for."""
        zone, asked = chosen.zone, self.session.asked
        if zone.action == "toggle":
            self.session.ask(asked.toggling(zone.field, zone.value))
        elif zone.action == "drop":
            self.session.ask(asked.dropping(zone.value))
        elif zone.field == "clear":
            self.action_clear()
        elif zone.field == "panel":
            await self.action_facets()
        elif zone.action == "clear":
            self.session.ask(asked.without(zone.field))
        else:
            self.action_pick(zone.field)

    @work(group="picking")
    async def action_filter(self) -> None:
        """Edit the query itself; while it is edited, every keystroke is answered."""
        from tui.app.dialogs.query_line import FilterLine

        begun_with, at_hand = self.session.history, self.event
        self.session.is_typed = True
        try:
            query = await self.app.answer_to(FilterLine(self.session, self.view))
            self.session.turn_to(begun_with)
        finally:
            self.session.is_typed = False
        if query is not None:
            self.session.ask(query)
        elif self.view:
            self.view.go_to_event(at_hand)

    @work(group="picking")
    async def action_views(self) -> None:
        """Choose a view that is saved, or save what is asked as one."""
        from tui.app.dialogs.saved_views import choose

        chosen = await choose(self.session, self.app)
        at = self.session.shown.at(1 if chosen and chosen.order == "newest" else 0)
        if chosen and chosen.order in ORDERS and self.view and at:
            self.view.go_to_event(at.event)

    def instead_of_events(self) -> list[Line]:
        """The words where there is no event."""
        from tui.drawing.spans.empty import in_place_of_events

        return in_place_of_events(
            self.session.shown,
            self.app.reader.pen,
            clear=self.key_of("clear"),
            undo=self.key_of("undo"),
            name=self.app.reader.name_of_file,
        )
