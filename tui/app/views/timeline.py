"""The timeline: the spine with its overview, its facets and the event under the cursor.

The screens that a key opens are imported by that key: the first screen should not wait for them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.getters import query_one
from textual.screen import Screen

from tui.app import commands
from tui.app.base import gc_policy
from tui.app.scopes.as_of import Publishing
from tui.app.scopes.counts import Counting, classes_for
from tui.app.scopes.event_detail import AtHand
from tui.app.scopes.find import Seeking
from tui.app.scopes.marks import Marked
from tui.app.scopes.moves import Moving
from tui.app.scopes.notes import Noting
from tui.app.scopes.query import Filtering
from tui.app.widgets.banner import Banner
from tui.app.widgets.detail import Detail
from tui.app.widgets.facet_bar import RibbonBar
from tui.app.widgets.heading import Heading
from tui.app.widgets.key_bar import KeyBar
from tui.app.widgets.overview import OverviewBar
from tui.app.widgets.spine import SpineView
from tui.core.index.index import Index
from tui.core.index.selection import Selection, select, whole
from tui.core.query.history import History
from tui.core.query.names import Names
from tui.core.query.tree import FACETS, Query
from tui.core.timeline.model import Event
from tui.core.timeline.when import moment
from tui.drawing.event.detail import event_in_full
from tui.drawing.spans.column import TextColumn
from tui.drawing.spans.spans import Line
from tui.drawing.spine.layout import lanes_in, lay_out
from tui.drawing.spine.row import Columns
from tui.drawing.spine.spine import Spine

WARMING = 0.5
"""Seconds after the first screen at which what the reader may soon ask for is made ready."""
KEPT = 8
"""Answers that are kept laid out."""


class TimelineScreen(Counting, Marked, Publishing, Noting, AtHand, Filtering, Moving, Seeking, Screen[None]):
    """One timeline, asked by one query, with a cursor on one event."""

    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings(commands.TIMELINE)]
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

    spine_view = query_one(SpineView)
    detail = query_one(Detail)
    banner = query_one(Banner)

    def __init__(self, index: Index, size: tuple[int, int], query: Query = Query()) -> None:  # noqa: B008
        super().__init__(classes=classes_for(type(self), *size))
        self.index = index
        self.history = History(query)
        self.shown = select(index, query)
        self.columns: Columns | None = None
        self.most_lanes = lanes_in(80)
        """The lanes that the spine has room for; laid out anew where its width turns out to be another."""
        self.names = Names(index.timeline)
        self.tells_silences = True
        self._told: Event | None = None
        self._last_told: Event | None = None
        """The event that the cursor was on before nothing matched."""
        self._spines: dict[Query, Spine] = {}
        """The last few answers laid out: clearing, undoing and redoing ask for them again."""

    def compose(self) -> ComposeResult:
        """From top to bottom, as one reads."""
        yield Heading()
        yield Banner()
        yield OverviewBar()
        yield RibbonBar(keys=self.key_of)
        with Container(id="body"):
            yield SpineView()
            yield Detail(id="detail")
        yield KeyBar()

    def on_mount(self) -> None:
        """Show everything, with the cursor at the last event before today."""
        self.banner.say(self.app.trouble(self.key_of))
        self.columns = self._whole_spine().columns
        self._show(None)
        self.spine_view.go_to_today()
        self.app.return_to_spot(self)
        self.set_timer(WARMING, self._make_ready)

    @work(thread=True, group="folding", exclusive=True)
    def _make_ready(self) -> None:
        """Make ready what words are looked for in, what pickers offer, lanes and views: it can take seconds."""
        from tui.app import views
        from tui.core.entry.picker_choices import called
        from tui.drawing.time.density import everything
        from tui.drawing.time.in_window import far_reach
        from tui.drawing.time.long_events import longest_first

        views.load()
        self.index.warm(self.app.reader.language)
        for field in FACETS:
            called(self.index, field, self.app.reader.language)
        for found_out_once in (far_reach, longest_first, partial(everything, columns=1)):
            found_out_once(self.index)

    def take(self, index: Index) -> None:
        """Show what the file holds now: one query, one event under the cursor, on the same row of the screen."""
        with self._standing_still():
            self.index.let_go()
            lay_out.cache_clear()
            self.index = index
            self.names = Names(index.timeline)
            self._spines.clear()
            self.overview.forget()
            self.columns = self._whole_spine().columns
            self.shown = self.answer(self.asked)
            self.find_anew()
        gc_policy.unfreeze_objects()
        self.set_timer(WARMING, self._make_ready)

    @on(SpineView.Resized)
    def _lay_out_to_width(self, resized: SpineView.Resized) -> None:
        """Where rows have room for more lanes, or fewer, lay them out anew."""
        before, self.most_lanes = self.most_lanes, lanes_in(resized.width)
        if self.most_lanes != before and self.columns is not None:
            with self._standing_still():
                self._spines.clear()
                self.columns = self._whole_spine().columns

    @contextmanager
    def _standing_still(self) -> Iterator[None]:
        """Show what was laid out anew within: the same event, or the end of it, stays where it is."""
        at_hand, is_at_end = self.event_at_hand() or self._last_told, self.spine_view.is_at_end
        yield
        with self.spine_view.standing_still():
            self._show(at_hand)
            here = self.event_at_hand()
            if is_at_end and here and at_hand and here.id == at_hand.id:
                self.spine_view.go_to_other_end()

    def tell_anew(self) -> None:
        """Tell the same in the language that is now the reader's."""
        self.overview.forget()
        self.columns = self._whole_spine().columns
        self._spines.clear()
        self._show(self.event_at_hand())

    # What is asked, and the answer

    def turn_to(self, history: History) -> None:
        """Show what is asked now, with the cursor on the same event if it is still there."""
        if history == self.history:
            return
        at_hand = self.stood_at or self.event_at_hand() or self._last_told
        self.history = history
        laid_out = self._spines.get(history.now)
        self.shown = laid_out.selection if laid_out else self.answer(history.now)
        self.find_anew()
        self._show(at_hand)

    def _show(self, event: Event | None) -> None:
        """Lay the selection out anew; the cursor goes to that event, else to what stands nearest in time."""
        spine = self._spines.get(self.asked) or self._lay_out()
        self.count()
        self._told = None
        self.spine_view.show(spine, self._row_of(spine, event), self.instead_of_events())
        self.tell_event()
        self.refresh_bindings()

    def _lay_out(self) -> Spine:
        spine = self._spines[self.asked] = self._spine(self.shown)
        if len(self._spines) > KEPT:
            del self._spines[next(iter(self._spines))]
        return spine

    def _whole_spine(self) -> Spine:
        """The spine of every event, whatever is asked: the columns are its."""
        self.columns = None
        return self._spine(whole(self.index))

    def _spine(self, shown: Selection) -> Spine:
        return Spine(
            shown,
            self.app.reader.pen.on(shown.index.today),
            silences=self.tells_silences,
            columns=self.columns,
            own=self.app.desk.notebook.own,
            most_lanes=self.most_lanes,
        )

    def _row_of(self, spine: Spine, event: Event | None) -> int:
        if event is None or not len(spine):
            return 0
        place = self.shown.place_of(event.id)
        if place is not None:
            return spine.row_of(place)
        row = spine.nearest_event(spine.row_at(event.date.sort_key[0]), -1)
        return row or 0

    # The event at hand

    def event_at_hand(self) -> Event | None:
        """The event under the cursor."""
        place = self.spine_view.place
        return None if place is None else self.shown.event(place)

    @on(SpineView.CursorMoved)
    def tell_event(self) -> None:
        """Tell the event under the cursor; moving calls this itself, so that all changes in one frame."""
        event = self.event_at_hand()
        if event is self._told and event is not None:
            self._mark_overview()
            return
        self._told = event
        self._last_told = event or self._last_told
        if event is None:
            self.detail.show(None, None)
        else:
            self.detail.show(partial(self._whole, event), partial(self.in_brief, event))
        self._mark_overview()

    @on(SpineView.WindowMoved)
    def _mark_overview(self) -> None:
        event = self.event_at_hand()
        self.overview.mark(self.spine_view.window, moment(event.date) if event else None)

    def _whole(self, event: Event, width: int, _rows: int) -> list[Line]:
        return event_in_full(
            event,
            self.timeline_at_hand(),
            TextColumn(width, self.app.reader.pen.on(self.shown.index.today)),
            notebook=self.app.desk.if_any,
        )

    def go_to_event(self, event: Event | None) -> None:
        """To an event, if what is shown now has it."""
        place = self.shown.place_of(event.id) if event else None
        if place is not None:
            self._go_to_place(place)

    @on(SpineView.EventOpened)
    def _open_event(self) -> None:
        self.action_whole()

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What there is nothing for is not on the key bar: no filter to clear, no event to open."""
        if action == "clear":
            return bool(self.asked.terms)
        if action in ("jump", "find_no_more"):
            return bool(self.sought)
        if action == "publication":
            return self.asked.as_of is not None
        return bool(self.shown) if action in ("open", "open_archive", "copy", "whole") else True

    def action_silences(self) -> None:
        """Leave out the rows between events that say how long nothing is dated, or show them again."""
        self.tells_silences = not self.tells_silences
        self._spines.clear()
        self._show(self.event_at_hand())
        if not self.tells_silences:
            self.say(f"silences are left out; {self.key_of('silences')} shows them again")

    # Ribbon and overview

    @on(RibbonBar.ZoneChosen)
    def _filter_by_zone_chosen(self, chosen: RibbonBar.ZoneChosen) -> None:
        self.filter_by_zone(chosen.zone)

    @on(OverviewBar.MomentChosen)
    def _go_to_moment_chosen(self, chosen: OverviewBar.MomentChosen) -> None:
        self.go_to_moment(chosen.moment)

    @on(OverviewBar.WheelTurned)
    def _turn_wheel(self, turned: OverviewBar.WheelTurned) -> None:
        self.spine_view.move_page(turned.steps / 3)

    # Leaving

    def action_back(self) -> None:
        """From the root one leaves."""
        self.app.exit()
