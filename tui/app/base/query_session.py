"""The query of a timeline, what answers it, and what was asked before: all that its screens show, without a screen."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from copy import copy
from typing import TYPE_CHECKING

from tui.core.dates.calendar import iso
from tui.core.evidence.as_of import PublicationDay, publications
from tui.core.query.history import History
from tui.core.query.predicates import asks_for_reader_marks
from tui.core.query.tree import AS_OF, Query
from tui.core.timeline.model import GROUPS

if TYPE_CHECKING:
    from tui.app.base.notebook import NotebookSession
    from tui.core.index.protocol import Answers, Engine
    from tui.core.timeline.model import Event

KEPT = 8
"""Answers that are kept: clearing, undoing and redoing ask for them again."""


class QuerySession:
    """One reader who asks one timeline; whoever shows the answer follows it."""

    def __init__(
        self,
        engine: Engine,
        notebook_session: NotebookSession,
        history: History = History(),  # noqa: B008 - an immutable value
    ) -> None:
        self.notebook_session = notebook_session
        self.history = history
        self.grouped_by = GROUPS[0]
        """The field that events are grouped by where they stand in groups."""
        self.stays_at: Event | None = None
        """The event to which one comes back where there is another answer: the one that was at hand last."""
        self.is_typed = False
        """True while a query is typed: its unfinished letters lead to no other event."""
        self.followers: list[Callable[[], None]] = []
        """Called when something else is shown."""
        self.awaited: History | None = None
        """The history that is turned to when its answer is found, which takes a while."""
        self.find_out: Callable[[QuerySession, Query], None] | None = None
        """Called to have the engine made ready for a query, and then `arrive`; without it answers are waited for."""
        self._answers: dict[Query, Answers] = {}
        self.take(engine)

    def take(self, engine: Engine) -> None:
        """Ask the same of what the file holds now; followers are not told."""
        self.engine = engine
        self.names = engine.names
        self._publications: list[PublicationDay] | None = None
        self._answers.clear()
        self.shown = self.answer(self.asked)

    def beside(self) -> QuerySession:
        """Another session that asks the same, and from now on asks for itself."""
        other = copy(self)
        other.followers, other._answers, other.awaited = [], dict(self._answers), None
        return other

    @property
    def asked(self) -> Query:
        """The query in force."""
        return self.history.now

    def answer(self, query: Query) -> Answers:
        """The events that a query asks for, of this reader."""
        found = self._answers.get(query)
        if found is None:
            found = self._answers[query] = self.engine.select(query, self.notebook_session.notebook.own)
            if len(self._answers) > KEPT:
                del self._answers[next(iter(self._answers))]
        return found

    def take_own(self) -> bool:
        """Answer anew what depends on the reader's marks; whether what is shown does. Followers are not told."""
        self._answers = {query: one for query, one in self._answers.items() if not asks_for_reader_marks(query)}
        if not asks_for_reader_marks(self.asked) or self.shown.own == self.notebook_session.notebook.own:
            return False
        self.shown = self.answer(self.asked)
        return True

    def look_at(self, event: Event | None) -> None:
        """An event is at hand now, or none."""
        if event is not None and not self.is_typed:
            self.stays_at = event

    # ---- Asking

    def turn_to(self, history: History) -> None:
        """Show what a history asks now, at once or when it is found."""
        self.awaited = None
        if history == self.history:
            return
        if self.find_out is not None and not self.engine.is_ready(history.now):
            self.awaited = history
            self.find_out(self, history.now)
            return
        self.history, self.shown = history, self.answer(history.now)
        self.tell()

    def arrive(self) -> None:
        """Turn to what is awaited: the engine is ready for it, unless another was taken meanwhile."""
        if self.awaited is not None:
            self.turn_to(self.awaited)

    def tell(self) -> None:
        """Something else is shown, or in another way."""
        for follow in tuple(self.followers):
            follow()

    def ask(self, query: Query) -> None:
        """Ask for something else, and remember it."""
        self.notebook_session.remember(str(query))
        self.turn_to(self.history.ask(query))

    def preview(self, query: Query) -> None:
        """Show what a query asks for that is not yet meant."""
        self.turn_to(self.history._replace(now=query))

    def group_by(self, field: str) -> None:
        """Group events by a field, where they stand in groups."""
        self.grouped_by = field
        self.tell()

    # ---- The day by whose publications everything is told

    def by_day(self, day: int | None) -> Query:
        """The same query, told by another day, or with None by the file as it is."""
        return self.asked.choosing(AS_OF, () if day is None else (iso(day),))

    @property
    def publications(self) -> list[PublicationDay]:
        """The days on which some source of the file comes out; found when they are first asked for."""
        if self._publications is None:
            self._publications = publications(self.engine.head)
        return self._publications

    def next_publication(self, day: int | None, steps: int) -> int | None:
        """The day of the next publication after a day, or of the one before; from none to the first, or the last."""
        days = [one.day for one in self.publications]
        if day is None:
            return days[0 if steps > 0 else -1] if days else None
        at = bisect_right(days, day) if steps > 0 else bisect_left(days, day) - 1
        return days[at] if 0 <= at < len(days) else None
