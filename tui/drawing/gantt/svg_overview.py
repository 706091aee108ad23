"""The small drawings of a page: how much lies where in time, and where in its year an event lies."""

from __future__ import annotations

from functools import partial

from tui.core.dates.calendar import day_number
from tui.core.dates.words import day_in_words, in_words
from tui.core.evidence.verdicts import REPORTED
from tui.core.index.protocol import Answers, EventFacts, walk
from tui.core.text.messages import _
from tui.core.timeline.in_language import short_title
from tui.core.timeline.model import Event
from tui.core.timeline.when import SECONDS, time_extent
from tui.drawing.gantt.svg import element, group, inline_head, linked, text_width
from tui.drawing.gantt.svg_document import Link
from tui.drawing.gantt.svg_shapes import MARKS, RADIUS, event_shapes, mark, span
from tui.drawing.gantt.svg_words import unseen_in_words
from tui.drawing.spans.glyphs import UNICODE
from tui.drawing.spans.pen import Pen
from tui.drawing.time.density import events_per_column, outside
from tui.drawing.time.packing import Piece
from tui.drawing.time.ruler import ticks
from tui.drawing.time.scale import Scale

TOP, HEIGHT, RULER, LETTERS = 20, 72, 20, 11
"""Pixels above, of the highest bar, of the ruler below, and of its letters."""
STACK, HIGHEST, MOST_MARKS = 13, 14, 300
"""Pixels from mark to mark of a stack, the marks of the highest that is drawn so, and those of all together."""
BAR = 7
"""Pixels from bar to bar."""
YEAR_WIDTH, MIDDLE = 144, 8
"""Pixels of the drawing of an event in its year: its width, and where its marks lie."""


def inline_overview(answers: Answers, scale: Scale, pen: Pen, *, width: int, link: Link | None = None) -> str:
    """The events over time above a ruler, with a line for today: marks in stacks, or bars where they are too many."""
    letters = pen._replace(glyphs=UNICODE, measure=partial(text_width, size=LETTERS))
    wide = scale.over(width)
    high, drawn = _stacks(answers, wide, pen, link) or _bars(answers, scale, width)
    base = TOP + high
    parts = [inline_head(width, base + RULER), f'<g transform="translate(0,{base})">', *drawn]
    parts.append(element("line", x1=0, y1=0, x2=width, y2=0, class_="rule"))
    for tick in ticks(wide, letters, 12):
        role = "strong" if tick.is_year else "dim"
        parts.append(element("text", tick.label, x=tick.column, y=15, class_=f"small {role}-fill"))
    today = answers.engine.today * SECONDS
    if wide.holds(today):
        x = wide.column(today)
        parts.append(element("line", x1=x, y1=-high - 8, x2=x, y2=0, class_="today"))
        said = _("today, {day}", day=day_in_words(answers.engine.today, pen.language, short=True))
        is_left = x > width / 2
        at, anchor = (x - 6, "end") if is_left else (x + 6, None)
        parts.append(element("text", said, x=at, y=-high, class_="small now-fill", text_anchor=anchor))
    return "".join([*parts, "</g></svg>"])


def _stacks(answers: Answers, scale: Scale, pen: Pen, link: Link | None) -> tuple[int, list[str]] | None:
    """Each event as a mark at its middle, those that lie together in a stack; None where stacks get too high."""
    if answers.count() > MOST_MARKS:
        return None
    stacks: dict[int, int] = {}
    parts = []
    for found in walk(answers):
        lies = time_extent(found.event, answers.engine.today)
        within = None if found.event.date.is_undated else span(lies, scale)
        if within is None:
            continue
        middle = (within[0] + (0 if lies.lasts else within[1] - within[0]) // 2) // STACK
        bin_ = min(middle, scale.columns // STACK - 1)
        at = stacks.get(bin_, 0)
        stacks[bin_] = at + 1
        is_vague = within[1] - within[0] > 2 * RADIUS or bool(found.event.date.doubt)
        shapes = mark(found.event.status, bin_ * STACK + STACK / 2, -STACK * at - STACK / 2 - 2, is_vague=is_vague)
        when = in_words(found.event.date, pen.language)
        title = _("{name}: {value}", name=when, value=_short(found.event, answers, pen))
        drawn = group(shapes, title)
        parts.append(linked(drawn, link(found.event)) if link else drawn)
    high = max(stacks.values(), default=0)
    return None if high > HIGHEST else (max(STACK * high + 4, 3 * STACK), parts)


def _short(event: Event, answers: Answers, pen: Pen) -> str:
    return short_title(event, answers.engine.head, pen.language)


def _bars(answers: Answers, scale: Scale, width: int) -> tuple[int, list[str]]:
    """The ink of the events, a bar a stretch of time."""
    ink = events_per_column(answers, scale.over(width // BAR))
    most = max(*ink, 1.0)
    heights = [(at, max(1.5, much / most * HEIGHT)) for at, much in enumerate(ink) if much]
    return HEIGHT, [
        element("rect", x=at * BAR, y=-height, width=BAR - 1, height=height, class_="lane1-fill")
        for at, height in heights
    ]


def beyond_overview(answers: Answers, scale: Scale, undated: int) -> str:
    """The words for the events that lie outside of an overview; empty when none does."""
    return unseen_in_words(*outside(answers, scale), undated)


def year_drawing(found: EventFacts, year: int, today: int) -> str:
    """An event as a mark or a bar within its year, drawn with the doubt of its date; empty for one without a date."""
    event = found.event
    if event.date.is_undated:
        return ""
    scale = Scale.of_days(day_number(year, 1, 1), day_number(year + 1, 1, 1), YEAR_WIDTH)
    lies = time_extent(event, today)
    within = span(lies, scale)
    if within is None:
        return ""
    first, last = within
    if event.date.doubt and not lies.lasts and last - first <= 2 * RADIUS:
        return "".join(_reference(event.status, (first + last) / 2, MIDDLE, is_vague=True))
    piece = Piece(*within, 0, False, found)
    return "".join(event_shapes(event.status, lies, scale, piece, 0, MIDDLE, _reference))


def _reference(status: str, x: float, y: float, *, is_vague: bool = False) -> list[str]:  # noqa: ARG001 - as `mark` has it
    """A mark as a reference to the one that the page has once."""
    return [element("use", href=f"#:{mark_name(status, is_vague=is_vague)}", x=x)]


def mark_name(status: str, *, is_vague: bool) -> str:
    """The name under which a page has a mark."""
    known = status if status in MARKS else REPORTED
    return f"{known}-vague" if is_vague else known


def marks() -> dict[str, str]:
    """Each mark by its name, as `year_drawing` refers to it."""
    return {
        mark_name(status, is_vague=vague): "".join(mark(status, 0, MIDDLE, is_vague=vague))
        for status in MARKS
        for vague in (False, True)
    }
