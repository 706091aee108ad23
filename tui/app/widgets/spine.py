"""The spine on the screen: rows drawn one at a time, a cursor, and the window that is in sight."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import BindingType
from textual.geometry import Size

from tui.app import commands
from tui.app.base.query_session import QuerySession
from tui.app.widgets.cursor_rows import CursorRows
from tui.app.widgets.key_bar import key_of, say
from tui.app.widgets.spine_layouts import SpineLayouts
from tui.core.dates.calendar import day_number
from tui.core.dates.edtf import FARTHEST_DAY, Date
from tui.core.index.protocol import Answers, EventFacts, Key, key_before
from tui.core.text.messages import _
from tui.core.timeline.model import Event
from tui.core.timeline.when import SECONDS, Moment
from tui.drawing.spans.empty import within
from tui.drawing.spans.highlight import highlighted
from tui.drawing.spans.spans import Line, Span
from tui.drawing.spine.layout import BESIDE, END, EVENT, SpineRow
from tui.drawing.spine.spine import Spine


class SpineView(CursorRows):
    """A timeline that one moves through, event by event."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *commands.bindings(commands.TIMELINE, "year", "today", "other_end", "silences", "two_rows")
    ]

    def __init__(self, session: QuerySession) -> None:
        super().__init__()
        self.session = session
        self.layouts = SpineLayouts(self.app.reader, session.notebook_session)
        self.spine: Spine | None = None
        self.instead: list[Line] = []
        """The words in the place of rows, where there are none."""
        self._say_instead: Callable[[], list[Line]] = list
        """The words for when there is no row."""
        self.sought = ""
        """The highlighted text."""
        self._opened_at: int | None = None
        """The row that the cursor was put on for today; while it is there, today stays in sight."""

    # What is shown

    def show(self, answers: Answers, event: Event | None, instead: Callable[[], list[Line]]) -> None:
        """Show answers, with the cursor on an event, else on what stands nearest in time.

        `instead` is said when there is none.
        """
        self.spine, self._say_instead = self.layouts.of(answers), instead
        self.instead = [] if len(self.spine) else instead()
        here = answers.event(event.id) if event is not None else None
        if event is not None:
            self._reach(here.key if here else key_before(event.date.sort_key[0] + 1))
        self.show_rows(self.spine, self._row_of(self.spine, event))

    def _lay_out_anew(self) -> None:
        if self.spine is not None:
            self.show(self.spine.answers, self.event, self._say_instead)

    def _row_of(self, spine: Spine, event: Event | None) -> int:
        if event is None or not len(spine):
            return 0
        row = spine.layout.row_of.get(event.id)
        if row is None:
            row = spine.nearest_event(spine.row_at(event.date.sort_key[0]), -1)
        return row or 0

    # The rows around a place

    def _reach(self, key: Key) -> None:
        """Have the rows around a key; where they are others than before, the cursor is on none of them yet."""
        if self.spine is not None and not self.spine.layout.holds(key):
            self._lay_out_around(self.spine, key)

    def _lay_out_around(self, spine: Spine, key: Key) -> None:
        spine.lay_out(key, self._beside)
        self.virtual_size = Size(self.size.width, max(1, len(spine)))
        self.set_reactive(CursorRows.cursor, -1)
        self.refresh()

    @property
    def rows_number(self) -> int:
        """The number of the layout."""
        return self.spine.layout.number if self.spine else 0

    @property
    def _beside(self) -> int:
        """The events that are laid out on either side of the cursor: some screens of them."""
        return max(BESIDE, 3 * self.size.height)

    def _have_rows_beside(self) -> None:
        """Lay out what lies ahead before one comes to the last of the rows; the cursor comes along."""
        spine, margin = self.spine, self._beside // 2
        if spine is None or spine.layout.is_whole or self.cursor < 0:
            return
        first, past = self.scroll_offset.y, self.scroll_offset.y + self.size.height
        if (first >= margin or spine.layout.is_first) and (past <= len(spine) - margin or spine.layout.is_last):
            return
        if not first <= self.cursor < past:
            self.go_to_row((first + past) // 2)
            return
        row, above = spine[self.cursor], self.cursor - first
        if row.about is not None:
            self._lay_out_around(spine, row.about.key if row.kind == EVENT else key_before(row.day + 1))
            self.go_to_row(spine.find(row))
            self._bring_to_top(self.cursor - above)

    @contextmanager
    def standing_still(self) -> Iterator[None]:
        """Whatever is shown anew within, the cursor's row stays where it is on the screen, and today in sight."""
        before, event_before, was_at_end = self.cursor - self.scroll_offset.y, self.event, self.is_at_end
        was_opened = self.cursor == self._opened_at
        yield
        event = self.event
        if was_at_end and event and event_before and event.id == event_before.id:
            self.go_to_other_end()
        self._opened_at = self.cursor if was_opened else None
        if self.cursor >= 0:
            self._bring_to_top(self.cursor - before)

    @property
    def is_at_end(self) -> bool:
        """True when the cursor is on the end of an interval that has a row of its own."""
        return self.row is not None and self.row.kind == END

    def highlight(self, sought: str) -> None:
        """Show where a text stands; an empty one shows nothing."""
        if sought != self.sought:
            self.sought = sought
            self.redraw()

    def take_own(self) -> None:
        """Show the reader's marks as they are now."""
        self.layouts.take_own(self.spine)
        self.redraw()

    @property
    def row(self) -> SpineRow | None:
        """The row under the cursor."""
        return self.spine[self.cursor] if self.spine and 0 <= self.cursor < len(self.spine) else None

    @property
    def facts(self) -> EventFacts | None:
        """The event under the cursor, with its place among the others."""
        return self.row.facts if self.row else None

    @property
    def event(self) -> Event | None:
        """The event under the cursor."""
        return self.facts.event if self.facts else None

    @property
    def window(self) -> tuple[Moment, Moment] | None:
        """The first moment in sight and the one after the last."""
        if not self.spine or not len(self.spine) or not self.size.height:
            return None
        first = min(max(0, self.scroll_offset.y), len(self.spine) - 1)
        last = min(first + self.size.height, len(self.spine)) - 1
        return self.spine.moments(first)[0], self.spine.moments(last)[1]

    # Moving

    def action_year(self, steps: int) -> None:
        """By years."""
        self.go_to_year(steps)

    def action_today(self) -> None:
        """To the last event before today, with today's line in sight."""
        self.go_to_today()

    def action_other_end(self) -> None:
        """To the other end of an interval."""
        if not self.go_to_other_end():
            say(self.screen, _("this event has no other end"))

    def action_silences(self) -> None:
        """Leave out the rows between events that say how long nothing is dated, or show them again."""
        self.layouts.turn_silences()
        self._lay_out_anew()
        if not self.layouts.tells_silences:
            key = key_of(self.screen, "silences")
            say(self.screen, _("silences are left out; {key} shows them again", key=key))

    def action_two_rows(self) -> None:
        """Have titles that are too long go on in a second row, or no more."""
        self.layouts.width = self.size.width
        self.layouts.turn_two_rows()
        with self.standing_still():
            self._lay_out_anew()
        self.bring_in_sight(max(0, self.cursor))
        if self.layouts.has_two_rows:
            key = key_of(self.screen, "two-rows")
            say(self.screen, _("long titles take two rows; {key} gives them one again", key=key))

    def go_to_date(self, date: Date) -> None:
        """To the first event on or after the first day of a date."""
        self.go_to_day(date.sort_key[0], middle=True)

    def go_to_key(self, key: Key) -> None:
        """To the event that stands at a key."""
        self._reach(key)
        row = self.spine.layout.row_of.get(key.id) if self.spine else None
        if row is not None:
            self.cursor = row

    def go_to_event(self, event: Event | None) -> None:
        """To an event, if what is shown now has it."""
        found = self.spine.answers.event(event.id) if self.spine and event else None
        if found is not None:
            self.go_to_key(found.key)

    def action_first(self) -> None:
        """To the first row."""
        self._reach(key_before(-FARTHEST_DAY))
        super().action_first()

    def action_last(self) -> None:
        """To the last row."""
        self._reach(key_before(FARTHEST_DAY + 1))
        super().action_last()

    def bring_in_sight(self, row: int) -> None:
        """Scroll so that a row is in sight, with the rest of its title."""
        if self.spine is not None and self.spine.is_second(row + 1):
            super().bring_in_sight(row + 1)
        super().bring_in_sight(row)

    def holds(self, row: int) -> bool:
        """True when a row is that of an event, or of its end."""
        return self.spine is not None and self.spine[row].facts is not None

    def go_to_day(self, day: int, *, middle: bool = False) -> None:
        """Put the cursor on the first event on or after a day, else on the last before it."""
        self.go_to_moment(day * SECONDS, middle=middle)

    def go_to_moment(self, moment: Moment, *, middle: bool = False) -> None:
        """The same, after a time of day where times are told."""
        if self.spine is None or not len(self.spine):
            return
        day = moment // SECONDS
        self._reach(key_before(day))
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
        self._reach(key_before(self.spine.pen.today + 1))
        row = self.spine.layout.today_row or 0
        self.go_to_row(row, -1)
        self._bring_to_top(row - self.size.height * 3 // 4)
        self._opened_at = self.cursor

    def go_to_year(self, steps: int) -> None:
        """Put the cursor on the first event of the next or the previous year that has one."""
        if self.spine is None or self.cursor < 0:
            return
        year, here = self.spine.year(self.cursor), self.spine[self.cursor]
        if steps > 0:
            self.go_to_day(day_number(year + 1, 1, 1))
            return
        first = self._first_of_year(year)
        if self.spine.find(here) == first:
            before = self.spine.nearest_event(first - 1, -1) if first else None
            first = self._first_of_year(self.spine.year(before)) if before is not None and before < first else first
        self.go_to_row(first)

    def go_to_other_end(self) -> bool:
        """Put the cursor on the end of its interval, or from there on its beginning; False if it has none."""
        facts, is_at_end = self.facts, self.is_at_end
        if self.spine is None or facts is None:
            return False
        if is_at_end:
            self.go_to_key(facts.key)
            return True
        if not facts.event.date.interval or facts.last_day is None:
            return False
        self._reach(key_before(facts.last_day + 1))
        row = self.spine.layout.end_row_of.get(facts.key.id)
        if row is None:
            self.go_to_key(facts.key)
            return False
        self.cursor = row
        return True

    def _first_of_year(self, year: int) -> int:
        """The first row of a year that is about an event."""
        begins, row = day_number(year, 1, 1), 0
        self._reach(key_before(begins))
        if self.spine is not None:
            row = self.spine.row_at(begins - 1)
            while row < len(self.spine) and (self.spine[row].day < begins or self.spine[row].facts is None):
                row += 1
        return row

    def _bring_to_top(self, row: int) -> None:
        """Bring that row to the top, as far as the rows below it fill the screen."""
        self.scroll_to(y=max(0, row), animate=False, force=True, immediate=True)

    # Reacting

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Say that other rows are in sight."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self._have_rows_beside()
            self.on_move()

    def watch_cursor(self, before: int, after: int) -> None:
        """The cursor is on another row."""
        super().watch_cursor(before, after)
        self._have_rows_beside()

    def stay_in_sight(self) -> None:
        """Rows have room for more lanes, or fewer; today's line stays in sight while the cursor is where it was put."""
        if self.cursor == self._opened_at:
            self.go_to_today()
        else:
            super().stay_in_sight()
        self.on_move()
        if self.layouts.fit(self.size.width):
            with self.standing_still():
                self._lay_out_anew()

    # Drawing

    def with_marks(self, line: Line) -> Line:
        """A row with what is sought highlighted."""
        return highlighted(line, self.sought)

    def line_instead(self, y: int) -> Line:
        """A row of what is said when there is no event, in the upper third."""
        width = self.size.width
        instead = within(self.instead, width - 2, cell_len)
        at = y - max(0, (self.size.height - len(instead)) // 3)
        if not 0 <= at < len(instead):
            return ()
        widest = max(sum(cell_len(span.text) for span in line) for line in instead)
        return (Span(" " * max(1, (width - widest) // 2)), *instead[at])
