"""Filtering by one query, which pickers, panel, ribbon, line and saved views all edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import getters, work

from tui.app.base.reader import ReadersApp
from tui.app.commands import key_name
from tui.core.entry.picker_choices import values_to_pick
from tui.core.index.index import Index
from tui.core.index.selection import Selection, select
from tui.core.query.history import History
from tui.core.query.names import Names
from tui.core.query.tree import AS_OF, Query
from tui.core.timeline.model import GROUPS, Event
from tui.drawing.spine.facet_bar import Zone

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.app.base.view_names import View

    _Base = Screen[Any]
else:
    _Base = object


class Filtering(_Base):
    """A screen that shows what one query asks for."""

    app = getters.app(ReadersApp)
    index: Index
    history: History
    shown: Selection
    names: Names

    grouped_by = GROUPS[0]
    """What events are grouped by where they stand in groups."""
    stood_at: Event | None = None
    """The event at hand when a query began to be typed: letters on the way lead nowhere else."""

    def event_at_hand(self) -> Event | None:
        """The event that the reader looks at."""
        raise NotImplementedError

    def go_to_event(self, event: Event | None) -> None:
        """To an event, if what is shown now has it."""
        raise NotImplementedError

    def turn_to(self, history: History) -> None:
        """Show what is asked now, with the cursor on the same event if it is still there."""
        raise NotImplementedError

    def say(self, sentence: str) -> None:
        """Say something to the reader."""
        raise NotImplementedError

    def choose_day(self) -> None:
        """Choose the day by whose publications everything is told."""
        raise NotImplementedError

    def key_of(self, command: str) -> str:
        """The key that a reader presses for a command, by its id, for `panel`, or for the facet it picks."""
        wanted = {"panel": "facets"}.get(command, command)
        for key, active in self.active_bindings.items():
            if active.binding.id in (wanted, f"pick-{wanted}"):
                return key_name(key)
        return ""

    @property
    def asked(self) -> Query:
        """The query in force."""
        return self.history.now

    def answer(self, query: Query) -> Selection:
        """The events that a query asks for, of this reader."""
        return select(self.index, query, *self.app.desk.notebook.own)

    def ask(self, query: Query) -> None:
        """Show what another query asks for, with the cursor on the same event if it is still there."""
        self.app.desk.remember(str(query))
        self.turn_to(self.history.ask(query))

    @work(group="picking")
    async def action_pick(self, field: str) -> None:
        """Pick values of a facet."""
        from tui.app.dialogs.picker import Picked, Picker

        picker = Picker(
            field,
            values_to_pick(self.shown, field, self.event_at_hand(), self.app.reader.language),
            several=True,
            chosen=Picked(self.asked.chosen(field), self.asked.chosen(field, negative=True)),
        )
        picked = await self.app.answer_to(picker)
        if picked is not None:
            query = self.asked.choosing(field, picked.values)
            self.ask(query.choosing(field, picked.excluded, negative=True))

    def action_facets(self) -> None:
        """All facets."""
        from tui.app.dialogs.facet_panel import FacetScreen

        self.app.push_screen(FacetScreen(self))

    def action_clear(self) -> None:
        """Ask for everything."""
        self.ask(Query())

    def action_undo(self) -> None:
        """The query before."""
        if not self.history.before:
            self.say("nothing to undo")
        self.turn_to(self.history.undo())

    def action_redo(self) -> None:
        """The query that was undone."""
        if not self.history.undone:
            self.say("nothing to redo")
        self.turn_to(self.history.redo())

    def filter_by_zone(self, zone: Zone) -> None:
        """Do what a click on a zone of the ribbon stands for."""
        if zone.action == "toggle":
            self.ask(self.asked.toggling(zone.field, zone.value))
        elif zone.action == "drop":
            self.ask(self.asked.dropping(zone.value))
        elif zone.field == "clear":
            self.action_clear()
        elif zone.field == "panel":
            self.action_facets()
        elif zone.action == "clear":
            self.ask(self.asked.without(zone.field))
        elif zone.field == AS_OF:
            self.choose_day()
        else:
            self.action_pick(zone.field)

    @work(group="picking")
    async def action_filter(self) -> None:
        """Edit the query itself; while it is edited, every keystroke is answered."""
        from tui.app.dialogs.query_line import FilterLine

        begun_with, at_hand = self.history, self.event_at_hand()
        self.stood_at = at_hand
        try:
            query = await self.app.answer_to(FilterLine(self))
            self.turn_to(begun_with)
        finally:
            self.stood_at = None
        if query is None:
            self.go_to_event(at_hand)
        else:
            self.ask(query)

    def preview(self, query: Query) -> None:
        """Show what a query asks for that is not yet meant."""
        self.turn_to(self.history._replace(now=query))

    @work(group="picking")
    async def action_views(self) -> None:
        """Choose a view that is saved, or save what is asked as one."""
        from tui.app.dialogs.saved_views import choose

        await choose(self, self.app)

    def group_by(self, field: str) -> None:
        """From now on group events by a field, where they stand in groups."""
        self.grouped_by = field

    # Views

    @work(group="picking")
    async def action_view(self) -> None:
        """Look at what is asked for in another way."""
        view = await self.app.choose_view()
        if view is not None:
            self.look(view)

    def look(self, view: View) -> None:
        """Turn to a view; here that is from the spine to another."""
        if not view.is_root:
            self.app.open_view(view, self)
