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
from tui.core.citation.resolve import ResolvedCitation, in_order_of_publication
from tui.core.index.protocol import Answers, Engine, EventFacts, timeline_around
from tui.core.text.messages import _
from tui.core.timeline.model import Event, Timeline
from tui.drawing.event.detail import event_with_citations
from tui.drawing.spans.column import TextColumn
from tui.drawing.spans.spans import Line, Span


class AccountView(ScrolledText):
    """The lines about one of the events that a query asks for."""

    LEAST = 10

    def __init__(self, shown: Answers, facts: EventFacts) -> None:
        super().__init__(self._told)
        self.shown = shown
        self.facts = facts
        self.places: list[range] = []
        """The rows of each citation."""
        self.at: int | None = None
        """The place of the citation at hand among those of the event."""

    @property
    def event(self) -> Event:
        """The event that is told."""
        return self.facts.event

    @property
    def timeline(self) -> Timeline:
        """The timeline that it is from."""
        return self.shown.engine.head

    def show(self, facts: EventFacts) -> None:
        """Tell another event, from its beginning."""
        self.facts = facts
        self.at = None
        self.tell()
        self.scroll_to(y=0, animate=False, force=True)

    def go_to_event(self, event: Event | None) -> None:
        """Tell another event, if it is shown."""
        found = self.shown.event(event.id) if event else None
        if found is not None:
            self.show(found)

    def _told(self, width: int) -> list[Line]:
        told, self.places = event_with_citations(
            self.event,
            timeline_around(self.shown.engine, self.facts),
            TextColumn(width, self.app.reader.pen.on(self.shown.engine.today)),
            every_passage=True,
            distance=self._distance(self.event),
            notebook=self.app.notebook_session.if_any,
        )
        if self.at is not None and self.at >= len(self.places):
            self.at = None
        return told

    def _distance(self, event: Event) -> str:
        """The distance of its day from today; told by another day, that would mislead."""
        if self.timeline.as_of is not None:
            return ""
        return distance(event.date, self.shown.engine.today, self.app.reader.language)

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
        return self.account.shown.engine

    @property
    def citation(self) -> ResolvedCitation | None:
        """The citation that the reader went to."""
        at, cited = self.account.at, in_order_of_publication(self.account.event, self.timeline)
        return None if at is None or at >= len(cited) else cited[at]  # as of an earlier day there are fewer

    def action_step(self, steps: int) -> None:
        """Tell the next event, or the one before."""
        found = self.account.shown.window(self.account.facts.key, 1, steps)
        if found:
            self.account.show(found[0])
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

    def action_note(self) -> None:  # type: ignore[override]  # Textual starts both alike
        """All that is known of the citation at hand; when there is none, a note on the event."""
        one = self.citation
        if one is None:
            super().action_note()
            return
        from tui.app.dialogs.reading import ScrolledTextScreen
        from tui.core.timeline.in_language import TimelineInLanguage
        from tui.drawing.event.citation import citation_lines
        from tui.drawing.spans.column import TextColumn

        voice, pen = TimelineInLanguage(self.timeline, self.app.reader.language), self.app.reader.pen
        self.app.push_screen(ScrolledTextScreen(lambda width: list(citation_lines(one, voice, TextColumn(width, pen)))))

    def action_open_citation(self) -> None:
        """Open the citation at hand; when there is none, the article that is picked."""
        one = self.citation
        if one is None:
            self.action_open()
        else:
            self.open_article(one)


class EventScreen(KeyedScreen[Event]):
    """One of the events that a query asks for; `h` and `l` step to its neighbours. The answer is where one went."""

    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings(commands.EVENT, *commands.OF_SCREENS)]
    COMMANDS_HERE = commands.EVENT
    AUTO_FOCUS = "AccountView"

    def __init__(self, session: QuerySession, facts: EventFacts) -> None:
        """One of the events that a session shows."""
        super().__init__()
        self.session = session
        self.view = AccountView(session.shown, facts)

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
        found = shown.event(self.view.event.id)
        if found is None:
            self.say(_("this event is no longer there, or no longer asked for"))
            return
        self.view.shown, self.view.facts = shown, found
        self.view.tell()

    def take_own(self) -> None:
        """Tell what stands in the notebook now."""
        self.view.tell()

    def action_back(self) -> None:
        """Back to the spine, with the cursor on this event."""
        self.leave(self.view.event)
