"""The list of problems by code: a heading with its count, which folds, and below it a row a problem."""

from __future__ import annotations

from collections.abc import Callable

from textual.geometry import Size

from tui.app.widgets.lines import CursorLines
from tui.core.problems.choice import FEW
from tui.core.problems.groups import ProblemGroup, ProblemRow, grouped, rows
from tui.core.problems.problem import CODES, HINT, SEVERITIES, Problem
from tui.core.text.cells import pad
from tui.core.text.clean import clean_line
from tui.core.text.messages import _, thousands
from tui.drawing.spans.excerpts import ROLES
from tui.drawing.spans.spans import Line, Span

WIDE = 90
"""Cells from which on a row has room for its code."""


class ProblemList(CursorLines):
    """Rows of problems and of the headings of their codes, with a cursor."""

    DEFAULT_CSS = """
    ProblemList { height: auto; max-height: 60%; }
    """

    can_focus = True
    WHEEL = 3

    def __init__(self) -> None:
        super().__init__()
        self.groups: tuple[ProblemGroup, ...] = ()
        self.rows: tuple[ProblemRow, ...] = ()
        self.without = ""
        """The sentence for a file that has no problem."""
        self._folded: dict[tuple[str, str], bool] = {}
        """The groups that the reader folded or unfolded; the others are folded where they are many."""
        self._place_cells = 0
        self._place: Callable[[Problem], str] = place_in_one_file

    def show(self, problems: tuple[Problem, ...], place: Callable[[Problem], str]) -> None:
        """Show others, with the cursor on the same problem or heading if it is still there, else where it was.

        `place` gives the place of a problem in words.
        """
        before, groups, self._place = self.row, grouped(problems), place
        self._place_cells = max((self.measure(place(one)) for one in problems), default=0)
        self.groups = groups
        self._lay_out()
        self.at = self._place_of(before)
        self.refresh(layout=True)
        self.redraw()

    def _lay_out(self) -> None:
        """Make the rows of the groups, as they are folded."""
        few = len(self.groups) == 1
        folded = {one.key for one in self.groups if self._folded.get(one.key, not few and len(one.problems) > FEW)}
        self.rows = tuple(rows(self.groups, folded))

    def _place_of(self, before: ProblemRow | None) -> int:
        """The row of what was under the cursor; to begin with that of the first problem in sight."""
        if before is None:
            is_first_unfolded = len(self.rows) > 1 and self.rows[1].group == self.rows[0].group
            return int(is_first_unfolded)
        alike = [at for at, row in enumerate(self.rows) if _is_alike(row, before)]
        alike = alike or [at for at, row in enumerate(self.rows) if row.group.key == before.group.key][:1]
        at = min(alike, key=lambda one: abs(one - self.at), default=self.at)
        return max(0, min(at, len(self.rows) - 1))

    @property
    def row(self) -> ProblemRow | None:
        """The row under the cursor."""
        return self.rows[self.at] if self.at < len(self.rows) else None

    def move(self, steps: int) -> None:
        """Move the cursor by so many rows."""
        self.at = max(0, min(self.at + steps, len(self.rows) - 1))
        self.redraw()

    def holds(self, row: int) -> bool:
        """True for a row of the list."""
        return row < len(self.rows)

    # ---- Folding

    def is_folded(self, row: ProblemRow) -> bool:
        """True for a heading that hides its problems."""
        after = self.rows.index(row) + 1
        return row.problem is None and (after == len(self.rows) or self.rows[after].group != row.group)

    def fold(self, is_folded: bool) -> None:
        """Fold the group under the cursor, which goes to its heading, or unfold it; an unfolded one is gone into."""
        row = self.row
        if row is None or row.is_alone:
            return
        heading = next(one for one in self.rows if one.group == row.group)
        if not is_folded and row is heading and not self.is_folded(row):
            self.move(1)
            return
        self._folded[row.group.key] = is_folded
        self._lay_out()
        self.at = self.rows.index(heading if is_folded else row)
        self.refresh(layout=True)
        self.redraw()

    # ---- Drawing

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """A row a problem or heading; without any, the sentence that says so."""
        return len(self.rows) or 2

    def lines(self, width: int, height: int) -> list[Line]:
        """The rows around the cursor."""
        if not self.rows:
            return [(), (Span(f" {self.without}", "dim"),)]
        return [self._line(at, width) for at in self.in_sight(len(self.rows), height)]

    def _line(self, at: int, width: int) -> Line:
        row = self.rows[at]
        severity, code = row.group.key
        role = "strong" if at == self.at else "dim" if severity == HINT else "text"
        if row.problem is None:
            place, said = (self.glyphs.folded if self.is_folded(row) else self.glyphs.unfolded), _heading(row.group)
        else:
            place, said = self._place(row.problem), clean_line(row.problem.in_language().message)
        in_group = "  " if row.problem is not None and not row.is_alone else ""
        named = f"  {code} " if width >= WIDE and row.is_alone else " "
        widest = max(self.measure(_(one)) for one in SEVERITIES)
        room = width - self._place_cells - widest - self.measure(named) - len(in_group) - 5
        return (
            Span(self.glyphs.cursor if at == self.at else " ", "key"),
            Span(f"{pad(place, self._place_cells, self.measure, 'right')}  ", "dim"),
            Span(f"{pad('' if in_group else _(severity), widest, self.measure)}  {in_group}", ROLES[severity]),
            Span(pad(said, max(1, room), self.measure, "left", self.glyphs.cut), role),
            Span(named, "dim"),
        )


def _heading(group: ProblemGroup) -> str:
    code = group.key[1]
    return _("{number} {code}: {meaning}", number=thousands(group.total), code=code, meaning=_(CODES[code]))


def _is_alike(row: ProblemRow, before: ProblemRow) -> bool:
    """True when two rows say the same, be it elsewhere in the file."""
    if row.problem is None or before.problem is None:
        return row.problem is before.problem and row.group.key == before.group.key
    return row.problem[1:6] == before.problem[1:6]


def place_in_one_file(problem: Problem) -> str:
    """`42:15`: line and column."""
    return f"{problem.place.line}:{problem.place.column}"
