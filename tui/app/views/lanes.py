"""The lanes: what one query asks for as bars side by side, by the values of a field."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.getters import query_one

from tui.app import commands
from tui.app.scopes.as_of import AsOfScope
from tui.app.scopes.event import EventScope
from tui.app.scopes.gantt import ChartScope
from tui.app.scopes.query import QueryScope
from tui.app.views.timeline import TimelineScreen
from tui.app.views.view_screen import ViewScreen
from tui.app.widgets.detail import EventDetail
from tui.app.widgets.gantt import ChartView
from tui.app.widgets.header import Header, classes_for
from tui.app.widgets.key_bar import KeyBar
from tui.app.widgets.overview import OverviewBar
from tui.core.index.protocol import BACKWARD, Answers, key_before
from tui.core.timeline.model import Event
from tui.core.timeline.when import moment


class LanesScreen(ViewScreen):
    """Stands on the spine's screen, which is told on leaving what is asked now and which event is at hand."""

    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings(commands.LANES, *commands.OF_SCREENS)]
    COMMANDS_HERE = commands.LANES
    """The key bar shows what is particular to the lanes before what is everywhere."""
    AUTO_FOCUS = "ChartView"
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012 - Textual's type
        (0, "-low"), (16, "-some"), (24, "-tall"), (40, "-towering"),
    ]  # fmt: skip

    header = query_one(Header)
    overview = query_one(OverviewBar)
    detail = query_one(EventDetail)

    def __init__(self, spine: TimelineScreen) -> None:
        super().__init__(spine.session.beside(), spine, classes=classes_for(type(self), *spine.size))
        self.spine = spine
        self.chart_view = ChartView(self.session)

    def compose(self) -> ComposeResult:
        """From top to bottom, as one reads."""
        with QueryScope(self.session, self.chart_view), AsOfScope(self.session, self.chart_view):
            yield Header(self.keys_now, OverviewBar(self.spine.overview))
            with EventScope(self.session, self.chart_view):
                with ChartScope(self.session, self.chart_view):
                    yield self.chart_view
                yield EventDetail(id="brief")
        yield KeyBar(self.COMMANDS_HERE)

    def on_mount(self) -> None:
        """Show the groups once it is known how much room there is."""
        self.chart_view.on_move = self.tell_event
        self.session.followers.append(self.follow)
        self.call_after_refresh(self.show, self.spine.spine_view.event)

    # What is shown

    def follow(self) -> None:
        """Show what is asked now; the spine is laid out when one comes back to it."""
        self.show(self._nearest(self.session.stays_at))

    def _nearest(self, event: Event | None) -> Event | None:
        """An event if it is shown and has a date, else the one that stands before it in time."""
        dated = self.session.shown.dated()
        if event is not None and dated.event(event.id) is not None:
            return event
        day = event.date.sort_key[0] if event else dated.engine.today
        found = dated.window(key_before(day + 1), 1, BACKWARD) or dated.window(None, 1)
        return found[0].event if found else event

    def show(self, event: Event | None) -> None:
        """Show the answer, with the cursor on an event that has a date."""
        self.header.show(self.session.shown)
        event = self._nearest(event) if event is not None else None
        self.chart_view.show(event, self.query_one(QueryScope).instead_of_events())
        self.refresh_bindings()

    def renew(self, shown: Answers) -> None:
        """Show what the file holds now, with the cursor on the same event."""
        if self.is_mounted:
            self.session.take(shown.engine.whole_file)
            self.overview.forget()
            self.chart_view.forget()
            self.follow()

    def take_own(self) -> None:
        """Show what stands in the notebook now; what is asked may depend on it."""
        if self.session.take_own() and self.chart_view.grouping is not None:
            self.follow()
        else:
            self.tell_event()

    def tell_anew(self) -> None:
        """Tell the same in the language that is now the reader's."""
        self.overview.forget()
        self.chart_view.forget()
        self.show(self.chart_view.event)

    def tell_event(self) -> None:
        """Tell the event under the cursor, and mark it in the overview with what is in sight."""
        event = self.chart_view.event
        self.session.look_at(event)
        self.detail.show_event(event, self.session.shown.engine)
        self.overview.mark(self.chart_view.window, moment(event.date) if event else None)

    # What the widgets say

    @on(ChartView.EventOpened)
    def _open_event(self) -> None:
        self.query_one(EventScope).action_whole()

    @on(OverviewBar.MomentChosen)
    def _go_to_moment_chosen(self, chosen: OverviewBar.MomentChosen) -> None:
        self.chart_view.go_to_moment(chosen.moment)

    @on(OverviewBar.WheelTurned)
    def _turn_wheel(self, turned: OverviewBar.WheelTurned) -> None:
        self.query_one(ChartScope).action_pan(turned.steps)

    def action_back(self) -> None:
        """Back to the spine, with the cursor on this event."""
        if self.is_current and not self.is_left:
            self.spine.session.grouped_by = self.session.grouped_by
            self.spine.session.turn_to(self.session.history)
            self.spine.spine_view.go_to_event(self.chart_view.event)
            self.leave()
