"""The last few answers laid out as spines, so that clearing, undoing and redoing need not lay them out again."""

from __future__ import annotations

from tui.app.base.notebook import NotebookSession
from tui.app.base.reader import Reader
from tui.core.index.protocol import Answers
from tui.core.query.predicates import asks_for_reader_marks
from tui.core.query.tree import Query
from tui.drawing.spine.layout import lanes_in
from tui.drawing.spine.row import Columns
from tui.drawing.spine.spine import Spine

KEPT = 8
"""Spines that are kept."""


class SpineLayouts:
    """Spines of the answers about one file, in columns that are the same for all of them."""

    def __init__(self, reader: Reader, notebook_session: NotebookSession) -> None:
        self.reader, self.notebook_session = reader, notebook_session
        self.tells_silences = True
        self.most_lanes = lanes_in(80)
        """The lanes that rows have room for; laid out anew where their width turns out to be another."""
        self.width = 0
        """Cells of a row, as far as they were told."""
        self.has_two_rows = False
        """True while a title that is too long goes on in a second row."""
        self._columns: Columns | None = None
        self._spines: dict[Query, Spine] = {}

    def of(self, answers: Answers) -> Spine:
        """Answers laid out."""
        if self._columns is None:
            self._columns = self._kept(answers.engine.whole_file.select()).columns
        return self._kept(answers)

    def _kept(self, answers: Answers) -> Spine:
        spine = self._spines.get(answers.query)
        if spine is None:
            spine = self._spines[answers.query] = self._lay_out(answers)
            if len(self._spines) > KEPT:
                del self._spines[next(iter(self._spines))]
        return spine

    def _lay_out(self, answers: Answers) -> Spine:
        return Spine(
            answers,
            self.reader.pen.on(answers.engine.today),
            silences=self.tells_silences,
            columns=self._columns,
            own=self.notebook_session.notebook.own,
            most_lanes=self.most_lanes,
            two_rows_at=self.width if self.has_two_rows else 0,
        )

    def forget(self) -> None:
        """Lay out all anew: in another language, or of another file."""
        self._columns = None
        self._spines.clear()

    def fit(self, width: int) -> bool:
        """Lay out to rows of that many cells; whether they have room for another number of lanes than before."""
        before, before_width = self.most_lanes, self.width
        self.most_lanes, self.width = lanes_in(width), width
        is_other = self.most_lanes != before or (self.has_two_rows and width != before_width)
        if not is_other or self._columns is None:
            return False
        self.forget()
        return True

    def turn_two_rows(self) -> None:
        """Have titles that are too long go on in a second row, or no more."""
        self.has_two_rows = not self.has_two_rows
        self._spines.clear()

    def turn_silences(self) -> None:
        """Tell how long nothing is dated between events, or no more."""
        self.tells_silences = not self.tells_silences
        self._spines.clear()

    def take_own(self, shown: Spine | None) -> None:
        """Show the reader's marks as they are now, also on the spine that is shown; what asks for them goes."""
        self._spines = {query: one for query, one in self._spines.items() if not asks_for_reader_marks(query)}
        for spine in filter(None, (*self._spines.values(), shown)):
            spine.own = self.notebook_session.notebook.own
