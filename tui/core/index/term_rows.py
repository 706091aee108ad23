"""The rows of an index that meet the terms of a query; what was found is kept while a query is typed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tui.core.dates.parse import parse_date
from tui.core.index import row_set
from tui.core.index.index import Index
from tui.core.index.memo import once_per_index
from tui.core.index.row_set import RowMask
from tui.core.query.predicates import NO_READER_MARKS, READER_MARK_TERMS, ReaderMarks, span_of
from tui.core.query.tree import AS_OF, DATES, FLAGS, Group, Node, Term, Text
from tui.core.text.fold import fold

if TYPE_CHECKING:
    from tui.core.query.data import Datum

REMEMBERED = 64
"""Answers to single terms that are kept: while a query is typed, all but one are the same again."""

A_PART = 3
"""The part of all rows: a question of less than one row in so many is answered row by row."""


class TermRows:
    """The rows that meet terms, found in the columns of one index."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._remembered: dict[Node, RowMask] = {}
        self._columns: dict[str, list[Datum | None]] = {}

    def forget(self) -> None:
        """Drop the answers that are kept."""
        self._remembered.clear()

    def meeting(self, terms: Iterable[Node], own: ReaderMarks = NO_READER_MARKS) -> RowMask | None:
        """The rows that meet every term; None when there is no term and so no limit."""
        found: RowMask | None = None
        for node in terms:
            met = self._met_by(node, own)
            if node.negative:
                met ^= self.index.all_rows
            found = met if found is None else found & met
        return found

    def _met_by(self, node: Node, own: ReaderMarks) -> RowMask:
        """The rows that meet a term, as if it were positive."""
        if isinstance(node, Group):
            return self._either(node, own)
        if isinstance(node, Term) and (
            marked := [READER_MARK_TERMS[pair] for v in node.values if (pair := (node.field, v)) in READER_MARK_TERMS]
        ):
            ids = (event_id for ids_of in marked for event_id in ids_of(own))
            others = node._replace(values=tuple(v for v in node.values if (node.field, v) not in READER_MARK_TERMS))
            return self._with_ids(ids) | self._met_by(others, own)
        key = node._replace(negative=False)
        met = self._remembered.get(key)
        if met is None:
            met = self._holding(key) if isinstance(key, Text) else self._having(key)
            while len(self._remembered) >= REMEMBERED:
                del self._remembered[next(iter(self._remembered))]
            self._remembered[key] = met
        return met

    def warm(self) -> None:
        """Make ready the numbers and words of events under every name that the file declares."""
        for name in self.index.timeline.data:
            from tui.core.query.data import words  # few files declare data

            self._data(name)
            words(name, self.index.names)

    def _either(self, group: Group, own: ReaderMarks) -> RowMask:
        """The rows that meet one of the alternatives."""
        met = 0
        for query in group.alternatives:
            found = self.meeting(query.terms, own)
            met |= self.index.all_rows if found is None else found
        return met

    def _with_ids(self, ids: Iterable[str]) -> RowMask:
        return row_set.of((self.index.row_of[one] for one in ids if one in self.index.row_of), len(self.index.events))

    def _holding(self, text: Text) -> RowMask:
        """While a word is typed, only the rows that hold its first letters are looked at."""
        begun = self._narrowest(fold(text.text))
        if begun is None:
            return int.from_bytes(self.index.said.marks(text.text), "little")
        among = row_set.listed(begun, len(self.index.events))
        return int.from_bytes(self.index.said.match_bytes_among(text.text, among), "little")

    def _narrowest(self, sought: str) -> RowMask | None:
        """Of the answers that are kept, the shortest to a part of the text; None where looking there saves nothing."""
        parts = [met for node, met in self._remembered.items() if isinstance(node, Text) and fold(node.text) in sought]
        fewest = min(parts, key=int.bit_count, default=self.index.all_rows)
        return fewest if fewest.bit_count() * A_PART < len(self.index.events) else None

    def _having(self, term: Term) -> RowMask:
        """The rows whose field has one of the values."""
        field, values = term.field, term.values
        if field == AS_OF:
            return self.index.all_rows  # it said which index is asked
        if field in DATES or field in FLAGS:
            met = 0
            for value in values:
                met |= (
                    self.index.bounds.meeting(field, span_of(parse_date(value)))
                    if field in DATES
                    else self.index.flag(field, value)
                )
            return met
        if field in self.index.timeline.data:
            from tui.core.query.data import meets  # few files declare data

            tests, column = list(map(meets, values)), self._data(field)
            return row_set.where(own is not None and any(test(own) for test in tests) for own in column)
        meant = self.index.names.meant(term)
        return self._with_ids(meant) if field == "id" else self.index.postings[field].rows_of(meant)

    def _data(self, field: str) -> list[Datum | None]:
        """The number or word that each row has under a name; found out once."""
        if field not in self._columns:
            from tui.core.query.data import datum

            own = (event.data.get(field) for event in self.index.events)
            self._columns[field] = [None if text is None else datum(text) for text in own]
        return self._columns[field]


@once_per_index
def term_rows(index: Index) -> TermRows:
    """The rows of an index that meet terms."""
    return TermRows(index)
