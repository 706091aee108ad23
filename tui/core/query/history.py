"""The queries one came by, to go back to and forth."""

from __future__ import annotations

from typing import NamedTuple

from tui.core.query.tree import Query


class History(NamedTuple):
    """The query of now, those that were asked before it, and those that were undone."""

    now: Query = Query()
    before: tuple[Query, ...] = ()
    undone: tuple[Query, ...] = ()

    def ask(self, query: Query) -> History:
        """Another query; the same one again changes nothing."""
        return self if query == self.now else History(query, (*self.before, self.now))

    def undo(self) -> History:
        """The query before, if there was one."""
        if not self.before:
            return self
        return History(self.before[-1], self.before[:-1], (*self.undone, self.now))

    def redo(self) -> History:
        """The query that was undone last, if there is one."""
        if not self.undone:
            return self
        return History(self.undone[-1], (*self.before, self.now), self.undone[:-1])
