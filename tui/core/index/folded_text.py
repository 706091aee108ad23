"""Folded texts to search, one a row: in one piece while finds are rare, row by row when they come thick."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from itertools import accumulate

from tui.core.text.fold import fold

BETWEEN = "\n"
"""The sign between texts: no folded text holds it, so that nothing is found across two."""

THICK = 6
"""Rows a find: where there are fewer, looking at each row is faster than jumping to the next find."""
PATIENCE = 64
"""Finds before that is judged."""


class FoldedText:
    """Rows of texts, each folded already; made whole for the first search."""

    def __init__(self, rows: list[str]) -> None:
        self.rows = rows

    @cached_property
    def _blob(self) -> str:
        return BETWEEN.join(self.rows)

    @cached_property
    def _begins(self) -> list[int]:
        """The place in the blob where each row begins, and where one more would."""
        return list(accumulate((len(row) + 1 for row in self.rows), initial=0))

    def warm(self) -> None:
        """Make ready what is looked in."""
        _ = self._blob, self._begins

    def marks(self, text: str) -> bytearray:
        """A byte a row: 1 where the row holds the text, folded."""
        sought = fold(text)
        if not sought:
            return bytearray(b"\1") * len(self.rows)
        found = bytearray(len(self.rows))
        blob, begins, hits = self._blob, self._begins, 0
        search = re.compile(re.escape(sought)).search  # finds a short word in half the time that `find` takes
        hit = search(blob)
        while hit:
            row = bisect_right(begins, hit.start()) - 1
            if row >= len(found):
                break
            found[row] = 1
            hits += 1
            if hits >= PATIENCE and hits * THICK > row:
                found[row:] = bytes([sought in one for one in self.rows[row:]])
                break
            hit = search(blob, begins[row + 1])
        return found

    def match_bytes_among(self, text: str, rows: Iterable[int]) -> bytearray:
        """The same where no other rows than these can hold it."""
        sought = fold(text)
        found = bytearray(len(self.rows))
        for row in rows:
            found[row] = sought in self.rows[row]
        return found


class Folding:
    """Folds texts into rows, each of those that come again and again only once."""

    def __init__(self) -> None:
        self._folded: dict[str, str] = {}

    def row(self, own: Iterable[str], shared: Iterable[str] = ()) -> str:
        """A row: texts of its own, and those that other rows have too."""
        return BETWEEN.join([*map(fold, own), *map(self._often, shared)])

    def _often(self, text: str) -> str:
        folded = self._folded.get(text)
        if folded is None:
            folded = self._folded[text] = fold(text)
        return folded
