"""One event whole, on a screen of its own."""

from __future__ import annotations

from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.getters import query_one
from textual.screen import Screen
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.app import commands
from tui.app.base.reader import ReadersApp
from tui.app.base.relative_day import distance
from tui.app.scopes.citations import Citing
from tui.app.scopes.notes import Noting
from tui.app.widgets.key_bar import KeyBar
from tui.core.citation.resolve import ResolvedCitation
from tui.core.index.selection import Selection
from tui.core.timeline.model import Event, Timeline
from tui.drawing.event.detail import event_with_citations
from tui.drawing.spans.column import TextColumn
from tui.drawing.spans.spans import Line, Span

WIDEST = 84
"""Cells beyond which lines of text tire the eye."""


class AccountView(ScrollView, can_focus=True, inherit_bindings=False):
    """The lines about an event, scrolled."""

    DEFAULT_CSS = """
    AccountView { scrollbar-size: 0 0; height: 1fr; }
    """

    app = getters.app(ReadersApp)

    def __init__(self, timeline: Timeline, today: int) -> None:
        super().__init__()
        self.timeline = timeline
        self.today = today
        self.event: Event | None = None
        self.told: list[Line] = []
        self.places: list[range] = []
        """The rows of each citation."""
        self.at: int | None = None
        """The place of the citation at hand among those of the event."""

    def show(self, event: Event) -> None:
        """Tell that event from its beginning."""
        self.event = event
        self.at = None
        self._tell()
        self.scroll_to(y=0, animate=False, force=True)

    def tell_anew(self, event: Event, timeline: Timeline) -> None:
        """Tell an event as it stands in another timeline, from the row where one reads."""
        self.event, self.timeline = event, timeline
        self._tell()

    def on_resize(self) -> None:
        """Text is wrapped to the width."""
        self._tell()

    def _tell(self) -> None:
        width = min(WIDEST, self.size.width - 4)
        if self.event is None or width < 10:
            return
        self.told, self.places = event_with_citations(
            self.event,
            self.timeline,
            TextColumn(width, self.app.reader.pen.on(self.today)),
            every_passage=True,
            distance=self._distance(self.event),
            notebook=self.app.desk.if_any,
        )
        self.virtual_size = Size(self.size.width, len(self.told) + 2)
        self.refresh()

    def _distance(self, event: Event) -> str:
        """How far off its day is from today; told by another day, that would mislead."""
        if self.timeline.as_of is not None:
            return ""
        return distance(event.date, self.today, self.app.reader.language)

    def render_line(self, y: int) -> Strip:
        """One row, with a margin about the text."""
        row = y + self.scroll_offset.y - 1
        width = self.size.width
        if not 0 <= row < len(self.told):
            return self.app.reader.looks.blank(width)
        here = self.at is not None and row in self.places[self.at]
        margin = (Span(f"{self.app.reader.glyphs.cursor} " if here else "  ", "key"),)
        looks = self.app.reader.looks
        return Strip.join([looks.strip(margin, 2), looks.strip(self.told[row], width - 2)])

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


class EventScreen(Noting, Citing, Screen[int]):
    """The event at a place of a selection; `h` and `l` step to its neighbours."""

    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings(commands.EVENT)]
    COMMANDS_HERE = commands.EVENT
    is_left = False
    AUTO_FOCUS = "AccountView"

    view = query_one(AccountView)

    def __init__(self, selection: Selection, place: int) -> None:
        super().__init__()
        self.selection = selection
        self.place = place

    def compose(self) -> ComposeResult:
        """The event, and the keys."""
        yield AccountView(self.timeline_at_hand(), self.selection.index.today)
        yield KeyBar()

    def on_mount(self) -> None:
        """Tell the event."""
        self.call_after_refresh(self._show)

    def event_at_hand(self) -> Event | None:
        """The event that is told."""
        return self.selection.event(self.place)

    def timeline_at_hand(self) -> Timeline:
        """The timeline it is from."""
        return self.selection.index.timeline

    def renew(self, shown: Selection) -> None:
        """Tell the event as the file has it now, from the row where one reads; one that is gone stays, and is said."""
        place = shown.place_of(self.selection.event(self.place).id)
        if place is None:
            self.say("this event is no longer there, or no longer asked for")
            return
        self.selection, self.place = shown, place
        self.view.tell_anew(self.selection.event(place), self.timeline_at_hand())

    def _show(self) -> None:
        self.view.show(self.selection.event(self.place))

    def take_own(self) -> None:
        """Tell what stands in the notebook now."""
        event = self.event_at_hand()
        if event is not None:
            self.view.tell_anew(event, self.timeline_at_hand())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing is done before the event stands, nor after it is gone: keys can come faster."""
        return self.is_mounted and self.is_current

    def action_step(self, steps: int) -> None:
        """Tell the next event, or the one before."""
        place = self.place + steps
        if 0 <= place < len(self.selection):
            self.place = place
            self._show()
        else:
            self.app.bell()

    def action_scroll_by(self, rows: int) -> None:
        """Scroll by rows."""
        self.view.scroll_relative(y=rows, animate=False, force=True)

    def action_scroll_page(self, pages: int) -> None:
        """Scroll by what is in sight."""
        self.view.scroll_relative(y=pages * max(1, self.view.size.height - 2), animate=False, force=True)

    def citation_at_hand(self) -> ResolvedCitation | None:
        """The citation that the reader went to."""
        return None if self.view.at is None else self._cited()[self.view.at]

    def action_cite(self, steps: int) -> None:
        """Go to the next citation, or the one before."""
        self.view.go_to_citation(steps)

    def action_open_citation(self) -> None:
        """Open the citation at hand; when there is none, the article that is picked."""
        one = self.citation_at_hand()
        if one is None:
            self.action_open()
        else:
            self.open_article(one)

    def action_back(self) -> None:
        """Back to the spine, with the cursor on this event."""
        if self.is_current and not self.is_left:
            self.is_left = True
            self.dismiss(self.place)
