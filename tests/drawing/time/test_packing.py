"""Packing: nothing overlaps, nothing is lost, and labels stand where there is room."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.core.timelines import event
from tui.core.index.protocol import EventFacts, Key
from tui.drawing.time.packing import Packed, PackedPiece, PackingArea, Piece, pack

EVENT = event("2025", "A")


def facts(place: int) -> EventFacts:
    """An event at a place in the file."""
    return EventFacts(Key(0, 0, place, ""), EVENT, False, False, False, 0, False, None, None, None)


def test_the_label_of_a_key_event_asks_for_its_room_however_scarce_that_is() -> None:
    places = [Piece(column, column, 30, False, facts(row)) for row, column in enumerate(range(0, 60, 4))]
    one = places[7]._replace(is_key=True)
    for pieces, room in ((places, 9), ([*places[:7], one, *places[8:]], 28)):
        packed = pack(pieces, PackingArea(100, 3))
        (found,) = [placed for row in packed.rows for placed in row if placed.piece.facts.key.place == 7]
        assert min(found.room, 28) == room


def sketch(packed: Packed, columns: int) -> list[str]:
    """Each row with `#` for pieces and letters for their labels."""
    rows = []
    for row in packed.rows:
        cells = [" "] * columns
        for placed in row:
            first, last, letter = placed.piece.first, placed.piece.last, chr(ord("a") + placed.piece.facts.key.place)
            cells[first : last + 1] = "#" * (last - first + 1)
            cells[placed.label_at : placed.label_at + placed.room] = letter * placed.room
        assert len(cells) == columns
        rows.append("".join(cells).rstrip())
    return rows


def pieces(*places: tuple[int, int, int]) -> list[Piece]:
    """Pieces from a first to a last column with labels of so many."""
    return [Piece(first, last, label, False, facts(row)) for row, (first, last, label) in enumerate(places)]


def test_labels_stand_after_their_pieces_and_at_the_right_edge_before_them() -> None:
    packed = pack(pieces((0, 0, 8), (12, 14, 6), (28, 28, 9)), PackingArea(30, 4))
    assert sketch(packed, 30) == ["# aaaaaaaa  ### bbbbbb", "                  ccccccccc #"]


def test_where_there_are_too_few_rows_labels_ask_for_less_and_take_what_is_left() -> None:
    places = ((0, 0, 20), (6, 6, 20), (12, 12, 20))
    assert sketch(pack(pieces(*places), PackingArea(34, 3)), 34) == [
        "# aaaaaaaaaaaaaaaaaaaa", "      # bbbbbbbbbbbbbbbbbbbb", "            # cccccccccccccccccccc",
    ]  # fmt: skip
    assert sketch(pack(pieces(*places), PackingArea(34, 2)), 34) == [
        "# aaaaaaaaa # cccccccccccccccccccc", "      # bbbbbbbbbbbbbbbbbbbb",
    ]  # fmt: skip
    assert sketch(pack(pieces(*places), PackingArea(34, 1)), 34) == ["#     #     # cccccccccccccccccccc"]


def test_what_finds_no_row_is_the_crowd() -> None:
    packed = pack(pieces(*[(3, 3, 5)] * 4), PackingArea(20, 3))
    assert [len(row) for row in packed.rows] == [1, 1, 1]
    assert [piece.facts.key.place for piece in packed.crowd] == [3]


def test_a_label_within_its_piece_needs_no_room() -> None:
    inside = Piece(0, 14, 12, True, facts(0))
    packed = pack([inside, Piece(16, 16, 3, False, facts(1))], PackingArea(21, 1))
    assert [placed.room for placed in packed.rows[0]] == [0, 3]


PIECES = st.builds(
    lambda first, length, label, inside, row: Piece(first, min(first + length, 79), label, inside, row),
    st.integers(0, 79), st.integers(0, 60), st.integers(0, 50), st.booleans(), st.integers(0, 999),
)  # fmt: skip


def held(placed: PackedPiece) -> tuple[int, int]:
    """The columns from the first to the last that a piece holds with its label."""
    if not placed.room:
        return placed.piece.first, placed.piece.last
    return min(placed.piece.first, placed.label_at), max(placed.piece.last, placed.label_at + placed.room - 1)


@given(st.lists(PIECES, max_size=40), st.integers(1, 8), st.integers(1, 3))
def test_nothing_overlaps_or_leaves_the_page_and_nothing_is_lost(given_: list[Piece], most: int, gap: int) -> None:
    packed = pack(given_, PackingArea(80, most, gap))
    assert len(packed.rows) <= most
    assert sorted([*packed.crowd, *(placed.piece for row in packed.rows for placed in row)]) == sorted(given_)
    for row in packed.rows:
        assert row
        reaches = [held(placed) for placed in row]
        assert all(0 <= first <= last < 80 for first, last in reaches)
        for (_, last), (first, _) in pairwise(reaches):
            assert last + gap < first
        for placed in row:
            assert placed.room <= placed.piece.label
            is_beside = placed.label_at > placed.piece.last or placed.label_at + placed.room <= placed.piece.first
            assert is_beside or not placed.room
