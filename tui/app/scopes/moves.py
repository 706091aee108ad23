"""Moving about a timeline: by events, pages, years, to today, to a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.getters import query_one

from tui.app.widgets.spine import SpineView
from tui.core.dates.edtf import Date
from tui.core.timeline.when import MINUTES, Moment

if TYPE_CHECKING:
    from textual.screen import Screen

    _Base = Screen[Any]
else:
    _Base = object


class Moving(_Base):
    """A screen with a spine about which one moves; all that follows from a move comes in one frame with it."""

    spine_view = query_one(SpineView)

    def tell_event(self) -> None:
        """Tell the event under the cursor."""
        raise NotImplementedError

    def say(self, sentence: str) -> None:
        """Say something to the reader."""
        raise NotImplementedError

    def action_move(self, steps: int) -> None:
        """By events."""
        self.spine_view.move(steps)
        self.tell_event()

    def action_page(self, pages: float) -> None:
        """By what is in sight."""
        self.spine_view.move_page(pages)
        self.tell_event()

    def action_first(self) -> None:
        """To the first event."""
        self.spine_view.go_to_row(0)
        self.tell_event()

    def action_last(self) -> None:
        """To the last event."""
        self.spine_view.go_to_row(10**9, -1)
        self.tell_event()

    def action_year(self, steps: int) -> None:
        """By years."""
        self.spine_view.go_to_year(steps)
        self.tell_event()

    def action_today(self) -> None:
        """To the last event before today, with today's line in sight."""
        self.spine_view.go_to_today()
        self.tell_event()

    def action_other_end(self) -> None:
        """To the other end of an interval."""
        if not self.spine_view.go_to_other_end():
            self.say("this event has no other end")

    def go_to_date(self, date: Date) -> None:
        """To the first event on or after the first day of a date."""
        self.go_to_moment(date.sort_key[0] * MINUTES)

    def go_to_moment(self, moment: Moment) -> None:
        """To the first event at or after a moment."""
        self.spine_view.go_to_moment(moment, middle=True)
        self.tell_event()
