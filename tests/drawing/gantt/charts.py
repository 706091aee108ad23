"""Lanes for tests: a few lines of text as a chart."""

from __future__ import annotations

from typing import Any

from tests.conftest import ROOT
from tests.core.timelines import TODAY, answers, text_of
from tests.drawing.pens import PEN
from tui.core.dates.calendar import day_number
from tui.core.index.engines import engine_of
from tui.core.index.protocol import Answers
from tui.core.timeline.model import Event
from tui.drawing.gantt.chart import Chart, head_cells
from tui.drawing.time.density import fitted
from tui.drawing.time.grouping import Grouping
from tui.drawing.time.scale import Scale
from tui.store.read.timeline import read

SHOWN = ROOT / "tests" / "shown"
"""Timelines that are there to be looked at."""


def year(number: int, columns: int) -> Scale:
    """A year over so many columns."""
    return Scale.of_days(day_number(number, 1, 1), day_number(number + 1, 1, 1), columns)


def whole(name: str) -> Answers:
    """All of a timeline that is there to be looked at."""
    return engine_of(read((SHOWN / name).read_bytes(), name).timeline, TODAY).select()


def chart(
    events: list[Event] | str | Answers, field: str = "kind", width: int = 80, scale: Scale | None = None, **how: Any
) -> Chart:
    """The lanes of events at a width, over the whole story unless a scale is given."""
    asked = answers(events) if isinstance(events, str | list) else events
    head = how.pop("head", head_cells(width))
    columns = width - head
    over = scale.over(columns) if scale else fitted(asked.engine.select(), columns)
    most = {"most_rows": how.pop("most_rows")} if "most_rows" in how else {}
    return Chart(Grouping(asked, field), over, PEN._replace(**how), head=head, **most)


def page(drawn: Chart) -> str:
    """The ruler and all rows, without the blanks at their ends."""
    return "\n".join(text_of(line).rstrip() for line in [drawn.ruler(), *drawn.rows()])
