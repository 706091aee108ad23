"""An event as shapes of a picture: a mark for a point, a bar for what lasts, faded where it is not certain."""

from __future__ import annotations

from collections.abc import Callable

from tui.core.timeline.when import TimeExtent
from tui.drawing.gantt.svg import element
from tui.drawing.time.bars import is_place, sure_reach
from tui.drawing.time.packing import Piece
from tui.drawing.time.scale import Scale

RADIUS = 5
"""Pixels from the middle of a mark to its edge."""
THICK = 6
"""Pixels across a bar."""
TAIL = 18
"""Pixels of the tail at the side on which nothing limits an event."""
CELL = 7
"""Pixels of a letter, by which it is told whether a ruler has room for hours."""
NAMED_WITHIN = 150
"""Pixels of a bar from which its name stands within it, where there is no room for it beside."""
POINT = 8
"""Pixels of an arrow's head."""

ROLES = {"planned": "plan", "in-force": "lane2", "cancelled": "dim", "inferred": "doubt"}
"""The role of the shapes by status; that of others is lane1."""


def span(course: TimeExtent, scale: Scale) -> tuple[int, int] | None:
    """The first and last pixel over which an event lies, with room for its mark; None when it is out of view."""
    if course.past <= scale.begin or course.begin >= scale.end:
        return None
    first = scale.column(max(course.begin, scale.begin))
    last = first if is_place(course, scale, CELL) else scale.column(min(course.past, scale.end) - 1)
    if course.opens and course.begin > scale.begin:
        first = max(0, first - TAIL)
    if course.goes_on and not course.lasts:
        last += TAIL
    if last - first < 2 * RADIUS:
        middle = (first + last) // 2
        first, last = middle - RADIUS, middle + RADIUS
    first = min(max(first, 0), scale.columns - 1 - 2 * RADIUS)
    return first, min(max(last, first + 2 * RADIUS), scale.columns - 1)


Marker = Callable[..., list[str]]
"""A function that draws as `mark` does."""


def event_shapes(
    status: str, course: TimeExtent, scale: Scale, piece: Piece, x: int, y: int, marker: Marker | None = None
) -> list[str]:
    """The shapes of an event whose columns begin at `x`, about a line at `y`; `marker` draws its mark."""
    draw = marker or mark
    if course.lasts:
        return _bar(status, course, scale, piece, x, y, draw)
    return _point(status, course, piece, x, y, draw)


def mark(status: str, x: float, y: float, *, is_vague: bool = False) -> list[str]:
    """The mark of a status: its shape tells it as much as its colour does."""
    return MARKS.get(status, _reported)(x, y, ROLES.get(status, "lane1"), is_vague)


def _point(status: str, course: TimeExtent, piece: Piece, x: int, y: int, mark: Marker) -> list[str]:
    """A mark, in the middle of the dotted span over which it may lie, or at the end that is known."""
    first, last = x + piece.first, x + piece.last
    if last - first <= 2 * RADIUS:
        return mark(status, (first + last) / 2, y)
    shapes = [element("line", x1=first, y1=y, x2=last, y2=y, class_="span")]
    if course.opens:
        return [*shapes, _arrow(first, y, -1, "dim-fill"), *mark(status, last - RADIUS, y)]
    if course.goes_on:
        return [*shapes, _arrow(last, y, 1, "dim-fill"), *mark(status, first + RADIUS, y)]
    return [*shapes, *mark(status, (first + last) / 2, y, is_vague=True)]


def _bar(
    status: str, course: TimeExtent, scale: Scale, piece: Piece, x: int, y: int, mark: Marker
) -> list[str]:
    """A bar: hatched where it may not have begun or may be over, solid between, an arrow at an open end."""
    role = ROLES.get(status, "lane1")
    first, last = piece.first, piece.last + 1
    comes_on, goes_on = course.opens or course.begin < scale.begin, course.goes_on or course.past > scale.end
    first += (POINT - 1) * comes_on
    last -= (POINT - 1) * goes_on
    top = y - THICK / 2
    shapes = [
        element("rect", x=x + first, y=top, width=last - first, height=THICK, rx=2, class_=f"faded {role}-fill"),
        element("rect", x=x + first, y=top, width=last - first, height=THICK, rx=2, class_=f"hollow edge {role}-line"),
    ]
    sure = sure_reach(course, scale)
    if sure is not None:
        begin, end = max(sure[0], first), min(sure[1] + 1, last)
        solid = "ground-fill" if status == "planned" else f"{role}-fill"
        shapes.append(
            element("rect", x=x + begin, y=top, width=max(1, end - begin), height=THICK, class_=f"{solid} {role}-line")
        )
    if goes_on:
        shapes.append(_arrow(x + last + POINT - 1, y, 1, f"{role}-fill" if course.goes_on else "dim-fill"))
    if comes_on:
        shapes.append(_arrow(x + first - POINT + 1, y, -1, f"{role}-fill" if course.opens else "dim-fill"))
    else:
        shapes += mark(status, x + first + RADIUS, y)
    return shapes


def _arrow(x: float, y: float, way: int, class_: str) -> str:
    """The head of an arrow whose point is at `x`."""
    back = x - way * POINT
    return element("polygon", points=f"{x},{y} {back},{y - 6} {back},{y + 6}", class_=class_)


def _circle(x: float, y: float, class_: str) -> str:
    return element("circle", cx=x, cy=y, r=RADIUS, class_=class_)


def _reported(x: float, y: float, role: str, is_vague: bool) -> list[str]:
    if not is_vague:
        return [_circle(x, y, f"{role}-fill {role}-line")]
    halves = [_circle(x, y, "ground-fill"), _circle(x, y, f"{role}-fill faded")]
    return [*halves, _circle(x, y, f"hollow {role}-line dotted")]


def _inferred(x: float, y: float, role: str, is_vague: bool) -> list[str]:
    half = f"M{x},{y - RADIUS} A{RADIUS},{RADIUS} 0 0 0 {x},{y + RADIUS} Z"
    outline = _circle(x, y, f"ground-fill {role}-line{' dotted' if is_vague else ''}")
    return [outline, element("path", d=half, class_=f"{role}-fill")]


def _planned(x: float, y: float, role: str, is_vague: bool) -> list[str]:
    return [_circle(x, y, f"ground-fill {role}-line{' dotted' if is_vague else ''}")]


def _in_force(x: float, y: float, role: str, is_vague: bool) -> list[str]:
    reach = RADIUS + 1.5
    points = f"{x},{y - reach} {x + reach},{y} {x},{y + reach} {x - reach},{y}"
    return [element("polygon", points=points, class_=f"{role}-fill {role}-line{' dotted' if is_vague else ''}")]


def _cancelled(x: float, y: float, role: str, is_vague: bool) -> list[str]:
    slash = element("line", x1=x - 3.5, y1=y + 3.5, x2=x + 3.5, y2=y - 3.5, class_=f"{role}-line")
    return [_circle(x, y, f"ground-fill {role}-line{' dotted' if is_vague else ''}"), slash]


MARKS: dict[str, Callable[[float, float, str, bool], list[str]]] = {
    "reported": _reported,
    "inferred": _inferred,
    "planned": _planned,
    "in-force": _in_force,
    "cancelled": _cancelled,
}
