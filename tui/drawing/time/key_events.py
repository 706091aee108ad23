"""The key events of a selection on one row over a scale of time: the mark of each, and its title if there is room."""

from __future__ import annotations

from tui.core.index.selection import Selection, select
from tui.core.query.tree import Query, Term
from tui.core.timeline.in_language import short_title
from tui.core.timeline.when import moment
from tui.drawing.spans.pen import Pen
from tui.drawing.spans.spans import STATUS_ROLES, Line, Span, columns_in_place
from tui.drawing.time.packing import PackedPiece, PackingArea, Piece, pack
from tui.drawing.time.scale import Scale

KEY = Term("is", ("key",))


def key_event_row(selection: Selection, scale: Scale, pen: Pen, margin: int) -> Line:
    """A row with as many of the key events in view as find room, the earlier first; empty where there are none."""
    found = select(selection.index, Query((*selection.query.terms, KEY)), *selection.own)
    pieces = []
    for place in range(len(found)):
        event = found.event(place)
        if not event.date.is_undated and scale.holds(at := moment(event.date)):
            title = short_title(event, selection.index.timeline, pen.language)
            pieces.append(Piece(scale.column(at), scale.column(at), pen.measure(title), False, place))
    (row,) = pack(pieces, PackingArea(scale.columns, 1)).rows or [[]]
    line: list[Span] = []
    column = -margin
    for placed in row:
        begin, end, drawn = _drawn(placed, found, pen)
        line += [Span(" " * (begin - column)), *drawn]
        column = end
    return columns_in_place((*line, Span(" " * (scale.columns + margin - column)))) if line else ()


def _drawn(placed: PackedPiece, found: Selection, pen: Pen) -> tuple[int, int, Line]:
    """From and to before which columns a key event and its title go, and what they are."""
    at, event = placed.piece.first, found.event(placed.piece.row)
    mark = Span(pen.glyphs.of_status(event.status), STATUS_ROLES.get(event.status, "text"))
    if not placed.room:
        return at, at + 1, (mark,)
    title = pen.fit(short_title(event, found.index.timeline, pen.language), placed.room)
    said, taken = Span(title, "strong"), pen.measure(title)
    if placed.label_at < at:
        return at - 1 - taken, at + 1, (said, Span(" "), mark)
    return at, placed.label_at + taken, (mark, Span(" "), said)
