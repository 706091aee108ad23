"""An event as the cells of a row: a mark for a point, a bar for what lasts, faded where it is not certain."""

from __future__ import annotations

from tui.core.timeline.model import Event
from tui.core.timeline.when import FARTHEST_MOMENT, MINUTE, SECONDS, TimeExtent
from tui.drawing.spans.pen import Pen
from tui.drawing.spans.spans import STATUS_ROLES, Line, Span
from tui.drawing.time.ruler import HOURS, SECONDS_TOLD, runs
from tui.drawing.time.scale import Scale

TAIL = 2
"""Cells of the tail at the side on which nothing limits a point, or the beginning of an interval."""
NAMED_WITHIN = 12
"""Cells of a bar from which its name stands within it, and leaves half of it to be seen."""

Reach = tuple[int, int]
"""The first and the last column that an event takes."""


def reach(course: TimeExtent, scale: Scale, tail: int = TAIL) -> Reach | None:
    """The columns over which an event lies, tails included; None when it is out of view."""
    if course.past <= scale.begin or course.begin >= scale.end:
        return None
    first = scale.column(max(course.begin, scale.begin))
    last = first if is_place(course, scale) else scale.column(min(course.past, scale.end) - 1)
    if course.opens and course.begin > scale.begin:
        first = max(0, first - tail)
    if course.goes_on and not course.lasts:
        last = min(scale.columns - 1, last + tail)
    return min(first, scale.columns - 1), max(first, last)


def is_day(course: TimeExtent) -> bool:
    """True of what is certain and no longer than a day; what lasts is so only where it says no hour."""
    says_hours = course.lasts and (course.begin % SECONDS or course.past % SECONDS)
    return course.past - course.begin <= SECONDS and course.is_sure and not says_hours


def is_place(course: TimeExtent, scale: Scale, columns: int = 1) -> bool:
    """True of a day on a ruler without hours, and of a minute on one without seconds; of so many columns a cell."""
    if is_day(course) and scale.columns * SECONDS < HOURS * columns * scale.length:
        return True
    is_minute = course.past - course.begin <= MINUTE and not course.lasts
    return is_minute and scale.columns * MINUTE < SECONDS_TOLD * columns * scale.length


def sure_reach(course: TimeExtent, scale: Scale) -> Reach | None:
    """The columns in all of which it certainly goes on, as far as they are in view; None when there are none."""
    begin, past = max(course.sure, scale.begin), min(course.sure_past, scale.end)
    if begin >= past:
        return None
    fades_in, fades_out = course.begin < course.sure > scale.begin, course.past > course.sure_past < scale.end
    first = scale.column(begin - 1) + 1 if fades_in else scale.column(begin)
    last = scale.column(past) - 1 if fades_out else scale.column(past - 1)
    return (first, last) if first <= last else None


def bar(event: Event, course: TimeExtent, scale: Scale, within: Reach, pen: Pen) -> Line:
    """The cells of an event without its label."""
    draw = _lasting if course.lasts else _point
    return runs(*draw(event, course, scale, within, pen))


def named_bar(event: Event, course: TimeExtent, scale: Scale, within: Reach, name: str, pen: Pen) -> Line:
    """The cells of a bar with its name in the middle, or of the dotted span of a point, with its name at its mark."""
    texts, roles = (_lasting if course.lasts else _point)(event, course, scale, within, pen)
    length = len(texts)
    if course.lasts:
        label = f" {pen.fit(name, max(length // 2, 8))} "
        taken = pen.measure(label)
        begin = min(length - taken - 2, max(2, (length - taken) // 2))
    else:
        at = _mark_at(course, length)
        before = at > length - at
        label = f" {pen.fit(name, (at if before else length - at - 1) - 3)} "
        taken = pen.measure(label)
        begin = at - taken if before else at + 1
    return (
        *runs(texts[:begin], roles[:begin]),
        Span(label, "text"),
        *runs(texts[begin + taken :], roles[begin + taken :]),
    )


def shows_its_mark(course: TimeExtent, scale: Scale) -> bool:
    """True when the mark of its status is in view: a bar that begins before has it at its name instead."""
    return not course.lasts or (course.begin >= scale.begin and not course.opens)


def _point(event: Event, course: TimeExtent, scale: Scale, within: Reach, pen: Pen) -> tuple[list[str], list[str]]:
    """A mark, in the middle of the dotted span over which it may lie, or at the end that is known."""
    glyphs, (first, last) = pen.glyphs, within
    mark = glyphs.of_status(event.status)
    mark_role = STATUS_ROLES.get(event.status, "text")
    if first == last:
        return [mark], [mark_role]
    texts, roles = [glyphs.span] * (last - first + 1), ["dim"] * (last - first + 1)
    if course.begin < scale.begin:
        texts[0] = glyphs.fewer
    if course.past > scale.end:
        texts[-1] = glyphs.further
    at = _mark_at(course, len(texts))
    if course.opens:
        texts[0] = glyphs.comes_on
    elif course.goes_on:
        texts[-1] = glyphs.goes_on
    elif mark == glyphs.reported:
        mark, mark_role = glyphs.vague, "doubt"
    texts[at], roles[at] = mark, mark_role
    return texts, roles


def _mark_at(course: TimeExtent, length: int) -> int:
    """The place of the mark in the span of a point: in its middle, or at the end that is known."""
    return length - 1 if course.opens else 0 if course.goes_on else (length - 1) // 2


def _lasting(event: Event, course: TimeExtent, scale: Scale, within: Reach, pen: Pen) -> tuple[list[str], list[str]]:
    """A bar: its mark, faded where it may not have begun or may be over, solid between."""
    glyphs, (first, last) = pen.glyphs, within
    texts, roles = [glyphs.fading] * (last - first + 1), ["dim"] * (last - first + 1)
    sure = sure_reach(course, scale)
    planned = event.status == "planned"
    if sure is not None:
        role = _role(event.status)
        for column in range(max(sure[0], first) - first, min(sure[1], last) - first + 1):
            texts[column], roles[column] = glyphs.bar if planned else glyphs.sure, role
    ends_surely = sure is not None and sure[1] == last
    if course.past > scale.end:
        texts[-1] = glyphs.goes_on if course.past >= FARTHEST_MOMENT else glyphs.further
    elif course.goes_on:
        texts[-1] = glyphs.goes_on
    elif ends_surely:
        texts[-1] = glyphs.bar_right if planned else glyphs.sure_end
    if course.begin <= -FARTHEST_MOMENT or (course.opens and course.begin > scale.begin):
        texts[0] = glyphs.comes_on
    elif course.begin < scale.begin:
        texts[0] = glyphs.fewer
    else:
        texts[0], roles[0] = glyphs.of_status(event.status), STATUS_ROLES.get(event.status, "text")
    return texts, roles


def _role(status: str) -> str:
    return {"planned": "plan", "in-force": "lane2", "cancelled": "dim", "inferred": "doubt"}.get(status, "lane1")
