"""The actors: who they are, and when events concern them."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from tui.app import commands
from tui.app.scopes.query import Filtering
from tui.app.views.list_view import ListScreen
from tui.core.text.clean import clean_line
from tui.core.timeline.in_language import TimelineInLanguage
from tui.core.timeline.model import Actor
from tui.drawing.lists.actors import ORDERS, ActorList
from tui.drawing.lists.profile import actor_profile
from tui.drawing.spans.column import TextColumn
from tui.drawing.spans.spans import Line


class ActorsScreen(ListScreen):
    """Every actor with its events over time."""

    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings(commands.ACTORS_VIEW)]
    COMMANDS_HERE = commands.ACTORS_VIEW
    FIELD = "actor"
    NO_EVENT = "no event concerns this actor"
    EMPTY = "no actor"

    cast: ActorList

    def __init__(self, below: Filtering) -> None:
        super().__init__(below)
        self.order = ORDERS[0]

    def listed(self) -> ActorList:
        """The actors of what is shown."""
        self.cast = ActorList(self.shown, self.app.reader.pen.on(self.shown.index.today), self.order)
        return self.cast

    def value_at(self, row: int) -> str:
        """The id of an actor."""
        return self.cast.rows[row].actor.id

    def row_of(self, value: str) -> int | None:
        """The row of an actor."""
        return self.cast.row_of.get(value)

    def has_events(self, row: int) -> bool:
        """Whether any event that could be shown concerns it."""
        return bool(self.cast.rows[row].events)

    def told(self, value: str, sheet: TextColumn, voice: TimelineInLanguage) -> list[Line]:
        """The actor whole."""
        row = self.cast.row_of.get(value)
        if row is None:  # the file was saved without it, while it was told
            return []
        part = self.cast.rows[row]
        told_by = self.cast.index.events
        events = [told_by[row] for row in part.events]
        told = [event for event in told_by if event.told and value in event.told]
        return actor_profile(part.actor, events, told, self.cast.chart(value, sheet.width), voice, sheet)

    def to_copy(self, value: str) -> dict[str, tuple[str, str]]:
        """Its name, its id."""
        actor = self.index.timeline.actors.get(value) or Actor(value, {})
        name = self.index.timeline.say(actor.names, self.app.reader.language)
        return {"n": ("name", clean_line(name) or value), "i": ("id", value)}

    def action_sort(self) -> None:
        """Sort by the next thing that they can be sorted by."""
        self.order = ORDERS[(ORDERS.index(self.order) + 1) % len(ORDERS)]
        self.follow()
        self.say(f"by {self.order}")
