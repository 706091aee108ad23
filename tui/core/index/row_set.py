"""Sets of rows as one big integer with a byte a row, 1 where the row is in: whole sets meet in microseconds."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import compress, count
from typing import overload

THIN = 16
"""Of so many rows one is in a set whose rows are found one by one, faster than by a look at each."""

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


class OrderedRows(Sequence[int]):
    """The rows of a set in order; to count them, or find whether one is there, no list of them is made."""

    def __init__(self, marks: bytes) -> None:
        """`marks` is a byte a row: 1 for those in the set."""
        self._marks = marks

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, at: int) -> int: ...
    @overload
    def __getitem__(self, at: slice) -> list[int]: ...
    def __getitem__(self, at: int | slice) -> int | list[int]:
        return self._all[at]

    def __iter__(self) -> Iterator[int]:
        return iter(self._all)

    def __contains__(self, row: object) -> bool:
        return isinstance(row, int) and 0 <= row < len(self._marks) and self._marks[row] == 1

    @cached_property
    def _length(self) -> int:
        return self._marks.count(1)

    @cached_property
    def _all(self) -> list[int]:
        if len(self) * THIN > len(self._marks):
            return list(compress(count(), self._marks))
        found, find, row = [], self._marks.find, -1
        while (row := find(1, row + 1)) >= 0:
            found.append(row)
        return found

    def between(self, first: int, past: int) -> int:
        """The number of rows from one to before another."""
        return self._marks.count(1, first, past)

    @classmethod
    def of(cls, rows: Iterable[int], size: int) -> OrderedRows:
        """Some rows of so many."""
        return cls(bytes(_marked(rows, size)))

    def within(self, first: int, past: int, besides: Collection[int] = ()) -> OrderedRows:
        """Those from one row to before another, and some besides."""
        if first <= 0 and past >= len(self._marks) and not besides:
            return self
        found = bytearray(len(self._marks))
        found[first:past] = self._marks[first:past]
        for row in besides:
            found[row] = 1
        return OrderedRows(bytes(found))
