"""One event whole, on a screen of its own."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.geometry import Region

from tui.app import commands
from tui.app.base.query_session import QuerySession
from tui.app.base.relative_day import distance
from tui.app.scopes.event import EventScope
from tui.app.widgets.key_bar import KeyBar
from tui.app.widgets.keyed_screen import KeyedScreen
from tui.app.widgets.scrolled_text import ScrolledText
from tui.core.citation.resolve import ResolvedCitation, citations_of_event
from tui.core.index.protocol import Answers, Engine
from tui.core.index.unmigrated import selection_of
from tui.core.timeline.model import Event, Timeline
from tui.drawing.event.detail import event_with_citations
from tui.drawing.spans.column import TextColumn
from tui.drawing.spans.spans import Line, Span


class AccountView(ScrolledText):
    """The lines about the event at a place of a selection."""

    LEAST = 10

    def __init__(self, shown: Answers, place: int) -> None:
        super().__init__(self._told)
        self.shown, self.engine = selection_of(shown), shown.engine
        self.place = place
        self.places: list[range] = []
        """The rows of each citation."""
        self.at: int | None = None
        """The place of the citation at hand among those of the event."""

    @property
    def event(self) -> Event:
        """The event that is told."""
        return self.shown.event(self.place)

    @property
    def timeline(self) -> Timeline:
        """The timeline that it is from."""
        return self.shown.index.timeline

    def show(self, place: int) -> None:
        """Tell the event at another place, from its beginning."""
        self.place = place
        self.at = None
        self.tell()
        self.scroll_to(y=0, animate=False, force=True)

    def go_to_event(self, event: Event | None) -> None:
        """Tell another event, if it is shown."""
        place = self.shown.place_of(event.id) if event else None
        if place is not None:
            self.show(place)

    def _told(self, width: int) -> list[Line]:
        told, self.places = event_with_citations(
            self.event,
            self.timeline,
            TextColumn(width, self.app.reader.pen.on(self.shown.index.today)),
            every_passage=True,
            distance=self._distance(self.event),
            notebook=self.app.notebook_session.if_any,
        )
        return told

    def _distance(self, event: Event) -> str:
        """The distance of its day from today; told by another day, that would mislead."""
        if self.timeline.as_of is not None:
            return ""
        return distance(event.date, self.shown.index.today, self.app.reader.language)

    def margin(self, row: int) -> Span:
        """The cursor, before the rows of the citation at hand."""
        here = self.at is not None and row in self.places[self.at]
        return Span(f"{self.app.reader.glyphs.cursor} " if here else "  ", "key")

    def go_to_citation(self, steps: int) -> None:
        """To the next citation, or the one before, with its rows in sight."""
        if not self.places:
            self.app.bell()
            return
        down = sorted(range(len(self.places)), key=lambda place: self.places[place].start)
        before = down.index(self.at) if self.at is not None else -1 if steps > 0 else 0
        self.at = down[(before + steps) % len(down)]
        rows = self.places[self.at]
        self.scroll_to_region(Region(0, rows.start + 1, 1, len(rows)), animate=False, force=True)
        self.refresh()


class AccountScope(EventScope):
    """The event that is told, its neighbours, and its citations."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *commands.bindings(commands.EVENT, "step", "scroll_by", "scroll_page", "cite", "open_citation")
    ]

    def __init__(self, session: QuerySession, view: AccountView) -> None:
        super().__init__(session, view)
        self.account = view

    @property
    def engine(self) -> Engine:
        """The engine that holds the event, also of one that is shown no more."""
        return self.account.engine

    @property
    def citation(self) -> ResolvedCitation | None:
        """The citation that the reader went to."""
        at = self.account.at
        return None if at is None else citations_of_event(self.account.event, self.timeline)[at]

    def action_step(self, steps: int) -> None:
        """Tell the next event, or the one before."""
        place = self.account.place + steps
        if 0 <= place < len(self.account.shown):
            self.account.show(place)
        else:
            self.app.bell()

    def action_scroll_by(self, rows: int) -> None:
        """Scroll by rows."""
        self.account.scroll_rows(rows)

    def action_scroll_page(self, pages: int) -> None:
        """Scroll by what is in sight."""
        self.account.scroll_pages(pages)

    def action_cite(self, steps: int) -> None:
        """Go to the next citation, or the one before."""
        self.account.go_to_citation(steps)

    def action_open_citation(self) -> None:
        """Open the citation at hand; when there is none, the article that is picked."""
        one = self.citation
        if one is None:
            self.action_open()
        else:
            self.open_article(one)


class EventScreen(KeyedScreen[Event]):
    """The event at a place of a selection; `h` and `l` step to its neighbours. The answer is where one went."""

    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings(commands.EVENT, *commands.OF_SCREENS)]
    COMMANDS_HERE = commands.EVENT
    AUTO_FOCUS = "AccountView"

    def __init__(self, session: QuerySession, place: int) -> None:
        """The event at a place of what a session shows."""
        super().__init__()
        self.session = session
        self.view = AccountView(session.shown, place)

    def compose(self) -> ComposeResult:
        """The event, and the keys."""
        with AccountScope(self.session, self.view):
            yield self.view
        yield KeyBar()

    def on_mount(self) -> None:
        """Tell the event."""
        self.call_after_refresh(self.view.tell)

    def renew(self, shown: Answers) -> None:
        """Tell the event as the file has it now, from the row where one reads; one that is gone stays, and is said."""
        place = selection_of(shown).place_of(self.view.event.id)
        if place is None:
            self.say("this event is no longer there, or no longer asked for")
            return
        self.view.shown, self.view.engine, self.view.place = selection_of(shown), shown.engine, place
        self.view.tell()

    def take_own(self) -> None:
        """Tell what stands in the notebook now."""
        self.view.tell()

    def action_back(self) -> None:
        """Back to the spine, with the cursor on this event."""
        self.leave(self.view.event)
