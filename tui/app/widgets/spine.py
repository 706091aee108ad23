"""The spine on the screen: rows drawn one at a time, a cursor, and the window that is in sight."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from rich.cells import cell_len
from textual import events, getters
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.app.base.reader import ReadersApp
from tui.app.base.styles import ThemeStyles
from tui.app.widgets.lines import WholeRowWidget
from tui.core.dates.calendar import day_number
from tui.core.timeline.when import MINUTES, Moment
from tui.drawing.spans.empty import within
from tui.drawing.spans.highlight import highlighted
from tui.drawing.spans.spans import Line, Span
from tui.drawing.spine.spine import Spine


class SpineView(WholeRowWidget, ScrollView, can_focus=True, inherit_bindings=False):
    """A timeline that one moves through, event by event."""

    DEFAULT_CSS = """
    SpineView { scrollbar-size: 0 0; height: 1fr; }
    """

    app = getters.app(ReadersApp)

    cursor: var[int] = var(-1, init=False)
    """The row that the cursor is on; -1 when there is none."""

    @dataclass(eq=False, repr=False)
    class CursorMoved(Message):
        """The cursor came to another row."""

        spine_view: SpineView
        row: int

        @property
        def control(self) -> SpineView:
            """The spine it moved on."""
            return self.spine_view

    @dataclass(eq=False, repr=False)
    class WindowMoved(Message):
        """Other rows came in sight."""

        spine_view: SpineView

        @property
        def control(self) -> SpineView:
            """The spine that scrolled."""
            return self.spine_view

    @dataclass(eq=False, repr=False)
    class Resized(Message):
        """Rows have that many cells now."""

        spine_view: SpineView
        width: int

    @dataclass(eq=False, repr=False)
    class EventOpened(Message):
        """The reader wants the event under the cursor whole."""

        spine_view: SpineView

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.spine: Spine | None = None
        self.instead: list[Line] = []
        """What is said when there is no row."""
        self.sought = ""
        """What is highlighted."""
        self._opened_at: int | None = None
        """The row that the cursor was put on for today; while it is there, today stays in sight."""
        self._strips: dict[tuple[int, int, bool, bool], Strip] = {}

    # What is shown

    def show(self, spine: Spine, row: int, instead: list[Line]) -> None:
        """Show another spine with the cursor on that row; `instead` is said when it is empty."""
        self.spine = spine
        self.instead = instead
        self._strips.clear()
        self.virtual_size = Size(self.size.width, max(1, len(spine)))
        self.set_reactive(SpineView.cursor, -1)
        self.cursor = row if len(spine) else -1
        self.refresh()

    @contextmanager
    def standing_still(self) -> Iterator[None]:
        """Whatever is shown anew within, the cursor's row stays where it is on the screen, and today in sight."""
        before = self.cursor - self.scroll_offset.y
        was_opened = self.cursor == self._opened_at
        yield
        self._opened_at = self.cursor if was_opened else None
        if self.cursor >= 0:
            self._bring_to_top(self.cursor - before)

    @property
    def is_at_end(self) -> bool:
        """Whether the cursor is on the end of an interval that has a row of its own."""
        return self.spine is not None and self.place is not None and self.cursor != self.spine.row_of(self.place)

    def highlight(self, sought: str) -> None:
        """Show where a text stands; an empty one shows nothing."""
        if sought != self.sought:
            self.sought = sought
            self._strips.clear()
            self.refresh()

    def redraw(self) -> None:
        """Draw every row anew."""
        self._strips.clear()
        self.refresh()

    @property
    def place(self) -> int | None:
        """The selection's place of the event under the cursor."""
        return self.spine.event_at(self.cursor) if self.spine and self.cursor >= 0 else None

    @property
    def window(self) -> tuple[Moment, Moment] | None:
        """The first moment in sight and the one after the last."""
        if not self.spine or not len(self.spine) or not self.size.height:
            return None
        first = min(max(0, self.scroll_offset.y), len(self.spine) - 1)
        last = min(first + self.size.height, len(self.spine)) - 1
        return self.spine.moments(first)[0], self.spine.moments(last)[1]

    # Moving

    def move(self, steps: int) -> None:
        """Move the cursor by events and ends, passing over what is neither."""
        if self.spine is None or self.cursor < 0:
            return
        row, step = self.cursor, 1 if steps > 0 else -1
        for _ in range(abs(steps)):
            ahead = row + step
            while 0 <= ahead < len(self.spine) and self.spine.event_at(ahead) is None:
                ahead += step
            if not 0 <= ahead < len(self.spine):
                break
            row = ahead
        if row == self.cursor:
            self._bring_in_sight(step)
        self.cursor = row

    def move_page(self, pages: float) -> None:
        """Move the cursor by a share of what is in sight."""
        rows = max(1, round(abs(pages) * max(1, self.size.height - 1)))
        self.go_to_row(self.cursor + (rows if pages > 0 else -rows), 1 if pages > 0 else -1)

    def go_to_row(self, row: int, step: int = 1) -> None:
        """Put the cursor on that row or the nearest one of an event."""
        if self.spine is None or not len(self.spine):
            return
        found = self.spine.nearest_event(min(max(0, row), len(self.spine) - 1), step)
        if found is not None:
            self.cursor = found

    def go_to_day(self, day: int, *, middle: bool = False) -> None:
        """Put the cursor on the first event on or after a day, else on the last before it."""
        self.go_to_moment(day * MINUTES, middle=middle)

    def go_to_moment(self, moment: Moment, *, middle: bool = False) -> None:
        """The same, after a time of day where times are told."""
        if self.spine is None or not len(self.spine):
            return
        day = moment // MINUTES
        row = self.spine.row_at(day - 1)
        if self.spine[row].day < day:
            row += 1
        while row + 1 < len(self.spine) and self.spine[row + 1].day == day and self.spine.moments(row)[1] <= moment:
            row += 1
        self.go_to_row(row)
        if middle:
            self._bring_to_top(self.cursor - self.size.height // 2)

    def go_to_today(self) -> None:
        """Put the cursor on the last event before today's line, with the line in sight."""
        if self.spine is None or not len(self.spine):
            return
        row = self.spine.layout.today_row or 0
        self.go_to_row(row, -1)
        self._bring_to_top(row - self.size.height * 3 // 4)
        self._opened_at = self.cursor

    def go_to_year(self, steps: int) -> None:
        """Put the cursor on the first event of the next or the previous year that has one."""
        if self.spine is None or self.cursor < 0:
            return
        year = self.spine.year(self.cursor)
        if steps > 0:
            self.go_to_day(day_number(year + 1, 1, 1))
            return
        first = self._first_of_year(year)
        if first < self.cursor:
            self.go_to_row(first)
        elif first > 0 and (before := self.spine.nearest_event(first - 1, -1)) is not None and before < first:
            self.go_to_row(self._first_of_year(self.spine.year(before)))

    def go_to_other_end(self) -> bool:
        """Put the cursor on the end of its interval, or from there on its beginning; False if it has none."""
        if self.spine is None or self.place is None:
            return False
        begins = self.spine.row_of(self.place)
        ends = self.spine.layout.end_row_of.get(self.place)
        if ends is None:
            return False
        self.cursor = begins if self.cursor == ends else ends
        return True

    def _first_of_year(self, year: int) -> int:
        if self.spine is None:
            return 0
        begins = day_number(year, 1, 1)
        row = self.spine.row_at(begins - 1)
        while row < len(self.spine) and (self.spine[row].day < begins or self.spine.event_at(row) is None):
            row += 1
        return row

    def _bring_to_top(self, row: int) -> None:
        """Bring that row to the top, as far as the rows below it fill the screen."""
        self.scroll_to(y=max(0, row), animate=False, force=True, immediate=True)

    def _bring_in_sight(self, step: int) -> None:
        """At either end of the list, show what lies beyond the last event, such as today's line."""
        if self.spine is not None:
            self.scroll_to_region(
                Region(0, 0 if step < 0 else len(self.spine) - 1, 1, 1), animate=False, force=True
            )

    # Reacting

    def watch_cursor(self, before: int, after: int) -> None:
        """Redraw the two rows, keep the cursor in sight, and say where it is."""
        for row in (before, after):
            if row >= 0:
                self.refresh(Region(0, row - self.scroll_offset.y, self.size.width, 1))
        if after >= 0:
            self.scroll_to_region(Region(0, after, 1, 1), animate=False, force=True, immediate=True)
        self.post_message(self.CursorMoved(self, after))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Say that other rows are in sight."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self.post_message(self.WindowMoved(self))

    def on_resize(self) -> None:
        """Rows are drawn to the width."""
        self._strips.clear()
        if self.spine is not None:
            self.virtual_size = Size(self.size.width, max(1, len(self.spine)))
        if self.cursor == self._opened_at:
            self.go_to_today()
        elif self.cursor >= 0:
            self.call_after_refresh(
                self.scroll_to_region, Region(0, self.cursor, 1, 1), animate=False, force=True, immediate=True
            )
        self.post_message(self.WindowMoved(self))
        self.post_message(self.Resized(self, self.size.width))

    def notify_style_update(self) -> None:
        """A change of theme makes the strips stale."""
        super().notify_style_update()
        self._strips.clear()

    # Drawing

    @property
    def looks(self) -> ThemeStyles:
        """The styles of the theme in force."""
        return self.app.reader.looks

    def render_line(self, y: int) -> Strip:
        """One row of the screen."""
        width = self.size.width
        if self.spine is None or not len(self.spine):
            return self._render_instead(y, width)
        row = y + self.scroll_offset.y
        if row >= len(self.spine):
            return self.looks.blank(width)
        key = (row, width, y == 0, row == self.cursor)
        strip = self._strips.get(key)
        if strip is None:
            if len(self._strips) > 2000:
                self._strips.clear()
            line = self.spine.draw(row, width, top=y == 0, cursor=row == self.cursor)
            line = highlighted(line, self.sought)
            strip = self._strips[key] = self.looks.strip(line, width, on_cursor=row == self.cursor)
        return strip

    def _render_instead(self, y: int, width: int) -> Strip:
        instead = within(self.instead, width - 2, cell_len)
        at = y - max(0, (self.size.height - len(instead)) // 3)
        if not 0 <= at < len(instead):
            return self.looks.blank(width)
        widest = max(sum(cell_len(span.text) for span in line) for line in instead)
        lead = max(1, (width - widest) // 2)
        return self.looks.strip((Span(" " * lead), *instead[at]), width)

    # The mouse

    def on_click(self, click: events.Click) -> None:
        """A click moves the cursor; a second one on the same row opens the event."""
        if self.spine is None or not len(self.spine):
            return
        row = click.y + self.scroll_offset.y
        if row < len(self.spine) and self.spine.event_at(row) is not None:
            self.cursor = row
            if click.chain == 2:
                self.post_message(self.EventOpened(self))
