"""The overview on the screen: click, drag or turn the wheel to move the spine."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.message import Message

from tui.app.widgets.lines import Lines
from tui.core.index.protocol import Answers
from tui.core.timeline.when import Moment
from tui.drawing.spans.spans import Line
from tui.drawing.time.overview import Overview, Window

KEPT = 8
"""Answers whose overview is kept, for clearing, undoing and redoing."""


class OverviewBar(Lines):
    """All of the selection's time on a few rows."""

    @dataclass(eq=False, repr=False)
    class MomentChosen(Message):
        """The reader pointed at a moment."""

        moment: Moment

    @dataclass(eq=False, repr=False)
    class WheelTurned(Message):
        """The reader turned the wheel over the overview: 1 on, -1 back."""

        steps: int

    def __init__(self, beside: OverviewBar | None = None) -> None:
        """`beside` is the one of a screen that shows the same: what is fitted there need not be fitted again."""
        super().__init__()
        self.answers: Answers | None = None
        self.window: Window | None = None
        self.cursor: Moment | None = None
        self._fitted: dict[Answers, Overview] = dict(beside._fitted) if beside else {}
        """The overviews of the last few selections at this width."""
        self._fitted_to: int = beside._fitted_to if beside else 0

    def show(self, answers: Answers) -> None:
        """Draw another answer."""
        self.answers = answers
        self.redraw()

    def forget(self) -> None:
        """Fit everything anew: the language changed, or the drawing characters."""
        self._fitted.clear()
        self.redraw()

    def mark(self, window: Window | None, cursor: Moment | None) -> None:
        """Bracket what is in sight and mark the moment of the cursor's event."""
        if (window, cursor) != (self.window, self.cursor):
            self.window, self.cursor = window, cursor
            self.redraw()

    def lines(self, width: int, height: int) -> list[Line]:
        """Ruler, histogram and bars, as many as there is height for."""
        overview = self.overview
        return overview.draw(height, self.window, self.cursor) if overview else []

    @property
    def overview(self) -> Overview | None:
        """The overview of the selection at this width, made when it is first asked for."""
        if self.answers is None or not self.size.width:
            return None
        if self.size.width != self._fitted_to:
            self._fitted.clear()
            self._fitted_to = self.size.width
        overview = self._fitted.get(self.answers)
        if overview is None:
            if len(self._fitted) >= KEPT:
                del self._fitted[next(iter(self._fitted))]
            overview = self._fitted[self.answers] = Overview(
                self.answers,
                self.size.width,
                self.app.reader.pen.on(self.answers.engine.today),
            )
        return overview

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A press goes there; while it is held, the spine follows."""
        self.capture_mouse()
        self._point_at(event.x)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Dragging."""
        if event.button and self.app.mouse_captured is self:
            self._point_at(event.x)

    def on_mouse_up(self) -> None:
        """The end of dragging."""
        self.release_mouse()

    def on_mouse_scroll_down(self) -> None:
        """The wheel moves on."""
        self.post_message(self.WheelTurned(1))

    def on_mouse_scroll_up(self) -> None:
        """The wheel moves back."""
        self.post_message(self.WheelTurned(-1))

    def _point_at(self, column: int) -> None:
        if self.overview is not None and self.answers:
            self.post_message(self.MomentChosen(self.overview.moment_at(column)))
