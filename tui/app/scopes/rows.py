"""A list of the values of one field, around which one moves, and from which one goes to the events of a value."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Generic, Protocol, TypeVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType

from tui.app import commands
from tui.app.base.query_session import QuerySession
from tui.app.base.reader import Reader
from tui.app.scopes.citations import IS_PRIVATE, CitationScope
from tui.app.widgets.row_list import RowListHeader, RowListView, RowSource
from tui.core.index.protocol import Answers
from tui.core.query.tree import Query
from tui.core.text.messages import _
from tui.core.timeline.in_language import TimelineInLanguage
from tui.drawing.spans.column import TextColumn
from tui.drawing.spans.spans import Line


class Listing(Protocol):
    """Values of a field of the query, a row each, as a selection has them."""

    FIELD: ClassVar[str]
    NO_EVENT: ClassVar[str]
    """The words for a row that has no event to show."""
    EMPTY: ClassVar[str]
    """The words for a list without a row."""

    @property
    def rows(self) -> RowSource:
        """The rows as they are drawn."""

    def value_at(self, row: int) -> str:
        """The value that a row stands for; empty where it stands for none."""

    def row_of(self, value: str) -> int | None:
        """The row of a value, if it has one."""

    def has_events(self, row: int) -> bool:
        """True when there is any event to go to."""

    def told(self, value: str, column: TextColumn, voice: TimelineInLanguage) -> list[Line]:
        """All about a value."""

    def to_copy(self, value: str, voice: TimelineInLanguage) -> dict[str, tuple[str, str]]:
        """By key, what can be copied of a value: a word for it, and the text."""

    def is_private(self, value: str) -> bool:
        """True when it is not to leave jalon."""


Listed = TypeVar("Listed", bound=Listing)


class RowScope(CitationScope, Generic[Listed]):
    """A list of what a session shows, with a cursor on one value."""

    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings(commands.LISTING, "choose", "whole")]

    def __init__(self, session: QuerySession, listed: Callable[[Answers, Reader], Listed]) -> None:
        """`listed` makes the list of what is shown."""
        super().__init__(id="list")
        self.session = session
        self.listed = listed
        self.listing: Listed | None = None
        self.view = RowListView()
        self.starts_at = ""
        """The value on which the cursor is to be at first."""
        self.on_choose: Callable[[Query, str], None] = lambda _query, _value: None
        """Called when the events of a value are to be shown, with the query for them."""

    def compose(self) -> ComposeResult:
        """The names of the columns, and the rows."""
        yield RowListHeader()
        yield self.view

    def show(self) -> None:
        """List what is shown, with the cursor on the same value, else at the same height."""
        value, row = self.value or self.starts_at, max(0, self.view.cursor)
        listing = self.listing = self.listed(self.session.shown, self.app.reader)
        self.query_one(RowListHeader).show(listing.rows)
        kept = listing.row_of(value) if value else None
        self.view.show(listing.rows, row if kept is None else kept, _(listing.EMPTY))

    @property
    def value(self) -> str:
        """The value under the cursor; empty when there is none."""
        row = self.view.cursor
        return self.listing.value_at(row) if self.listing and 0 <= row < len(self.listing.rows) else ""

    def lines(self, value: str, width: int) -> list[Line]:
        """All about a value, in so many cells."""
        return self.listing.told(value, self.column(width), self.voice) if self.listing else []

    def column(self, width: int) -> TextColumn:
        """A column of so many cells."""
        return TextColumn(width, self.app.reader.pen)

    @property
    def voice(self) -> TimelineInLanguage:
        """The timeline in the reader's language."""
        return TimelineInLanguage(self.session.shown.engine.head, self.app.reader.language)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """True unless the action needs a value and there is none."""
        needs_value = action in ("choose", "whole", "open", "open_archive", "copy")
        return (not needs_value or bool(self.value)) and super().check_action(action, parameters)

    @on(RowListView.RowChosen)
    def action_choose(self) -> None:
        """Back to the spine, with the events of the value under the cursor alone."""
        value, listing = self.value, self.listing
        if listing is None:
            return
        if not value or not listing.has_events(self.view.cursor):
            self.say(_(listing.NO_EVENT))
            return
        asked = self.session.asked
        excluded = tuple(one for one in asked.chosen(listing.FIELD, negative=True) if one != value)
        query = asked.choosing(listing.FIELD, (value,)).choosing(listing.FIELD, excluded, negative=True)
        self.on_choose(query, value)

    def action_whole(self) -> None:
        """All about the value under the cursor."""
        from tui.app.dialogs.reading import ScrolledTextScreen

        value = self.value
        self.app.push_screen(ScrolledTextScreen(lambda width: self.lines(value, width)))

    @work(group="picking")
    async def action_copy(self) -> None:
        """Copy what the second key names."""
        from tui.app.dialogs.chord import Chord

        value, listing = self.value, self.listing
        if listing is None:
            return
        offered = listing.to_copy(value, self.voice)
        key = await self.app.answer_to(Chord(_("copy"), {key: word for key, (word, _text) in offered.items()}))
        if key is None:
            return
        word, text = offered[key]
        if not self.may_copy(listing.is_private(value)):
            self.say(_(IS_PRIVATE))
        elif not text:
            self.say(_("there is no {thing}", thing=word))
        else:
            self.copy_text(text)
