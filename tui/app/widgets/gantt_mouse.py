"""The mouse over the lanes: a click goes to an event, the wheel goes through time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import events
from textual.message import Message

from tui.core.timeline.when import Moment
from tui.drawing.gantt.chart import Chart
from tui.drawing.gantt.layout import Place, Spot
from tui.drawing.time.scale import Scale

if TYPE_CHECKING:
    from tui.app.widgets.lines import Lines

    _Base = Lines
else:
    _Base = object

NOTCH = 12
"""The part of what is in sight, one in so many, that a notch of the wheel goes on."""


class Pointing(_Base):
    """What one does with the mouse to a chart in a window of time."""

    scale: Scale
    place: Place | None
    top: Spot

    @property
    def chart(self) -> Chart | None:
        """The groups over the scale."""
        raise NotImplementedError

    @property
    def columns(self) -> int:
        """The cells that time has."""
        raise NotImplementedError

    @dataclass(eq=False, repr=False)
    class Pointed(Message):
        """The reader pointed at another event, or at one to see it whole, or moved the window."""

        opens: bool = False

    def zoom(self, times: int, about: Moment | None = None) -> bool:
        """Nearer or farther about a moment."""
        raise NotImplementedError

    def pan(self, columns: int) -> None:
        """Other times come in sight."""
        raise NotImplementedError

    def scroll_rows(self, rows: int) -> None:
        """Other rows come in sight."""
        raise NotImplementedError

    def on_click(self, click: events.Click) -> None:
        """A click moves the cursor; a second one opens the event."""
        if self.chart is None or click.y < 1:
            return
        layout = self.chart.layout
        spot = layout.after(self.top, click.y - 1)
        column = click.x - self.chart.head
        row = layout.under(spot, column)
        if row is None or (column < 0 and spot.line):
            return
        self.place = Place(spot.group, row)
        self.redraw()
        self.post_message(self.Pointed(opens=click.chain == 2))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel goes on in time; with ctrl it looks farther, with shift it goes down the groups."""
        self._turned(event, 1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The same the other way."""
        self._turned(event, -1)

    def on_mouse_scroll_right(self) -> None:
        """Sideways the wheel goes on in time."""
        self.pan(max(1, self.columns // NOTCH))
        self.post_message(self.Pointed())

    def on_mouse_scroll_left(self) -> None:
        """And back."""
        self.pan(-max(1, self.columns // NOTCH))
        self.post_message(self.Pointed())

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
        self.post_message(self.Pointed())
