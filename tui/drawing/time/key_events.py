"""The key events on one row over a scale of time: the mark of each, and its title if there is room."""

from __future__ import annotations

from tui.core.index.protocol import Answers, EventFacts, key_before
from tui.core.query.tree import Query, Term
from tui.core.timeline.in_language import short_title
from tui.core.timeline.when import SECONDS, moment
from tui.drawing.spans.pen import Pen
from tui.drawing.spans.spans import STATUS_ROLES, Line, Span, columns_in_place
from tui.drawing.time.packing import PackedPiece, PackingArea, Piece, pack
from tui.drawing.time.scale import Scale

KEY = Term("is", ("key",))


def key_event_row(answers: Answers, scale: Scale, pen: Pen, margin: int) -> Line:
    """A row with as many of the key events in view as find room, the earlier first; empty where there are none."""
    found = answers.engine.select(Query((*answers.query.terms, KEY)), answers.own)
    first, past = scale.begin // SECONDS, -(-scale.end // SECONDS)
    pieces = []
    for one in found.window(key_before(first), min(found.histogram((first, past))[0], scale.columns)):
        if scale.holds(at := moment(one.event.date)):
            room = pen.measure(_title(one, found, pen))
            pieces.append(Piece(scale.column(at), scale.column(at), room, False, one))
    (row,) = pack(pieces, PackingArea(scale.columns, 1)).rows or [[]]
    line: list[Span] = []
    column = -margin
    for placed in row:
        begin, end, drawn = _drawn(placed, found, pen)
        line += [Span(" " * (begin - column)), *drawn]
        column = end
    return columns_in_place((*line, Span(" " * (scale.columns + margin - column)))) if line else ()


def _drawn(placed: PackedPiece, found: Answers, pen: Pen) -> tuple[int, int, Line]:
    """From and to before which columns a key event and its title go, and what they are."""
    at, event = placed.piece.first, placed.piece.facts.event
    mark = Span(pen.glyphs.of_status(event.status), STATUS_ROLES.get(event.status, "text"))
    if not placed.room:
        return at, at + 1, (mark,)
    title = pen.fit(_title(placed.piece.facts, found, pen), placed.room)
    said, taken = Span(title, "strong"), pen.measure(title)
    if placed.label_at < at:
        return at - 1 - taken, at + 1, (said, Span(" "), mark)
    return at, placed.label_at + taken, (mark, Span(" "), said)


def _title(facts: EventFacts, found: Answers, pen: Pen) -> str:
    return short_title(facts.event, found.engine.head, pen.language)
