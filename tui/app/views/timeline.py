"""The timeline: the spine with its overview, its facets and the event under the cursor.

The screens that a key opens are imported by that key: the first screen should not wait for them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.getters import query_one
from textual.worker import get_current_worker

from tui.app import commands
from tui.app.base import gc_policy
from tui.app.base.query_session import QuerySession
from tui.app.scopes.as_of import AsOfScope
from tui.app.scopes.event import EventScope
from tui.app.scopes.find import FindScope
from tui.app.scopes.query import QueryScope
from tui.app.views.view_screen import ViewScreen
from tui.app.widgets.detail import EventDetail
from tui.app.widgets.header import Header, classes_for
from tui.app.widgets.key_bar import KeyBar
from tui.app.widgets.overview import OverviewBar
from tui.app.widgets.spine import SpineView
from tui.core.index.protocol import Engine
from tui.core.patience import while_wanted
from tui.core.query.tree import FACETS, Query
from tui.core.text.messages import _
from tui.core.timeline.model import Event
from tui.core.timeline.when import moment

WARMING = 0.5
"""Seconds after the first screen at which what the reader may soon ask for is made ready."""


class TimelineScreen(ViewScreen):
    """One timeline, asked by one query, with a cursor on one event."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *commands.bindings(commands.TIMELINE, *commands.OF_SCREENS),
        Binding("escape", "come_back", "back", show=False),
    ]
    COMMANDS_HERE = commands.TIMELINE
    AUTO_FOCUS = "SpineView"
    BLANK = True
    """Its widgets leave nothing of it in sight."""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide"), (170, "-wider")]  # noqa: RUF012 - Textual's type
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012 - Textual's type
        (0, "-low"),
        (12, "-small"),
        (16, "-some"),
        (30, "-tall"),
        (44, "-towering"),
    ]

    header = query_one(Header)
    detail = query_one(EventDetail)
    overview = query_one(OverviewBar)
    query_scope = query_one(QueryScope)
    find_scope = query_one(FindScope)

    def __init__(
        self, session: QuerySession, size: tuple[int, int], on_ready: Callable[[TimelineScreen], None]
    ) -> None:
        """`on_ready` is called when all stands, before the first frame."""
        super().__init__(session, classes=classes_for(type(self), *size))
        self.spine_view = SpineView(session)
        self.on_ready = on_ready

    def compose(self) -> ComposeResult:
        """From top to bottom, as one reads."""
        with QueryScope(self.session, self.spine_view), AsOfScope(self.session, self.spine_view):
            yield Header(self.keys_now, OverviewBar())
            with FindScope(self.session, self.spine_view), EventScope(self.session, self.spine_view, id="body"):
                yield self.spine_view
                yield EventDetail(id="detail")
        yield KeyBar()

    def on_mount(self) -> None:
        """Show everything, with the cursor at the last event before today."""
        self.spine_view.on_move = self.tell_event
        self.session.followers.append(self.follow)
        self.session.find_out = self._begin_to_find
        self.show(None)
        self.spine_view.go_to_today()
        self.on_ready(self)
        self.set_timer(WARMING, self._make_ready)

    def offers(self, action: str, parameters: tuple[object, ...]) -> bool:
        """True when an action is one of the screen; the first frame says its keys already."""
        if action == "come_back":
            return self.way_back is not None
        return (action, parameters) in self.actions_here

    @work(thread=True, group="folding", exclusive=True)
    def _make_ready(self) -> None:
        """Make ready what words are looked for in, what pickers offer, lanes and views, hints: it can take seconds."""
        from tui.app import views
        from tui.core.entry.picker_choices import called

        views.load()
        engine, worker = self.session.engine, get_current_worker()
        def is_wanted() -> bool:  # who quits waits for this thread
            return not worker.is_cancelled and engine is self.session.engine

        with while_wanted(is_wanted):
            engine.warm(self.app.reader.language)
            for field in FACETS:
                called(engine, field, self.app.reader.language)
            engine.warm_hints(is_wanted)

    def _begin_to_find(self, session: QuerySession, query: Query) -> None:
        self.say(_("looking for them …"))
        self._find_out(session, query)

    @work(thread=True, group="finding out", exclusive=True)
    def _find_out(self, session: QuerySession, query: Query) -> None:
        """Have the engine made ready for a query that takes long, as long as it is awaited; the screen stays alive."""
        worker = get_current_worker()

        def is_wanted() -> bool:
            return not worker.is_cancelled and session.awaited is not None and session.awaited.now == query

        with while_wanted(is_wanted):
            session.engine.make_ready(query)
            self.call_later(session.arrive)  # a message: who leaves meanwhile is not waited for

    # What is shown

    def follow(self) -> None:
        """Show what is asked now, with the cursor on the same event if it is still there."""
        self.show(self.session.stays_at)

    def show(self, event: Event | None) -> None:
        """Show the answer; the cursor goes to that event, else to what stands nearest in time."""
        self.header.show(self.session.shown)
        self.spine_view.show(self.session.shown, event, self.query_scope.instead_of_events)
        self.tell_event()
        self.refresh_bindings()

    def take(self, engine: Engine) -> None:
        """Show what the file holds now: one query, one event under the cursor, on the same row of the screen."""
        self.session.engine.let_go()
        self.spine_view.layouts.forget()
        self.overview.forget()
        self.session.take(engine)
        with self.spine_view.standing_still():
            self.follow()
        gc_policy.unfreeze_objects()
        self.set_timer(WARMING, self._make_ready)

    def take_own(self) -> None:
        """Show what stands in the notebook now; what is asked may depend on it."""
        is_other = self.session.take_own()
        self.spine_view.take_own()
        if is_other:
            self.show(self.session.stays_at)
        else:
            self.tell_event()

    def tell_anew(self) -> None:
        """Tell the same in the language that is now the reader's."""
        self.overview.forget()
        self.spine_view.layouts.forget()
        self.show(self.spine_view.event)

    def tell_event(self) -> None:
        """Tell the event under the cursor, and mark it in the overview with what is in sight."""
        event = self.spine_view.event
        self.session.look_at(event)
        self.detail.show_event(event, self.session.shown.engine)
        self.overview.mark(self.spine_view.window, moment(event.date) if event else None)

    # What the widgets say

    @on(SpineView.RowChosen)
    async def _open_event(self) -> None:
        self.query_one(EventScope).action_whole()

    @on(OverviewBar.MomentChosen)
    def _go_to_moment_chosen(self, chosen: OverviewBar.MomentChosen) -> None:
        self.spine_view.go_to_moment(chosen.moment, middle=True)

    @on(OverviewBar.WheelTurned)
    def _turn_wheel(self, turned: OverviewBar.WheelTurned) -> None:
        self.spine_view.move_page(turned.steps / 3)

    def action_come_back(self) -> None:
        """To the view from which one came, as q does; offered only where there is one."""
        self.action_back()

    def action_back(self) -> None:
        """To the view from which one came; from the root one leaves."""
        if self.way_back is not None:
            self.come_back(self.way_back)
        else:
            self.app.exit()
