"""Things with a place in time and a label, packed into rows so that nothing overlaps.

Everything is in columns, which are cells on a screen and pixels in a picture.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tui.core.index.protocol import EventFacts


class Piece(NamedTuple):
    """Something to find a row for."""

    first: int
    """Its first column; the label not counted."""
    last: int
    label: int
    """Columns that its whole label takes."""
    is_inside: bool
    """True when the label stands within it, and needs no room beside it."""
    facts: EventFacts
    """The event that it stands for; pieces at one place stand in order of time."""
    is_key: bool = False
    """True for a key event: its label asks for its room however scarce that is."""


class PackedPiece(NamedTuple):
    """A piece in its row, and the room beside it that its label may take."""

    piece: Piece
    label_at: int
    """The column at which the label begins."""
    room: int
    """Columns for the label; 0 when it has none, or stands inside."""


class Packed(NamedTuple):
    """Rows of pieces, and the pieces that found no row."""

    rows: list[list[PackedPiece]]
    crowd: list[Piece]


class PackingArea(NamedTuple):
    """The area onto which pieces are packed."""

    columns: int
    most: int
    """Rows at most."""
    gap: int = 1
    """Columns between a piece and its label, and at least between neighbours."""
    labels: tuple[int, ...] = (40, 28, 20, 14, 9, 0)
    """The columns that a label may ask for: all that it wants where there are rows enough, else fewer."""
    least: int = 5
    """Columns below which a label that is cut says nothing."""

    def has_room_beside(self, first: int, last: int, label: int) -> bool:
        """True when a label, or as much of it as says something, fits on either side of some columns."""
        beside = max(first, self.columns - last - 1) - self.gap
        return beside >= min(label, self.least)


_Held = list[tuple[int, int, Piece, bool]]
"""A row under way: the columns that each piece holds with its label, and whether that stands at the left."""


def pack(pieces: Iterable[Piece], page: PackingArea) -> Packed:
    """Each piece in the first row where it fits; what finds no row, even without its label, is the crowd."""
    ordered = sorted(pieces)
    rows: list[_Held] = []
    crowd: list[Piece] = []
    for most in page.labels:
        rows, crowd = _rows(ordered, page, most, give_up=most != page.labels[-1])
        if not crowd:
            break
    return Packed([_labelled(row, page) for row in rows], crowd)


def _rows(ordered: list[Piece], page: PackingArea, most: int, *, give_up: bool) -> tuple[list[_Held], list[Piece]]:
    """Rows where labels ask for so much; ended early, with a crowd, when that is too much."""
    rows: list[_Held] = []
    ends: list[int] = []
    crowd: list[Piece] = []
    for piece in ordered:
        wanted = max(most, page.labels[1]) if piece.is_key else most
        asked = 0 if piece.is_inside or not wanted else page.gap + min(piece.label, wanted)
        is_left = piece.last + asked >= page.columns and piece.first - asked >= 0 and asked > 0
        opens = piece.first - asked if is_left else piece.first
        closes = piece.last if is_left else piece.last + asked
        at = next((at for at, end in enumerate(ends) if end < opens), len(ends))
        if at == len(ends):
            if at == page.most:
                crowd.append(piece)
                if give_up:
                    return rows, crowd
                continue
            ends.append(0)
            rows.append([])
        ends[at] = closes + page.gap
        rows[at].append((opens, closes, piece, is_left))
    return rows, crowd


def _labelled(row: _Held, page: PackingArea) -> list[PackedPiece]:
    """The pieces of a row with their labels in what room there is between them."""
    placed: list[PackedPiece] = []
    taken = -page.gap
    for at, (_, _, piece, is_left) in enumerate(row):
        after = page.columns + page.gap
        if at + 1 < len(row):
            following = row[at + 1]
            after = following[0] if following[3] else following[2].first
        right = after - page.gap - (piece.last + 1 + page.gap)
        left = piece.first - page.gap - (taken + page.gap)
        is_left = is_left or (right < min(piece.label, page.least) and left >= piece.label and at + 1 == len(row))
        room = 0 if piece.is_inside else min(piece.label, left if is_left else right)
        if room < min(piece.label, page.least) or room <= 0:
            room = 0
        label_at = piece.first - page.gap - room if is_left else piece.last + 1 + page.gap
        placed.append(PackedPiece(piece, label_at, room))
        taken = piece.last + 1 if is_left or not room else label_at + room
    return placed
