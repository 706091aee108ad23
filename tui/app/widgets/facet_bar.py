"""The facet ribbon on the screen: click a value to filter by it, a name to pick, a chip to take it away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual import events
from textual.message import Message

from tui.app.widgets.lines import AnswerLines
from tui.core.index.protocol import Answers
from tui.drawing.spans.spans import Line
from tui.drawing.spine.facet_bar import FacetBarLine, Zone, facet_bar_line


class RibbonBar(AnswerLines):
    """One row of facets with live counts."""

    DEFAULT_CSS = """
    RibbonBar { height: 1; }
    """

    @dataclass(eq=False, repr=False)
    class ZoneChosen(Message):
        """The reader pointed at something that filters."""

        zone: Zone

    def __init__(self, *, keys: Callable[[], Callable[[str], str]]) -> None:
        """`keys` gives what gives the key that picks a facet."""
        super().__init__()
        self.keys = keys
        self._ribbon: FacetBarLine | None = None

    def rows(self, answers: Answers, width: int) -> list[Line]:
        """The one row."""
        self._ribbon = facet_bar_line(answers, width, self.app.reader.pen, keys=self.keys())
        return [self._ribbon.line]

    def on_click(self, click: events.Click) -> None:
        """Choose the zone under the pointer."""
        for zone in self._ribbon.zones if self._ribbon else ():
            if zone.begin <= click.x < zone.end:
                self.post_message(self.ZoneChosen(zone))
                return
