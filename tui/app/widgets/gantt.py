"""The lanes on the screen: a window in time and over groups, and a cursor on one event in one of them."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.message import Message

from tui.app.base.query_session import QuerySession
from tui.app.widgets.lines import Lines
from tui.core.text.messages import _, numbered
from tui.core.text.names import group_name
from tui.core.timeline.model import Event
from tui.core.timeline.when import Moment, moment
from tui.drawing.gantt.chart import LEAST_HEAD, Chart, head_cells, shared_rows
from tui.drawing.gantt.layout import EventInGroup, GroupRow
from tui.drawing.spans.empty import within
from tui.drawing.spans.spans import Line, Span
from tui.drawing.time.density import everything, fitted
from tui.drawing.time.grouping import Grouping, fields_of
from tui.drawing.time.overview import Window
from tui.drawing.time.scale import Scale

TOP = GroupRow(0, 0)

NOTCH = 12
"""The part of what is in sight, one in so many, that a notch of the wheel goes on."""


class ChartView(Lines, can_focus=True, inherit_bindings=False):
    """Groups of events over a scale that one pans and zooms."""

    DEFAULT_CSS = """
    ChartView { height: 1fr; }
    """

    class EventOpened(Message):
        """The reader wants the event under the cursor whole."""

    def __init__(self, session: QuerySession) -> None:
        super().__init__()
        self.session = session
        self.on_move: Callable[[], None] = lambda: None
        """Called when another event is under the cursor, or another time in sight: what follows is in one frame."""
        self.grouping: Grouping | None = None
        self.place: EventInGroup | None = None
        """The event that the cursor is on, in one of its groups."""
        self.top = TOP
        """The row that stands below the ruler."""
        self.instead: list[Line] = []
        """The words for when there is no event."""
        self._scale: Scale | None = None
        """The time in sight where the reader looks at another part than that of the events."""
        self._story: Scale | None = None
        """The time of the events that were shown when one came, or fitted to last: it stands still under a filter."""
        self._chart: Chart | None = None
        self._chart_for = self.size

    # What is shown

    def show(self, event: Event | None, instead: list[Line]) -> None:
        """Show what is asked with the cursor on an event, in the group that it was in if that is still there.

        `instead` is said when there is no event.
        """
        value, before = self.value, self.event
        fields = fields_of(self.session.engine)
        if self.session.grouped_by not in fields:
            self.session.grouped_by = fields[0]
        grouping = Grouping(self.session.shown, self.session.grouped_by)
        self.grouping, self.instead, self._chart, self.top = grouping, instead, None, TOP
        facts = grouping.answers.event(event.id) if event else None
        groups = grouping.groups_of(facts.event) if facts else []
        kept = [group for group in groups if grouping.values[group] == value]
        self.place = EventInGroup((kept or groups)[0], facts) if groups and facts else None
        if before is None or (self.event is not None and self.event.id == before.id):
            self._stay()
        else:
            self.bring_in_sight()

    def forget(self) -> None:
        """Draw everything anew: the language or the file changed."""
        self._chart = self._story = None
        self.redraw()

    def redraw(self) -> None:
        """Draw what is in sight now, and say that it is."""
        super().redraw()
        self.on_move()

    def go_to_event(self, event: Event | None) -> None:
        """To an event, if what is shown now has it."""
        if event is not None and self.session.shown.event(event.id) is not None and self.grouping:
            self.show(event, self.instead)

    @property
    def value(self) -> str | None:
        """The value that the cursor's group stands for."""
        return self.grouping.values[self.place.group] if self.grouping and self.place else None

    @property
    def event(self) -> Event | None:
        """The event that the cursor is on."""
        return self.place.facts.event if self.place else None

    @property
    def window(self) -> Window | None:
        """The time in sight."""
        return (self.scale.begin, self.scale.end) if self.grouping else None

    @property
    def zoomed_window(self) -> Window | None:
        """The time in sight, where the reader looks at another part than all of the story."""
        return (self._scale.begin, self._scale.end) if self._scale else None

    @property
    def columns(self) -> int:
        """The cells that time has."""
        return max(1, self.size.width - head_cells(self.size.width))

    @property
    def scale(self) -> Scale:
        """The time in sight over its cells: that of the events, until the reader looks nearer."""
        if self._story is None and self.grouping is not None:
            self._story = fitted(self.grouping.answers, self.columns)
        shown = self._scale or self._story
        return shown.over(self.columns) if shown else Scale(0, 1, self.columns)

    @scale.setter
    def scale(self, scale: Scale) -> None:
        self._scale, self._chart = scale, None

    @property
    def chart(self) -> Chart | None:
        """The groups over the scale, at this size."""
        if self.grouping is None or not len(self.grouping) or self.size.width < 2 * LEAST_HEAD:
            return None
        if self._chart is None or self._chart_for != self.size:
            self._chart_for = self.size
            most = self.rows // len(self.grouping)
            if most > 1:  # few enough for each to take what the others leave
                freely = self._chart_of(self.grouping, self.rows).layout
                most = shared_rows([freely[group].height for group in range(len(freely))], self.rows)
            self._chart = self._chart_of(self.grouping, most)
        return self._chart

    def _chart_of(self, grouping: Grouping, most_rows: int) -> Chart:
        head = head_cells(self.size.width)
        return Chart(grouping, self.scale, self.app.reader.pen, head=head, most_rows=most_rows)

    @property
    def rows(self) -> int:
        """The rows that there are for groups."""
        return max(1, self.size.height - 1)

    def on_resize(self) -> None:
        """Groups are laid out to the width, in as many rows as there may be; the time in sight stays."""
        self._stay()

    # Moving

    def along(self, steps: int) -> bool:
        """To another event of the same group; False when there is none."""
        if self.chart is None or self.place is None:
            return False
        return self._go_to(self.chart.layout.along(self.place, steps))

    def end(self, side: int) -> bool:
        """To the last event of the same group, or the first; False when it is there."""
        if self.chart is None or self.place is None:
            return False
        return self._go_to(self.chart.layout.end(self.place, side))

    def beside(self, step: int) -> bool:
        """To the nearest event in the next row, or the one above."""
        if self.chart is None or self.place is None:
            return False
        place = self.chart.layout.beside(self.place, step)
        return place is not None and self._go_to(place)

    def page(self, pages: int) -> bool:
        """By the rows that are in sight."""
        if self.chart is None or self.place is None:
            return False
        layout = self.chart.layout
        spot = layout.after(layout.spot_of(self.place), pages * max(1, self.rows - 1))
        step = 1 if pages > 0 else -1
        nearest = layout.nearest(spot, self._at)
        while nearest is None and (following := layout.after(spot, step)) != spot:
            spot = following
            nearest = layout.nearest(spot, self._at)
        if nearest is None:
            return self.beside(step)
        self.top = layout.after(self.top, pages * max(1, self.rows - 1))
        return self._go_to(EventInGroup(spot.group, nearest))

    def _go_to(self, place: EventInGroup) -> bool:
        """Put the cursor there; False when it is there already, and in sight."""
        is_news = place != self.place or not self.scale.holds(self._at)
        self.place = place
        self.bring_in_sight()
        return is_news

    @property
    def _at(self) -> Moment:
        """The moment of the cursor's event, or the middle of what is in sight."""
        if self.event is not None:
            return moment(self.event.date)
        return self.scale.begin + self.scale.length // 2

    def bring_in_sight(self) -> None:
        """Move the window in time and over groups so that the cursor's event is in it."""
        if self.chart is not None and self.place is not None:
            scale = self.scale
            if not scale.holds(self._at):
                begin = self._at - scale.length // (3 if self._at >= scale.end else 2)
                self.scale = scale._replace(begin=begin, end=begin + scale.length)
        self._stay()

    def _stay(self) -> None:
        """Have the cursor's row in sight, whatever time is."""
        self._bring_row_in_sight()
        self.redraw()

    def _bring_row_in_sight(self) -> None:
        if self.chart is None:
            return
        layout = self.chart.layout
        self.top = layout.after(GroupRow(min(self.top.group, len(layout) - 1), self.top.line), 0)
        if self.place is not None:
            spot = layout.spot_of(self.place)
            if spot < self.top:
                self.top = spot
            elif spot > layout.after(self.top, self.rows - 1):
                self.top = layout.after(spot, 1 - self.rows)
        self._leave_no_row_empty()

    def _leave_no_row_empty(self) -> None:
        """At the end of the groups the last row stands at the bottom."""
        if self.chart is None or self.top == TOP:
            return
        layout = self.chart.layout
        missing, spot = self.rows - 1, self.top
        while missing and (following := layout.after(spot, 1)) != spot:
            spot, missing = following, missing - 1
        if missing:
            self.top = layout.after(self.top, -missing)

    def scroll_rows(self, rows: int) -> None:
        """Other rows come in sight; the cursor stays where it is."""
        if self.chart is not None:
            self.top = self.chart.layout.after(self.top, rows)
            self._leave_no_row_empty()
            self.redraw()

    # Looking nearer and elsewhere

    def zoom(self, times: int, about: Moment | None = None) -> bool:
        """Nearer or farther about a moment, else about the cursor's event; False when there is no more to see."""
        if self.grouping is None or not len(self.grouping):
            return False
        scale = self.scale
        if about is None:
            about = self._at if scale.holds(self._at) else scale.begin + scale.length // 2
        zoomed = scale.zoomed(times, about)
        whole = everything(self.grouping.engine.select(), self.columns)
        if (zoomed.length - scale.length) * times >= 0 or (times < 0 and scale.length >= 2 * whole.length):
            return False
        self.scale = zoomed
        self._stay()
        return True

    def fit(self) -> None:
        """All that is asked for; where that is in sight already, the outermost events too."""
        if self.grouping is None:
            return
        events, before = self.grouping.answers, self.scale
        self._scale, self._chart, self._story = None, None, fitted(events, self.columns)
        if before == self._story:
            self.scale = everything(events, self.columns)
        self._stay()

    def pan(self, columns: int) -> None:
        """Other times come in sight; the cursor stays where it is."""
        self.scale = self.scale.panned(columns)
        self._stay()

    def look_at(self, window: Window) -> None:
        """Bring a stretch of time in sight, all of it and no more, with the cursor on an event of its group in it."""
        self.scale = Scale(*window, self.columns)
        if self.chart is not None and self.place is not None and not self.scale.holds(self._at):
            self.place = self.chart.layout.nearest_of(self.place.group, window[0])
        self._stay()

    def go_to_moment(self, at: Moment) -> None:
        """Bring a moment into the middle, with the cursor on the nearest event of its group."""
        scale = self.scale
        begin = at - scale.length // 2
        self.scale = scale._replace(begin=begin, end=begin + scale.length)
        if self.chart is not None and self.place is not None:
            self.place = self.chart.layout.nearest_of(self.place.group, at)
        self._stay()

    # Drawing

    def lines(self, width: int, height: int) -> list[Line]:
        """The ruler, and the rows in sight."""
        if self.chart is None or self.grouping is None:
            instead = within(self.instead or self._nothing_dated(), width - 3, self.measure)
            lead = max(0, (height - len(instead)) // 3)
            return [*[(Span(""),)] * lead, *((Span("  "), *line) for line in instead)]
        layout = self.chart.layout
        lines = [self.chart.ruler(_("by {field}", field=group_name(self.grouping.field)))]
        spot = self.top
        for at in range(height - 1):
            lines.append(self.chart.draw(spot, top=at == 0, cursor=self.place))
            following = layout.after(spot, 1)
            if following == spot:
                lines += filter(None, (self.chart.left_out(),)) if len(lines) < height else ()
                break
            spot = following
        return lines

    def _nothing_dated(self) -> list[Line]:
        """The row that stands where the groups would, of events that lie nowhere in time."""
        undated = self.grouping.undated if self.grouping is not None else 0
        said = numbered(
            "{number} event without a date: lanes have no place for them",
            "{number} events without a date: lanes have no place for them",
            undated,
        )
        return [(Span(said, "dim"),)] if undated else []

    # The mouse

    def on_click(self, click: events.Click) -> None:
        """A click moves the cursor; a second one opens the event."""
        if self.chart is None or click.y < 1:
            return
        layout = self.chart.layout
        spot = layout.after(self.top, click.y - 1)
        column = click.x - self.chart.head
        facts = layout.under(spot, column)
        if facts is None or (column < 0 and spot.line):
            return
        self.place = EventInGroup(spot.group, facts)
        self.redraw()
        if click.chain == 2:
            self.post_message(self.EventOpened())

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel goes on in time; with ctrl it looks farther, with shift it goes down the groups."""
        self._turned(event, 1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The same the other way."""
        self._turned(event, -1)

    def on_mouse_scroll_right(self) -> None:
        """Sideways the wheel goes on in time."""
        self.pan(max(1, self.columns // NOTCH))

    def on_mouse_scroll_left(self) -> None:
        """And back."""
        self.pan(-max(1, self.columns // NOTCH))

    def _turned(self, event: events.MouseEvent, steps: int) -> None:
        event.stop()
        if self.chart is None:
            return
        if event.ctrl:
            column = min(max(event.x - self.chart.head, 0), self.columns - 1)
            self.zoom(-steps, self.scale.moment(column))
        elif event.shift:
            self.scroll_rows(3 * steps)
        else:
            self.pan(steps * max(1, self.columns // NOTCH))
