"""The event under the cursor, beside the spine or below it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from tui.app.commands import key_name
from tui.app.widgets.lines import Lines
from tui.core.index.protocol import Engine, timeline_around
from tui.core.text.messages import numbered
from tui.core.timeline.model import Event, Timeline
from tui.drawing.event.detail import event_in_brief, event_in_full
from tui.drawing.spans.column import TextColumn
from tui.drawing.spans.highlight import highlighted
from tui.drawing.spans.spans import Line, Span

Account = Callable[[int, int], list[Line]]
"""Lines about an event for a width and a number of rows."""


class Detail(Lines):
    """One event whole at the right of the spine, or in brief below it."""

    DEFAULT_CSS = """
    Detail { height: 1fr; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.more: Callable[[], str] = lambda: key_name("enter", ascii=True)
        """The key that shows what there is no room for."""
        self.whole: Account | None = None
        self.brief: Account | None = None
        self.sought = ""
        """The highlighted text."""

    def highlight(self, sought: str) -> None:
        """Show where a text stands; an empty one shows nothing."""
        if sought != self.sought:
            self.sought = sought
            self.redraw()

    def show(self, whole: Account | None, brief: Account | None) -> None:
        """Tell another event, or none."""
        self.whole = whole
        self.brief = brief
        self.redraw()

    @property
    def is_beside(self) -> bool:
        """True when it stands at the right of the spine."""
        return self.screen.has_class("-wide") or self.screen.has_class("-wider")

    def lines(self, width: int, height: int) -> list[Line]:
        """The event in the room there is; at the right a line divides it from the spine."""
        told = self._beside(width, height) if self.is_beside else self._below(width, height)
        return [highlighted(line, self.sought) for line in told] if self.sought else told

    def _below(self, width: int, height: int) -> list[Line]:
        """The brief with an edge above it: a mark before its first row, and one after it."""
        edge = self.glyphs.edge
        if self.brief is None:
            return [(Span(edge * width, "dim"),)]
        first, *others = self.brief(max(10, width - 4), height)
        gap = max(0, width - 3 - sum(self.measure(span.text) for span in first))
        head = (Span(edge, "dim"), *first, Span(" " * gap + edge * 2, "dim"))
        return [head, *((Span(" "), *line) for line in others)]

    def _beside(self, width: int, height: int) -> list[Line]:
        told = self.whole(max(10, width - 3), height) if self.whole else []
        divider = Span(f"{self.glyphs.divider} ", "dim")
        if len(told) > height:
            hidden, cut = len(told) - height + 1, self.glyphs.cut
            more = numbered(
                "{cut} {number} more row: {key}", "{cut} {number} more rows: {key}", hidden, cut=cut, key=self.more()
            )
            told = [*told[: height - 1], (Span(more, "dim"),)]
        return [(divider, *line) for line in told] + [(divider,)] * (height - len(told))


class EventDetail(Detail):
    """The event at hand of an index."""

    def show_event(self, event: Event | None, engine: Engine) -> None:
        """Tell an event, or none."""
        if event is None:
            self.show(None, None)
        else:
            self.show(partial(self._whole, event, engine), partial(self._brief, event, engine))

    def _whole(self, event: Event, engine: Engine, width: int, _rows: int) -> list[Line]:
        own, timeline = self.app.notebook_session.if_any, self._timeline(event, engine)
        return event_in_full(event, timeline, self._column(engine, width), notebook=own)

    def _brief(self, event: Event, engine: Engine, width: int, rows: int) -> list[Line]:
        own, timeline = self.app.notebook_session.if_any, self._timeline(event, engine)
        return event_in_brief(event, timeline, self._column(engine, width), rows=rows, notebook=own)

    def _timeline(self, event: Event, engine: Engine) -> Timeline:
        found = engine.select().event(event.id)
        return timeline_around(engine, found) if found else engine.head

    def _column(self, engine: Engine, width: int) -> TextColumn:
        return TextColumn(width, self.app.reader.pen.on(engine.today))
