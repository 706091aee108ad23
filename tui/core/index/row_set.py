"""Sets of rows as one big integer with a byte a row, 1 where the row is in: whole sets meet in microseconds."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import compress

RowMask = int
"""A set of rows; the lowest byte is row 0. `&`, `|` and `^` are those of sets."""


def every(size: int) -> RowMask:
    """All rows of so many."""
    return int.from_bytes(b"\1" * size, "little")


def of(rows: Iterable[int], size: int) -> RowMask:
    """The set of some rows."""
    return int.from_bytes(_marked(rows, size), "little")


def _marked(rows: Iterable[int], size: int) -> bytearray:
    marks = bytearray(size)
    for row in rows:
        marks[row] = 1
    return marks


def where(flags: Iterable[bool]) -> RowMask:
    """The rows for which it is true, said row after row."""
    return int.from_bytes(bytes(flags), "little")


def marks(rows: RowMask, size: int) -> bytes:
    """A byte a row: 1 for those in the set."""
    return rows.to_bytes(size, "little")


def listed(rows: RowMask, size: int) -> list[int]:
    """The rows of a set, in order."""
    return list(compress(range(size), marks(rows, size)))


_OTHERS_OUT = bytes.maketrans(b"\1\2", b"\0\1")


def marks_within(rows: RowMask, some: RowMask, size: int) -> bytes:
    """A byte for each row of a set, in order: 1 for those that are in the other set too."""
    return (rows + (rows & some)).to_bytes(size, "little").translate(_OTHERS_OUT, b"\0")
