"""The time in which the overview and the lanes are drawn over 100,000 events, key by key."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from functools import partial
from statistics import median

from bench.asking import indexed
from bench.figures import Figure, report, told
from tui.core.index.index import Index
from tui.core.index.memory import MemoryEngine
from tui.core.index.protocol import Answers
from tui.core.index.term_rows import term_rows
from tui.core.query.parser import parse_query
from tui.core.timeline.model import GROUPS
from tui.core.timeline.when import SECONDS, Moment
from tui.drawing.gantt.chart import Chart
from tui.drawing.gantt.layout import EventInGroup, GroupRow
from tui.drawing.spans.pen import Pen
from tui.drawing.time.density import fitted
from tui.drawing.time.grouping import Grouping
from tui.drawing.time.overview import Overview
from tui.drawing.time.scale import Scale

WIDTH, HEAD, ROWS = 120, 24, 28
"""Cells of the screen and of the names on it, and rows of the lanes."""
ROUNDS = 5
KEY_MS = 50
"""The time that drawing anew may take for a key, in milliseconds."""
QUERY = "country:BE,FR"
STEPS = range(0, 21, 2)
"""Steps of zooming at which the lanes are drawn: from decades to seconds."""


def figures(rounds: int = ROUNDS) -> list[Figure]:
    """The slowest grouping of each kind of key."""
    told("glance")
    index = indexed()
    engine = MemoryEngine(index)
    engine.warm("en")
    asked = engine.select(parse_query(QUERY, index.names))
    screenful(lanes(asked, "kind", whole(asked)))
    found = [measured("overview: a filter", partial(overview, index), rounds, QUERY)]
    drawn = overview(index)
    again = partial(drawn.draw, 4, (drawn.scale.begin, drawn.scale.begin + SECONDS), drawn.scale.begin)
    found.append(measured("overview: the cursor", again, rounds, "window and mark"))
    about = index.today * SECONDS - drawn.scale.length // 10
    kinds: tuple[tuple[str, Callable[[Answers, str, Moment], Callable[[], object]]], ...] = (
        ("lanes: a filter", filtering),
        ("lanes: zoom", zooming),
        ("lanes: the cursor", moving),
    )
    for name, key in kinds:
        by_field = [measured(name, key(asked, field, about), rounds, f"by {field}") for field in GROUPS]
        found.append(max(by_field, key=lambda figure: figure.value))
    return found


def overview(index: Index) -> Overview:
    """The overview of an answer that was not asked for before, drawn."""
    term_rows(index).forget()
    drawn = Overview(MemoryEngine(index).select(parse_query(QUERY, index.names)), WIDTH, Pen("en", index.today))
    drawn.draw(4, None)
    return drawn


def whole(asked: Answers) -> Scale:
    """The scale that a screen begins with."""
    return fitted(asked.engine.select(), WIDTH - HEAD)


def lanes(asked: Answers, field: str, scale: Scale) -> Chart:
    """The lanes of an answer."""
    return Chart(Grouping(asked, field), scale, Pen("en", asked.engine.today), head=HEAD)


def screenful(chart: Chart, cursor: EventInGroup | None = None) -> None:
    """Draw what is on a screen."""
    chart.ruler()
    spot = GroupRow(0, 0)
    for at in range(ROWS):
        chart.draw(spot, top=at == 0, cursor=cursor)
        spot = chart.layout.after(spot, 1)


def filtering(asked: Answers, field: str, _about: Moment) -> Callable[[], object]:
    """Groups, layout and rows, all of them new."""
    return lambda: screenful(lanes(asked, field, whole(asked)))


def zooming(asked: Answers, field: str, about: Moment) -> Callable[[], object]:
    """The slowest of the steps: layout and rows over another scale."""
    grouping = Grouping(asked, field)
    scales = [whole(asked).zoomed(times, about) for times in STEPS]

    def drawn(scale: Scale) -> None:
        screenful(Chart(grouping, scale, Pen("en", asked.engine.today), head=HEAD))

    slowest = max(scales, key=lambda scale: clocked(partial(drawn, scale)))
    return partial(drawn, slowest)


def moving(asked: Answers, field: str, _about: Moment) -> Callable[[], object]:
    """Rows that are laid out already."""
    chart = lanes(asked, field, whole(asked))
    screenful(chart)
    return partial(screenful, chart, EventInGroup(0, chart.grouping.events(0).window(None, 1)[0]))


def clocked(work: Callable[[], object]) -> float:
    """Seconds of the processor that some work takes."""
    began = time.process_time()
    work()
    return time.process_time() - began


def measured(what: str, work: Callable[[], object], rounds: int, detail: str) -> Figure:
    """The median in milliseconds of the processor, of which others at work on the machine take none."""
    return Figure(what, median(clocked(work) for _ in range(rounds)) * 1000, KEY_MS, "ms", detail)


if __name__ == "__main__":
    sys.exit(report(figures()))
