"""The rows that have each value of a field, and the number of each value in a selection."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, chain, compress, repeat
from operator import itemgetter

from tui.core.index import row_set
from tui.core.index.row_set import RowMask

FEW = 64
"""With up to so many values a field keeps the rows of each as a set, which a selection is met with at once."""

A_PART = 4
"""A selection of less than one row in so many is counted by its rows, a greater one by all values."""


class Postings(dict[str, "array[int]"]):
    """The rows of each value of one field, in order; the values by name."""

    def __init__(self, column: Iterable[Iterable[str]]) -> None:
        """`column` holds the values of each row; one that a row has twice counts once."""
        found: dict[str, array[int]] = {}
        said: list[list[str]] = []
        for row, values in enumerate(column):
            said.append(once := list(dict.fromkeys(values)))
            for value in once:
                of_value = found.get(value)
                if of_value is None:
                    found[value] = array("I", (row,))
                else:
                    of_value.append(row)
        super().__init__(sorted(found.items()))
        self._size = len(said)
        self._said = said if len(self) > FEW else []

    @property
    def has_sets(self) -> bool:
        """True when the rows of each value are kept as a set too."""
        return len(self) <= FEW

    @cached_property
    def _sets(self) -> Mapping[str, RowMask]:
        """The rows of each value as a set; none where the values are many."""
        return {value: row_set.of(found, self._size) for value, found in self.items()} if self.has_sets else {}

    @cached_property
    def _numbered(self) -> list[bytes]:
        """The values of each row by their numbers, as bytes that are soon joined."""
        numbers = {value: number for number, value in enumerate(self)}
        return [array("I", map(numbers.__getitem__, values)).tobytes() for values in self._said]

    @cached_property
    def _pick(self) -> Callable[[bytes], tuple[int, ...]]:
        """Takes the marks of the rows of all values, one value after the other."""
        return itemgetter(*chain.from_iterable(self.values()))

    @cached_property
    def _edges(self) -> list[int]:
        """The places among those where the rows of each value begin, and where the last end."""
        return list(accumulate(map(len, self.values()), initial=0))

    @cached_property
    def any(self) -> RowMask:
        """The rows that have any value."""
        return self.rows_of(self) if self.has_sets else row_set.where(map(bool, self._said))

    def warm(self) -> None:
        """Make ready what is met and counted."""
        _ = self.any
        _ = self._sets if self.has_sets else (self._numbered, self._pick, self._edges)

    def rows_of(self, values: Iterable[str]) -> RowMask:
        """The rows that have one of the values."""
        if not self._sets:
            return row_set.of(chain.from_iterable(self.get(value, ()) for value in values), self._size)
        met = 0
        for value in values:
            met |= self._sets.get(value, 0)
        return met

    def counts(self, selected: RowMask | None) -> Mapping[str, int]:
        """The number of the selected rows (of all of them for None) that have each value."""
        if selected is None:
            return {value: len(found) for value, found in self.items()}
        if self.has_sets:
            return {value: (found & selected).bit_count() for value, found in self._sets.items()}
        marks = row_set.marks(selected, self._size)
        if selected.bit_count() * A_PART < self._size:
            numbers = Counter(array("I", b"".join(compress(self._numbered, marks))))
            return {value: numbers[number] for number, value in enumerate(self)}
        taken = bytes(self._pick(marks))
        return dict(zip(self, map(taken.count, repeat(1), self._edges, self._edges[1:]), strict=True))

    def counts_of(self, values: Collection[str], selected: RowMask | None) -> Mapping[str, int]:
        """The same of those values alone; of few that takes next to no time."""
        if selected is None or self.has_sets or sum(map(len, map(self._rows, values))) * A_PART > self._size:
            counts = self.counts(selected)
            return {value: counts.get(value, 0) for value in values}
        marks = row_set.marks(selected, self._size)
        return {value: sum(map(marks.__getitem__, self._rows(value))) for value in values}

    def _rows(self, value: str) -> Sequence[int]:
        return self.get(value, ())
