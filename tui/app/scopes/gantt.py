"""Going along the lanes and between them, nearer and farther, earlier and later."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from tui.app import commands
from tui.app.base.query_session import QuerySession
from tui.app.scopes.scope import Scope
from tui.app.widgets.gantt import ChartView
from tui.core.dates.edtf import Date
from tui.core.timeline.when import MINUTE, SECONDS, Moment, moment
from tui.drawing.time.grouping import fields_of, next_field


class ChartScope(Scope):
    """A scope around a chart of lanes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *commands.bindings(commands.LANES, *("along", "end", "beside", "page", "zoom", "fit", "pan", "today", "group"))
    ]

    def __init__(self, session: QuerySession, view: ChartView) -> None:
        super().__init__()
        self.session = session
        self.view = view

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """True unless the action needs an event and there is none."""
        needs_event = action in ("along", "beside", "zoom", "fit")
        return (self.session.shown.count() > 0 or not needs_event) and super().check_action(action, parameters)

    def _ring_unless(self, has_moved: bool) -> None:
        if not has_moved:
            self.app.bell()

    def action_along(self, steps: int) -> None:
        """By events in time, within the group."""
        self._ring_unless(self.view.along(steps))

    def action_end(self, side: int) -> None:
        """To the last event of the group, or the first."""
        self._ring_unless(self.view.end(side))

    def action_beside(self, step: int) -> None:
        """By rows."""
        self._ring_unless(self.view.beside(step))

    def action_page(self, pages: int) -> None:
        """By the rows in sight."""
        self._ring_unless(self.view.page(pages))

    def action_zoom(self, times: int) -> None:
        """Nearer or farther."""
        self._ring_unless(self.view.zoom(times))

    def action_fit(self) -> None:
        """The whole story."""
        self.view.fit()

    def action_pan(self, quarters: int) -> None:
        """Earlier or later."""
        self.view.pan(quarters * max(1, self.view.columns // 4))

    def action_today(self) -> None:
        """Today in the middle."""
        self.view.go_to_moment(self.session.engine.today * SECONDS)

    def action_group(self) -> None:
        """Group by the next field."""
        self.session.group_by(next_field(self.session.engine, self.session.grouped_by))

    def go_to_date(self, date: Date) -> None:
        """To a day, or to look at all of a longer stretch, such as a year."""
        begin, past = date.start.begin, date.end.end
        if begin is None or past is None or past - begin == 1:
            self.view.go_to_moment(moment(date))
        else:
            self.view.look_at((begin * SECONDS, past * SECONDS))

    @property
    def zoom_word(self) -> str:
        """The field of the groups and, where one looks at a part of the time, from which second to which."""
        return " ".join((self.session.grouped_by, *(f"{at}s" for at in self.view.zoomed_window or ())))

    def zoom_to(self, word: str) -> None:
        """Group and look so again, as far as that still means something."""
        field, *window = word.split(" ")
        if field in fields_of(self.session.engine):
            self.session.group_by(field)
        moments = [found for one in window if (found := _moment_of(one)) is not None]
        if len(moments) == len(window) == 2 and moments[0] < moments[1]:
            self.view.look_at((moments[0], moments[1]))


def _moment_of(word: str) -> Moment | None:
    """A moment as it is kept, `1756130525s`; before jalon knew seconds it was kept in minutes, without the letter."""
    number, unit = word.removesuffix("s"), 1 if word.endswith("s") else MINUTE
    is_number = number.removeprefix("-").isdecimal() and number.isascii() and len(number) < 18
    return int(number) * unit if is_number else None
