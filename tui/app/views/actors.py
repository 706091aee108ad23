"""The actors: who they are, and when events concern them."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from tui.app import commands
from tui.app.base.query_session import QuerySession
from tui.app.base.reader import Reader
from tui.app.scopes.rows import RowScope
from tui.app.views.list_view import ListScreen
from tui.app.views.timeline import TimelineScreen
from tui.core.index.protocol import Answers
from tui.core.text.clean import clean_line
from tui.core.text.messages import _, translatable
from tui.core.text.names import group_name
from tui.core.timeline.facets import BODY
from tui.core.timeline.in_language import TimelineInLanguage
from tui.core.timeline.model import GROUPS, Actor
from tui.drawing.lists.actors import ORDERS, ActorList
from tui.drawing.lists.profile import actor_profile
from tui.drawing.spans.column import TextColumn
from tui.drawing.spans.spans import Line


class ActorListing:
    """The actors of a selection."""

    FIELD: ClassVar[str] = "actor"
    NO_EVENT: ClassVar[str] = translatable("no event concerns this actor")
    EMPTY: ClassVar[str] = translatable("no actor")

    def __init__(self, shown: Answers, reader: Reader, order: str = ORDERS[0], group: str = GROUPS[0]) -> None:
        self.timeline = shown.engine.head
        self.rows = ActorList(shown, reader.pen.on(shown.engine.today), order, group)

    def value_at(self, row: int) -> str:
        """The id of an actor."""
        return self.rows.rows[row].actor.id

    def row_of(self, value: str) -> int | None:
        """The row of an actor, or of what it stands with."""
        return self.rows.place_of(value)

    def has_events(self, row: int) -> bool:
        """True when any event that could be shown concerns it."""
        return bool(self.rows.rows[row].events)

    def told(self, value: str, column: TextColumn, voice: TimelineInLanguage) -> list[Line]:
        """The actor whole."""
        row = self.row_of(value)
        if row is None:  # the file was saved without it, while it was told
            return []
        actor, events = self.rows.rows[row].actor, self.rows.events_of(value)
        told = events.engine.select().group("told", value)
        return actor_profile(actor, events, told, self.rows.chart(value, column.width), voice, column)

    def to_copy(self, value: str, voice: TimelineInLanguage) -> dict[str, tuple[str, str]]:
        """Its name, its id."""
        actor = self.timeline.actors.get(value) or Actor(value, {})
        name = self.timeline.say(actor.names, voice.language)
        return {"n": (_("name"), clean_line(name) or value), "i": (_("id"), value)}

    def is_private(self, value: str) -> bool:
        """No actor is private."""
        return False


class ActorScope(RowScope[ActorListing]):
    """The actors, in one order of several, alone or with what they are a part of."""

    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings(commands.ACTORS_VIEW, "sort", "group", "copy")]

    def __init__(self, session: QuerySession) -> None:
        super().__init__(session, self._listing)
        self.order = ORDERS[0]

    def _listing(self, shown: Answers, reader: Reader) -> ActorListing:
        return ActorListing(shown, reader, self.order, self.session.grouped_by)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """True unless the action groups members and there are none."""
        return (action != "group" or bool(self.session.names.members)) and super().check_action(action, parameters)

    def action_sort(self) -> None:
        """Sort by the next thing that they can be sorted by."""
        self.order = ORDERS[(ORDERS.index(self.order) + 1) % len(ORDERS)]
        self.show()
        self.say(_("by {order}", order=_(self.order)))

    def action_group(self) -> None:
        """Put members with what they are a part of, or each alone."""
        field = GROUPS[0] if self.session.grouped_by == BODY else BODY
        self.session.group_by(field)
        self.say(_("by {field}", field=group_name(field)))


class ActorsScreen(ListScreen):
    """Every actor with its events over time."""

    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings(commands.ACTORS_VIEW, *commands.OF_SCREENS)]
    COMMANDS_HERE = commands.ACTORS_VIEW

    def __init__(self, spine: TimelineScreen) -> None:
        super().__init__(spine, ActorScope(spine.session))
