"""All that is wrong with the file, by code, and the problem under the cursor with its line and its cure."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, Protocol

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.getters import query_one

from tui.app import commands
from tui.app.base.reload_policy import counted
from tui.app.views.problem_list import ProblemList, place_in_one_file
from tui.app.widgets.key_bar import KeyBar
from tui.app.widgets.keyed_screen import KeyedScreen
from tui.app.widgets.lines import Lines
from tui.core.index.protocol import Answers
from tui.core.problems.groups import ProblemRow
from tui.core.problems.problem import SILENCEABLE, Problem
from tui.core.query.tree import Query, Term
from tui.core.text.cells import fit, wrap
from tui.core.text.clean import clean_line
from tui.core.text.messages import _
from tui.drawing.spans.excerpts import on_screen
from tui.drawing.spans.spans import Line, Span
from tui.store.read import check
from tui.store.system.explanations import explanation

if TYPE_CHECKING:
    from tui.app.base.file_session import FileSession
    from tui.store.read.timeline import Reading


class Mends(Protocol):
    """A mender of the file."""

    @property
    def can_undo(self) -> bool:
        """True when something was mended and not undone."""

    async def mend(self, problem: Problem) -> None:
        """Mend one problem."""

    async def mend_all(self, code: str) -> None:
        """Mend all problems of a code that have one meaning."""

    async def undo(self) -> None:
        """Undo the last of it."""


class ProblemsTitle(Lines):
    """The file, and how many of each severity there are."""

    DEFAULT_CSS = """
    ProblemsTitle { height: 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.problems: tuple[Problem, ...] = ()
        self.is_lost = False

    def show(self, problems: tuple[Problem, ...], is_lost: bool) -> None:
        """Count others; `is_lost` when the file cannot be read any more."""
        self.problems, self.is_lost = problems, is_lost
        self.redraw()

    def lines(self, width: int, height: int) -> list[Line]:
        """The one row."""
        counts = counted(self.problems) or _("no problems")
        if self.is_lost:
            counts = _("{problems}, as it was read last", problems=counts)
        room = max(1, width - self.measure(counts) - 3)
        name = fit(f" {self.app.reader.name_of_file}", room, self.measure, self.glyphs.cut)
        return [(Span(name, "strong"), Span(f"  {counts}", "dim"))]


class ProblemDetail(Lines):
    """One problem as a check prints it: its line, carets under its place, its cure."""

    DEFAULT_CSS = """
    ProblemDetail { height: 1fr; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.row: ProblemRow | None = None
        self.text: list[str] = []

    def show(self, row: ProblemRow | None, text: list[str]) -> None:
        """Show another, or none; `text` are the lines of the file."""
        self.row, self.text = row, text
        self.redraw()

    def lines(self, width: int, height: int) -> list[Line]:
        """An edge, and below it the problem, or what is to be known of a code."""
        if self.row is None:
            return []
        edge: Line = (Span(self.glyphs.edge * width, "dim"),)
        room = max(1, width - 2)
        if self.row.problem is None:
            told = self._explained(self.row.group.key[1], room)
        else:
            told = list(on_screen(self.row.problem, self.text, room, self.app.reader.pen))
        return [edge, *((Span(" "), *line) for line in told)]

    def _explained(self, code: str, width: int) -> list[Line]:
        known = explanation(code)
        return [(Span(row),) for row in wrap(known.why, width, self.measure)] if known else []


class ProblemsScreen(KeyedScreen[None]):
    """The problems of the file as it was saved last; they follow every save."""

    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings(commands.PROBLEMS)]
    COMMANDS_HERE = commands.PROBLEMS
    VERTICAL_BREAKPOINTS = [(0, "-low"), (14, "-some")]  # noqa: RUF012 - Textual's type
    is_checked = False
    """True when what is shown is all that a check says, and not only what reading did."""
    AUTO_FOCUS = "ProblemList"

    title_row = query_one(ProblemsTitle)
    problem_list = query_one(ProblemList)
    detail = query_one(ProblemDetail)

    def __init__(
        self,
        file: FileSession,
        edit_at: Callable[[int, int], object],
        ask: Callable[[Query], None] | None = None,
        mending: Mends | None = None,
    ) -> None:
        """`edit_at` opens the file in the reader's editor, at a line and a column; `ask` asks the screen below."""
        super().__init__()
        self.mending = mending
        self.ask = ask
        self.file = file
        self.edit_at = edit_at
        self.text: list[str] = []

    def compose(self) -> ComposeResult:
        """The counts, the problems, the one under the cursor, the keys."""
        yield ProblemsTitle()
        yield ProblemList()
        yield ProblemDetail()
        yield KeyBar()

    def on_mount(self) -> None:
        """Begin with the file as it was saved last."""
        self._show()

    def renew(self, shown: Answers) -> None:
        """Show what is wrong with the file now."""
        if self.is_mounted:
            self._show()

    def _show(self) -> None:
        """Show the problems of reading the file at once, and all that a check says as soon as it is found."""
        saved = self.file.saved
        self.text = saved.text.split("\n")
        if not self.is_checked:
            self._show_these(saved.problems)
        self._check(saved)

    def _show_these(self, problems: tuple[Problem, ...]) -> None:
        self.problem_list.without = clean_line(self.file.lost) or _(
            "nothing is wrong with {file}", file=self.app.reader.name_of_file
        )
        self.title_row.show(problems, bool(self.file.lost))
        self.problem_list.show(problems, self._place)
        self.action_move(0)

    def _place(self, problem: Problem) -> str:
        """The place of a problem; of one in a folder with the end of its file's path."""
        told = place_in_one_file(problem)
        if self.file.saved.files is None:
            return told
        name, line = self.file.saved.at(problem.place.line)
        return f"{clean_line(os.path.basename(name))}:{line}:{problem.place.column}"

    @work(thread=True, group="checking", exclusive=True)
    def _check(self, saved: Reading) -> None:
        """Find what could be more honest: of a large file that takes longer than a frame."""
        found = check.problems(saved, self.app.reader.today)
        self.app.call_from_thread(self._take_checked, saved, found)

    def _take_checked(self, saved: Reading, problems: tuple[Problem, ...]) -> None:
        if saved is self.file.saved and not self.is_left:
            self.is_checked = True
            self._show_these(problems)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """True unless the action needs a problem and there is none."""
        row = self.problem_list.row
        is_there = row is not None if action in ("edit", "choose", "move", "page") else True
        if action == "fold":
            is_there = row is not None and not row.is_alone
        if action == "events":
            is_there = row is not None and self.ask is not None and row.group.key[1] in SILENCEABLE
        if action in ("mend", "mend_all", "undo_mending"):
            is_there = self._can_mend(action, row)
        return is_there and super().check_action(action, parameters)

    def _can_mend(self, action: str, row: ProblemRow | None) -> bool:
        if self.mending is None or not self.is_checked or self.file.saved.files is not None:  # of several files none
            return False
        if action == "undo_mending":
            return self.mending.can_undo
        if action == "mend":
            return row is not None and row.problem is not None and bool(row.problem.cures)
        return row is not None and sum(one.sure_cure is not None for one in row.group.problems) > 1

    @on(ProblemList.Pointed)
    def _follow_pointer(self, pointed: ProblemList.Pointed) -> None:
        self.action_move(0)
        if pointed.clicks == 2:
            self.action_choose()

    def action_move(self, steps: int) -> None:
        """Move by rows."""
        self.problem_list.move(steps)
        row, text = self.problem_list.row, self.text
        if row is not None and row.problem is not None and self.file.saved.files is not None:
            ((_name, own, (problem,)),) = self.file.saved.by_file([row.problem])
            row, text = row._replace(problem=problem), own.split("\n")
        self.detail.show(row, text)
        self.refresh_bindings()

    def action_page(self, pages: int) -> None:
        """Move by what is in sight."""
        self.action_move(pages * max(1, self.problem_list.size.height - 1))

    def action_first(self) -> None:
        """To the first row."""
        self.action_move(-len(self.problem_list.rows))

    def action_last(self) -> None:
        """To the last row."""
        self.action_move(len(self.problem_list.rows))

    def action_fold(self, is_folded: bool) -> None:
        """Fold the code under the cursor, or unfold it."""
        self.problem_list.fold(is_folded)
        self.action_move(0)

    def action_choose(self) -> None:
        """Fold or unfold a code; open the editor at a problem."""
        row = self.problem_list.row
        if row is not None and row.problem is None:
            self.action_fold(not self.problem_list.is_folded(row))
        else:
            self.action_edit()

    @work(group="mending", exclusive=True)
    async def action_mend(self) -> None:
        """Mend the problem under the cursor."""
        row = self.problem_list.row
        if row is not None and row.problem is not None and self.mending is not None:
            await self.mending.mend(row.problem)

    @work(group="mending", exclusive=True)
    async def action_mend_all(self) -> None:
        """Mend all problems of the code under the cursor that have one meaning."""
        row = self.problem_list.row
        if row is not None and self.mending is not None:
            await self.mending.mend_all(row.group.key[1])

    @work(group="mending", exclusive=True)
    async def action_undo_mending(self) -> None:
        """Undo what was mended last."""
        if self.mending is not None:
            await self.mending.undo()

    def action_events(self) -> None:
        """Back to the timeline, with the events alone that a hint is about."""
        row = self.problem_list.row
        if row is not None and self.ask is not None:
            with self.app.batch_update():
                self.leave()
                self.ask(Query((Term("hint", (row.group.key[1],)),)))

    def action_edit(self) -> None:
        """Open the editor where the problem is, or the first of a code."""
        row = self.problem_list.row
        if row is not None:
            place = (row.problem or row.group.problems[0]).place
            self.edit_at(place.line, place.column)
