"""What the views have in common that list something else than events: the spine's query, a cursor, a detail."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Container
from textual.getters import query_one
from textual.screen import Screen

from tui.app.commands import Command
from tui.app.scopes.as_of import Publishing
from tui.app.scopes.query import Filtering
from tui.app.views import letter_of
from tui.app.widgets.detail import Detail
from tui.app.widgets.facet_bar import RibbonBar
from tui.app.widgets.heading import Heading
from tui.app.widgets.key_bar import KeyBar
from tui.app.widgets.row_list import RowListHeader, RowListView, RowSource
from tui.core.query.history import History
from tui.core.text.clean import clean_line
from tui.core.timeline.in_language import TimelineInLanguage
from tui.core.timeline.model import Event
from tui.drawing.lists.profile import in_brief
from tui.drawing.spans.column import TextColumn
from tui.drawing.spans.spans import Line

if TYPE_CHECKING:
    from tui.app.base.view_names import View
    from tui.core.index.selection import Selection


NEEDS_ROW = ("choose", "whole", "open", "open_archive", "copy")
"""Actions on what is under the cursor."""


class ListScreen(Publishing, Filtering, Screen[None]):
    """A list that stands over the spine: it shows what is asked there, and what is asked here is asked there."""

    AUTO_FOCUS = "RowListView"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide"), (170, "-wider")]  # noqa: RUF012 - Textual's type
    VERTICAL_BREAKPOINTS = [(0, "-low"), (16, "-some"), (30, "-tall"), (44, "-towering")]  # noqa: RUF012 - the same
    COMMANDS_HERE: ClassVar[tuple[Command, ...]]
    FIELD: ClassVar[str]
    """The field of a query that each row is a value of."""
    NO_EVENT: ClassVar[str]
    """What is said when a row has no event to show."""
    EMPTY: ClassVar[str]
    """What is said when there is no row."""

    is_left = False
    list_view = query_one(RowListView)
    list_header = query_one(RowListHeader)
    heading = query_one(Heading)
    ribbon = query_one(RibbonBar)
    detail = query_one(Detail)

    def __init__(self, below: Filtering) -> None:
        super().__init__()
        self.below = below
        self.index = below.index
        self.names = below.names
        self.history = below.history
        self.shown = below.shown

    def compose(self) -> ComposeResult:
        """From top to bottom, as one reads."""
        yield Heading()
        yield RibbonBar(keys=self.key_of)
        with Container(id="body"):
            with Container(id="list"):
                yield RowListHeader()
                yield RowListView()
            yield Detail(id="detail")
        yield KeyBar(self.COMMANDS_HERE)

    def on_mount(self) -> None:
        """Begin with the query in force."""
        self.detail.more = partial(self.key_of, "whole")
        self.follow()

    # What a view of this kind says for itself

    def listed(self) -> RowSource:
        """The list for what is shown."""
        raise NotImplementedError

    def value_at(self, row: int) -> str:
        """The value of the field that a row stands for."""
        raise NotImplementedError

    def row_of(self, value: str) -> int | None:
        """The row of a value, if it has one."""
        raise NotImplementedError

    def has_events(self, row: int) -> bool:
        """Whether there is any event to go to."""
        raise NotImplementedError

    def told(self, value: str, sheet: TextColumn, voice: TimelineInLanguage) -> list[Line]:
        """All about a value."""
        raise NotImplementedError

    def to_copy(self, value: str) -> dict[str, tuple[str, str]]:
        """By key, what can be copied of a value: a word for it, and the text."""
        raise NotImplementedError

    def may_copy(self, value: str) -> bool:
        """Whether it may leave jalon."""
        return True

    # One query for all views

    def turn_to(self, history: History) -> None:
        """Have the spine show what is asked now, and follow."""
        self.below.turn_to(history)
        self.follow()

    def follow(self) -> None:
        """Show what the spine shows, with the cursor on the same value, else at the same height."""
        value, row = self.value_at_hand, max(0, self.list_view.cursor)
        self.history, self.shown = self.below.history, self.below.shown
        self.heading.show(self.shown)
        self.ribbon.show(self.shown)
        listing = self.listed()
        self.list_header.show(listing)
        kept = self.row_of(value) if value else None
        self.list_view.show(listing, row if kept is None else kept, self.EMPTY)
        self.tell()
        self.refresh_bindings()

    def renew(self, shown: Selection) -> None:
        """Show what the file holds now, with the cursor on the same value."""
        if self.is_mounted:
            self.index, self.names = self.below.index, self.below.names
            self.follow()

    def tell_anew(self) -> None:
        """Tell the same in the language that is now the reader's."""
        self.follow()

    def event_at_hand(self) -> Event | None:
        """No event is looked at here."""
        return None

    def go_to_event(self, event: Event | None) -> None:
        """On the spine."""
        self.below.go_to_event(event)

    def say(self, sentence: str) -> None:
        """In the key bar's place."""
        self.query_one(KeyBar).say(clean_line(sentence))

    # The value under the cursor

    @property
    def value_at_hand(self) -> str:
        """The value under the cursor; empty when there is none."""
        row = self.list_view.cursor
        listing = self.list_view.listing
        return self.value_at(row) if listing is not None and 0 <= row < len(listing) else ""

    @on(RowListView.CursorMoved)
    def tell(self) -> None:
        """Tell what is under the cursor."""
        value = self.value_at_hand
        if value:
            self.detail.show(
                lambda width, _: self._lines(value, width),
                lambda width, rows: in_brief(self._lines(value, width), rows, self._sheet(width)),
            )
        else:
            self.detail.show(None, None)

    def _lines(self, value: str, width: int) -> list[Line]:
        return self.told(
            value, self._sheet(width), TimelineInLanguage(self.shown.index.timeline, self.app.reader.language)
        )

    def _sheet(self, width: int) -> TextColumn:
        return TextColumn(width, self.app.reader.pen)

    # Keys

    @on(RibbonBar.ZoneChosen)
    def _filter_by_zone_chosen(self, chosen: RibbonBar.ZoneChosen) -> None:
        self.filter_by_zone(chosen.zone)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing is done before everything stands, nor after it is gone; what there is nothing for is not shown."""
        if not (self.is_mounted and self.is_current):
            return False
        if action == "clear":
            return bool(self.asked.terms)
        if action == "publication":
            return self.asked.as_of is not None
        return bool(self.value_at_hand) if action in NEEDS_ROW else True

    def action_move(self, steps: int) -> None:
        """By rows."""
        self.list_view.move(steps)
        self.tell()

    def action_page(self, pages: float) -> None:
        """By what is in sight."""
        self.list_view.move_page(pages)
        self.tell()

    def action_first(self) -> None:
        """To the first row."""
        self.list_view.go_to_row(0)
        self.tell()

    def action_last(self) -> None:
        """To the last row."""
        self.list_view.go_to_row(10**9, -1)
        self.tell()

    @on(RowListView.RowChosen)
    def action_choose(self) -> None:
        """Back to the spine, with the events of the value under the cursor alone."""
        value = self.value_at_hand
        if not value or not self.has_events(self.list_view.cursor):
            self.say(self.NO_EVENT)
            return
        excluded = tuple(one for one in self.asked.chosen(self.FIELD, negative=True) if one != value)
        query = self.asked.choosing(self.FIELD, (value,)).choosing(self.FIELD, excluded, negative=True)
        with self.app.batch_update():
            self.below.ask(query)
            self.action_back()

    def action_whole(self) -> None:
        """All about the value under the cursor."""
        from tui.app.dialogs.reading import ScrolledTextScreen

        value = self.value_at_hand
        self.app.push_screen(ScrolledTextScreen(lambda width: self._lines(value, width)))

    @work(group="picking")
    async def action_copy(self) -> None:
        """Copy what the second key names."""
        from tui.app.dialogs.chord import Chord

        value = self.value_at_hand
        offered = self.to_copy(value)
        key = await self.app.answer_to(Chord("copy", {key: word for key, (word, _) in offered.items()}))
        if key is None:
            return
        word, text = offered[key]
        if not self.may_copy(value):
            self.say("not copied: this is private (jalon --with-private copies it)")
            return
        if not text:
            self.say(f"there is no {word}")
            return
        self.app.copy_to_clipboard(text)
        self.say(f"copied: {text}")

    def look(self, view: View) -> None:
        """Turn to another view, which stands over the same spine."""
        if view.letter != letter_of(self):
            self.action_back()
            self.below.look(view)

    def action_back(self) -> None:
        """Back to the spine."""
        if self.is_current and not self.is_left:
            self.is_left = True
            self.dismiss(None)
