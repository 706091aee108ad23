"""The last few selections laid out as spines, so that clearing, undoing and redoing need not lay them out again."""

from __future__ import annotations

from tui.app.base.notebook import NotebookSession
from tui.app.base.reader import Reader
from tui.core.index.selection import Selection, whole
from tui.core.query.predicates import asks_for_reader_marks
from tui.drawing.spine.layout import lanes_in, lay_out
from tui.drawing.spine.row import Columns
from tui.drawing.spine.spine import Spine

KEPT = 8
"""Selections that are kept laid out."""


class SpineLayouts:
    """Spines of selections of one index, in columns that are the same for all of them."""

    def __init__(self, reader: Reader, notebook_session: NotebookSession) -> None:
        self.reader, self.notebook_session = reader, notebook_session
        self.tells_silences = True
        self.most_lanes = lanes_in(80)
        """The lanes that rows have room for; laid out anew where their width turns out to be another."""
        self._columns: Columns | None = None
        self._spines: dict[Selection, Spine] = {}

    def of(self, selection: Selection) -> Spine:
        """A selection laid out."""
        if self._columns is None:
            self._columns = self._lay_out(whole(selection.index)).columns
        spine = self._spines.get(selection)
        if spine is None:
            spine = self._spines[selection] = self._lay_out(selection)
            if len(self._spines) > KEPT:
                del self._spines[next(iter(self._spines))]
        return spine

    def _lay_out(self, selection: Selection) -> Spine:
        return Spine(
            selection,
            self.reader.pen.on(selection.index.today),
            silences=self.tells_silences,
            columns=self._columns,
            own=self.notebook_session.notebook.own,
            most_lanes=self.most_lanes,
        )

    def forget(self) -> None:
        """Lay out all anew: in another language, or of another index."""
        self._columns = None
        self._spines.clear()

    def forget_file(self) -> None:
        """The same, of a file that was saved: nothing of the one before stays in memory."""
        lay_out.cache_clear()
        self.forget()

    def fit(self, width: int) -> bool:
        """Lay out to rows of that many cells; whether they have room for another number of lanes than before."""
        before, self.most_lanes = self.most_lanes, lanes_in(width)
        if self.most_lanes == before or self._columns is None:
            return False
        self.forget()
        return True

    def turn_silences(self) -> None:
        """Tell how long nothing is dated between events, or no more."""
        self.tells_silences = not self.tells_silences
        self._spines.clear()

    def take_own(self, shown: Spine | None) -> None:
        """Show the reader's marks as they are now, also on the spine that is shown; what asks for them goes."""
        self._spines = {one: spine for one, spine in self._spines.items() if not asks_for_reader_marks(one.query)}
        for spine in filter(None, (*self._spines.values(), shown)):
            spine.own = self.notebook_session.notebook.own
