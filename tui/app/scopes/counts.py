"""The counts above what is asked for: heading, overview and facets, at once or in the frame after."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from textual import getters

from tui.app.base.reader import ReadersApp
from tui.app.widgets.facet_bar import RibbonBar
from tui.app.widgets.heading import Heading
from tui.app.widgets.overview import OverviewBar
from tui.core.index.index import Index
from tui.core.index.selection import Selection

if TYPE_CHECKING:
    from textual.screen import Screen

    _Base = Screen[Any]
else:
    _Base = object

COUNTED_AT_ONCE = 20_000
"""Events up to which the counts come in one frame with what is counted; those of more come in the next."""


class Counting(_Base):
    """A screen that says how much there is of what it shows."""

    app = getters.app(ReadersApp)
    heading = getters.query_one(Heading)
    overview = getters.query_one(OverviewBar)
    ribbon = getters.query_one(RibbonBar)
    index: Index
    shown: Selection

    def count(self) -> None:
        """Tell the counts of what is shown now."""
        if len(self.index.events) > COUNTED_AT_ONCE:
            self.app.after_frame(self, partial(self._count, self.shown))
        else:
            self._count(self.shown)

    def _count(self, shown: Selection) -> None:
        """Unless something else is shown by now, or nothing any more."""
        if shown is self.shown and self.is_attached:
            self.heading.show(shown)
            self.ribbon.show(shown)
            self.overview.show(shown)


def classes_for(screen: type[Screen[Any]], width: int, height: int) -> str:
    """The classes that Textual gives at this size; had from the start, they spare a second layout."""
    sides = ((width, screen.HORIZONTAL_BREAKPOINTS), (height, screen.VERTICAL_BREAKPOINTS))
    return " ".join(max(one for one in points or () if one[0] <= cells)[1] for cells, points in sides if points)
