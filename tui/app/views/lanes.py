"""The lanes: what one query asks for as bars side by side, by actor, country, kind, source or tag."""

from __future__ import annotations

from bisect import bisect_right
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.getters import query_one
from textual.screen import Screen

from tui.app import commands
from tui.app.base.view_names import View
from tui.app.scopes.as_of import Publishing
from tui.app.scopes.counts import Counting, classes_for
from tui.app.scopes.event_detail import AtHand
from tui.app.scopes.notes import Noting
from tui.app.scopes.query import Filtering
from tui.app.views import letter_of
from tui.app.widgets.detail import Detail
from tui.app.widgets.facet_bar import RibbonBar
from tui.app.widgets.gantt import ChartView
from tui.app.widgets.heading import Heading
from tui.app.widgets.key_bar import KeyBar
from tui.app.widgets.overview import OverviewBar
from tui.core.dates.edtf import Date
from tui.core.index.selection import Selection
from tui.core.query.history import History
from tui.core.query.predicates import asks_for_reader_marks
from tui.core.timeline.model import Event
from tui.core.timeline.when import MINUTES, moment
from tui.drawing.time.grouping import Grouping, fields_of, next_field


class LanesScreen(Counting, Noting, AtHand, Publishing, Filtering, Screen[None]):
    """Stands on the spine's screen, which is told on leaving what is asked now and which event is at hand."""

    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings(commands.LANES)]
    COMMANDS_HERE = commands.LANES
    """The key bar shows what is particular to the lanes before what is everywhere."""
    AUTO_FOCUS = "ChartView"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (16, "-some"), (24, "-tall"), (40, "-towering")]  # noqa: RUF012

    chart_view = query_one(ChartView)
    detail = query_one(Detail)

    def __init__(self, below: Filtering) -> None:
        super().__init__(classes=classes_for(type(self), *below.size))
        self.below = below
        self.index, self.names = below.index, below.names
        self.history, self.shown = below.history, below.shown
        fields = fields_of(below.index)
        self.grouped_by = below.grouped_by if below.grouped_by in fields else fields[0]
        self.is_left = False
        self._last_told: Event | None = None
        """The event that the cursor was on before nothing matched."""

    def compose(self) -> ComposeResult:
        """From top to bottom, as one reads."""
        yield Heading()
        yield OverviewBar(self.below.query_one(OverviewBar))
        yield RibbonBar(keys=self.key_of)
        yield ChartView()
        yield Detail(id="brief")
        yield KeyBar(self.COMMANDS_HERE)

    def on_mount(self) -> None:
        """Show the groups once it is known how much room there is."""
        self.call_after_refresh(self._show, self.below.event_at_hand())

    # What is asked, and the answer

    def turn_to(self, history: History) -> None:
        """Show what is asked now; the spine is laid out when one comes back to it."""
        if history == self.history:
            return
        event = self.stood_at or self.event_at_hand() or self._last_told
        self._last_told = event
        self.history, self.shown = history, self.answer(history.now)
        self._show(self._nearest(event))

    def _nearest(self, event: Event | None) -> Event | None:
        """An event if it is shown, else the one that stands before it in time."""
        if not self.shown or (event is not None and self.shown.place_of(event.id) is not None):
            return event
        day = event.date.sort_key[0] if event else self.shown.index.today
        return self.shown.event(max(0, bisect_right(self.shown.days, day) - 1))

    def _show(self, event: Event | None) -> None:
        self.count()
        self.chart_view.show(Grouping(self.shown, self.grouped_by), event, self.instead_of_events())
        self.tell_event()
        self.refresh_bindings()

    def renew(self, shown: Selection) -> None:
        """Show what the file holds now, with the cursor on the same event."""
        if not self.is_mounted:
            return
        event = self.event_at_hand() or self._last_told
        self.index, self.names = self.below.index, self.below.names
        self.shown = self.answer(self.history.now)
        fields = fields_of(self.index)
        self.grouped_by = self.grouped_by if self.grouped_by in fields else fields[0]
        self.overview.forget()
        self.chart_view.forget()
        self._show(self._nearest(event))

    def take_own(self) -> None:
        """Show what stands in the notebook now; what is asked may depend on it."""
        if asks_for_reader_marks(self.asked) and self.chart_view.grouping is not None:
            event = self.event_at_hand() or self._last_told
            self.shown = self.answer(self.asked)
            self._show(self._nearest(event))
        else:
            self.tell_event()

    @property
    def zoom_word(self) -> str:
        """What events are grouped by and, where one looks at a part of the time, from which minute to which."""
        return " ".join(map(str, (self.grouped_by, *(self.chart_view.zoomed_window or ()))))

    def zoom_to(self, word: str) -> None:
        """Group and look so again, as far as that still means something."""
        field, *window = word.split(" ")
        if field in fields_of(self.index):
            self.group_by(field)
        if len(window) == 2 and all(one.removeprefix("-").isdecimal() and len(one) < 16 for one in window):
            begin, end = map(int, window)
            if begin < end:
                self.chart_view.look_at((begin, end))
                self.tell_event()

    def tell_anew(self) -> None:
        """Tell the same in the language that is now the reader's."""
        self.overview.forget()
        self.chart_view.forget()
        self._show(self.event_at_hand())

    # The event at hand

    def event_at_hand(self) -> Event | None:
        """The event under the cursor."""
        return self.chart_view.event

    def go_to_event(self, event: Event | None) -> None:
        """To an event, if what is shown now has it."""
        if event is not None and self.shown.place_of(event.id) is not None and self.chart_view.grouping:
            self.chart_view.show(self.chart_view.grouping, event, self.chart_view.instead)
            self.tell_event()

    def go_to_day(self, day: int) -> None:
        """To the event of the group that is nearest to a day, with the day in the middle."""
        self.chart_view.go_to_moment(day * MINUTES)
        self.tell_event()

    def go_to_date(self, date: Date) -> None:
        """To a day, or to look at all of a longer stretch, such as a year."""
        begin, past = date.start.begin, date.end.end
        if begin is None or past is None or past - begin == 1:
            self.go_to_day(date.sort_key[0])
            return
        self.chart_view.look_at((begin * MINUTES, past * MINUTES))
        self.tell_event()

    def tell_event(self) -> None:
        """Tell the event under the cursor, and mark it in the overview with what is in sight."""
        event = self.event_at_hand()
        self.detail.show(None, partial(self.in_brief, event) if event else None)
        self.overview.mark(self.chart_view.window, moment(event.date) if event else None)

    @on(ChartView.Pointed)
    def _follow(self, pointed: ChartView.Pointed) -> None:
        self.tell_event()
        if pointed.opens:
            self.action_whole()

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing is done before everything stands, nor after it is gone: keys can come faster."""
        if not self.is_mounted or self.is_left or not self.children:
            return False
        if action == "clear":
            return bool(self.asked.terms)
        return bool(self.shown) if action in ("open", "copy", "whole", "zoom", "fit", "along", "beside") else True

    def _moved(self, has_moved: bool) -> None:
        if has_moved:
            self.tell_event()
        else:
            self.app.bell()

    def action_along(self, steps: int) -> None:
        """By events in time, within the group."""
        self._moved(self.chart_view.along(steps))

    def action_end(self, side: int) -> None:
        """To the last event of the group, or the first."""
        self._moved(self.chart_view.along(side * len(self.index.events)))

    def action_beside(self, step: int) -> None:
        """By rows."""
        self._moved(self.chart_view.beside(step))

    def action_page(self, pages: int) -> None:
        """By the rows in sight."""
        self._moved(self.chart_view.page(pages))

    def action_zoom(self, times: int) -> None:
        """Nearer or farther."""
        self._moved(self.chart_view.zoom(times))

    def action_fit(self) -> None:
        """The whole story."""
        self.chart_view.fit()
        self.tell_event()

    def action_pan(self, quarters: int) -> None:
        """Earlier or later."""
        self.chart_view.pan(quarters * max(1, self.chart_view.columns // 4))
        self.tell_event()

    def action_today(self) -> None:
        """Today in the middle."""
        self.go_to_day(self.shown.index.today)

    def action_group(self) -> None:
        """Group by the next field."""
        self.group_by(next_field(self.index, self.grouped_by))

    def group_by(self, field: str) -> None:
        """Group by a field, here and when one comes back."""
        self.grouped_by = self.below.grouped_by = field
        self._show(self.event_at_hand())

    # The ribbon and the overview

    @on(RibbonBar.ZoneChosen)
    def _filter_by_zone_chosen(self, chosen: RibbonBar.ZoneChosen) -> None:
        self.filter_by_zone(chosen.zone)

    @on(OverviewBar.MomentChosen)
    def _go_to_moment_chosen(self, chosen: OverviewBar.MomentChosen) -> None:
        self.chart_view.go_to_moment(chosen.moment)
        self.tell_event()

    @on(OverviewBar.WheelTurned)
    def _turn_wheel(self, turned: OverviewBar.WheelTurned) -> None:
        self.action_pan(turned.steps)

    # Leaving

    def look(self, view: View) -> None:
        """Turn to another view: the spine lies below, others take this one's place."""
        if view.letter != letter_of(self):
            self.action_back()
            self.below.look(view)

    def action_back(self) -> None:
        """Back to the spine, with the cursor on this event."""
        if self.is_current and not self.is_left:
            self.is_left = True
            self.below.turn_to(self.history)
            self.below.go_to_event(self.event_at_hand())
            self.dismiss()
